"""What all records have in common: strict frozen models, sources, contradictions, gaps.

Attribute names are English (OParl's words), file keys are the German aliases. Titles, descriptions
and examples are written for editors: error messages, JSON Schema and the handbook use them.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from portal.dates import PartialDate
from portal.records.values import Inferred, Many, OrUnknown, Slug, SourceRef, Text, TopicRef, Url

_FILLED: dict[frozenset[str], set[str]] = {}


class Model(BaseModel):
    """A part of a record. Unknown keys are errors, nothing changes after reading."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_enum_values=False, val_json_bytes="base64", arbitrary_types_allowed=True
    )

    def model_post_init(self, _: Any, /) -> None:
        """Which fields are filled in is nearly always the same few sets: a city's records share them."""
        filled = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _FILLED.setdefault(frozenset(filled), filled))


class Shorthand(Model):
    """A part that may be written as one text where that says it all."""

    #: The key that a lone text fills.
    shorthand: ClassVar[str]

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "string"}]}

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str) else value


class Fact(Model):
    """A dated or counted statement: it can carry its own source and say how it is known."""

    sources: Many[SourceRef] = Field(
        (),
        alias="quelle",
        title="Quelle",
        description="Wo das steht: die Kennung einer Quelle oder mehrere.",
        examples=["sn67491"],
    )
    inferred: Inferred = Field(
        False,
        alias="erschlossen",
        title="Erschlossen",
        description="Steht so nicht in der Quelle, sondern ist gefolgert: „ja“ oder besser der Grund in einem Satz.",
        examples=["Gremium und Tag stehen nicht im Auszug; 35 Stimmen passen nur zur Stadtvertretung."],
    )
    note: Text | None = Field(None, alias="notiz", title="Notiz", description="Ein Satz dazu, in eigenen Worten.")


class Claim(Model):
    """What one source says where sources disagree."""

    value: Text = Field(alias="wert", title="Wert", description="Was diese Quelle sagt.")
    source: SourceRef = Field(alias="quelle", title="Quelle", description="Die Quelle, die das sagt.")


class Contradiction(Model):
    """Sources disagree; the portal shows both and does not decide silently."""

    about: Text = Field(alias="worum", title="Worum es geht", description="Die strittige Frage als Satz.")
    claims: tuple[Claim, ...] = Field(
        alias="angaben", title="Angaben", description="Mindestens zwei Angaben mit Quelle.", min_length=2
    )
    assessment: Text | None = Field(
        None, alias="einordnung", title="Einordnung", description="Was vermutlich stimmt und warum."
    )
    on: Text | None = Field(
        None, alias="betrifft", title="Betrifft", description="Die Stelle auf der Seite, etwa „punkt-3“."
    )


class Gap(Shorthand):
    """Something nobody found out yet, and where it was looked for."""

    shorthand: ClassVar[str] = "frage"
    question: Text = Field(alias="frage", title="Offene Frage", description="Was fehlt, als Frage oder Satz.")
    searched: Text | None = Field(None, alias="gesucht", title="Wo gesucht", description="Wo vergeblich gesucht wurde.")
    sources: Many[SourceRef] = Field(
        (), alias="quelle", title="Quelle", description="Was die Lücke zeigt oder vergeblich gelesen wurde."
    )


class Correction(Model):
    """A public note that an earlier statement of this page was wrong."""

    date: PartialDate = Field(alias="datum", title="Datum", description="Tag der Korrektur.")
    text: Text = Field(
        alias="text", title="Was berichtigt wurde", description="Was vorher falsch dastand und was jetzt gilt."
    )


class Record(Model):
    """One file in data/: one thing people talk about."""

    #: Every record must be backed by a source, unless it only explains or groups.
    needs_source: ClassVar[bool] = True

    id: Slug = Field(
        alias="id", title="Kennung", description="Wie die Datei heißt, ohne Endung. Bleibt für immer gleich."
    )
    title: Text = Field(alias="titel", title="Titel", description="Kurz und in Alltagssprache.")
    summary: Text | None = Field(
        None,
        alias="kurzfassung",
        title="Kurzfassung",
        description="Ein bis drei Sätze, die man mit 15 Jahren versteht.",
    )
    topics: Many[TopicRef] = Field(
        (), alias="themen", title="Themen", description="Kennungen aus themen.yml.", examples=["smart-city"]
    )
    sources: Many[SourceRef] = Field(
        (), alias="quellen", title="Quellen", description="Kennungen der Quellen, auf denen der Eintrag beruht."
    )
    contradictions: Many[Contradiction] = Field(
        (), alias="widersprueche", title="Widersprüche", description="Wo sich Quellen widersprechen."
    )
    gaps: Many[Gap] = Field(
        (), alias="offen", title="Offene Punkte", description="Was noch niemand herausgefunden hat."
    )
    corrections: Many[Correction] = Field(
        (), alias="korrekturen", title="Korrekturen", description="Nur anhängen, nie ändern."
    )
    former_ids: Many[Slug] = Field(
        (), alias="fruehere-kennungen", title="Frühere Kennungen", description="Alte Adressen führen hierher weiter."
    )
    checked: PartialDate | None = Field(
        None,
        alias="geprueft",
        title="Zuletzt geprüft",
        description="Wann zuletzt jemand nachgesehen hat, ob alles noch stimmt.",
    )

    @property
    def dated(self) -> PartialDate | None:
        """The date this record is listed under."""
        return None

    @property
    def rank(self) -> int:
        """Its place among the records of its type, before the date or name decides."""
        return 0

    @property
    def is_backed(self) -> bool:
        """Whether something other than a source of the portal's own stands behind it."""
        return False

    def label(self) -> str:
        """How other pages name this record."""
        return self.title


class Origin(Model):
    """Where in a council information system a record comes from; the importer finds it again by this."""

    id: Text = Field(
        alias="kennung",
        title="Kennung dort",
        description="Unter welcher Kennung das Ratsinformationssystem ihn führt; bleibt für immer gleich.",
        examples=["https://rat.example/oparl/paper/17"],
    )
    url: Url | None = Field(
        None, alias="adresse", title="Adresse dort", description="Die Seite im Ratsinformationssystem, für Menschen."
    )
    as_of: PartialDate | None = Field(
        None,
        alias="stand",
        title="Stand dort",
        description="Wann die übernommenen Angaben dort zuletzt geändert wurden.",
    )
    deleted: OrUnknown[PartialDate] | None = Field(
        None,
        alias="geloescht",
        title="Dort gelöscht",
        description="Wann er dort gelöscht wurde; hier bleibt er stehen, damit Verweise weiter führen.",
    )
    remarks: Many[Text] = Field(
        (),
        alias="hinweise",
        title="Hinweise zur Übernahme",
        description="Was dort nicht zusammenpasste und deshalb nicht übernommen wurde.",
    )


class Imported(Record):
    """A record that a council information system may know, too."""

    origin: Origin | None = Field(
        None,
        alias="herkunft",
        title="Herkunft",
        description="Schreibt „portal import“; bitte nicht von Hand ändern. Alle anderen Felder dürfen Sie ändern.",
    )

    @property
    def is_backed(self) -> bool:
        return self.origin is not None
