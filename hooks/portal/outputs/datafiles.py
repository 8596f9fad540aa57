"""Which data files there are: of a record, of a list, of the whole. The one place that pages, index and catalogue ask.

A new kind of file is a line here, and appears on its pages and in the index by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from portal import oparl
from portal.figures import figuretable
from portal.follow import appointments
from portal.follow.naming import ALL, calendar_path, feed_path
from portal.oparl.addresses import list_of, object_of
from portal.outputs.api import openapi, records, schemas
from portal.records import RECORD_TYPES, Record, RecordType
from portal.register.entries import Entry
from portal.register.urls import json_of
from portal.tables import csvfiles, sqlite
from portal.tables.shape import part_tables

INDEX = "api/v1/index.json"
CATALOGUE_TURTLE, CATALOGUE_JSON = "daten/katalog.ttl", "daten/katalog.jsonld"


class Format(Enum):
    """How a file is written: in German, for the web, and in the EU's table of file types where that knows it."""

    JSON = ("JSON", "application/json", "JSON")
    JSON_SCHEMA = ("JSON Schema", "application/schema+json", "JSON")
    OPENAPI = ("OpenAPI 3.1", "application/json", "JSON")
    CSV = ("CSV", "text/csv", "CSV")
    SQLITE = ("SQLite", "application/vnd.sqlite3", None)
    TURTLE = ("Turtle", "text/turtle", "RDF_TURTLE")
    ATOM = ("Atom", "application/atom+xml", None)
    ICALENDAR = ("iCalendar", "text/calendar", None)
    JSON_LD = ("JSON-LD", "application/ld+json", "JSON_LD")

    def __init__(self, label: str, media_type: str, eu_type: str | None) -> None:
        self.label = label
        self.media_type = media_type
        self.eu_type = eu_type


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file for machines: what the index calls it, what a page calls it, where it lies below the site's root."""

    key: str
    title: str
    path: str
    format: Format = Format.JSON


def of_record(entry: Entry[Record]) -> Iterator[DataFile]:
    """The files that are about one record."""
    yield DataFile(key="json", title="Eintrag als JSON", path=json_of(entry.key))
    if entry.key.type == "kennzahlen":
        table = figuretable.table_of(entry.key)
        yield DataFile(key="csv", title="Werte als Tabelle (CSV)", path=table, format=Format.CSV)
    if found := object_of(entry):
        yield DataFile(key="oparl", title="Eintrag nach OParl", path=found)
    yield from _to_follow(entry.key.type, entry.key.type, entry.key.id)


def _to_follow(type_name: str, *steps: str) -> Iterator[DataFile]:
    """Feed and calendar; whoever reads them comes back, so catalogue and /daten/ do not count them among the data."""
    yield DataFile(key="feed", title="Neues als Feed (Atom)", path=feed_path(*steps), format=Format.ATOM)
    if not type_name or type_name in appointments.TYPES:
        path = calendar_path(*steps)
        yield DataFile(key="calendar", title="Termine als Kalender (iCalendar)", path=path, format=Format.ICALENDAR)


def of_type(name: str) -> Iterator[DataFile]:
    """The files that are about all records of a type."""
    plural = RECORD_TYPES[name].plural
    yield DataFile(key="json", title=f"{plural} als JSON", path=records.bulk_of(name))
    yield DataFile(key="csv", title=f"{plural} als Tabelle (CSV)", path=csvfiles.of_type(name), format=Format.CSV)
    yield DataFile(
        key="schema",
        title=f"{plural}: alle Felder (JSON Schema)",
        path=schemas.schema_of(name),
        format=Format.JSON_SCHEMA,
    )
    if found := list_of(name):
        yield DataFile(key="oparl", title=f"{plural} nach OParl", path=found)


def of_whole() -> Iterator[DataFile]:
    """The files that are about everything."""
    yield DataFile(key="json", title="Verzeichnis aller Einträge (JSON)", path=INDEX)
    yield DataFile(key="sqlite", title="Alles in einer Datei (SQLite)", path=sqlite.PATH, format=Format.SQLITE)
    yield DataFile(key="oparl", title="Einstieg nach OParl", path=oparl.SYSTEM)
    yield DataFile(
        key="openapi", title="Beschreibung der Schnittstelle (OpenAPI)", path=openapi.PATH, format=Format.OPENAPI
    )
    yield DataFile(key="catalogue", title="Katalog (DCAT-AP.de, Turtle)", path=CATALOGUE_TURTLE, format=Format.TURTLE)
    yield DataFile(key="catalogue", title="Katalog (DCAT-AP.de, JSON-LD)", path=CATALOGUE_JSON, format=Format.JSON_LD)


def of_parts() -> Iterator[DataFile]:
    """The tables of parts that come in lists, such as consultations and votes."""
    for name in part_tables():
        yield DataFile(key="csv", title=f"Tabelle {name}", path=csvfiles.of_part(name), format=Format.CSV)


def common() -> tuple[DataFile, ...]:
    """Every file that is not about a single record, once: papers and inquiries share a list after OParl."""
    of_types = (file for name in RECORD_TYPES for file in of_type(name))
    return tuple({file.path: file for file in (*of_whole(), *of_types, *of_parts())}.values())


def of_page(record_type: RecordType | None, entry: Entry[Record] | None) -> tuple[DataFile, ...]:
    """What a page offers: the files of its record, else of its type, else of everything."""
    if entry:
        return tuple(of_record(entry))
    if record_type:
        return (*of_type(record_type.name), *_to_follow(record_type.name, record_type.name))
    return (*tuple(of_whole())[:2], *_to_follow("", ALL))
