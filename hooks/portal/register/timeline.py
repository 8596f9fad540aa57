"""All dated things in one order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from operator import itemgetter

from portal.dates import PartialDate
from portal.records import Consultation, Event, Fact, Inquiry, Milestone, Paper, Project, Record
from portal.records.words import EventState, InquiryKind, MeetingState, ProjectState, Result, Role
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.parts import AFRESH, Parts


class Kind(StrEnum):
    """What happened; on one day in this order."""

    PAPER = "Vorlage"
    QUESTION = "Anfrage"
    CONSULTATION = "Beratung"
    DECISION = "Beschluss"
    STATUS = "Stand"
    ANSWER = "Antwort"
    MILESTONE = "Meilenstein"
    EVENT = "Ereignis"


class Certainty(StrEnum):
    """What is known of whether it happened."""

    HAPPENED = "erfolgt"
    PLANNED = "geplant"
    UNCONFIRMED = "Vollzug unbekannt"
    CANCELLED = "abgesagt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One dated thing: when, what kind, on which page."""

    date: PartialDate
    kind: Kind
    key: Key
    text: str
    certainty: Certainty = Certainty.HAPPENED
    fragment: str = ""
    body: str = ""
    inferred: bool = False


_ORDER = {kind: place for place, kind in enumerate(Kind)}


def timeline(entries: Iterable[Entry[Record]], today: dt.date, parts: Parts = AFRESH) -> tuple[Moment, ...]:
    """Oldest first; at the same date in a fixed order."""
    placed = [moment for entry in entries for moment in parts.of("moments", entry, partial(_placed, entry, today))]
    placed.sort(key=itemgetter(0))
    return tuple(moment for _, moment in placed)


def _placed(entry: Entry[Record], today: dt.date) -> list[tuple[tuple[object, ...], Moment]]:
    """Each moment behind what it is sorted by."""
    return [((m.date.order, _ORDER[m.kind], m.key, m.fragment, m.text), m) for m in _moments(entry, today)]


def _moments(entry: Entry[Record], today: dt.date) -> Iterator[Moment]:
    match entry.record:
        case Paper() as paper:
            yield from _of_paper(entry.key, paper, today)
        case Project() as project:
            yield from _of_project(entry.key, project, today)
        case Inquiry() as inquiry:
            yield from _of_inquiry(entry.key, inquiry)
        case Event() as event:
            certainty = {
                EventState.HAPPENED: Certainty.HAPPENED,
                EventState.CANCELLED: Certainty.CANCELLED,
            }.get(event.state) or _unless_past(event.date, today)
            yield Moment(
                date=event.date,
                kind=Kind.EVENT,
                key=entry.key,
                text=event.title,
                certainty=certainty,
                inferred=bool(event.inferred),
            )


def _of_paper(key: Key, paper: Paper, today: dt.date) -> Iterator[Moment]:
    if isinstance(paper.date, PartialDate):
        yield Moment(date=paper.date, kind=Kind.PAPER, key=key, text=f"{paper.kind} vorgelegt")
    for consultation in paper.consultations:
        if not isinstance(consultation.date, PartialDate):
            continue
        decided = consultation.result in (
            Result.ADOPTED,
            Result.ADOPTED_CHANGED,
            Result.PARTLY_ADOPTED,
            Result.REJECTED,
        )
        yield Moment(
            date=consultation.date,
            kind=Kind.DECISION if decided else Kind.CONSULTATION,
            key=key,
            text=_station_text(consultation, consultation.date, today),
            certainty=_certainty(consultation, consultation.date, today),
            body=consultation.body,
            inferred=bool(consultation.inferred),
        )


def _station_text(consultation: Consultation, date: PartialDate, today: dt.date) -> str:
    role = "Beratung" if consultation.role is Role.UNKNOWN else consultation.role
    if consultation.result is not Result.UNKNOWN:
        return f"{role}: {consultation.result}"
    return f"{role}, Ergebnis unbekannt" if date.is_past(today) else f"{role} geplant"


def _certainty(consultation: Consultation, date: PartialDate, today: dt.date) -> Certainty:
    if consultation.result is not Result.UNKNOWN or consultation.state is MeetingState.HELD:
        return Certainty.HAPPENED
    return Certainty.CANCELLED if consultation.state is MeetingState.CANCELLED else _unless_past(date, today)


def _of_project(key: Key, project: Project, today: dt.date) -> Iterator[Moment]:
    for update in project.updates:
        if update.state is ProjectState.UNKNOWN:
            continue  # that nothing was found out on a day is no news of that day
        yield Moment(
            date=update.date,
            kind=Kind.STATUS,
            key=key,
            text=update.note or f"Stand: {update.state}",
            inferred=bool(update.inferred),
        )
    for milestone, anchor in zip(project.milestones, anchors(project), strict=True):
        yield from _of_milestone(key, milestone, anchor, today)


def _of_milestone(key: Key, milestone: Milestone, anchor: str, today: dt.date) -> Iterator[Moment]:
    if isinstance(milestone.reached, PartialDate):
        date, certainty = milestone.reached, Certainty.HAPPENED
    elif milestone.reached is None and not milestone.dropped and isinstance(due := due_date(milestone), PartialDate):
        date, certainty = due, _unless_past(due, today)
    else:
        return
    yield Moment(
        date=date,
        kind=Kind.MILESTONE,
        key=key,
        text=milestone.title,
        certainty=certainty,
        fragment=anchor,
        inferred=bool(milestone.inferred),
    )


def due_date(milestone: Milestone) -> PartialDate | str:
    """The date that counts now: the last re-planning, else the first promise."""
    return milestone.replannings[-1].new if milestone.replannings else milestone.planned


def _of_inquiry(key: Key, inquiry: Inquiry) -> Iterator[Moment]:
    if inquiry.kind is InquiryKind.OPEN:
        return  # written down by the portal itself: nothing happened that day
    steps: tuple[tuple[Fact | None, Kind, str], ...] = (
        (inquiry.asked, Kind.QUESTION, "Anfrage gestellt"),
        (inquiry.answered, Kind.ANSWER, "Anfrage beantwortet"),
    )
    for step, kind, text in steps:
        date = getattr(step, "date", None)
        if step and isinstance(date, PartialDate):
            yield Moment(
                date=date,
                kind=kind,
                key=key,
                text=text,
                body=getattr(step, "body", "") or "",
                inferred=bool(step.inferred),
            )


def _unless_past(date: PartialDate, today: dt.date) -> Certainty:
    return Certainty.UNCONFIRMED if date.is_past(today) else Certainty.PLANNED
