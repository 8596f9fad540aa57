"""A valid record together with its name and the file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from portal.dates import PartialDate
from portal.load import RawRecord
from portal.problems import Problem
from portal.recipes import digest
from portal.records import Record
from portal.records.references import Location, Mention, mentions
from portal.register.anchors import anchors
from portal.register.occasions import occasions

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Key(NamedTuple):
    """What a record is called across all types: its folder and its id."""

    type: str
    id: str

    def __str__(self) -> str:
        return f"{self.type}/{self.id}"


@dataclass(frozen=True, kw_only=True)
class Entry(Generic[R_co]):
    """A valid record, its prose, and the file it came from (none for derived meetings)."""

    key: Key
    record: R_co
    raw: RawRecord | None = None
    #: Fields that were wrong and have been mended for checking; such an entry is never published.
    patched: frozenset[Location] = frozenset()

    @property
    def body(self) -> str:
        return self.raw.body if self.raw else ""

    @cached_property
    def digest(self) -> bytes:
        """Another one as soon as anything in the record is."""
        if not self.raw:
            return digest(repr(self.record))
        return digest(self.raw.origin.source, repr(self.raw.values), self.raw.body)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every reference in the record, in the order of its fields."""
        return tuple(mentions(self.record))

    @cached_property
    def occasions(self) -> tuple[tuple[str, PartialDate, str], ...]:
        """Where and when it was before a body, and what the meeting is called."""
        return occasions(self.record)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """All anchors of the record's page, in order."""
        return tuple(anchors(self.record))

    def problem(self, location: Location, message: str) -> Problem:
        assert self.raw, "a derived record has no file to complain about"
        return self.raw.problem(location, message)
