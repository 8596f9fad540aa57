"""Meetings: declared in data/sitzungen/, or derived where a body consulted on a known day.

One page per body and date. Consultations without a known day belong to no meeting: which of two
meetings in June it was would be a guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from portal.dates import PartialDate
from portal.german import in_words
from portal.records import Consultation, Inquiry, Meeting, Organization, Paper, Record
from portal.register.entries import Entry, Key

MEETINGS, BODIES = "sitzungen", "gremien"
Occasion = tuple[object, object]  # a body's id and a date, as they stand in records


def derived_id(body: str, date: PartialDate) -> str:
    return f"{body}-{date.iso()}"


def declared_meetings(entries: Iterable[Entry[Record]]) -> dict[Occasion, list[Entry[Meeting]]]:
    """The meetings that have files of their own, by body and date."""
    found: dict[Occasion, list[Entry[Meeting]]] = {}
    for entry in entries:
        if isinstance(entry.record, Meeting):
            meeting = cast("Entry[Meeting]", entry)
            found.setdefault((meeting.record.body, meeting.record.date), []).append(meeting)
    return found


def occasions(record: Record) -> list[tuple[str, PartialDate]]:
    """Where and when a record was before a body, as far as known to the day."""
    match record:
        case Paper():
            return [
                (c.body, c.date) for c in record.consultations if _has_meeting(c) and isinstance(c.date, PartialDate)
            ]
        case Inquiry():
            parts = (record.asked, record.answered)
            return [(p.body, p.date) for p in parts if p and p.body and isinstance(p.date, PartialDate) and p.date.day]
    return []


def _has_meeting(consultation: Consultation) -> bool:
    date = consultation.date
    return consultation.body != "unbekannt" and isinstance(date, PartialDate) and date.day is not None


def with_derived(entries: dict[Key, Entry[Record]]) -> dict[Key, Entry[Record]]:
    """All entries, and a meeting for every body and day that only consultations know of."""
    declared = declared_meetings(entries.values())
    completed = dict(entries)
    for entry in entries.values():
        for body, date in occasions(entry.record):
            key = Key(MEETINGS, derived_id(body, date))
            if (body, date) in declared or key in completed:
                continue
            organization = entries.get(Key(BODIES, body))
            name = cast("Organization", organization.record).title if organization else body
            completed[key] = _derived(key, name, body, date)
    return completed


@lru_cache(maxsize=20_000)  # checks and register derive the same meetings, and so does the next change in a preview
def _derived(key: Key, name: str, body: str, date: PartialDate) -> Entry[Record]:
    meeting = Meeting.model_construct(id=key.id, title=f"{name}, {in_words(date)}", body=body, date=date)
    return Entry(key=key, record=meeting)
