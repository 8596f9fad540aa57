"""Files for code editors: JSON Schemas that complete and check keys in YAML, snippets for records with prose.

They lie in the repository, so that they work before anything is installed; a test keeps them equal to the models.
The published schemas describe JSON. These describe YAML as editors read it, where `nr: 2` is a number already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from portal.handbook.examples import examples
from portal.records import RECORD_TYPES, Model, Portal, Record, RecordType
from portal.records.privacy import Privacy
from portal.writing.yamltext import front_matter

SCHEMAS, SNIPPETS, SETTINGS = "schemas", "eintraege.code-snippets", "settings.json"
#: What language servers understand since long; nothing newer is used.
_DRAFT = "http://json-schema.org/draft-07/schema#"
#: What an entry begins with: what it needs, and what every good one has.
_ALWAYS = ("kurzfassung", "quellen", "geprueft")


def files() -> Iterator[tuple[str, str]]:
    """Path and text of every file, from the editor's folder."""
    mapping: dict[str, str] = {}
    for name, record_type in RECORD_TYPES.items():
        schema = _schema(record_type.model)
        yield from _mapped(mapping, f"data/{name}/*.yml", name, schema)
        if record_type.collected:
            yield from _mapped(mapping, f"data/{name}.yml", f"{name}-gesammelt", _collected(schema))
    for name, model in (("portal", Portal), ("datenschutz", Privacy)):
        yield from _mapped(mapping, f"data/{name}.yml", name, _schema(model))
    yield SETTINGS, _json(_settings(mapping))
    yield SNIPPETS, _json({f"Eintrag: {each.singular}": _snippet(each) for each in RECORD_TYPES.values()})


def _mapped(mapping: dict[str, str], files_: str, name: str, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    mapping[f"./.vscode/{SCHEMAS}/{name}.json"] = files_
    yield f"{SCHEMAS}/{name}.json", json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"


def _settings(mapping: dict[str, str]) -> dict[str, Any]:
    return {
        "yaml.schemas": mapping,
        "yaml.schemaStore.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
        "[markdown]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
    }


def _schema(model: type[Model]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    if issubclass(model, Record):
        schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    for part in (schema, *schema.get("$defs", {}).values()):
        for word in ("title", "description"):  # of the model, for its maintainers; those of fields are for editors
            part.pop(word, None)
    found: dict[str, Any] = _as_yaml(schema)
    return {"$schema": _DRAFT, **found}


def _collected(schema: dict[str, Any]) -> dict[str, Any]:
    """Several records in one file, by their ids."""
    inner = {key: value for key, value in schema.items() if key not in ("$schema", "$defs")}
    return {"$schema": _DRAFT, "type": "object", "additionalProperties": inner, "$defs": schema.get("$defs", {})}


def _as_yaml(schema: Any) -> Any:
    """Texts may look like numbers: 2021, 3, 1374.64."""
    if isinstance(schema, list):
        return [_as_yaml(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: value if key in ("default", "examples", "enum") else _as_yaml(value) for key, value in schema.items()}
    if found.get("type") == "string" and "enum" not in found:
        found["type"] = ["string", "number"]
    return found


def _snippet(record_type: RecordType) -> dict[str, Any]:
    """A record to begin with: typing the folder's name offers it."""
    model = record_type.model
    fields = [info.alias or "" for info in model.model_fields.values() if info.is_required() and info.alias != "id"]
    keys = {info.alias for info in model.model_fields.values()}
    fields += [key for key in _ALWAYS if key in keys and key not in fields]
    body = ["---", *(line for stop, key in enumerate(fields, start=1) for line in _stop(model, key, stop)), "---", "$0"]
    return {
        "scope": "markdown",
        "prefix": [record_type.name, f"eintrag-{record_type.name}"],
        "description": f"{record_type.singular}: ein Beispiel zum Überschreiben",
        "body": body,
    }


def _stop(model: type[Model], key: str, stop: int) -> Iterator[str]:
    """One field; a simple value is selected when one gets there, so that typing replaces it."""
    good = "Ein bis drei Sätze, die man mit 15 Jahren versteht." if key == "kurzfassung" else examples(model)[key].good
    text = front_matter({key: good}).strip().replace("$", "\\$").replace("}", "\\}")
    if isinstance(good, str):
        text = f"{key}: ${{{stop}:{text.removeprefix(f'{key}: ')}}}"
    yield from text.splitlines()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
