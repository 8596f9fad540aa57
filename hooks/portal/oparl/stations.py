"""What papers went through, and inquiries too: both are papers (Drucksachen) to the standard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from portal.records import UNKNOWN, Consultation, Fact, Inquiry, Paper, Record
from portal.records.words import InquiryKind
from portal.register.entries import Entry, Key
from portal.register.link import Register

PAPERS, INQUIRIES = "beschluesse", "fragen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One consultation: of what, under which address, where it belongs."""

    key: Key
    #: Its address below /consultation/, and that of its agenda item.
    steps: tuple[str, ...]
    meeting: Key | None
    body: str | None
    role: str
    #: What the paper's record says; of an inquiry only that it was put or answered.
    fact: Fact
    consultation: Consultation | None = None


def paper_steps(key: Key) -> tuple[str, ...]:
    """A paper's address below /paper/; inquiries have a folder of their own, for ids are unique by type only."""
    return (key.id,) if key.type == PAPERS else (key.type, key.id)


def papers(register: Register) -> Iterator[Entry[Record]]:
    """Everything that is a paper to the standard; what nobody but the portal asks is none."""
    yield from sorted(register.by_type[PAPERS], key=lambda entry: entry.key)
    for entry in sorted(register.by_type[INQUIRIES], key=lambda entry: entry.key):
        if is_paper(entry.record):
            yield entry


def is_paper(record: Record) -> bool:
    return isinstance(record, Paper) or (isinstance(record, Inquiry) and record.kind is not InquiryKind.OPEN)


def stations_of(register: Register, entry: Entry[Record]) -> Iterator[Station]:
    steps = paper_steps(entry.key)
    match entry.record:
        case Paper() as paper:
            for number, station in enumerate(paper.consultations, start=1):
                yield Station(
                    key=entry.key,
                    steps=(*steps, str(number)),
                    meeting=register.meeting_of(station.body, station.date, station.meeting),
                    body=None if station.body == UNKNOWN else station.body,
                    role=station.role_wording or station.role,
                    fact=station,
                    consultation=station,
                )
        case Inquiry() as inquiry:
            parts = (("gestellt", inquiry.asked), ("beantwortet", inquiry.answered))
            for word, part in parts:
                if part and part.body:
                    yield Station(
                        key=entry.key,
                        steps=(*steps, word),
                        meeting=register.meeting_of(part.body, part.date),
                        body=part.body,
                        role=f"Anfrage {word}",
                        fact=part,
                    )


def all_stations(register: Register) -> tuple[Station, ...]:
    return tuple(chain.from_iterable(stations_of(register, entry) for entry in papers(register)))


def by_meeting(stations: tuple[Station, ...]) -> Mapping[Key, tuple[Station, ...]]:
    found: defaultdict[Key, list[Station]] = defaultdict(list)
    for station in stations:
        if station.meeting:
            found[station.meeting].append(station)
    return {key: tuple(group) for key, group in found.items()}
