"""What is missing, and what does not fit together: gaps and contradictions of all records, by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from portal.records import RECORD_TYPES, Contradiction, Gap, Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.names import Target

#: As much as a page lists; beyond, each kind of record has the same share of it. A contradiction takes twice the room.
_GAPS, _DISPUTES = 240, 120

T = TypeVar("T")
#: What one record, or one part of it, has to say.
Place = tuple[Target, tuple[T, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[T]):
    """What was found in records of one type, in the order of their list."""

    anchor: str
    title: str
    places: tuple[Place[T], ...]
    #: How much there is, also what is not listed.
    total: int

    @property
    def hidden(self) -> int:
        return self.total - _amount(self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview(Generic[T]):
    """All groups, and how much they hold together."""

    groups: tuple[Group[T], ...]
    total: int


def gaps(register: Register) -> Overview[Gap]:
    """What nobody has found out yet."""
    return _overview(register, _missing, _GAPS)


def contradictions(register: Register) -> Overview[Contradiction]:
    """Every contradiction, with the place on the page that it concerns."""
    return _overview(register, _disputed, _DISPUTES)


def by_source(contradiction: Contradiction) -> list[tuple[str, list[str]]]:
    """What each source says; one that says several things is named once."""
    found: dict[str, list[str]] = {}
    for claim in contradiction.claims:
        found.setdefault(claim.source, []).append(claim.value)
    return list(found.items())


def _missing(entry: Entry[Record]) -> list[Place[Gap]]:
    return [(Target(entry.key), entry.record.gaps)] if entry.record.gaps else []


def _disputed(entry: Entry[Record]) -> list[Place[Contradiction]]:
    places = groupby(entry.record.contradictions, key=lambda case: case.on or "")
    return [(Target(entry.key, part), tuple(cases)) for part, cases in places]


def _overview(register: Register, found_in: Callable[[Entry[Record]], list[Place[T]]], most: int) -> Overview[T]:
    by_type = {name: [place for entry in register.by_type[name] for place in found_in(entry)] for name in RECORD_TYPES}
    total = sum(map(_amount, by_type.values()))
    room = total if total <= most else most // sum(map(bool, by_type.values()))
    return Overview(
        groups=tuple(
            Group(
                anchor=name, title=RECORD_TYPES[name].plural, places=tuple(_within(room, places)), total=_amount(places)
            )
            for name, places in by_type.items()
            if places
        ),
        total=total,
    )


def _within(room: int, places: Iterable[Place[T]]) -> Iterator[Place[T]]:
    """The first places, and of the last one only as much as there is room for."""
    for target, things in places:
        if room <= 0:
            return
        yield target, things[:room]
        room -= len(things)


def _amount(places: Iterable[Place[T]]) -> int:
    return sum(len(things) for _, things in places)
