"""One JSON file per record: what it declares apart from what is computed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from portal.dates import PartialDate
from portal.records import RECORD_TYPES, Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.standing import state_of
from portal.register.urls import json_of, url_of


def bulk_of(name: str) -> str:
    """The address of the file with all records of a type."""
    return f"api/v1/{name}.json"


def files(register: Register, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of a file for every record, and of one for all records of each type, in a fixed order."""
    for name in RECORD_TYPES:
        encoded = []
        for entry in sorted(register.by_type[name], key=lambda entry: entry.key):
            content = encode(record(entry, register, site_url))
            encoded.append(content.rstrip(b"\n"))
            yield json_of(entry.key), content
        head_of_file = {"type": name, "as_of": register.today.isoformat(), "count": len(encoded)}
        yield bulk_of(name), listing(head_of_file, encoded)


def listing(head_of_file: dict[str, Any], encoded: list[bytes]) -> bytes:
    """A file about many records: what is true of all of them, then the records as they have been encoded."""
    start = encode_line(head_of_file)[:-1]
    return start + b', "records": [\n' + b",\n".join(encoded) + b"\n]}\n"


def record(entry: Entry[Record], register: Register, site_url: str) -> dict[str, Any]:
    return {
        **head(entry, site_url),
        "declared": _declared(entry),
        "text": entry.body,
        "computed": _computed(entry, register, site_url),
    }


def head(entry: Entry[Record], site_url: str) -> dict[str, Any]:
    dated = entry.record.dated
    return {
        "id": entry.key.id,
        "type": entry.key.type,
        "title": entry.record.title,
        "url": site_url + url_of(entry.key),
        "date": dated.iso() if dated else None,
        "json": site_url + json_of(entry.key),
    }


def _declared(entry: Entry[Record]) -> dict[str, Any]:
    """What the file says, in the file's own words."""
    if entry.raw is None:
        return {}
    return entry.record.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _computed(entry: Entry[Record], register: Register, site_url: str) -> dict[str, Any]:
    """What follows from this and other files."""
    computed: dict[str, Any] = {"derived": entry.raw is None}
    if state := state_of(entry, register):
        computed["state"] = state
    computed["referenced_by"] = [
        {
            "relation": link.label,
            "type": link.source.type,
            "id": link.source.id,
            "url": site_url + url_of(link.source, link.fragment),
        }
        for link in register.incoming.get(entry.key, ())
    ]
    computed["timeline"] = [
        {"date": moment.date.iso(), "kind": moment.kind, "text": moment.text, "certainty": moment.certainty}
        for moment in register.moments.get(entry.key, ())
    ]
    return computed


def encode_line(value: Any) -> bytes:
    """JSON on one line, which takes a fraction of the time."""
    return json.dumps(value, ensure_ascii=False).encode()


def encode(value: Any) -> bytes:
    """Indented, which the standard library does in Python, ten times slower."""
    return to_json(value, indent=1, fallback=_plain) + b"\n"


def _plain(value: Any) -> str:
    if isinstance(value, PartialDate):
        return value.iso()
    raise TypeError(f"{type(value)} has no JSON form")
