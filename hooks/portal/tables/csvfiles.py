"""The tables as CSV: one file per type of record, one per kind of part."""

from __future__ import annotations

from collections.abc import Iterator

from portal.figures import csvfile
from portal.figures.csvfile import Cell
from portal.records import Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.standing import state_of
from portal.register.urls import json_of, url_of
from portal.tables.rows import Part, Row, Rows, in_order, names, value_of
from portal.tables.shape import Column, Table, parents, part_tables, record_tables

#: What stands between several values in one cell.
BETWEEN = " | "
#: What follows from this and other records, at the end of every row.
COMPUTED = ("berechneter_stand", "abgeleitet", "adresse", "daten")
PARTS = "api/v1/tabellen"


def of_type(name: str) -> str:
    return f"api/v1/{name}.csv"


def of_part(name: str) -> str:
    return f"{PARTS}/{name}.csv"


def files(register: Register, rows: Rows, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of every table."""
    for name, table in record_tables().items():
        body = [
            (
                entry.key.id,
                *rows.records[entry.key],
                *(_listed(column, entry.record, register) for column in table.lists),
                *computed(entry, site_url, register),
            )
            for entry in in_order(register, name)
        ]
        yield of_type(name), csvfile.table(header(table), body, for_machines=True)
    for name, table in part_tables().items():
        parts = [part_row(part, name) for part in rows.parts[name]]
        yield of_part(name), csvfile.table(part_header(table), parts, for_machines=True)


def header(table: Table) -> tuple[str, ...]:
    """The columns of a type's file: the id, what records declare, and what follows from them."""
    declared = (name for column in table.columns for name in names(column))
    return ("id", *declared, *(column.name for column in table.lists), *COMPUTED)


def part_header(table: Table) -> tuple[str, ...]:
    """The columns of a part: its number, whose it is and where, the row it belongs to, what it says."""
    above = (f"in_{parent}" for parent in parents(table.name))
    declared = (name for column in table.columns for name in names(column))
    return ("zeile", "typ", "id", "pfad", "stelle", *above, *declared)


def part_row(part: Part, name: str) -> Row:
    above = (part.parent[1] if part.parent and part.parent[0] == parent else None for parent in parents(name))
    return (part.number, *part.key, part.path, part.anchor or None, *above, *part.cells)


def computed(entry: Entry[Record], site_url: str, register: Register) -> Row:
    return (state_of(entry, register), entry.raw is None, site_url + url_of(entry.key), site_url + json_of(entry.key))


def _listed(column: Column, record: Record, register: Register) -> Cell:
    """What stands in a list of references or words, in one cell."""
    return BETWEEN.join(_name(column, text, register) for text in value_of(record, column.way) or ()) or None


def _name(column: Column, text: str, register: Register) -> str:
    if not column.holding.ref:
        return text
    target = register.resolve(text, *column.types)
    name = target.key.id if len(column.types) == 1 else str(target.key)
    return f"{name}#{target.fragment}" if target.fragment else name
