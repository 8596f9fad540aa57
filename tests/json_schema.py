"""As much of JSON Schema (draft 2020-12) as the portal's schemas use, on the standard library alone.

`faults` says where a schema itself is wrong, `violations` where a value breaks one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "array": list,
    "object": dict,
    "boolean": bool,
    "null": type(None),
    "integer": int,
    "number": (int, float),
}


def _is(value: Any, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _size(value: Any) -> bool:
    return _is(value, "integer") and value >= 0


def _distinct(value: Any) -> bool:
    return isinstance(value, list) and value != [] and len({repr(item) for item in value}) == len(value)


#: Keywords that hold no schemas, and what may stand there.
_PLAIN: dict[str, Callable[[Any], bool]] = {
    "$schema": lambda value: value == "https://json-schema.org/draft/2020-12/schema",
    "$id": _text,
    "$ref": _text,
    "title": _text,
    "description": _text,
    "default": lambda value: True,
    "examples": lambda value: isinstance(value, list),
    "const": lambda value: True,
    "enum": _distinct,
    "type": lambda value: value in _TYPES,
    "required": lambda value: value == [] or (_distinct(value) and all(map(_text, value))),
    "pattern": lambda value: _text(value) and re.compile(value) is not None,
    "minLength": _size,
    "maxLength": _size,
    "minItems": _size,
    "minimum": lambda value: _is(value, "number"),
    "maximum": lambda value: _is(value, "number"),
}
#: Keywords that hold one schema, a list of them, or named ones.
_ONE, _SEVERAL, _NAMED = {"items", "additionalProperties"}, {"anyOf", "oneOf"}, {"properties", "$defs"}


def parts(schema: Any, place: str = "#") -> Iterator[tuple[str, Any]]:
    """A schema and all schemas within it, each with its place."""
    yield place, schema
    for keyword, value in schema.items() if isinstance(schema, dict) else ():
        if keyword in _ONE:
            yield from parts(value, f"{place}/{keyword}")
        elif keyword in _SEVERAL:
            for index, item in enumerate(value):
                yield from parts(item, f"{place}/{keyword}/{index}")
        elif keyword in _NAMED:
            for name, item in value.items():
                yield from parts(item, f"{place}/{keyword}/{name}")


def faults(root: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a schema, by the rules for schemas."""
    for place, schema in parts(root):
        if isinstance(schema, bool):
            continue
        for keyword, value in schema.items():
            if keyword in _PLAIN and not _PLAIN[keyword](value):
                yield f"{place}/{keyword}: {value!r}"
            elif keyword not in {*_PLAIN, *_ONE, *_SEVERAL, *_NAMED}:
                yield f"{place}: unknown keyword {keyword}"
        if "$ref" in schema and schema["$ref"] not in {f"#/$defs/{name}" for name in root.get("$defs", {})}:
            yield f"{place}: {schema['$ref']} leads nowhere"
        unknown = set(schema.get("required", [])) - set(schema.get("properties", {}))
        yield from (f"{place}: {key} is required but unknown" for key in sorted(unknown))
        if "default" in schema:
            yield from (f"{place}: the default {found}" for found in violations(root, schema, schema["default"]))


def violations(root: dict[str, Any], schema: Any, value: Any, place: str = "") -> Iterator[str]:
    """Where a value breaks a schema."""
    if isinstance(schema, bool):
        if not schema:
            yield f"{place} is not allowed"
        return
    if "$ref" in schema:
        schema = {
            **root["$defs"][schema["$ref"].rpartition("/")[2]],
            **{k: v for k, v in schema.items() if k != "$ref"},
        }
    if not _fits(schema, value):
        yield f"{place} does not allow {value!r}"
    for keyword in _SEVERAL & schema.keys():
        fitting = sum(not list(violations(root, choice, value, place)) for choice in schema[keyword])
        if fitting == 0 or (keyword == "oneOf" and fitting > 1):
            yield f"{place} fits {fitting} of the choices {keyword}: {value!r}"
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from violations(root, schema["items"], item, f"{place}/{index}")
    if isinstance(value, dict):
        yield from (f"{place}/{key} is missing" for key in schema.get("required", []) if key not in value)
        for key, item in value.items():
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties", True))
            yield from violations(root, inner, item, f"{place}/{key}")


def _fits(schema: dict[str, Any], value: Any) -> bool:
    """The keywords that look at one value alone."""
    if "type" in schema and not _is(value, schema["type"]):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "const" in schema and value != schema["const"]:
        return False
    if isinstance(value, str):
        fits_pattern = re.search(schema["pattern"], value) if "pattern" in schema else True
        return bool(fits_pattern) and schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
    if isinstance(value, list):
        return len(value) >= schema.get("minItems", 0)
    if _is(value, "number"):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    return True
