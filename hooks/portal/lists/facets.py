"""By what lists can be narrowed: the year, body, topic, kind and state of every entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from portal.dates import PartialDate
from portal.german import sort_key
from portal.records import (
    RECORD_TYPES,
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
    Topic,
)
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.states import inquiry_state
from portal.register.timeline import Moment
from portal.validate import slugify

YEAR, BODY, TOPIC, KIND, STATE = "jahr", "gremium", "thema", "art", "stand"

_LABELS = {YEAR: "Jahr", BODY: "Gremium oder Stelle", TOPIC: "Thema", KIND: "Art", STATE: "Stand"}
#: What a facet is called where the usual name would mislead.
_LABELS_OF_TYPE = {
    "beschluesse": {STATE: "Ergebnis", BODY: "Gremium"},
    "fragen": {STATE: "Antwort"},
    "sitzungen": {BODY: "Gremium"},
    "quellen": {STATE: "Zugang"},
    "kennzahlen": {YEAR: "Letzter Wert aus", KIND: "Einheit"},
    "seiten": {KIND: "Sprache"},
    "aenderungen": {KIND: "Bereich", STATE: "Was geschah"},
}


class Value(NamedTuple):
    """One value of a facet: as addresses have it, and as people read it."""

    id: str
    words: str


#: The values of one entry, by facet.
Marks = Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value to choose, how many entries have it, and in which parts of the list they stand."""

    value: Value
    amount: int
    #: Such as `1-3 7`, so that a browser loads only those; empty for a value found in all of them.
    parts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A choice of the filter form."""

    name: str
    label: str
    options: tuple[Option, ...]


def marks_of(entry: Entry[Record], register: Register) -> Marks:
    """The values under which a record is found in its list."""
    record = entry.record
    bodies, kind, state = _of(entry, register)
    return _marks(
        year=record.dated,
        bodies=_named(register, "gremien", bodies),
        topics=_named(register, "themen", record.topics),
        kind=kind,
        state=state,
    )


def marks_of_moment(moment: Moment, register: Register) -> Marks:
    """The values under which a dated thing is found in the timeline: the body is the one that acted."""
    return _marks(
        year=moment.date,
        bodies=_named(register, "gremien", [moment.body]),
        topics=_named(register, "themen", register.entries[moment.key].record.topics),
        kind=moment.kind,
        state=moment.certainty,
    )


def marks_of_change(key: Key, year: int, what: str, register: Register) -> Marks:
    """The values under which a change is found: those of the record as it is today, if it still is."""
    entry = register.entries.get(key)
    topics = _named(register, "themen", entry.record.topics) if entry else []
    kind = RECORD_TYPES[key.type].plural
    return _marks(year=PartialDate.parse(str(year)), bodies=[], topics=topics, kind=kind, state=what)


def facets(parts: Iterable[Iterable[Marks]], type_name: str = "") -> tuple[Facet, ...]:
    """The choices that a list offers: only those that tell its entries apart."""
    amounts: dict[str, Counter[Value]] = {name: Counter() for name in _LABELS}
    places: defaultdict[tuple[str, Value], list[int]] = defaultdict(list)
    number = 0
    for number, part in enumerate(parts, start=1):
        for marks in part:
            for name, values in marks.items():
                amounts[name].update(values)
                for value in values:
                    if (found := places[name, value])[-1:] != [number]:
                        found.append(number)
    labels = _LABELS | _LABELS_OF_TYPE.get(type_name, {})
    return tuple(
        Facet(
            name=name,
            label=labels[name],
            options=tuple(
                Option(value=value, amount=amounts[name][value], parts=_runs(places[name, value], number))
                for value in _in_order(name, amounts[name])
            ),
        )
        for name in _LABELS
        if len(amounts[name]) > 1
    )


def _of(entry: Entry[Record], register: Register) -> tuple[list[str], str, str]:
    """Bodies, kind and state of a record, as far as its type has them."""
    match entry.record:
        case Paper() as paper:
            return [c.body for c in paper.consultations], paper.kind, register.states[entry.key].label
        case Project() as project:
            state = project.updates[-1].state if project.updates else UNKNOWN
            return [*project.lead, *project.partners], project.kind, state
        case Inquiry() as inquiry:
            answered_by = inquiry.answered.body if inquiry.answered else None
            return [inquiry.asked.body or "", answered_by or ""], inquiry.kind, inquiry_state(inquiry)
        case Meeting() as meeting:
            return [meeting.body], "", ""
        case Person() as person:
            return [office.body or "" for office in person.memberships], "", ""
        case Event() as event:
            found = [register.resolve(text, "gremien", "personen").key for text in event.participants]
            return [key.id for key in found if key.type == "gremien"], "", event.state
        case Source() as source:
            return [], source.kind, source.access
        case Organization() | Topic():
            return [], entry.record.kind, ""
        case Indicator() as indicator:
            return [], indicator.unit, ""
        case Article() as article:
            return [], article.language, ""
    return [], "", ""


def _marks(year: PartialDate | None, bodies: list[Value], topics: list[Value], kind: str, state: str) -> Marks:
    found = {
        YEAR: [_value(str(year.year))] if year else [],
        BODY: bodies,
        TOPIC: topics,
        KIND: [_value(kind)] if kind else [],
        STATE: [_value(state)] if state else [],
    }
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items() if values}


@lru_cache(maxsize=1024)
def _value(words: str) -> Value:
    return Value(slugify(words), str(words))


def _named(register: Register, type_name: str, texts: Iterable[str]) -> list[Value]:
    """The records that a field names; a body may be unknown, or left out."""
    keys = [register.resolve(text, type_name).key for text in texts if text and text != UNKNOWN]
    return [Value(key.id, register.entries[key].record.title) for key in keys]


def _in_order(name: str, values: Iterable[Value]) -> list[Value]:
    """Years as on a timeline, everything else as in a register."""
    if name == YEAR:
        return sorted(values, reverse=True)
    return sorted(values, key=lambda value: (sort_key(value.words), value))


def _runs(numbers: Sequence[int], last_of_all: int) -> str:
    """`1-3 7` for 1, 2, 3 and 7."""
    if len(numbers) == last_of_all:
        return ""
    return " ".join(f"{first}-{last}" if last > first else str(first) for first, last in _spans(numbers))


def _spans(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = 0
    for number in numbers:
        if first and number == last + 1:
            last = number
            continue
        if first:
            yield first, last
        first = last = number
    if first:
        yield first, last
