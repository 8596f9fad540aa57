"""The register for machines: an index, one JSON file per record, one JSON Schema per type."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from portal.dates import PartialDate
from portal.records import RECORD_TYPES, Paper, Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.urls import json_of, url_of

INDEX = "api/v1/index.json"


def files(register: Register, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file, in a fixed order."""
    index = []
    for entry in register.entries.values():
        head = _head(entry, site_url)
        index.append(head)
        yield (
            json_of(entry.key),
            _encode(
                {
                    **head,
                    "declared": _declared(entry),
                    "text": entry.body,
                    "computed": _computed(entry, register, site_url),
                }
            ),
        )
    index.sort(key=lambda head: (head["type"], head["id"]))
    yield INDEX, _encode({"as_of": register.today.isoformat(), "count": len(index), "records": index})
    for name, record_type in RECORD_TYPES.items():
        yield f"api/v1/schema/{name}.json", _encode(_schema(name, record_type.model))


def _head(entry: Entry[Record], site_url: str) -> dict[str, Any]:
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
    if isinstance(entry.record, Paper):
        computed["state"] = register.states[entry.key].label
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


def _schema(name: str, model: type[Record]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.json", **schema}


def _encode(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value: Any) -> str:
    if isinstance(value, PartialDate):
        return value.iso()
    raise TypeError(f"{type(value)} has no JSON form")
