"""Step 3: everything that is wrong across fields and across records, all at once.

Each rule is a generator of problems and knows nothing of the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from portal.check import completeness, dates, identity, meetings, references, votes
from portal.load import Unread
from portal.problems import Problem
from portal.records import Record
from portal.register.entries import Entry
from portal.register.meetings import with_derived
from portal.register.names import Names

__all__ = ["check"]


def check(entries: Iterable[Entry[Record]], today: dt.date, *, unread: Unread | None = None) -> Iterator[Problem]:
    """All problems that only show when looking at more than one field.

    Naming what could not be read is not a second problem. Neither is anything at a field that has been
    reported as wrong already.
    """
    entries = list(entries)
    names = Names.of(with_derived({entry.key: entry for entry in entries}).values())
    reported = {(entry.raw.path, location) for entry in entries if entry.raw for location in entry.patched}

    def is_reported(problem: Problem) -> bool:
        ways = (problem.location[:length] for length in range(1, len(problem.location) + 1))
        return any((problem.path, way) in reported for way in ways)

    for problem in _all(entries, names, today, unread or Unread()):
        if not is_reported(problem):
            yield problem


def _all(entries: list[Entry[Record]], names: Names, today: dt.date, unread: Unread) -> Iterator[Problem]:
    yield from identity.duplicates(entries)
    yield from identity.taken_addresses(entries)
    yield from identity.former_ids(names)
    yield from references.cycles(names)
    yield from meetings.problems(entries)
    for entry in entries:
        yield from references.problems(entry, names, unread)
        yield from identity.numbering(entry)
        yield from dates.problems(entry, today)
        yield from votes.problems(entry)
        yield from completeness.problems(entry)
