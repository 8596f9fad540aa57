"""When objects came about and last changed: from the history, else from what the records themselves say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from portal.history import History
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.owndates import own_dates

#: Sittings in Germany; a moment without an offset would mean another one elsewhere.
ZONE = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class Times:
    """The standard requires both stamps on every object. Where the history says nothing, they are the first and the
    last day that the record names itself, else the day the data stands at: the same records give the same stamps."""

    register: Register
    history: History

    def stamps(self, keys: tuple[Key, ...]) -> dict[str, str]:
        """An object that shows several records changes with each of them; one without a file begins with the first."""
        with_file = [key for key in keys if self.register.entries[key].raw] or list(keys)
        is_first = with_file[0] == keys[0]
        created = _begin(self, keys[0]) if is_first else min(_begin(self, key) for key in with_file)
        modified = max(created, *(_end(self, key) for key in with_file))
        return {"created": offset(created), "modified": offset(modified)}

    def overall(self) -> dict[str, str]:
        """Of what tells of all records."""
        keys = [key for key, entry in self.register.entries.items() if entry.raw] or list(self.register.entries)
        created = min((_begin(self, key) for key in keys), default=midnight(self.register.today))
        modified = max((_end(self, key) for key in keys), default=created)
        return {"created": offset(created), "modified": offset(max(created, modified))}

    # Identity is enough to remember results by, and a frozen dataclass would compare whole registers.
    __hash__ = object.__hash__
    __eq__ = object.__eq__


def offset(moment: dt.datetime) -> str:
    """A date-time with its offset, as in Germany at that time of year."""
    return moment.astimezone(ZONE).isoformat(timespec="seconds")


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), ZONE)


@cache
def _begin(times: Times, key: Key) -> dt.datetime:
    if found := times.history.created(key):
        return found
    days = [day for day in _days(times, key, first=True) if day <= times.register.today]
    return midnight(min(days, default=times.register.today))


@cache
def _end(times: Times, key: Key) -> dt.datetime:
    if found := times.history.modified(key):
        return found
    days = [day for day in _days(times, key, first=False) if day <= times.register.today]
    return midnight(max(days, default=times.register.today))


def _days(times: Times, key: Key, *, first: bool) -> list[dt.date]:
    dates = own_dates(times.register.entries[key].record)
    return [date.first if first else date.last for date in dates]
