"""When a record was last changed, and how often: from the history, else from the record's own dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Protocol

from portal.records import UNKNOWN, Project, Record, Source
from portal.register.entries import Key
from portal.register.link import Register

#: Where nothing at all is known. A fixed day: the clock would make every build another one.
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class Revisions(Protocol):
    """What feeds and calendars want to know of a version history."""

    def modified(self, key: Key) -> dt.datetime | None: ...
    def revision(self, key: Key) -> int: ...


class Stamps:
    """The history where it knows a record; the dates in the record where there is none."""

    def __init__(self, register: Register, history: Revisions | None = None) -> None:
        self._register = register
        self._history = history

    def modified(self, *keys: Key) -> dt.datetime:
        """When the newest of these records changed; the meeting of a day changes with the papers on its agenda."""
        return max((self._modified(key) for key in keys), default=UNDATED)

    def revision(self, *keys: Key) -> int:
        """Grows with every change of one of these records."""
        return sum(self._revision(key) for key in keys)

    def _modified(self, key: Key) -> dt.datetime:
        known = self._history.modified(key) if self._history else None
        if known:
            return known.astimezone(dt.UTC)
        return _newest(self._register.entries[key].record, self._register.today)

    def _revision(self, key: Key) -> int:
        if self._history and self._history.modified(key):
            return self._history.revision(key)
        return sum(1 for _ in _appended(self._register.entries[key].record))


def midnight(day: dt.date) -> dt.datetime:
    """A day as a point in time: its beginning, so that it never lies ahead."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _newest(record: Record, today: dt.date) -> dt.datetime:
    days = [day for day in _own_days(record) if day <= today]
    return midnight(max(days)) if days else UNDATED


def _own_days(record: Record) -> Iterator[dt.date]:
    """Days on which somebody wrote something down or something happened."""
    dates = [record.dated, record.checked, record.retrieved if isinstance(record, Source) else None]
    dates += [correction.date for correction in record.corrections]
    if isinstance(record, Project):
        dates += [update.date for update in record.updates]
        dates += [change.date for milestone in record.milestones for change in milestone.replannings]
    yield from (date.first for date in dates if date)


def _appended(record: Record) -> Iterable[object]:
    """What the rules of the data folder only ever append."""
    yield from record.corrections
    if isinstance(record, Project):
        yield from record.updates
        for milestone in record.milestones:
            yield from milestone.replannings
            yield from (end for end in (milestone.reached, milestone.dropped) if end and end != UNKNOWN)
