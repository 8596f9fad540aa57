"""Where and when records were before a body."""

from __future__ import annotations

from portal.dates import PartialDate
from portal.records import Consultation, Inquiry, Paper, Record


def derived_id(body: str, date: PartialDate) -> str:
    """What the meeting of a body on a day is called."""
    return f"{body}-{date.iso()}"


def occasions(record: Record) -> tuple[tuple[str, PartialDate, str], ...]:
    """As far as known to the day: the body, the date, and what the meeting is called."""
    match record:
        case Paper():
            known = [
                (c.body, c.date) for c in record.consultations if _has_meeting(c) and isinstance(c.date, PartialDate)
            ]
        case Inquiry():
            parts = (record.asked, record.answered)
            known = [(p.body, p.date) for p in parts if p and p.body and isinstance(p.date, PartialDate) and p.date.day]
        case _:
            return ()
    return tuple((body, date, derived_id(body, date)) for body, date in known)


def _has_meeting(consultation: Consultation) -> bool:
    date = consultation.date
    return consultation.body != "unbekannt" and isinstance(date, PartialDate) and date.day is not None
