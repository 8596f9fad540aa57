"""What happens: meetings, events, and projects with their milestones."""

from __future__ import annotations

from portal.dates import PartialDate, Precision
from portal.outputs.schemaorg.base import Node, Things, ends, iso, known
from portal.records import UNKNOWN, Event, Meeting, Milestone, Project
from portal.records.words import EventState, MeetingState
from portal.register.anchors import anchors
from portal.register.entries import Key
from portal.register.timeline import due_date

#: For schema.org an event that took place as planned is still "scheduled".
_SCHEDULED, _RESCHEDULED, _POSTPONED, _CANCELLED = (
    f"https://schema.org/Event{word}" for word in ("Scheduled", "Rescheduled", "Postponed", "Cancelled")
)
_STATES = {
    MeetingState.PLANNED: _SCHEDULED,
    MeetingState.HELD: _SCHEDULED,
    MeetingState.CANCELLED: _CANCELLED,
    EventState.PLANNED: _SCHEDULED,
    EventState.HAPPENED: _SCHEDULED,
    EventState.CANCELLED: _CANCELLED,
}


def meeting(record: Meeting, key: Key, things: Things) -> Node:
    start, end = ends(record.date)
    agenda = dict.fromkeys(item.key for item in things.register.agendas.get(key, ()))
    return {
        "startDate": f"{start}T{record.start}:00" if record.date.day and record.start else start,
        "endDate": end,
        "eventStatus": _STATES.get(record.state),
        "location": _place(record.place),
        "organizer": things.one(record.body, "gremien"),
        "about": [things.reference(item) for item in agenda],
    }


def event(record: Event, _: Key, things: Things) -> Node:
    start, end = ("", "") if record.inferred else ends(record.date)
    return {
        "startDate": start,
        "endDate": end,
        "eventStatus": _STATES.get(record.state),
        "location": _place(record.place),
        "attendee": things.named(record.participants, "gremien", "personen"),
        "about": things.named(record.about),
    }


def project(record: Project, key: Key, things: Things) -> Node:
    """For schema.org a project is an organization: it is founded, has members, and events take place in it."""
    period = record.period if not record.period_inferred else None
    members = things.named((*record.lead, *record.partners), "gremien") + things.named(record.people, "personen")
    return {
        "foundingDate": ends(period)[0] if period and period.precision is Precision.RANGE else "",
        "parentOrganization": things.one(record.part_of, "roadmap"),
        "member": members,
        "subjectOf": things.named(record.basis, "beschluesse"),
        "event": [
            known({"@type": "Event", "@id": things.id_of(key, anchor), **_milestone(milestone, things)})
            for anchor, milestone in zip(anchors(record), record.milestones, strict=True)
        ],
    }


def _milestone(milestone: Milestone, things: Things) -> Node:
    """A promise as an event: moved from its first date to the one that counts now."""
    date = due_date(milestone) if milestone.reached is None else milestone.reached
    return {
        "name": milestone.title,
        "startDate": "" if milestone.inferred else iso(date),
        "previousStartDate": iso(milestone.planned) if milestone.replannings else "",
        "eventStatus": _state(milestone, date, things),
    }


def _state(milestone: Milestone, date: PartialDate | str, things: Things) -> str:
    if milestone.dropped:
        return _CANCELLED
    if milestone.replannings:
        return _POSTPONED if milestone.reached is None and date == UNKNOWN else _RESCHEDULED
    is_ahead = isinstance(date, PartialDate) and not date.is_past(things.register.today)
    return _SCHEDULED if milestone.reached is not None or is_ahead else ""


def _place(text: str | None) -> Node | None:
    return {"@type": "Place", "name": text} if text else None
