"""What belongs to a topic, grouped by kind: decisions, projects, questions, figures, events and the rest."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from portal.parts.cut import Cut, cut
from portal.parts.rows import Listing, list_of, listing, named_by, others
from portal.records import RECORD_TYPES, Record
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import Target

_ENTRIES, _PARTS = "Einträge zum Thema", "Unterthemen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A topic below this one, and how much belongs to it."""

    key: Key
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicContent:
    """A topic, ready to be shown."""

    parts: Cut[Part]
    groups: tuple[Listing, ...]
    others: tuple[Listing, ...]


def topic_content(register: Register, entry: Entry[Record]) -> TopicContent:
    by_type: dict[str, list[Target]] = defaultdict(list)
    for target in named_by(register, entry.key, _ENTRIES):
        by_type[target.key.type].append(target)
    return TopicContent(
        parts=cut(named_by(register, entry.key, _PARTS)).each(
            lambda part: Part(key=part.key, total=len(named_by(register, part.key, _ENTRIES)))
        ),
        groups=tuple(
            listing(register, record_type.plural, by_type[name], more=list_of(name, thema=entry.key.id))
            for name, record_type in RECORD_TYPES.items()
            if by_type[name]
        ),
        others=others(register, entry.key, _ENTRIES, _PARTS),
    )
