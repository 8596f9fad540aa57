"""Rows: other records with date and state, as pages list what belongs to them. Long lists are cut, and say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from portal.dates import PartialDate
from portal.german import sort_key
from portal.records import Event, Inquiry, Paper, Project
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.names import Target
from portal.register.states import Tone, inquiry_state
from portal.register.urls import list_url
from portal.validate import slugify

#: How many rows a list on a record's page shows before it sends its readers to the whole list.
SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Another record, or a part of it, in a list."""

    target: Target
    date: PartialDate | None
    #: Empty for records that have none.
    state: str = ""
    #: Only where the state's own list does not say how it is shown.
    tone: Tone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A heading and its rows, newest first."""

    title: str
    rows: tuple[Row, ...]
    total: int
    #: The address of the whole list, if there is one.
    more: str = ""

    @property
    def anchor(self) -> str:
        return slugify(self.title)

    @property
    def hidden(self) -> int:
        return self.total - len(self.rows)


def listing(
    register: Register, title: str, targets: Iterable[Target], *, more: str = "", shown: int = SHOWN
) -> Listing:
    """Sort, cut and describe; a record that is named several times is listed once for each of its parts."""
    ordered = sorted(dict.fromkeys(targets), key=lambda target: _newest_first(register, target))
    rows = tuple(row(register, target) for target in ordered[:shown])
    return Listing(title=title, rows=rows, total=len(ordered), more=more)


def row(register: Register, target: Target) -> Row:
    record = register.entries[target.key].record
    state: str = ""
    tone = None
    match record:
        case Paper():
            found = register.states[target.key]
            state, tone = found.label, found.tone
        case Project() if record.last_news:
            state = record.last_news.state
        case Inquiry():
            state = inquiry_state(record)
        case Event():
            state = record.state
    return Row(target=target, date=record.dated, state=state, tone=tone)


def named_by(register: Register, key: Key, label: str) -> list[Target]:
    """The records that name this one in a given way; each once, whichever of its parts does."""
    found = (Target(link.source) for link in register.incoming.get(key, ()) if link.label == label)
    return list(dict.fromkeys(found))


def labels(register: Register, key: Key) -> list[str]:
    """The ways in which this record is named at all."""
    return list(dict.fromkeys(link.label for link in register.incoming.get(key, ())))


def others(register: Register, key: Key, *shown: str) -> tuple[Listing, ...]:
    """Whoever names this record in ways that its page has not shown yet."""
    return tuple(
        listing(register, label, named_by(register, key, label))
        for label in labels(register, key)
        if label not in shown
    )


def list_of(record_type: str, **chosen: str) -> str:
    """The address of a list with filters set: `beschluesse/?thema=geld`."""
    return list_url(record_type) + (f"?{urlencode(chosen)}" if chosen else "")


def _newest_first(register: Register, target: Target) -> tuple[bool, int, str, str]:
    record = register.entries[target.key].record
    day = -record.dated.first.toordinal() if record.dated else 0
    return record.dated is None, day, sort_key(record.title), target.fragment
