"""What all descriptions share: leaving out the unknown, dates, and how things name each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.dates import OPEN_END, PartialDate, Precision
from portal.parts.prose import Prose
from portal.records import (
    UNKNOWN,
    Article,
    Event,
    Indicator,
    Inquiry,
    Meeting,
    Organization,
    Paper,
    Person,
    Project,
    Record,
    Source,
    Term,
    Topic,
)
from portal.records.words import OrganizationKind
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.urls import url_of

Node = dict[str, Any]

_TYPES: dict[type[Record], str] = {
    Article: "Article",
    Event: "Event",
    Indicator: "Dataset",
    Inquiry: "QAPage",
    Meeting: "Event",
    Organization: "Organization",
    Paper: "Legislation",
    Person: "Person",
    Project: "Project",
    Source: "CreativeWork",
    Term: "DefinedTerm",
    Topic: "DefinedTerm",
}
_OF_GOVERNMENT = {
    OrganizationKind.COUNCIL,
    OrganizationKind.COMMITTEE,
    OrganizationKind.ADMINISTRATION,
    OrganizationKind.DEPARTMENT,
    OrganizationKind.OFFICE,
    OrganizationKind.STAFF_UNIT,
    OrganizationKind.AUTHORITY,
    OrganizationKind.TERRITORY,
}


def known(fields: Node) -> Node:
    """A node without what is not known or empty."""
    return {name: value for name, value in fields.items() if value not in (None, "", UNKNOWN, [], {})}


def iso(date: object) -> str:
    """A date as ISO 8601 knows it, perhaps without day or month; nothing for what it has no notation for."""
    exact = isinstance(date, PartialDate) and date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)
    return str(date) if exact else ""


def ends(date: object) -> tuple[str, str]:
    """First and last date of a range; of anything else the date alone."""
    if not isinstance(date, PartialDate) or date.precision is not Precision.RANGE:
        return iso(date), ""
    start, _, end = date.iso().partition("/")
    return iso(PartialDate.parse(start)), "" if end == OPEN_END else iso(PartialDate.parse(end))


class Things:
    """The things that the records of one register tell of, under the names they have on the site at an address."""

    def __init__(self, register: Register, site_url: str) -> None:
        self.register = register
        self.site_url = site_url
        self._prose = Prose(register)

    def id_of(self, key: Key, fragment: str = "eintrag") -> str:
        """A thing's own name, which is not the address of the page about it."""
        return self.site_url + url_of(key, fragment)

    def reference(self, key: Key) -> Node:
        """A thing as others name it; of an inquiry the page itself, which holds many questions."""
        record = self.register.entries[key].record
        kind = _TYPES[type(record)]
        if isinstance(record, Organization) and record.kind in _OF_GOVERNMENT:
            kind = "GovernmentOrganization"
        name = self.site_url + url_of(key) if isinstance(record, Inquiry) else self.id_of(key)
        return {"@type": kind, "@id": name, "name": record.title}

    def named(self, texts: Iterable[str] | str | None, *types: str) -> list[Node]:
        """The things that a field of a record names."""
        names = [texts] if isinstance(texts, str) else texts or ()
        keys = dict.fromkeys(self.register.resolve(name, *types).key for name in names if name != UNKNOWN)
        return [self.reference(key) for key in keys]

    def one(self, text: str | None, *types: str) -> Node | None:
        """The same for a field that names one thing at most."""
        return next(iter(self.named(text, *types)), None)

    def words(self, text: str | None) -> str:
        """What a field says in prose, without markup."""
        return self._prose.words(text) if text else ""
