"""What stands in the tables: the rows of a register, in an order that only its records decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.dates import OPEN_END, PartialDate
from portal.figures.csvfile import Cell
from portal.records import UNKNOWN, Model
from portal.records.references import Location
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.link import IN_PROSE, Register
from portal.tables.annotations import Kind
from portal.tables.shape import Child, Column, Table, column_name, part_tables, record_tables

Row = tuple[Cell, ...]

#: The lists of parts that a page has anchors for.
_ANCHORED = {"beschlusspunkte", "einzelfragen", "meilensteine"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One row of a table of parts: whose it is, where it stands there, what it says."""

    number: int
    key: Key
    #: Where it stands in its record, counted from one: `beratungsfolge/2`.
    path: str
    #: The anchor of this part on the record's page.
    anchor: str
    #: The row it belongs to, if that is not the record itself.
    parent: tuple[str, int] | None
    cells: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Everything that the tables hold of one register."""

    records: Mapping[Key, Row]
    parts: Mapping[str, tuple[Part, ...]]
    #: Every word and explanation of a record in one text, for searching.
    texts: Mapping[Key, str]


@dataclass(slots=True)
class _Collector:
    register: Register
    parts: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    texts: list[str] = field(default_factory=list)

    def row(self, table: Table, model: Model) -> Row:
        return tuple(cell for column in table.columns for cell in self._cells(column, value_of(model, column.way)))

    def _cells(self, column: Column, value: Any) -> tuple[Cell, ...]:
        if column.holding.is_prose and isinstance(value, str):
            self.texts.append(value)
        return cells(column, value, self.register)

    def collect(self, table: Table, model: Model, key: Key, path: str, parent: tuple[str, int] | None) -> None:
        """The rows of all lists of parts below a row, each followed by those below it."""
        for child in table.children:
            value = value_of(model, child.way)
            for position, part in enumerate(value if isinstance(value, tuple) else (), start=1):
                self._add(child, part, key, f"{path}{column_name(child.keys)}/{position}", parent)

    def _add(self, child: Child, part: Model, key: Key, path: str, parent: tuple[str, int] | None) -> None:
        table, rows = part_tables()[child.table], self.parts[child.table]
        number = len(rows) + 1
        rows.append(
            Part(
                number=number,
                key=key,
                path=path,
                anchor=self._anchor(child, key, path),
                parent=parent,
                cells=self.row(table, part),
            )
        )
        self.collect(table, part, key, f"{path}/", (child.table, number))

    def _anchor(self, child: Child, key: Key, path: str) -> str:
        if child.table not in _ANCHORED:
            return ""
        return anchors(self.register.entries[key].record)[int(path.rpartition("/")[2]) - 1]


def rows_of(register: Register) -> Rows:
    """Record by record, types in the order of the table of types, ids from a to z."""
    collector = _Collector(register)
    records, texts = {}, {}
    for name, table in record_tables().items():
        for entry in in_order(register, name):
            collector.texts = []
            records[entry.key] = collector.row(table, entry.record)
            collector.collect(table, entry.record, entry.key, "", None)
            texts[entry.key] = "\n".join([*collector.texts, *_words(table, entry), entry.body])
    return Rows(records=records, parts={name: tuple(collector.parts[name]) for name in part_tables()}, texts=texts)


def in_order(register: Register, name: str) -> list[Entry[Any]]:
    return sorted(register.by_type[name], key=lambda entry: entry.key)


def cells(column: Column, value: Any, register: Register) -> tuple[Cell, ...]:
    """A value as it stands in the column, or in the columns that it takes."""
    match column.holding.kind:
        case Kind.DATE:
            return (str(value) if value else None, *_ends(value))
        case Kind.REFERENCE:
            if value is None or value == UNKNOWN:
                return (None,) * len(names(column))
            key = register.resolve(value, *column.types).key
            return (key.type, key.id) if len(column.types) != 1 else (key.id,)
        case Kind.INFERRED:
            return (value if isinstance(value, str) else "ja" if value else None,)
        case _ if column.holding.model:  # a list of parts that says "unbekannt"
            return (UNKNOWN if value == UNKNOWN else None,)
    return (value,)


def names(column: Column) -> tuple[str, ...]:
    """The columns that a value takes."""
    name = column.name
    match column.holding.kind:
        case Kind.DATE:
            return (name, f"{name}_von", f"{name}_bis")
        case Kind.REFERENCE if len(column.types) != 1:
            return (f"{name}_typ", name)
    return (name,)


def references(register: Register) -> Iterator[Row]:
    """Every reference: whose, in which part and field, to what, and how the other page introduces it."""
    for name in record_tables():
        for entry in in_order(register, name):
            for mention in entry.mentions:
                target = register.names.resolve_mention(mention)
                path, key = _place(mention.location)
                yield (*entry.key, path, key, *target.key, target.fragment or None, mention.ref.back)
    prose = {
        (*link.source, None, None, *target, link.target_fragment or None, IN_PROSE)
        for target, links in register.incoming.items()
        for link in links
        if link.label == IN_PROSE
    }
    yield from sorted(prose, key=lambda row: tuple(str(cell or "") for cell in row))


def words(register: Register) -> Iterator[Row]:
    """Every list of plain words: whose, in which field, at which place."""
    for name, table in record_tables().items():
        for entry in in_order(register, name):
            for column in table.lists:
                if not column.holding.ref:
                    for position, word in enumerate(value_of(entry.record, column.way) or (), start=1):
                        yield (*entry.key, column.name, position, word)


def _place(location: Location) -> tuple[str | None, str]:
    """A field's location as the path of its part, counted from one, and the field's name in that part."""
    steps: list[str] = []
    keys: list[str] = []
    for step in location[:-1] if isinstance(location[-1], int) else location:
        if isinstance(step, int):
            steps += [column_name(tuple(keys)), str(step + 1)]
            keys = []
        else:
            keys.append(step)
    return "/".join(steps) or None, column_name(tuple(keys))


def value_of(model: Model, way: tuple[str, ...]) -> Any:
    """What stands at the end of a way of attributes; nothing where a part on the way is missing."""
    value: Any = model
    for name in way:
        value = getattr(value, name, None)
    return value


def _words(table: Table, entry: Entry[Any]) -> Iterator[str]:
    for column in table.lists:
        if column.holding.is_prose:
            yield from value_of(entry.record, column.way) or ()


def _ends(value: Any) -> tuple[str | None, str | None]:
    """First and last day that a date stands for; none where it is not known or has no end."""
    if not isinstance(value, PartialDate):
        return None, None
    return value.first.isoformat(), None if value.text.endswith(OPEN_END) else value.last.isoformat()
