"""Which tables and columns there are: one table per type of record, one per kind of part that comes in lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from portal.records import RECORD_TYPES, Model, Money, Question, Record
from portal.tables.annotations import Holding, holding

#: Parts that several types of records have under different names, or whose name a type of record has taken.
_NAMES: dict[type[Model], str] = {Money: "betraege", Question: "einzelfragen"}

#: The field that names a record; every table has it as its first column already.
_ID = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, what it holds, and where the value stands in a record."""

    name: str
    holding: Holding
    title: str
    description: str
    #: Attributes from the row's model to the value, and the keys that the file has for them.
    way: tuple[str, ...]
    keys: tuple[str, ...]
    is_required: bool

    @property
    def types(self) -> tuple[str, ...]:
        """The types of records that a value names."""
        return self.holding.ref.types if self.holding.ref else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A list of parts: where it stands, and the table that its rows go to."""

    table: str
    way: tuple[str, ...]
    #: The keys from the row to the list, as the file has them.
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The columns of all rows of one model, its lists of plain values, and its lists of parts."""

    name: str
    model: type[Model]
    #: Every field, in the order of the model.
    fields: tuple[Column, ...]
    columns: tuple[Column, ...]
    lists: tuple[Column, ...]
    children: tuple[Child, ...]


def column_name(keys: tuple[str, ...]) -> str:
    """The keys of the file; SQL would read a hyphen as a minus."""
    return "_".join(keys).replace("-", "_")


@cache
def record_tables() -> Mapping[str, Table]:
    """One table per type of record, by its name."""
    return {name: _table(name, record_type.model) for name, record_type in RECORD_TYPES.items()}


@cache
def part_tables() -> Mapping[str, Table]:
    """One table per kind of part, by its name, in the order of first use."""
    found: dict[str, Table] = {}
    waiting = list(record_tables().values())
    while waiting:
        for name, model in _children_of(waiting.pop(0).model):
            if name not in found:
                found[name] = _table(name, model)
                waiting.append(found[name])
    return found


@cache
def parents(name: str) -> tuple[str, ...]:
    """The tables of parts whose rows have parts of this kind; records themselves are named by art and id."""
    return tuple(table.name for table in part_tables().values() if any(child.table == name for child in table.children))


@cache
def _table(name: str, model: type[Model]) -> Table:
    columns, lists, children = [], [], []
    fields = tuple(_columns(model, (), ()))
    for column in fields:
        held = column.holding
        if held.model and held.is_list:
            children.append(Child(table=_name_of(held.model, column.keys[-1]), way=column.way, keys=column.keys))
            if held.may_be_unknown:
                columns.append(column)
        elif held.is_list:
            lists.append(column)
        else:
            columns.append(column)
    return Table(
        name=name, model=model, fields=fields, columns=tuple(columns), lists=tuple(lists), children=tuple(children)
    )


def _columns(model: type[Model], way: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[Column]:
    """Every field; those of a part that there is only one of stand in the row itself."""
    for name, info in model.model_fields.items():
        held, here = holding(info), (*keys, info.alias or name)
        if held.model and not held.is_list:
            yield from _columns(held.model, (*way, name), here)
        elif not (issubclass(model, Record) and name == _ID):
            yield Column(
                name=column_name(here),
                holding=held,
                title=info.title or "",
                description=info.description or "",
                way=(*way, name),
                keys=here,
                is_required=info.is_required(),
            )


def _children_of(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    for column in _columns(model, (), ()):
        if column.holding.model and column.holding.is_list:
            yield _name_of(column.holding.model, column.keys[-1]), column.holding.model


def _name_of(model: type[Model], key: str) -> str:
    return _NAMES.get(model) or column_name((key,))
