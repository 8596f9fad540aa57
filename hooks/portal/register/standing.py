"""How far a record has got, in one word, as the portal works it out from what the record declares."""

from __future__ import annotations

from portal.records import Inquiry, Project, Record
from portal.records.words import ProjectState
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.states import inquiry_state


def state_of(entry: Entry[Record], register: Register) -> str | None:
    """Of papers, projects and inquiries; other records do not get anywhere."""
    match entry.record:
        case Project() as project:
            return project.last_news.state if project.last_news else ProjectState.UNKNOWN
        case Inquiry() as inquiry:
            return inquiry_state(inquiry)
    state = register.states.get(entry.key)
    return state.label if state else None
