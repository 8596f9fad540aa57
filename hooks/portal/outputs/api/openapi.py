"""The description of all addresses and what they answer, as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from portal.outputs.api.records import encode
from portal.outputs.api.version import VERSION
from portal.records import RECORD_TYPES
from portal.register.link import Register

PATH = "api/v1/openapi.json"
_REF = "#/components/schemas/{model}"

Node = dict[str, Any]

_TEXT: Node = {"type": "string"}
_URL: Node = {"type": "string", "format": "uri"}
_BINARY: Node = {"type": "string", "contentMediaType": "application/vnd.sqlite3"}


def description(register: Register, site_url: str) -> bytes:
    settings = register.settings
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": settings.name,
            "summary": "Alle Einträge des Portals als offene Daten",
            "description": f"{settings.tagline} Dateien, kein Dienst: Jede Adresse antwortet immer gleich, Suchen und "
            "Filtern geschieht bei Ihnen. Felder in declared heißen wie in den Dateien der Redaktion.",
            "version": VERSION,
            "license": {"name": settings.licence.name, "url": settings.licence.url},
        },
        "servers": [{"url": site_url.rstrip("/") or "/"}],
        "externalDocs": {"description": "Erklärung mit Beispielen", "url": f"{site_url}daten/"},
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }
    return encode(document)


def _paths() -> Node:
    paths: Node = {
        "/api/v1/index.json": _get("index", "Verzeichnis aller Einträge und Dateien", _ref("Index")),
        "/api/v1/portal.sqlite": _get("sqlite", "Alles in einer SQLite-Datei", _BINARY, "application/vnd.sqlite3"),
        "/oparl/v1/system.json": _get("oparl", "Einstieg in die Schnittstelle nach OParl 1.1", {"type": "object"}),
        "/daten/katalog.ttl": _get("katalogTurtle", "Katalog nach DCAT-AP.de", _TEXT, "text/turtle"),
        "/daten/katalog.jsonld": _get(
            "katalogJsonLd", "Katalog nach DCAT-AP.de", {"type": "object"}, "application/ld+json"
        ),
        "/api/v1/tabellen/{tabelle}.csv": _get(
            "tabelle", "Eine Tabelle der Datenbank", _TEXT, "text/csv", _parameter("tabelle")
        ),
    }
    for name, record_type in RECORD_TYPES.items():
        paths |= {
            f"/api/v1/{name}/{{id}}.json": _get(
                f"{name}Eintrag", f"{record_type.singular}: ein Eintrag", _record(name), parameter=_parameter("id")
            ),
            f"/api/v1/{name}.json": _get(f"{name}Alle", f"{record_type.plural}: alle Einträge", _bulk(name)),
            f"/api/v1/{name}.csv": _get(f"{name}Tabelle", f"{record_type.plural} als Tabelle", _TEXT, "text/csv"),
            f"/api/v1/schema/{name}.json": _get(
                f"{name}Schema", f"{record_type.plural}: alle Felder", {"type": "object"}, "application/schema+json"
            ),
        }
    return paths


def _get(
    name: str, summary: str, schema: Node, media_type: str = "application/json", parameter: Node | None = None
) -> Node:
    operation: Node = {
        "operationId": name,
        "summary": summary,
        "responses": {"200": {"description": "Die Datei", "content": {media_type: {"schema": schema}}}},
    }
    if parameter:
        operation["parameters"] = [parameter]
        operation["responses"]["404"] = {"description": "Gibt es nicht"}
    return {"get": operation}


def _parameter(name: str) -> Node:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9_-]+$"}}


def _record(name: str) -> Node:
    """The frame of all records around what records of this type declare; a derived one declares nothing."""
    declared = {"anyOf": [_ref(RECORD_TYPES[name].model.__name__), {"type": "object", "maxProperties": 0}]}
    return {"allOf": [_ref("Record"), {"type": "object", "properties": {"declared": declared}}]}


def _bulk(name: str) -> Node:
    return _object(type={"const": name}, as_of=_TEXT, count={"type": "integer"}, records=_list(_record(name)))


def _schemas() -> Node:
    models = [(record_type.model, "validation") for record_type in RECORD_TYPES.values()]
    _, found = models_json_schema(models, by_alias=True, ref_template=_REF)  # type: ignore[arg-type]
    schemas: Node = found["$defs"]
    for record_type in RECORD_TYPES.values():
        schema = schemas[record_type.model.__name__]
        schema["required"] = [key for key in schema["required"] if key != "id"]
    return schemas | _FRAME


def _ref(model: str) -> Node:
    return {"$ref": _REF.format(model=model)}


def _object(**properties: Node) -> Node:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(schema: Node) -> Node:
    return {"type": "array", "items": schema}


_DATE: Node = {"type": ["string", "null"], "description": "Tag, Monat, Quartal, Jahreszeit, Jahr oder Spanne"}
_HEAD: Node = {
    "id": _TEXT,
    "type": {"enum": list(RECORD_TYPES)},
    "title": _TEXT,
    "url": _URL,
    "date": _DATE,
    "json": _URL,
}
_FRAME: Node = {
    "Index": _object(
        version=_TEXT,
        as_of={"type": "string", "format": "date"},
        license=_object(name=_TEXT, url=_URL, attribution=_TEXT),
        count={"type": "integer"},
        records=_list(_object(**_HEAD, files={"type": "object", "additionalProperties": _URL})),
        files=_list(_object(title=_TEXT, url=_URL, media_type=_TEXT, bytes={"type": ["integer", "null"]})),
    ),
    "Record": _object(
        **_HEAD,
        declared={"type": "object"},
        text=_TEXT,
        computed={
            "type": "object",
            "required": ["derived", "referenced_by", "timeline"],
            "properties": {
                "derived": {"type": "boolean"},
                "state": _TEXT,
                "referenced_by": _list(_object(relation=_TEXT, type=_TEXT, id=_TEXT, url=_URL)),
                "timeline": _list(_object(date=_TEXT, kind=_TEXT, text=_TEXT, certainty=_TEXT)),
            },
        },
    ),
}
