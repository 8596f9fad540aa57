"""What a visitor's browser needs of the things it follows: one small JSON file for each.

It holds the news with a digest each, so that a browser which kept the digests sees what is new or other than
before, and one digest for every field, so that a change that is no dated news is noticed, too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from portal.follow import appointments, sentences
from portal.follow.feeds import LIMIT
from portal.follow.naming import Naming, calendar_path, feed_path, follow_path
from portal.follow.news import Happening
from portal.recipes import Recipe, digest
from portal.records import RECORD_TYPES, Record
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.urls import url_of

#: Types whose records can be followed.
TYPES = ("beschluesse", "roadmap", "gremien", "themen")
_PROSE = "Text"


def files(
    register: Register, naming: Naming, by_home: Mapping[Key, Sequence[Happening]]
) -> Iterator[tuple[str, Recipe]]:
    for type_name in TYPES:
        for entry in register.by_type[type_name]:
            news = by_home.get(entry.key, ())
            made_from = digest(
                str(entry.key),
                entry.digest,
                str(len(news)),
                *(
                    repr((each.id, each.digest, each.field, each.fragment, _whose(each, register)))
                    for each in news[:LIMIT]
                ),
            )
            recipe = Recipe(made_from, partial(_written, entry, register, news))
            for key in naming.all(entry.key):
                yield follow_path(key), recipe


def _written(entry: Entry[Record], register: Register, news: Sequence[Happening]) -> bytes:
    content = json.dumps(_of(entry, register, news), ensure_ascii=False, separators=(",", ":"))
    return f"{content}\n".encode()


def _whose(happening: Happening, register: Register) -> str:
    return register.entries[happening.key].record.title


def _of(entry: Entry[Record], register: Register, news: Sequence[Happening]) -> dict[str, Any]:
    key = entry.key
    return {
        "id": str(key),
        "art": RECORD_TYPES[key.type].singular,
        "titel": entry.record.title,
        "url": url_of(key),
        "feed": feed_path(str(key)),
        "kalender": calendar_path(str(key)) if key.type in appointments.TYPES else "",
        "felder": _digests(entry),
        "alle": len(news),
        "neues": [_told(happening, register, key) for happening in news[:LIMIT]],
    }


def _told(happening: Happening, register: Register, home: Key) -> dict[str, str]:
    found = {
        "id": happening.id,
        "h": happening.digest,
        "tag": happening.date.first.isoformat(),
        "wann": sentences.on(happening.date),
        "art": happening.kind,
        "titel": f"{_whose(happening, register)}: {happening.title}",
        "text": happening.text,
        "url": url_of(happening.key, happening.fragment),
    }
    if happening.key == home:
        found["feld"] = _title(register.entries[home].record, happening.field)
    return found


def _digests(entry: Entry[Record]) -> dict[str, str]:
    """By the words that editors know; what changed can then be said without comparing contents."""
    if entry.raw is None:
        return {}
    fields = {_title(entry.record, name): value for name, value in entry.raw.values.items()}
    if entry.body.strip():
        fields[_PROSE] = entry.body
    return {name: _digest(value) for name, value in fields.items()}


def _title(record: Record, alias: str) -> str:
    for info in type(record).model_fields.values():
        if info.alias == alias:
            return info.title or alias
    return alias


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]
