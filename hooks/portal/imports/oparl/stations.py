"""The way of a paper through the bodies: from consultations, agenda items and meetings, as far as they were delivered.

Votes stand in no field of the standard. What a text says of them is never read out of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.imports.oparl import clean
from portal.imports.oparl.draft import StationDraft, Values, filled
from portal.imports.oparl.index import Node
from portal.imports.oparl.meetings import day_of, state_of
from portal.imports.oparl.shape import OWN_DATE
from portal.imports.oparl.words import in_role, is_said_by, result_of, role_of, says_result
from portal.imports.oparl.world import World
from portal.records import UNKNOWN
from portal.records.words import Majority, MeetingState, Result

#: A wording, not the text of the resolution: that is summarised by editors and linked, not copied.
_SHORT = 300
_DELETED = "Im Ratsinformationssystem gelöscht."
#: What an agenda item says, and what a meeting says.
_OF_ITEM = frozenset({"top", "ergebnis", "ergebnis-wortlaut", "mehrheit"})
_OF_MEETING = frozenset({"termin", "sitzung", "stand"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """A consultation with what belongs to it; None where it is not named or was not delivered."""

    consultation: Node
    item: Node | None
    meeting: Node | None

    @property
    def is_deleted(self) -> bool:
        return any(node and node.is_deleted for node in (self.consultation, self.item, self.meeting))


def stations(paper: Node, names: list[str], world: World) -> list[StationDraft]:
    """In the order of their days; those without a known day last, as they were delivered."""
    found = [station for name in names if (station := _station(paper, name, world))]
    return sorted(found, key=lambda station: (_day(station) is None, _day(station) or ""))


def _day(station: StationDraft) -> str | None:
    day = station.values.get("termin", UNKNOWN)
    return None if day == UNKNOWN else str(day)


def _station(paper: Node, name: str, world: World) -> StationDraft | None:
    consultation = world.index.get("Consultation", name)
    if consultation is None:
        world.hint(paper, f"nennt die Beratung {name}, die nicht dabei ist. Sie fehlt in der Beratungsfolge.")
        return StationDraft(consultation=name, values={}, is_frozen=True)
    item = world.index.get("AgendaItem", consultation.one("agendaItem"))
    meeting = world.index.get("Meeting", consultation.one("meeting") or (item.one("meeting") if item else None))
    parts = _Parts(consultation=consultation, item=item, meeting=meeting)
    values = _values(parts, world)
    if consultation.is_deleted:
        if values["gremium"] == UNKNOWN and values["termin"] == UNKNOWN:
            return StationDraft(consultation=name, values={"notiz": _DELETED}, is_frozen=True)
        values["notiz"] = _DELETED
    return StationDraft(consultation=name, values=values, silent=_silent(parts, world), is_frozen=parts.is_deleted)


def _silent(parts: _Parts, world: World) -> frozenset[str]:
    """What is named but was not delivered may well be known here already."""
    silent: frozenset[str] = frozenset()
    named = parts.consultation.one("agendaItem")
    if named and parts.item is None:
        world.hint(
            parts.consultation, f"nennt den Tagesordnungspunkt {named}, der nicht dabei ist. Das Ergebnis bleibt offen."
        )
        silent |= _OF_ITEM
    named = parts.consultation.one("meeting") or (parts.item.one("meeting") if parts.item else None)
    if named and parts.meeting is None:
        world.hint(parts.consultation, f"nennt die Sitzung {named}, die nicht dabei ist. Der Termin bleibt offen.")
        silent |= _OF_MEETING
    return silent


def _values(parts: _Parts, world: World) -> Values:
    body = _body(parts, world)
    day = day_of(parts.meeting) or _day_of_item(parts.item)
    role, role_wording = role_of(parts.consultation.text("role"), parts.consultation.values.get("authoritative"))
    if role_wording:
        world.notes.unknown_wording("Zuständigkeit", role_wording)
    result, majority, wording = _result(parts, day, world)
    if in_role(result, role) is Result.UNKNOWN and result is not Result.UNKNOWN:
        world.hint(parts.consultation, f"ist „{role}“, das Ergebnis „{result}“ passt nicht dazu. Es bleibt unbekannt.")
        majority = Majority.UNKNOWN
    result = in_role(result, role)
    named = _meeting_record(parts.meeting, body, day, world)
    if day and world.occasions[body, day] > 1 and not named:
        world.hint(parts.consultation, f"kann zu mehreren Sitzungen am {day} gehören. Der Termin bleibt unbekannt.")
        day = None
    return filled(
        {
            "gremium": body,
            "termin": day or clean.partial(parts.consultation.text(OWN_DATE)) or UNKNOWN,
            "sitzung": named if day and world.occasions[body, day] > 1 else None,
            "rolle": str(role),
            "rolle-wortlaut": role_wording,
            "top": parts.item.text("number") if parts.item else None,
            "stand": _state(parts.meeting, result, world),
            "ergebnis": str(result),
            "ergebnis-wortlaut": wording,
            "mehrheit": None if majority is Majority.UNKNOWN else str(majority),
        }
    )


def _body(parts: _Parts, world: World) -> str:
    """Whose consultation it is; where it does not say so, whose meeting it was."""
    own = parts.consultation.all("organization")
    named = own or (parts.meeting.all("organization") if parts.meeting else ())
    found = world.known_bodies(named)
    if named and not found:
        world.hint(parts.consultation, f"nennt das Gremium {named[0]}, das nicht dabei ist. Es bleibt unbekannt.")
    elif len(found) > 1 and own:
        world.hint(parts.consultation, f"nennt mehrere Gremien. Übernommen ist nur „{found[0]}“.")
    return found[0] if found else UNKNOWN


def _day_of_item(item: Node | None) -> str | None:
    found = clean.day(item.text("start")) if item else None
    return found.isoformat() if found else None


def _meeting_record(meeting: Node | None, body: str, day: str | None, world: World) -> str | None:
    """The meeting's record, where it is one of this body on this day."""
    key = world.meetings.get(meeting.id) if meeting else None
    if meeting is None or key is None or world.shelf.was_deleted_here(meeting.id):
        return None
    bodies = world.known_bodies(meeting.all("organization"))
    return key.id if bodies[:1] == [body] and day_of(meeting) == day else None


def _result(parts: _Parts, day: str | None, world: World) -> tuple[Result, Majority, str | None]:
    """What came out, and the wording where it says more than that."""
    if parts.item is None:
        return Result.UNKNOWN, Majority.UNKNOWN, None
    said, text = parts.item.text("result"), parts.item.text("resolutionText")
    result, majority = result_of(said)
    if result is not Result.UNKNOWN and day and day > world.today.isoformat():
        world.hint(parts.item, f"hat ein Ergebnis („{said}“), die Sitzung ist aber erst am {day}. Es bleibt unbekannt.")
        result, majority = Result.UNKNOWN, Majority.UNKNOWN
    elif result is Result.UNKNOWN and said and says_result(said):
        world.notes.unknown_wording("Ergebnis", said)
    words = [said] if said and says_result(said) and not is_said_by(said, result, majority) else []
    words += [text] if text and len(text) <= _SHORT and text != said else []
    return result, majority, "; ".join(words) or None


def _state(meeting: Node | None, result: Result, world: World) -> str | None:
    """Whether it was dealt with matters only as long as nobody knows what came of it."""
    if meeting is None or result is not Result.UNKNOWN:
        return None
    state = state_of(meeting, world)
    return None if state is MeetingState.UNKNOWN else str(state)
