"""One JSON Schema per type of record, generated from the models that the editors' files are checked with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.outputs.api.records import encode
from portal.records import RECORD_TYPES, Record


def schema_of(name: str) -> str:
    return f"api/v1/schema/{name}.json"


def files() -> Iterator[tuple[str, bytes]]:
    for name, record_type in RECORD_TYPES.items():
        yield schema_of(name), encode(_schema(name, record_type.model))


def _schema(name: str, model: type[Record]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.json", **schema}
