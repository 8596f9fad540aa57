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
from portal.records import Meeting, Organization, Record
from portal.register.entries import Entry, Key

MEETINGS, BODIES = "sitzungen", "gremien"
Occasion = tuple[object, object]  # a body's id and a date, as they stand in records


def declared_meetings(entries: Iterable[Entry[Record]]) -> dict[Occasion, list[Entry[Meeting]]]:
    """The meetings that have files of their own, by body and date."""
    found: dict[Occasion, list[Entry[Meeting]]] = {}
    for entry in entries:
        if isinstance(entry.record, Meeting):
            meeting = cast("Entry[Meeting]", entry)
            found.setdefault((meeting.record.body, meeting.record.date), []).append(meeting)
    return found


def with_derived(entries: dict[Key, Entry[Record]]) -> dict[Key, Entry[Record]]:
    """All entries, and a meeting for every body and day that only consultations know of."""
    declared = declared_meetings(entries.values())
    completed = dict(entries)
    for entry in entries.values():
        for body, date, name in entry.occasions:
            key = Key(MEETINGS, name)
            if (body, date) in declared or key in completed:
                continue
            organization = entries.get(Key(BODIES, body))
            title = cast("Organization", organization.record).title if organization else body
            completed[key] = _derived(key, title, body, date)
    return completed


@lru_cache(maxsize=20_000)  # checks and register derive the same meetings, and so does the next change in a preview
def _derived(key: Key, of_body: str, body: str, date: PartialDate) -> Entry[Record]:
    meeting = Meeting.model_construct(id=key.id, title=f"{of_body}, {in_words(date)}", body=body, date=date)
    return Entry(key=key, record=meeting)
