"""The rules of publiccode.yml 0.7 (https://yml.publiccode.tools), as far as a file can be judged without the web.

No package on PyPI checks the standard; its own parser is written in Go. Only what this repository uses or may come to
use is described here; anything else is refused, so that a new key makes somebody read the standard.
"""

# ruff: noqa: N815 - the names are those of the standard

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]+$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\S*$")]
Uri = Annotated[str, StringConstraints(pattern=r"^(?:https?://|urn:|alias:)\S+$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")]

#: The words of the vocabulary that describe a portal like this; the standard has about a hundred.
Category = Literal[
    "communications",
    "content-management",
    "data-analytics",
    "data-collection",
    "data-visualization",
    "digital-citizenship",
    "document-management",
    "knowledge-management",
    "project-management",
    "website-builder",
]
Scope = Literal["culture", "environment", "infrastructures", "local-authorities", "science-and-technology", "society"]


class Rules(BaseModel):
    """Nothing unknown, nothing converted."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Description(Rules):
    """In one language."""

    localisedName: Line | None = None
    shortDescription: Annotated[Line, StringConstraints(max_length=150)]
    longDescription: Annotated[str, StringConstraints(min_length=150, max_length=10_000)]
    documentation: Url | None = None
    apiDocumentation: Url | None = None
    features: list[Line] = Field(min_length=1)
    screenshots: list[Line] = []


class Contact(Rules):
    """A human being."""

    name: Line
    email: Line | None = None
    affiliation: Line | None = None


class Contractor(Rules):
    """Who is paid for maintenance, and until when."""

    name: Line
    until: Day
    website: Url | None = None


class Maintenance(Rules):
    """Who looks after the software."""

    type: Literal["internal", "contract", "community", "none"]
    contacts: list[Contact] = []
    contractors: list[Contractor] = []

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.type == "contract" and not self.contractors:
            raise ValueError("type contract needs contractors")
        if self.type in {"internal", "community"} and not self.contacts:
            raise ValueError(f"type {self.type} needs contacts")
        return self


class Organisation(Rules):
    """Who publishes the software."""

    uri: Uri
    name: Line | None = None


class Audience(Rules):
    """For whom it is made."""

    countries: list[Country] = []
    unsupportedCountries: list[Country] = []
    scope: list[Scope] = []


class Legal(Rules):
    """Rights."""

    license: Line
    mainCopyrightOwner: Line | None = None
    repoOwner: Line | None = None


class Localisation(Rules):
    """Languages."""

    localisationReady: bool
    availableLanguages: list[Language] = Field(min_length=1)


class Dependency(Rules):
    """What must be there for it to run."""

    name: Line
    versionMin: Line | None = None
    versionMax: Line | None = None
    version: Line | None = None
    optional: bool = False


class Dependencies(Rules):
    """By their terms."""

    open: list[Dependency] = []
    proprietary: list[Dependency] = []
    hardware: list[Dependency] = []


class Supported(Rules):
    """A standard, a rule or a system."""

    id: Uri


class PublicCode(Rules):
    """The whole file."""

    publiccodeYmlVersion: Literal["0.7"]
    name: Line
    url: Url
    landingURL: Url | None = None
    isBasedOn: Url | list[Url] | None = None
    softwareVersion: Line | None = None
    releaseDate: Day | None = None
    logo: Line | None = None
    platforms: list[Literal["web", "windows", "mac", "linux", "ios", "android"]] = Field(min_length=1)
    categories: list[Category] = []
    usedBy: list[Line] = []
    fundedBy: list[Organisation] = []
    roadmap: Url | None = None
    developmentStatus: Literal["concept", "development", "beta", "stable", "obsolete"]
    softwareType: Literal[
        "standalone/mobile",
        "standalone/iot",
        "standalone/desktop",
        "standalone/web",
        "standalone/backend",
        "standalone/other",
        "addon",
        "library",
        "configurationFiles",
    ]
    organisation: Organisation | None = None
    intendedAudience: Audience | None = None
    description: dict[Language, Description] = Field(min_length=1)
    legal: Legal
    maintenance: Maintenance
    localisation: Localisation
    dependsOn: Dependencies | None = None
    supports: list[Supported] = []
