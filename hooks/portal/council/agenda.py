"""What a meeting's page shows: its agenda in order, what is not known of it, the meetings before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import cast

from portal.parts.cut import Cut, cut
from portal.parts.rows import list_of
from portal.records import AgendaItem, Consultation, Meeting, Record
from portal.records.words import MeetingState, Result
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.meetings import MEETINGS
from portal.register.states import Tone

_STEP = re.compile(r"(\d+)")
#: Points of one meeting that its page lists, with about 700 bytes each.
_POINTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One item of an agenda: a paper's consultation, an inquiry, or what the meeting's own record notes."""

    number: str
    key: Key | None = None
    consultation: Consultation | None = None
    #: What happened to an inquiry here.
    occasion: str = ""
    item: AgendaItem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A meeting, ready to be shown."""

    state: str
    tone: Tone
    is_ahead: bool
    points: Cut[Point]
    #: The list that holds the papers among them.
    more: str
    #: Sentences on what nobody knows of it.
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The meetings of the same body before and after one."""

    before: Key | None
    after: Key | None


def sitting(register: Register, entry: Entry[Record]) -> Sitting:
    meeting = cast("Meeting", entry.record)
    points = _points(register, entry.key, meeting)
    state, tone = _state(register, meeting, points)
    is_ahead = not meeting.date.is_past(register.today)
    return Sitting(
        state=state,
        tone=tone,
        is_ahead=is_ahead,
        points=cut(points, _POINTS),
        more=list_of(
            "beschluesse", jahr=str(meeting.date.year), gremium=register.resolve(meeting.body, "gremien").key.id
        ),
        unknown=() if is_ahead or meeting.state is MeetingState.CANCELLED else tuple(_unknown(meeting, points)),
    )


def neighbours(register: Register) -> dict[Key, Neighbours]:
    """For every meeting the one before and the one after; once for a whole build."""
    entries = cast("tuple[Entry[Meeting], ...]", register.by_type[MEETINGS])
    ordered = sorted(entries, key=lambda e: (_body(register, e), e.record.date, e.record.start or "", e.key))
    found = {}
    for _, group in groupby(ordered, key=lambda e: _body(register, e)):
        keys = [None, *(entry.key for entry in group), None]
        for (before, key), (_, after) in pairwise(pairwise(keys)):
            found[cast("Key", key)] = Neighbours(before=before, after=after)
    return found


def number_order(number: str) -> tuple[bool, bool, list[tuple[int, str]]]:
    """The order of a printed agenda: Ö 2 before Ö 10, public (Ö) before closed (N), items without a number last."""
    words = number.upper().removeprefix("TOP").strip()
    is_closed = words.startswith("N")
    steps = _STEP.split(words.lstrip("ÖN "))
    return not number, is_closed, [(int(step), "") if step.isdecimal() else (0, step.strip(" .")) for step in steps]


def _body(register: Register, entry: Entry[Meeting]) -> str:
    return register.resolve(entry.record.body, "gremien").key.id


def _points(register: Register, key: Key, meeting: Meeting) -> tuple[Point, ...]:
    points = [
        Point(
            number=(matter.consultation.agenda_number or "") if matter.consultation else "",
            key=matter.key,
            consultation=matter.consultation,
            occasion=matter.occasion,
        )
        for matter in register.agendas.get(key, ())
    ]
    points += [Point(number=item.number or "", item=item) for item in meeting.agenda]
    return tuple(sorted(points, key=lambda point: number_order(point.number)))


def _state(register: Register, meeting: Meeting, points: tuple[Point, ...]) -> tuple[str, Tone]:
    if meeting.state is MeetingState.CANCELLED:
        return meeting.state, Tone.BAD
    if meeting.state is MeetingState.HELD:
        return meeting.state, Tone.GOOD
    if any(_has_result(point) for point in points):
        return MeetingState.HELD, Tone.GOOD
    if not meeting.date.is_past(register.today):
        return MeetingState.PLANNED, Tone.NEUTRAL
    if any(point.occasion for point in points):  # nobody asks or answers where nobody meets
        return MeetingState.HELD, Tone.GOOD
    if meeting.state is MeetingState.PLANNED:
        return "war geplant, Vollzug unbekannt", Tone.UNKNOWN
    return "Vollzug unbekannt", Tone.UNKNOWN


def _has_result(point: Point) -> bool:
    return point.consultation is not None and point.consultation.result is not Result.UNKNOWN


def _unknown(meeting: Meeting, points: tuple[Point, ...]) -> Iterator[str]:
    consultations = [point.consultation for point in points if point.consultation]
    without_result = sum(1 for station in consultations if station.result is Result.UNKNOWN)
    without_vote = sum(1 for station in consultations if _could_have_votes(station) and not station.votes)
    if without_result:
        yield (
            "Bei einem Punkt ist das Ergebnis unbekannt."
            if without_result == 1
            else (f"Bei {without_result} Punkten ist das Ergebnis unbekannt.")
        )
    if without_vote:
        yield (
            "Bei einem Punkt ist unbekannt, mit wie vielen Stimmen."
            if without_vote == 1
            else (f"Bei {without_vote} Punkten ist unbekannt, mit wie vielen Stimmen.")
        )
    unnumbered = sum(1 for point in points if not point.number)
    if unnumbered == len(points) == 1:
        yield "Die Nummer des Punkts auf der Tagesordnung ist unbekannt."
    elif unnumbered == len(points) and points:
        yield "Die Nummern der Punkte auf der Tagesordnung sind unbekannt, also auch ihre Reihenfolge."
    elif unnumbered:
        yield "Punkte ohne Nummer stehen am Ende; wann sie an der Reihe waren, ist unbekannt."
    if not meeting.start:
        yield "Die Uhrzeit ist unbekannt."
    if not meeting.place:
        yield "Der Ort ist unbekannt."


def _could_have_votes(station: Consultation) -> bool:
    """Notes, referrals and withdrawals usually come without a count."""
    return station.result in (
        Result.ADOPTED,
        Result.ADOPTED_CHANGED,
        Result.PARTLY_ADOPTED,
        Result.REJECTED,
        Result.RECOMMENDED,
        Result.RECOMMENDED_CHANGED,
        Result.NOT_RECOMMENDED,
    )
