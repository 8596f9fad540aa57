"""A piece of news: a dated event that a source tells of, with a name that stays.

A name must survive changes of titles, dates and wording, because feed readers know an entry by nothing
else. So it is made of what the rules of the data folder keep in place: the body that consulted, the day
of an update (append, never change), the number of a point, a question or a milestone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from portal.dates import PartialDate
from portal.register.entries import Key


class Kind(StrEnum):
    """What kind of news it is; the categories of the feeds."""

    PAPER = "Vorlage"
    CONSULTATION = "Beratungsergebnis"
    DELIVERY = "Umsetzung"
    STATUS = "Neuer Stand"
    MILESTONE = "Meilenstein"
    REPLANNED = "Umplanung"
    QUESTION = "Anfrage"
    ANSWER = "Antwort"
    FIGURE = "Zahl"
    EVENT = "Ereignis"
    CORRECTION = "Korrektur"


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One piece of news of one record."""

    key: Key
    #: Unique within its record, and never another.
    name: str
    kind: Kind
    date: PartialDate
    #: What happened in a few words; the record's title is said before it.
    title: str
    text: str
    #: The key of the field that says so.
    field: str
    fragment: str = ""
    meeting: Key | None = None

    @cached_property
    def id(self) -> str:
        """Its name among all news."""
        return f"{self.key}/{self.name}"

    @cached_property
    def digest(self) -> str:
        """Another one as soon as anything about the news is."""
        told = "\n".join((self.date.iso(), self.kind, self.title, self.text))
        return hashlib.sha256(told.encode()).hexdigest()[:8]


@dataclass(slots=True)
class Names:
    """Names for things that are known by their day: `2025-04-22`, and `2025-04-22-2` for the second of a day."""

    _seen: Counter[str] = field(default_factory=Counter)

    def next(self, name: PartialDate | str) -> str:
        step = str(name).replace("/", "--")  # a slash would be a step of its own
        self._seen[step] += 1
        return step if self._seen[step] == 1 else f"{step}-{self._seen[step]}"
