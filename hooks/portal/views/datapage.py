"""What the page about the data shows: every file, and every field of every type, as the models have them."""

from __future__ import annotations

from dataclasses import dataclass

from portal.oparl.system import NOT_ANSWERED
from portal.outputs.datafiles import DataFile, of_type, of_whole
from portal.records import RECORD_TYPES, RecordType
from portal.register.link import Register
from portal.tables import csvfiles
from portal.tables.annotations import Kind
from portal.tables.rows import names
from portal.tables.schema import FIXED, SEARCH
from portal.tables.shape import Column, Table, part_tables, record_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One field: its way in JSON, its columns in tables, what it holds."""

    key: str
    columns: tuple[str, ...]
    title: str
    description: str
    holds: str
    is_required: bool
    #: The words of a closed list.
    words: tuple[str, ...] = ()
    #: The table of the parts that the field is a list of.
    parts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeOfData:
    """One type of record: how many there are, in which files, with which fields."""

    type: RecordType
    count: int
    files: dict[str, DataFile]
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfData:
    """One kind of part that comes in lists."""

    name: str
    file: str
    #: The types and parts that have it.
    owners: tuple[str, ...]
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    whole: tuple[DataFile, ...]
    types: tuple[TypeOfData, ...]
    parts: tuple[PartOfData, ...]
    #: Tables that only the database has, and what they hold.
    fixed: tuple[tuple[str, str], ...]
    not_answered: tuple[str, ...]


def data_page(register: Register) -> DataPage:
    return DataPage(
        whole=tuple(of_whole()),
        types=tuple(
            TypeOfData(
                type=record_type,
                count=len(register.by_type[name]),
                files={file.key: file for file in of_type(name)},
                fields=_fields(record_tables()[name]),
            )
            for name, record_type in RECORD_TYPES.items()
        ),
        parts=tuple(
            PartOfData(name=name, file=csvfiles.of_part(name), owners=_owners(name), fields=_fields(table))
            for name, table in part_tables().items()
        ),
        fixed=(*((name, text) for name, (text, _) in FIXED.items()), (SEARCH[0], "Volltext aller Einträge (FTS5).")),
        not_answered=NOT_ANSWERED,
    )


def _owners(name: str) -> tuple[str, ...]:
    tables = (*record_tables().values(), *part_tables().values())
    return tuple(table.name for table in tables if any(child.table == name for child in table.children))


def _fields(table: Table) -> tuple[FieldLine, ...]:
    return tuple(_line(column, table) for column in table.fields)


def _line(column: Column, table: Table) -> FieldLine:
    held = column.holding
    child = next((child.table for child in table.children if child.way == column.way), "")
    return FieldLine(
        key=".".join(column.keys),
        columns=() if child else names(column) if column in table.columns else (column.name,),
        title=column.title,
        description=column.description,
        holds=_holds(column),
        is_required=column.is_required,
        words=held.words,
        parts=child,
    )


def _holds(column: Column) -> str:
    held = column.holding
    if held.model:
        text = "Liste von Teilen"
    elif held.kind is Kind.REFERENCE:
        of = " oder ".join(RECORD_TYPES[name].singular for name in column.types) or "Eintrag"
        text = f"{'Kennungen' if held.is_list else 'Kennung'}: {of}"
    else:
        text = f"Liste: {held.kind}" if held.is_list else str(held.kind)
    return f"{text}, auch „unbekannt“" if held.may_be_unknown else text
