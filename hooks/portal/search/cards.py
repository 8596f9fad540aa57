"""What the search knows of a record beside its text: what it is, where it belongs, by which figures it is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum
from functools import cached_property

from portal.dates import PartialDate, Precision
from portal.german import in_words
from portal.lists.facets import BODY, STATE, TOPIC, YEAR, marks_of
from portal.recipes import digest
from portal.records import (
    RECORD_TYPES,
    UNKNOWN,
    Event,
    Inquiry,
    Meeting,
    Money,
    Paper,
    Record,
    Source,
    Term,
    Votes,
)
from portal.records.base import Model
from portal.records.bodies import Organization, Person
from portal.records.projects import Project
from portal.records.words import OrganizationKind, Role
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.states import Tone
from portal.register.urls import url_of
from portal.search.figures import amount_word, date_words, number_words, vote_word

#: The filters of the search page, by their addresses.
KIND = "art"
FILTERS = {KIND: "Art", YEAR: "Jahr", BODY: "Gremium", TOPIC: "Thema", STATE: "Status"}
#: Pages that belong to no record.
PORTAL = "Über das Portal"
#: Dates that say when somebody looked something up, not when it happened.
_NOT_ITS_OWN = {"checked", "retrieved", "corrections", "gaps", "contradictions"}


class Rank(IntEnum):
    """What comes first where words fit equally well: decisions and projects before what prepares or documents them."""

    DOCUMENT = 1
    STEP = 2
    RECORD = 3
    DECISION = 4


@dataclass(frozen=True, kw_only=True)
class Card:
    """Beside the text of a page."""

    #: What the page is of; none for those that belong to no record.
    entry: Entry[Record] | None = field(default=None, repr=False)

    rank: Rank = Rank.DOCUMENT
    #: A line under the title in results.
    line: str = ""
    #: Day of the record as a number that sorts, such as 20220614; 0 without one.
    day: int = 0
    #: Search words of its number.
    numbers: tuple[str, ...] = ()
    #: Other names it goes by.
    names: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ((FILTERS[KIND], PORTAL),)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """Search words of its own day."""
        return tuple(dict.fromkeys(_days(self.entry.record))) if self.entry else ()

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Search words of its other dates, of amounts and votes."""
        record = self.entry.record if self.entry else None
        return () if not record or isinstance(record, Source) else tuple(dict.fromkeys(_figures(record)))

    def digest(self) -> bytes:
        """Another one as soon as anything here is. Search words follow from the record, and take long to find."""
        return digest(repr(self), self.entry.digest if self.entry else b"")


class Cards:
    """The cards of all pages by their addresses, each made when it is first asked for."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._entries = {url_of(entry.key): entry for entry in register.entries.values()}
        self._made: dict[str, Card] = {}

    def __getitem__(self, url: str) -> Card:
        if url not in self._made:
            entry = self._entries.get(url)
            self._made[url] = card_of(entry, self.register) if entry else Card()
        return self._made[url]


def card_of(entry: Entry[Record], register: Register) -> Card:
    record = entry.record
    number = record.number if isinstance(record, Paper) else None
    marks = {name: found for name, found in marks_of(entry, register).items() if not _is_access(name, record)}
    values = {KIND: [RECORD_TYPES[entry.key.type].plural]} | {
        name: [value.words for value in marks.get(name, ())] for name in FILTERS if name != KIND
    }
    return Card(
        entry=entry,
        rank=_rank(entry, register),
        line=" · ".join(_line(entry, number, values[STATE])),
        day=_day(record.dated),
        numbers=tuple(number_words(number)) if number else (),
        names=tuple(_names(record)),
        filters=tuple((FILTERS[name], value) for name, found in values.items() for value in found),
    )


def _is_access(name: str, record: Record) -> bool:
    """The state of a source says who may read it, which is no state of anything in town."""
    return name == STATE and isinstance(record, Source)


def _rank(entry: Entry[Record], register: Register) -> Rank:
    match entry.record:
        case Paper():
            return Rank.DECISION if register.states[entry.key].tone in _DECIDED else Rank.RECORD
        case Project() | Person():
            return Rank.DECISION
        case Organization() as body:
            return Rank.DECISION if body.kind is OrganizationKind.COUNCIL else Rank.RECORD
        case Meeting():
            agenda = register.agendas.get(entry.key, ())
            decides = any(item.consultation and item.consultation.role is Role.DECISION for item in agenda)
            return Rank.STEP if decides else Rank.DOCUMENT
        case Source():
            return Rank.DOCUMENT
    return Rank.STEP if entry.key.type in {"ereignisse", "glossar"} else Rank.RECORD


_DECIDED = {Tone.GOOD, Tone.PARTLY, Tone.BAD}


def _line(entry: Entry[Record], number: str | None, state: list[str]) -> Iterator[str]:
    kind = RECORD_TYPES[entry.key.type].singular
    yield f"{kind} {number}" if number else kind
    if dated := entry.record.dated:
        yield in_words(dated)
    yield from (word for word in state if word != UNKNOWN)


def _day(date: PartialDate | None) -> int:
    return int(f"{date.first:%Y%m%d}") if date else 0


def _names(record: Record) -> Iterator[str]:
    match record:
        case Term():
            yield from (*record.short_forms, *record.synonyms)
        case Organization(short_name=str(name)):
            yield name


def _days(record: Record) -> Iterator[str]:
    """The days somebody would name it by: of a paper those of its consultations."""
    match record:
        case Paper():
            dates: list[object] = [record.date, *(station.date for station in record.consultations)]
        case Inquiry():
            dates = [record.asked.date, record.answered.date if record.answered else None]
        case Meeting() | Event():
            dates = [record.date]
        case _:
            dates = []
    for date in dates:
        yield from _figure(date)


def _figures(model: Model) -> Iterator[str]:
    """Dates, amounts and votes of a record and its parts."""
    match model:
        case Votes(yes=int(yes), no=int(no)):
            yield vote_word(yes, no)
        case Money(amount=Decimal() as amount):
            if word := amount_word(amount):
                yield word
    for name, value in model:
        if name not in _NOT_ITS_OWN:
            for item in value if isinstance(value, tuple) else (value,):
                yield from _figure(item)


def _figure(value: object) -> Iterator[str]:
    match value:
        case Model():
            yield from _figures(value)
        case PartialDate(precision=Precision.DAY, first=day):
            yield from date_words(day.year, day.month, day.day)
        case PartialDate(precision=Precision.MONTH, first=day):
            yield from date_words(day.year, day.month)
