"""Which parts of a record name a source themselves, each in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from portal import german
from portal.dates import PartialDate
from portal.records import (
    UNKNOWN,
    AgendaItem,
    Answered,
    Asked,
    Consultation,
    Contradiction,
    Gap,
    Implementation,
    Measurement,
    Membership,
    Milestone,
    Model,
    Money,
    Mover,
    Position,
    Record,
    Replanning,
    Seats,
    StatusUpdate,
)
from portal.records.references import Location
from portal.register.entries import Entry, Key
from portal.register.link import Register, fragment_of
from portal.register.names import Target

#: Parts that need no more than their name.
_PLAIN: dict[type[Model], str] = {
    Implementation: "Umsetzung",
    Seats: "Größe",
    Asked: "wann gestellt",
    Answered: "wann beantwortet",
    Mover: "wer den Antrag stellte",
    Replanning: "neuer Termin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A part of a record that names the source itself."""

    words: str
    target: Target


def statements(register: Register, entry: Entry[Record], source: Key) -> Iterator[Statement]:
    """The parts of a record that name a source, in the order of its fields; nothing for the record as a whole."""
    found: dict[Statement, None] = {}
    for mention in entry.mentions:
        if mention.ref.types == (source.type,) and register.resolve(mention.text, source.type).key == source:
            words = ", ".join(filter(None, (_words(register, part) for part in _parts(entry.record, mention.location))))
            place = fragment_of(entry, mention.location)
            words = ", ".join(filter(None, (_place_words(place), words)))
            found[Statement(words=words, target=Target(entry.key, place))] = None
    yield from found


def _parts(record: Record, location: Location) -> Iterator[Model]:
    """The models on the way to a field, from the outside in; the record itself is not one of them."""
    thing: object = record
    for step in location[:-1]:
        if isinstance(step, str) and isinstance(thing, Model):
            thing = getattr(thing, _attributes(type(thing))[step])
        elif isinstance(step, int) and isinstance(thing, tuple):
            thing = thing[step]
        if isinstance(thing, Model):
            yield thing


@cache
def _attributes(model: type[Model]) -> dict[str, str]:
    return {info.alias or name: name for name, info in model.model_fields.items()}


def _place_words(anchor: str) -> str:
    kind, _, number = anchor.partition("-")
    return {"punkt": f"Punkt {number}", "frage": f"Frage {number}"}.get(kind, "")


def _words(register: Register, part: Model) -> str:
    """A part of a record in a few words; nothing where its place says enough."""
    match part:
        case Consultation():
            body = register.resolve(part.body, "gremien").key if part.body != UNKNOWN else None
            name = register.entries[body].record.title if body else ""
            return ", ".join(filter(None, ["Beratung", name, _date(part.date)]))
        case StatusUpdate():
            return f"Stand {_date(part.date)}: {part.state}"
        case Milestone() | AgendaItem():
            return part.title
        case Money() | Position():
            name = "Betrag" if isinstance(part, Money) else "Stellen"
            return f"{name}: {part.purpose}" if part.purpose else name
        case Measurement():
            return f"Wert, Stichtag {_date(part.as_of) or UNKNOWN}"
        case Membership():
            return part.office
        case Contradiction():
            return f"Widerspruch: {part.about}"
        case Gap():
            return f"offener Punkt: {part.question}"
    return _PLAIN.get(type(part), "")


def _date(date: object) -> str:
    return german.in_words(date) if isinstance(date, PartialDate) else ""
