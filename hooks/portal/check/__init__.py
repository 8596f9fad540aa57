"""Step 3: everything that is wrong across fields and across records, all at once.

Each rule is a generator of problems and knows nothing of the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from portal.check import completeness, dates, identity, meetings, references, votes
from portal.load import Unread
from portal.problems import Problem
from portal.records import Record
from portal.register.entries import Entry
from portal.register.meetings import with_derived
from portal.register.names import Names
from portal.register.parts import AFRESH, Parts, basis_of

__all__ = ["check"]


def check(
    entries: Iterable[Entry[Record]], today: dt.date, *, unread: Unread | None = None, parts: Parts = AFRESH
) -> Iterator[Problem]:
    """All problems that only show when looking at more than one field.

    Naming what could not be read is not a second problem. Neither is anything at a field that has been
    reported as wrong already. `parts` are for who checks the same entries again and again.
    """
    entries = list(entries)
    names = Names.of(with_derived({entry.key: entry for entry in entries}).values())
    reported = {(entry.raw.path, location) for entry in entries if entry.raw for location in entry.patched}

    def is_reported(problem: Problem) -> bool:
        ways = (problem.location[:length] for length in range(1, len(problem.location) + 1))
        return any((problem.path, way) in reported for way in ways)

    unread = unread or Unread()
    parts.begin((today, basis_of(names.entries.values()), frozenset(unread.names), frozenset(unread.types)))
    for problem in _all(entries, names, today, unread, parts):
        if not is_reported(problem):
            yield problem


def _all(entries: list[Entry[Record]], names: Names, today: dt.date, unread: Unread, parts: Parts) -> Iterator[Problem]:
    yield from identity.duplicates(entries)
    yield from identity.taken_addresses(entries)
    yield from identity.former_ids(names)
    yield from references.cycles(names)
    yield from meetings.problems(entries)
    for entry in entries:
        yield from parts.of("problems", entry, partial(_of_entry, entry, names, today, unread))


def _of_entry(entry: Entry[Record], names: Names, today: dt.date, unread: Unread) -> tuple[Problem, ...]:
    """What is wrong with one entry, given whom names mean, and what day it is."""
    return (
        *references.problems(entry, names, unread),
        *identity.numbering(entry),
        *dates.problems(entry, today),
        *votes.problems(entry),
        *completeness.problems(entry),
    )
