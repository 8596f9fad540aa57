"""Step 4: one immutable register of everything, with every relation in both directions."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from portal.german import sort_key
from portal.records import RECORD_TYPES, Consultation, Inquiry, Paper, Portal, Record
from portal.records.references import Location
from portal.register.entries import Entry, Key
from portal.register.meetings import MEETINGS, Occasion, declared_meetings, with_derived
from portal.register.names import Names, Target, prose_links
from portal.register.parts import AFRESH, Parts, basis_of
from portal.register.states import PaperState, paper_state
from portal.register.timeline import Moment, timeline

#: How a page introduces records whose prose mentions it.
IN_PROSE = "Erwähnt in"

_ANCHORED = {"beschlusspunkte", "fragen", "meilensteine"}

K = TypeVar("K")
V = TypeVar("V")


class Later(Mapping[K, V]):
    """A mapping that is made when somebody first asks it."""

    def __init__(self, work: Callable[[], Mapping[K, V]]) -> None:
        self._work = work

    @cached_property
    def _made(self) -> Mapping[K, V]:
        return self._work()

    def __getitem__(self, key: K) -> V:
        return self._made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class Backlink(NamedTuple):
    """A record that names this one, how it does, and which of its parts does. Sorted in the order of what it says."""

    label: str
    source: Key
    fragment: str = ""
    #: The part of this record that is named, such as `punkt-3`.
    target_fragment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaEntry:
    """One matter of a meeting: a paper's consultation, or an inquiry put or answered there."""

    key: Key
    consultation: Consultation | None = None
    occasion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Register:
    """Everything the outputs may know. Nothing in it changes after `link`."""

    settings: Portal
    #: The day the data stands at; all that is relative is computed from it.
    today: dt.date
    entries: Mapping[Key, Entry[Record]]
    by_type: Mapping[str, tuple[Entry[Record], ...]]
    names: Names
    incoming: Mapping[Key, tuple[Backlink, ...]]
    states: Mapping[Key, PaperState]
    #: Who met when, to the meeting's page.
    meetings: Mapping[Occasion, Key]
    agendas: Mapping[Key, tuple[AgendaEntry, ...]]
    timeline: tuple[Moment, ...]
    moments: Mapping[Key, tuple[Moment, ...]]
    #: Council numbers without spaces and case, to the papers that carry them.
    numbers: Mapping[str, tuple[Key, ...]]
    redirects: Mapping[Key, Key]

    def resolve(self, text: str, *types: str) -> Target:
        return self.names.resolve(text, types)

    def worked_out(self, _name: str, work: Callable[[], Mapping[K, V]], /) -> Mapping[K, V]:
        """What is worked out from all records, once and when it is needed. The name is its own among all such."""
        return Later(work)

    def meeting_of(self, body: str | None, date: object, meeting: str | None = None) -> Key | None:
        """The meeting where a body dealt with something; None unless it is known to the day."""
        return _meeting(self.meetings, body, date, meeting)


def link(entries: Iterable[Entry[Record]], settings: Portal, today: dt.date, parts: Parts = AFRESH) -> Register:
    """Build the register from entries that passed all checks. `parts` are for who links them again and again."""
    declared = {entry.key: entry for entry in entries}
    completed = with_derived(declared)
    parts.begin((today, basis_of(completed.values())))
    names = Names.of(completed.values())
    # Of two meetings on one day, only the record itself can say which one it means.
    meetings = {
        occasion: found[0].key for occasion, found in declared_meetings(completed.values()).items() if len(found) == 1
    }
    moments = timeline(completed.values(), today, parts)
    return Register(
        settings=settings,
        today=today,
        entries=MappingProxyType(completed),
        by_type=_by_type(completed.values(), parts),
        names=names,
        incoming=_incoming(completed.values(), names, parts),
        states=MappingProxyType(
            {
                key: parts.of("state", entry, partial(paper_state, entry.record, today))
                for key, entry in completed.items()
                if isinstance(entry.record, Paper)
            }
        ),
        meetings=MappingProxyType(meetings),
        agendas=_agendas(completed.values(), meetings),
        timeline=moments,
        moments=_grouped((moment.key, moment) for moment in moments),
        numbers=_grouped(
            (normal_number(e.record.number), k)
            for k, e in completed.items()
            if isinstance(e.record, Paper) and e.record.number
        ),
        redirects=MappingProxyType(dict(names.former)),
    )


def normal_number(number: str) -> str:
    """`B 22/0189`, `b22/0189` and `B  22 / 0189` are one number."""
    return re.sub(r"\s+", "", number).upper()


def _by_type(entries: Iterable[Entry[Record]], parts: Parts) -> Mapping[str, tuple[Entry[Record], ...]]:
    found: dict[str, list[Entry[Record]]] = {name: [] for name in RECORD_TYPES}
    for entry in entries:
        found[entry.key.type].append(entry)
    for of_type in found.values():
        of_type.sort(key=lambda entry: parts.of("place", entry, partial(_place, entry)))
    return MappingProxyType({name: tuple(of_type) for name, of_type in found.items()})


def _place(entry: Entry[Record]) -> tuple[int, tuple[int, int], str, str]:
    """What entries of a type are sorted by."""
    record = entry.record
    dated = record.dated if RECORD_TYPES[entry.key.type].by_date else None
    newest_first = (0, -dated.first.toordinal()) if dated else (1, 0)
    return record.rank, newest_first, sort_key(record.title), entry.key.id


def _incoming(entries: Iterable[Entry[Record]], names: Names, parts: Parts) -> Mapping[Key, tuple[Backlink, ...]]:
    found: dict[Key, list[Backlink]] = defaultdict(list)
    for entry in entries:
        for key, backlink in parts.of("backlinks", entry, partial(_backlinks, entry, names)):
            found[key].append(backlink)
    return MappingProxyType({key: tuple(sorted(links)) for key, links in found.items()})


def _backlinks(entry: Entry[Record], names: Names) -> tuple[tuple[Key, Backlink], ...]:
    """Whom an entry names, and what is to be said of it there; each once."""
    found: dict[tuple[Key, Backlink], None] = {}
    declared = set()
    for mention in entry.mentions:
        key, fragment = names.resolve_mention(mention)
        declared.add(key)
        found[key, Backlink(mention.ref.back, entry.key, fragment_of(entry, mention.location), fragment)] = None
    for location, _, name in prose_links(entry):
        key, fragment = names.resolve(name)
        # What a field declares already needs no second, weaker link.
        if key not in declared and key != entry.key:
            found[key, Backlink(IN_PROSE, entry.key, fragment_of(entry, location), fragment)] = None
    return tuple(found)


def fragment_of(entry: Entry[Record], location: Location) -> str:
    """The anchor of the part that a location lies in."""
    if len(location) > 1 and location[0] in _ANCHORED and isinstance(location[1], int):
        return entry.anchors[location[1]]
    return ""


def _agendas(
    entries: Iterable[Entry[Record]], meetings: Mapping[Occasion, Key]
) -> Mapping[Key, tuple[AgendaEntry, ...]]:
    found: list[tuple[Key | None, AgendaEntry]] = []
    for entry in entries:
        match entry.record:
            case Paper() as paper:
                for station in paper.consultations:
                    meeting = _meeting(meetings, station.body, station.date, station.meeting)
                    found.append((meeting, AgendaEntry(key=entry.key, consultation=station)))
            case Inquiry() as inquiry:
                asked, answered = inquiry.asked, inquiry.answered
                found.append(
                    (
                        _meeting(meetings, asked.body, asked.date),
                        AgendaEntry(key=entry.key, occasion="Anfrage gestellt"),
                    )
                )
                if answered:
                    meeting = _meeting(meetings, answered.body, answered.date)
                    found.append((meeting, AgendaEntry(key=entry.key, occasion="Anfrage beantwortet")))
    return _grouped((key, item) for key, item in found if key)


def _meeting(meetings: Mapping[Occasion, Key], body: str | None, date: object, named: str | None = None) -> Key | None:
    return Key(MEETINGS, named) if named else meetings.get((body, date))


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in found.items()})
