"""The whole register as one SQLite file: foreign keys, a full-text table, the same bytes for the same records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from portal.figures.csvfile import Cell
from portal.records import UNKNOWN
from portal.register.link import Register
from portal.register.standing import state_of
from portal.register.urls import json_of, url_of
from portal.tables.csvfiles import part_row
from portal.tables.rows import Row, Rows, in_order, references, words
from portal.tables.schema import numbers, statements
from portal.tables.shape import part_tables, record_tables

PATH = "api/v1/portal.sqlite"
#: `PRAGMA user_version`: the version of the API that the file belongs to.
VERSION = 1


def database(register: Register, rows: Rows, site_url: str) -> bytes:
    """The bytes of the file. A fixed page size and VACUUM leave nothing in it that the rows do not decide."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("PRAGMA foreign_keys = OFF")  # rows come in the order of the tables; the end counts
        for statement in statements():
            connection.execute(statement)
        for table, found in _contents(register, rows, site_url):
            _insert(connection, table, found)
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def _contents(register: Register, rows: Rows, site_url: str) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "meta", _meta(register, site_url)
    yield "eintraege", _entries(register, site_url)
    for name in record_tables():
        yield name, ((*entry.key, *rows.records[entry.key]) for entry in in_order(register, name))
    for name in part_tables():
        yield name, (part_row(part, name) for part in rows.parts[name])
    yield "verweise", references(register)
    yield "woerter", words(register)
    yield "zeitleiste", _timeline(register)
    yield "suche", ((*key, register.entries[key].record.title, text) for key, text in rows.texts.items())


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Rows as they are, but for the columns that hold numbers."""
    left = iter(rows)
    first = next(left, None)
    if first is None:
        return
    insert = f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(first))})'  # noqa: S608 - our own names
    at = numbers(table)
    connection.executemany(insert, (_with_numbers(row, at) if at else row for row in chain([first], left)))


def _with_numbers(row: Row, at: Iterable[int]) -> list[Cell | float]:
    """Numbers that are unknown become NULL: in SQL a text is greater than any number."""
    cells: list[Cell | float] = list(row)
    for place in at:
        cell = cells[place]
        cells[place] = float(cell) if isinstance(cell, Decimal) else None if cell == UNKNOWN else cell
    return cells


def _meta(register: Register, site_url: str) -> Iterator[Row]:
    settings = register.settings
    yield "name", settings.name
    yield "stadt", settings.town
    yield "stand", register.today.isoformat()
    yield "lizenz", settings.licence.name
    yield "lizenz_url", settings.licence.url
    yield "nennung", settings.licence.attribution
    yield "adresse", site_url
    yield "version", str(VERSION)


def _entries(register: Register, site_url: str) -> Iterator[Row]:
    for name in record_tables():
        for entry in in_order(register, name):
            dated = entry.record.dated
            yield (
                *entry.key,
                entry.record.title,
                dated.iso() if dated else None,
                state_of(entry, register),
                entry.raw is None,
                entry.body or None,
                site_url + url_of(entry.key),
                site_url + json_of(entry.key),
            )


def _timeline(register: Register) -> Iterator[Row]:
    for number, moment in enumerate(register.timeline, start=1):
        known = moment.body not in ("", UNKNOWN)
        yield (
            number,
            *moment.key,
            moment.fragment or None,
            moment.date.iso(),
            moment.date.first.isoformat(),
            moment.kind,
            moment.text,
            moment.certainty,
            register.resolve(moment.body, "gremien").key.id if known else None,
            moment.inferred,
        )
