"""The records that are there: whose object each is, which ids are taken, and ids for new ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from portal.imports.oparl.ledger import Ledger
from portal.load import Loaded, RawRecord
from portal.records import RECORD_TYPES, UNKNOWN
from portal.records.values import SLUG_LENGTH
from portal.register.entries import Key
from portal.validate import slugify

#: Leaves room for numbers at the end, and for the day in the id of a meeting.
_LENGTH = 80


@dataclass(slots=True)
class Shelf:
    """Ids are given once and kept for ever, whatever an object is called later."""

    records: dict[Key, RawRecord]
    ledger: Ledger
    #: The record of each object.
    by_origin: dict[str, Key] = field(default_factory=dict)
    taken: set[Key] = field(default_factory=set)
    #: Objects that had a record when the last import ended, which somebody deleted since.
    gone: set[str] = field(default_factory=set)
    #: Where to go on counting: thousands of papers may have one name.
    _next: dict[Key, int] = field(default_factory=dict)

    @classmethod
    def of(cls, loaded: Loaded, ledger: Ledger) -> Shelf:
        records = {Key(raw.type, raw.id): raw for raw in loaded.records}
        # What is called so would be taken for what nobody knows.
        shelf = cls(records=records, ledger=ledger, taken={Key(kind, UNKNOWN) for kind in RECORD_TYPES})
        # What the ledger knows but nobody finds any more was deleted here on purpose; its name stays its own.
        for name, line in ledger.lines.items():
            shelf.by_origin[name] = line.record
            shelf.taken.add(line.record)
        for key, raw in records.items():
            shelf.taken.add(key)
            shelf.taken |= {Key(key.type, old) for old in listed(raw.values.get("fruehere-kennungen"))}
            if origin := origin_of(raw):
                shelf.by_origin[origin] = key
        shelf.gone = {name for name in ledger.lines if shelf.by_origin[name] not in records}
        return shelf

    def free(self) -> dict[Key, RawRecord]:
        """Records that nobody imported."""
        return {key: raw for key, raw in self.records.items() if not origin_of(raw)}

    def was_deleted_here(self, name: str) -> bool:
        return name in self.gone

    def claim(self, name: str, key: Key) -> Key:
        """Say that an object is this record."""
        self.by_origin[name] = key
        self.taken.add(key)
        return key

    def name_for(self, name: str, record_type: str, *wishes: str | None, also_free: Iterable[str] = ()) -> Key:
        """The id of an object's record: the one it has, or the first wish with a number that makes it new."""
        if found := self.by_origin.get(name):
            return found
        slugs = (cut(slugify(wish)) for wish in wishes if wish)
        base = next((slug for slug in slugs if slug), record_type)
        kinds = (record_type, *also_free)
        number = self._next.get(Key(record_type, base), 1)
        while any(Key(kind, _numbered(base, number)) in self.taken for kind in kinds):
            number += 1
        self._next[Key(record_type, base)] = number + 1
        return self.claim(name, Key(record_type, _numbered(base, number)))


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base}-{number}"


def cut(slug: str, length: int = _LENGTH) -> str:
    """At the end of a word, where there is one."""
    assert length <= SLUG_LENGTH
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rpartition("-")[0] or slug[:length]


def origin_of(raw: RawRecord) -> str | None:
    """The object that a record comes from."""
    origin = raw.values.get("herkunft")
    name = origin.get("kennung") if isinstance(origin, dict) else None
    return name if isinstance(name, str) and name else None


def listed(value: Any) -> list[Any]:
    """A list may be written without brackets where it has one item."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]
