"""The day the data stands at. All that is relative ("seit 41 Tagen offen") is computed from it.

The same commit must give the same site, so this is never the clock: it is the newest commit that
touched the data, or SOURCE_DATE_EPOCH. Only data with uncommitted changes stands at today.
"""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.dates import PartialDate
from portal.records import Imported, Meeting, Paper, Record, Source
from portal.records.words import MeetingState, Result
from portal.register.entries import Entry


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day, and whether a version history backs it."""

    day: dt.date
    has_history: bool


def as_of(
    folder: Path, entries: Iterable[Entry[Record]], environ: Mapping[str, str], now: Callable[[], dt.date]
) -> AsOf:
    """From SOURCE_DATE_EPOCH, else from Git, else the newest day on which someone looked something up."""
    committed = _git(folder, "log", "-1", "--format=%cs", "--", ".")
    if given := given_day(environ):
        return AsOf(given, bool(committed))
    if committed:
        changed = _git(folder, "status", "--porcelain", "--", ".")
        return AsOf(now() if changed else dt.date.fromisoformat(committed), True)
    looked_up = [day for entry in entries for day in _looked_up(entry.record)]
    return AsOf(min(max(looked_up, default=now()), now()), False)


class NoDay(ValueError):
    """SOURCE_DATE_EPOCH is set to something that is no point in time."""


def given_day(environ: Mapping[str, str]) -> dt.date | None:
    """The day that SOURCE_DATE_EPOCH names, if it is set."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise NoDay(f"SOURCE_DATE_EPOCH ist „{epoch}“; erwartet werden Sekunden seit 1970.") from None


def _looked_up(record: Record) -> Iterable[dt.date]:
    if record.checked:
        yield record.checked.last
    if isinstance(record, Source) and record.retrieved:
        yield record.retrieved.last
    if isinstance(record, Imported) and record.origin:
        yield from _happened(record)


def _happened(record: Imported) -> Iterable[dt.date]:
    """Who took a result over has looked after it was known."""
    match record:
        case Paper():
            known = [station.date for station in record.consultations if station.result is not Result.UNKNOWN]
            yield from (date.last for date in (record.date, *known) if isinstance(date, PartialDate))
        case Meeting() if record.state is MeetingState.HELD:
            yield record.date.last


def _git(folder: Path, *arguments: str) -> str:
    """What git prints, or nothing where there is no git, no repository or no history."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
