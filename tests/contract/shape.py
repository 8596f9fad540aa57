"""The shape of the API: names and types of everything that others' programs may rely on, without any content."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from portal.outputs import exports
from portal.outputs.api.version import VERSION
from portal.records import RECORD_TYPES
from registers import NO_HISTORY, SITE, musterstadt

Shape = dict[str, Any]


def shape() -> Shape:
    """Read off what is published for the invented town, which uses every field."""
    register = musterstadt()
    files = dict(exports.files(register, SITE, NO_HISTORY))
    files |= dict(exports.summaries(register, SITE, {path: len(content) for path, content in files.items()}))
    index = json.loads(files["api/v1/index.json"])
    return {
        "version": VERSION,
        "index": _types([index]) | {"records": _types(index["records"]), "files": _types(index["files"])},
        "record": {name: _record(files, name) for name in RECORD_TYPES},
        "declared": {name: _declared(json.loads(files[f"api/v1/schema/{name}.json"])) for name in RECORD_TYPES},
        "csv": {
            path: _header(content)
            for path, content in files.items()
            if path.startswith("api/") and path.endswith("csv")
        },
        "sqlite": _database(files["api/v1/portal.sqlite"]),
        "common": sorted(file["url"].removeprefix(SITE) for file in index["files"]),
    }


def lines(value: Any, place: str = "") -> set[str]:
    """A shape as single statements, so that two can be compared."""
    if isinstance(value, dict):
        return {line for key, item in value.items() for line in lines(item, f"{place}/{key}")}
    if isinstance(value, list):
        return {f"{place}: {item}" for item in value} | {f"{place} order: {', '.join(map(str, value))}"}
    return {f"{place}: {value}"}


def _record(files: dict[str, bytes], name: str) -> Shape:
    records = json.loads(files[f"api/v1/{name}.json"])["records"]
    computed = [record["computed"] for record in records]
    return _types(records) | {"computed": _types(computed)}


def _types(values: list[dict[str, Any]]) -> Shape:
    """Each key with the types that its values have."""
    keys = sorted({key for value in values for key in value})
    return {key: _either(_type(value[key]) for value in values if key in value) for key in keys}


def _either(types: Iterable[str]) -> str:
    """An empty list does not say what it would hold; where another does, that counts."""
    found = set(types)
    if any(name.startswith("list of") for name in found):
        found.discard("list")
    return " | ".join(sorted(found))


def _type(value: Any) -> str:
    if isinstance(value, list):
        return f"list of {_keys(value)}" if value and isinstance(value[0], dict) else "list"
    return {dict: "object", str: "string", bool: "boolean", int: "integer", type(None): "null"}[type(value)]


def _keys(items: list[dict[str, Any]]) -> str:
    return "{" + ", ".join(sorted({key for item in items for key in item})) + "}"


def _declared(schema: Shape) -> Shape:
    """Every field of a type and of its parts, with what may stand there."""
    models = {schema["title"]: schema, **schema.get("$defs", {})}
    return {
        name: {key: _allowed(field) for key, field in model["properties"].items()}
        for name, model in sorted(models.items())
        if "properties" in model
    }


def _allowed(field: Shape) -> str:
    if "$ref" in field:
        return str(field["$ref"].rpartition("/")[2])
    for keyword in ("anyOf", "oneOf", "allOf"):
        if keyword in field:
            return " | ".join(dict.fromkeys(_allowed(choice) for choice in field[keyword]))
    if "items" in field:
        return f"list of ({_allowed(field['items'])})"
    if "const" in field or "enum" in field:
        return " | ".join(map(json.dumps, field.get("enum", [field.get("const")])))
    return str(field.get("type", "anything"))


def _header(content: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _database(content: bytes) -> dict[str, list[str]]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    tables = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    found = {
        name: [f"{row[1]} {row[2]}".strip() for row in connection.execute(f'PRAGMA table_info("{name}")')]
        for name in tables
        if not name.startswith("suche_")  # what FTS5 keeps for itself
    }
    connection.close()
    return found
