"""The tables of the SQLite file as SQL, generated from the same shape as the CSV files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from portal.tables.annotations import Kind
from portal.tables.rows import names
from portal.tables.shape import Column, Table, parents, part_tables, record_tables

_RECORD = "REFERENCES eintraege (typ, id)"

#: Tables that are not read off the models, by their name: what they hold, and their columns.
FIXED: dict[str, tuple[str, tuple[str, ...]]] = {
    "meta": (
        "Name, Stand, Lizenz und Version dieser Datei.",
        ("schluessel TEXT PRIMARY KEY", "wert TEXT NOT NULL"),
    ),
    "eintraege": (
        "Alle Einträge aller Arten mit dem, was berechnet ist; „text“ ist ihr Fließtext als Markdown.",
        (
            *("typ TEXT NOT NULL", "id TEXT NOT NULL", "titel TEXT NOT NULL", "datum TEXT", "berechneter_stand TEXT"),
            *("abgeleitet INTEGER NOT NULL", "text TEXT", "adresse TEXT NOT NULL", "daten TEXT NOT NULL"),
            "PRIMARY KEY (typ, id)",
        ),
    ),
    "verweise": (
        "Welcher Eintrag welchen nennt: in welchem Teil (pfad) und Feld, und wie die andere Seite ihn dann einführt. "
        "Ohne Feld steht der Verweis im Text. Auch alle Quellenangaben stehen hier.",
        (
            *("typ TEXT NOT NULL", "id TEXT NOT NULL", "pfad TEXT", "feld TEXT", "ziel_typ TEXT NOT NULL"),
            *("ziel_id TEXT NOT NULL", "ziel_stelle TEXT", "bezeichnung TEXT NOT NULL"),
            f"FOREIGN KEY (typ, id) {_RECORD}",
            f"FOREIGN KEY (ziel_typ, ziel_id) {_RECORD}",
        ),
    ),
    "woerter": (
        "Listen einfacher Wörter, etwa Synonyme und frühere Kennungen.",
        (
            *("typ TEXT NOT NULL", "id TEXT NOT NULL", "feld TEXT NOT NULL", "position INTEGER NOT NULL"),
            *("wort TEXT NOT NULL", f"FOREIGN KEY (typ, id) {_RECORD}"),
        ),
    ),
    "zeitleiste": (
        "Alles mit Datum in einer Reihenfolge, wie auf der Seite „Zeitleiste“; berechnet.",
        (
            *("zeile INTEGER PRIMARY KEY", "typ TEXT NOT NULL", "id TEXT NOT NULL", "stelle TEXT"),
            *("datum TEXT NOT NULL", "datum_von TEXT NOT NULL", "vorgang TEXT NOT NULL", "text TEXT NOT NULL"),
            *("gewissheit TEXT NOT NULL", "gremium TEXT REFERENCES gremien (id)", "erschlossen INTEGER NOT NULL"),
            f"FOREIGN KEY (typ, id) {_RECORD}",
        ),
    ),
}
#: The full-text table and its columns.
SEARCH = ("suche", ("typ UNINDEXED", "id UNINDEXED", "titel", "text"))

_TYPES = {Kind.WHOLE: "INTEGER", Kind.NUMBER: "REAL", Kind.YES_NO: "INTEGER"}


def statements() -> Iterator[str]:
    """Every CREATE in an order that SQLite accepts."""
    for name, (_, columns) in FIXED.items():
        yield _create(name, columns)
    for table in record_tables().values():
        yield _create(table.name, _of_type(table))
    for table in part_tables().values():
        yield _create(table.name, _of_part(table))
        yield f'CREATE INDEX "{table.name}_von" ON "{table.name}" (typ, id)'
    yield "CREATE INDEX verweise_von ON verweise (typ, id)"
    yield "CREATE INDEX verweise_auf ON verweise (ziel_typ, ziel_id)"
    name, columns = SEARCH
    yield f"CREATE VIRTUAL TABLE {name} USING fts5 ({', '.join(columns)}, tokenize = 'unicode61 remove_diacritics 2')"


@cache
def numbers(name: str) -> frozenset[int]:
    """The places of columns that hold numbers, where an unknown value must not stand as a text."""
    tables = {**record_tables(), **part_tables()}
    if name not in tables:
        return frozenset()
    table = tables[name]
    before = 2 if name in record_tables() else len(_head(table))
    kinds = [column.holding.kind for column in table.columns for _ in names(column)]
    return frozenset(before + place for place, kind in enumerate(kinds) if kind in (Kind.WHOLE, Kind.NUMBER))


def _create(name: str, columns: tuple[str, ...]) -> str:
    return f'CREATE TABLE "{name}" (\n  ' + ",\n  ".join(columns) + "\n)"


def _of_type(table: Table) -> tuple[str, ...]:
    declared = [line for column in table.columns for line in _declared(column)]
    keys = [key for column in table.columns for key in _foreign(column)]
    head = (f"typ TEXT NOT NULL CHECK (typ = '{table.name}')", "id TEXT PRIMARY KEY")
    return (*head, *declared, f"FOREIGN KEY (typ, id) {_RECORD}", *keys)


def _of_part(table: Table) -> tuple[str, ...]:
    declared = [line for column in table.columns for line in _declared(column)]
    keys = [key for column in table.columns for key in _foreign(column)]
    return (*_head(table), *declared, f"FOREIGN KEY (typ, id) {_RECORD}", *keys)


def _head(table: Table) -> tuple[str, ...]:
    return (
        *("zeile INTEGER PRIMARY KEY", "typ TEXT NOT NULL", "id TEXT NOT NULL", "pfad TEXT NOT NULL", "stelle TEXT"),
        *(f'in_{parent} INTEGER REFERENCES "{parent}" (zeile)' for parent in parents(table.name)),
    )


def _declared(column: Column) -> Iterator[str]:
    for name in names(column):
        one_type = column.types[0] if len(column.types) == 1 else None
        reference = f" REFERENCES {one_type} (id)" if one_type else ""
        yield f'"{name}" {_TYPES.get(column.holding.kind, "TEXT")}{reference}'


def _foreign(column: Column) -> Iterator[str]:
    """References to records of several types."""
    if column.holding.ref and len(column.types) != 1:
        yield f"FOREIGN KEY ({', '.join(names(column))}) {_RECORD}"
