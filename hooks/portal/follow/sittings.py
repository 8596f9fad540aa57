"""A meeting in a few words for calendars: what is on its agenda, and whether it took place."""

from __future__ import annotations

from dataclasses import dataclass

from portal.council.agenda import number_order
from portal.follow import sentences
from portal.records import Meeting
from portal.records.words import MeetingState, Result
from portal.register.entries import Key
from portal.register.link import AgendaEntry, Register

#: A calendar shows a few lines; the page has the whole agenda.
_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    body: str
    text: str
    status: str


def sitting(meeting: Meeting, key: Key, register: Register) -> Sitting:
    items = register.agendas.get(key, ())
    lines = [_line(item, register) for item in sorted(items, key=_order)]
    lines += [f"{item.number}: {item.title}" if item.number else item.title for item in meeting.agenda]
    if len(lines) > _LINES:
        lines[_LINES:] = [f"und {len(lines) - _LINES} weitere Punkte"]
    agenda = ["Auf der Tagesordnung, soweit hier verzeichnet:", *(f"- {line}" for line in lines)] if lines else []
    time = [] if meeting.start else ["Die Uhrzeit ist unbekannt."]
    state, status = _state(meeting, items)
    return Sitting(
        body=sentences.name_of(meeting.body, register, "gremien"),
        text="\n".join([f"Stand: {state}.", *time, *agenda]),
        status=status,
    )


def _line(item: AgendaEntry, register: Register) -> str:
    title = register.entries[item.key].record.label()
    if item.consultation is None:
        return f"{title} ({item.occasion})"
    number = f"{item.consultation.agenda_number}: " if item.consultation.agenda_number else ""
    result = item.consultation.result
    return f"{number}{title}" + (f" ({result})" if result is not Result.UNKNOWN else "")


def _order(item: AgendaEntry) -> tuple[object, Key]:
    return number_order((item.consultation.agenda_number if item.consultation else "") or ""), item.key


def _state(meeting: Meeting, items: tuple[AgendaEntry, ...]) -> tuple[str, str]:
    """What the records say, whatever day it is: nobody decides, asks or answers where nobody meets."""
    stations = [item.consultation for item in items if item.consultation]
    declared = {meeting.state} - {MeetingState.UNKNOWN}
    states = declared | {station.state for station in stations}
    if meeting.state is MeetingState.CANCELLED or (stations and states == {MeetingState.CANCELLED}):
        return "abgesagt", "CANCELLED"
    has_result = any(station.result is not Result.UNKNOWN for station in stations)
    if MeetingState.HELD in states or has_result or any(item.occasion for item in items):
        return "stattgefunden", "CONFIRMED"
    return ("geplant" if MeetingState.PLANNED in states else "nicht bestätigt"), "TENTATIVE"
