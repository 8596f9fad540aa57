"""Step 3: everything that is wrong across fields and across records, all at once.

Each rule is a generator of problems and knows nothing of the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator

from portal.check import completeness, dates, identity, meetings, references, votes
from portal.entries import Entry
from portal.names import Names
from portal.problems import Problem
from portal.records import Record

__all__ = ["check"]


def check(entries: Iterable[Entry[Record]], today: dt.date, *, excused: Container[str] = ()) -> Iterator[Problem]:
    """All problems that only show when looking at more than one field.

    `excused` are ids whose own files are unreadable: naming them is not a second problem. Neither is
    anything at a field that has been reported as wrong already.
    """
    entries = list(entries)
    names = Names.of(entries)
    reported = {(entry.raw.path, location) for entry in entries if entry.raw for location in entry.patched}
    for problem in _all(entries, names, today, excused):
        if (problem.path, problem.location) not in reported:
            yield problem


def _all(entries: list[Entry[Record]], names: Names, today: dt.date, excused: Container[str]) -> Iterator[Problem]:
    yield from identity.duplicates(entries)
    yield from identity.former_ids(names)
    yield from references.cycles(names)
    yield from meetings.problems(entries)
    for entry in entries:
        yield from references.dangling(entry, names, excused)
        yield from references.wrong_prose_links(entry, names, excused)
        yield from identity.numbering(entry)
        yield from dates.problems(entry, today)
        yield from votes.problems(entry)
        yield from completeness.problems(entry)
