"""What a body did: decided and recommended by year, how a group voted there, who sat in it.

A body may have dealt with thousands of papers. Years are counted in full, but papers are listed only
until the page has enough of them; from there on each year leads to the filtered list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from portal.council.groupvotes import VOTES, GroupVote, newest_first, stations, votes_of
from portal.council.offices import MEMBERS, Member, members_of
from portal.dates import PartialDate
from portal.parts.rows import SHOWN, Listing, labels, list_of, listing, named_by, others
from portal.records import UNKNOWN, Consultation, Organization, Record, Seats
from portal.records.words import MeetingState, Result, Role
from portal.register.entries import Entry, Key
from portal.register.link import Register

#: Papers, votes and people a body's page lists.
_PAPERS, _VOTES, _PEOPLE = 60, 50, 60
WITHOUT_DATE = "ohne Datum"

_DECIDED = {Result.ADOPTED, Result.ADOPTED_CHANGED, Result.PARTLY_ADOPTED, Result.REJECTED}
_ADVISED = {Result.RECOMMENDED, Result.RECOMMENDED_CHANGED, Result.NOT_RECOMMENDED}

_CONSULTATIONS, _MEETINGS = "Beratungen in diesem Gremium", "Sitzungen"
_QUESTIONS = ("Hier gestellte Anfragen", "Hier beantwortete Anfragen", "Fragen gestellt", "Fragen beantwortet")
_WORK = ("Federführend bei", "Beteiligt an", "Beantragt")
_PARTS = "Dazu gehören"


class Weight(StrEnum):
    """What a consultation counts as. Only a deciding body decides."""

    DECISION = "Entscheidung"
    ADVICE = "Empfehlung"
    TALK = "Beratung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a body did with one paper on one occasion."""

    key: Key
    consultation: Consultation
    weight: Weight
    #: Not over yet at the day the data stands at.
    is_ahead: bool

    @property
    def words(self) -> str:
        """What it was, or what it was meant to be."""
        if self.weight is not Weight.TALK or self.consultation.role is Role.UNKNOWN:
            return self.weight
        return "Zur Entscheidung" if self.consultation.role is Role.DECISION else self.consultation.role


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One year of a body's work; `deeds` are those the page has room for."""

    heading: str
    decisions: int
    advice: int
    talks: int
    deeds: tuple[Deed, ...]
    more: str

    @property
    def hidden(self) -> int:
        return self.decisions + self.advice + self.talks - len(self.deeds)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWork:
    """A body, ready to be shown."""

    #: The latest known size.
    size: Seats | None
    years: tuple[Year, ...]
    decisions: int
    advice: int
    votes: tuple[GroupVote, ...]
    votes_total: int
    members: tuple[Member, ...]
    members_total: int
    meetings: Listing
    questions: tuple[Listing, ...]
    work: tuple[Listing, ...]
    parts: Listing
    others: tuple[Listing, ...]


def bodywork(register: Register, entry: Entry[Record]) -> BodyWork:
    key = entry.key
    years = tuple(_years(register, key))
    votes = votes_of(register, key)
    members = members_of(register, key)
    chosen = {"gremium": key.id}
    return BodyWork(
        size=_size(entry.record),
        years=years,
        decisions=sum(year.decisions for year in years),
        advice=sum(year.advice for year in years),
        votes=tuple(votes[:_VOTES]),
        votes_total=len(votes),
        members=tuple(members[:_PEOPLE]),
        members_total=len(members),
        meetings=_of(register, key, _MEETINGS, more=list_of("sitzungen", **chosen)),
        questions=tuple(
            _of(register, key, label, more=list_of("fragen", **chosen)) for label in _named(register, key, *_QUESTIONS)
        ),
        work=tuple(_work(register, key)),
        parts=_of(register, key, _PARTS, more="gremien/"),
        others=others(register, key, _CONSULTATIONS, _MEETINGS, MEMBERS, VOTES, *_QUESTIONS, *_WORK, _PARTS),
    )


def _size(record: Record) -> Seats | None:
    seats = record.seats if isinstance(record, Organization) else ()
    known = [(size.as_of, size) for size in seats if size.as_of and size.number != UNKNOWN]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def weight(consultation: Consultation) -> Weight:
    if consultation.role is Role.DECISION and consultation.result in _DECIDED:
        return Weight.DECISION
    return Weight.ADVICE if consultation.result in _ADVISED else Weight.TALK


def _years(register: Register, key: Key) -> Iterator[Year]:
    """Newest first. The page fills up with papers; a year that finds no room left is only counted."""
    room = _PAPERS
    deeds = sorted(_deeds(register, key), key=lambda deed: newest_first(deed.consultation))
    for heading, group in groupby(deeds, key=lambda deed: _year(deed.consultation)):
        of_year = list(group)
        shown = tuple(of_year[: min(room, SHOWN)])
        room -= len(shown)
        count = {w: sum(1 for deed in of_year if deed.weight is w) for w in Weight}
        chosen = {"gremium": key.id} | ({"jahr": heading} if heading != WITHOUT_DATE else {})
        yield Year(
            heading=heading,
            decisions=count[Weight.DECISION],
            advice=count[Weight.ADVICE],
            talks=count[Weight.TALK],
            deeds=shown,
            more=list_of("beschluesse", **chosen),
        )


def _deeds(register: Register, key: Key) -> Iterator[Deed]:
    for target in named_by(register, key, _CONSULTATIONS):
        for station in stations(register, target.key):
            if _is(register, station.body, key):
                date = station.date
                is_ahead = (
                    isinstance(date, PartialDate)
                    and not date.is_past(register.today)
                    and station.result is Result.UNKNOWN
                    and station.state is not MeetingState.HELD
                )
                yield Deed(key=target.key, consultation=station, weight=weight(station), is_ahead=is_ahead)


def _work(register: Register, key: Key) -> Iterator[Listing]:
    """What the body leads, takes part in or has moved; projects and papers apart."""
    for label in _named(register, key, *_WORK):
        targets = named_by(register, key, label)
        kinds = {"roadmap": "Vorhaben", "beschluesse": "Vorlagen"}
        for record_type, words in kinds.items():
            of_type = [target for target in targets if target.key.type == record_type]
            if of_type:
                yield listing(register, f"{label}: {words}", of_type, more=list_of(record_type, gremium=key.id))


def _named(register: Register, key: Key, *wanted: str) -> list[str]:
    present = labels(register, key)
    return [label for label in wanted if label in present]


def _of(register: Register, key: Key, label: str, *, more: str) -> Listing:
    return listing(register, label, named_by(register, key, label), more=more)


def _is(register: Register, body: str, key: Key) -> bool:
    return body == key.id or (body != UNKNOWN and register.resolve(body, "gremien").key == key)


def _year(consultation: Consultation) -> str:
    return str(consultation.date.year) if isinstance(consultation.date, PartialDate) else WITHOUT_DATE
