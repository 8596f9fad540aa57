"""What follows from one record alone, kept for who checks and links the same records after every change.

Everything else is put together anew each time, so nothing of what was before can stay behind.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from portal.records import Record
from portal.register.entries import Entry, Key

T = TypeVar("T")

Basis = tuple[tuple[Key, tuple[str, ...], tuple[str, ...]], ...]


def basis_of(entries: Iterable[Entry[Record]]) -> Basis:
    """All that decides what a name means, and what is said of one that means nothing: ids, parts, and former ids."""
    return tuple((entry.key, entry.anchors, entry.record.former_ids) for entry in entries)


class Parts:
    """Remembers nothing: each part is worked out when it is asked for."""

    def begin(self, basis: Hashable) -> None:
        """All records are about to be gone through. What parts depend on beside their record must be in the basis."""

    def of(self, _name: str, _entry: Entry[Any], work: Callable[[], T], /) -> T:
        """What follows from an entry, under a name that only this work has."""
        return work()


class KeptParts(Parts):
    """Remembers what it was asked when all records were last gone through, as long as entry and basis are the same."""

    def __init__(self) -> None:
        self._basis: Hashable = None
        #: With their entries, so that no id is used twice.
        self._before: dict[tuple[str, int], tuple[Entry[Any], Any]] = {}
        self._now: dict[tuple[str, int], tuple[Entry[Any], Any]] = {}

    def begin(self, basis: Hashable) -> None:
        self._before, self._now = (self._now if basis == self._basis else {}), {}
        self._basis = basis

    def of(self, name: str, entry: Entry[Any], work: Callable[[], T], /) -> T:
        place = name, id(entry)
        found = self._now[place] = self._before.get(place) or (entry, work())
        result: T = found[1]
        return result


#: For who does it only once.
AFRESH = Parts()
