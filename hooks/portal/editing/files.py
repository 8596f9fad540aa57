"""What the form loads, each when it is needed: its own description, the names of a type's records, one record's file."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from portal.editing.description import form
from portal.editing.places import places
from portal.load.text import decode
from portal.parts.hosting import editing_urls
from portal.recipes import Content, Recipe, digest
from portal.records import RECORD_TYPES, Record
from portal.records.values import SLUG_LENGTH, SLUG_PATTERN, SLUG_RULE
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.urls import TAKEN

BASE = "bearbeiten"
#: Where a record's file is: of its own, shared with others, or nowhere, because the record is derived.
_OWN, _SHARED, _NONE = 0, 1, 2


def files(register: Register, repository: str) -> Iterator[tuple[str, Content]]:
    """Path and content of every file below /bearbeiten/, in a fixed order."""
    plurals = {name: record_type.plural for name, record_type in RECORD_TYPES.items()}
    hosting = editing_urls(repository, register.settings.edit_path)
    for name, record_type in RECORD_TYPES.items():
        identity = {"pattern": SLUG_PATTERN.pattern, "most": SLUG_LENGTH, "rule": SLUG_RULE}
        rules = {"id": identity, "taken": sorted(TAKEN) if record_type.at_root else []}
        words = {"singular": record_type.singular, "plural": record_type.plural}
        yield (
            f"{BASE}/{name}/formular.json",
            _encode({**form(name), **rules, **words, "types": plurals, "hosting": hosting}),
        )
        yield f"{BASE}/{name}/verzeichnis.json", _encode(_directory(register, name))
        yield from _sources(name, register.by_type[name])


def _directory(register: Register, name: str) -> dict[str, Any]:
    """Who is there: id, title, where its file is, and its citable parts. Ids of old are never given again."""
    entries = [[e.key.id, e.record.label(), _place(e), *_parts(e.record)] for e in register.by_type[name]]
    former = {old.id: new.id for old, new in register.redirects.items() if old.type == name}
    return {"records": entries, "former": former}


def _place(entry: Entry[Record]) -> int:
    if entry.raw is None:
        return _NONE
    return _SHARED if entry.raw.prefix else _OWN


def _parts(record: Record) -> list[str]:
    found = anchors(record)
    return [" ".join(found)] if found else []


def _sources(name: str, entries: Iterable[Entry[Record]]) -> Iterator[tuple[str, Recipe]]:
    """The files of a type's records, as they are, with the places of all values; a shared file once."""
    by_file: defaultdict[Path, list[Entry[Record]]] = defaultdict(list)
    for entry in entries:
        if entry.raw:
            by_file[entry.raw.origin.file].append(entry)
    for file, held in by_file.items():
        first = held[0]
        assert first.raw
        where = "gemeinsam.json" if first.raw.prefix else f"eintraege/{first.key.id}.json"
        path, data = first.raw.origin.source, file.read_bytes()
        yield f"{BASE}/{name}/{where}", Recipe(digest(path, data), partial(_source, data, path))


def _source(data: bytes, path: str) -> bytes:
    return _encode(source(data, path))


def source(data: bytes, path: str) -> dict[str, Any]:
    """A file's text and the places in it; how its lines end is told apart, so that offsets count plain line feeds."""
    text = decode(data)
    begins = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    found: dict[str, Any] = {"path": path, "text": text, **places(text, has_prose=path.endswith(".md"))}
    for end in ("\n", "\r\n", "\r"):
        if (begins + text.replace("\n", end)).encode() == data:
            return {**found, **({"begins": begins} if begins else {}), **({"lineEnd": end} if end != "\n" else {})}
    return {**found, "mixed": True}


def form_url(key: Key) -> str:
    """Where a record can be changed."""
    return f"{BASE}/{key.type}/?id={key.id}"


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
