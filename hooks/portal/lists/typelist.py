"""The list of one type of records: in order, in groups, on pages, with what it can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from portal.german import sort_key
from portal.lists.facets import Facet, Marks, facets, marks_of
from portal.lists.paging import (
    PAGE_SIZE,
    Heading,
    Level,
    Part,
    Sheet,
    digest_of_frame,
    digest_of_sheet,
    parts,
    parts_folder,
    sheets,
)
from portal.recipes import digest
from portal.records import Record, RecordType
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.urls import list_url

#: A list by name is short enough to be read as a whole up to this length, and has letters from then on.
_WITHOUT_LETTERS = 30

_NEWEST, _OLDEST, _TITLE = ("neueste", "Neueste zuerst"), ("aelteste", "Älteste zuerst"), ("titel", "Titel von A bis Z")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A record and the values it is found under."""

    entry: Entry[Record]
    marks: Marks

    @cached_property
    def digest(self) -> bytes:
        return digest(self.entry.digest, repr(self.marks))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list."""

    sheet: Sheet[Row]
    #: Those of the whole list.
    parts: tuple[Part[Row], ...]
    facets: tuple[Facet, ...]
    #: Other orders that a visitor may choose; the first, without a name, is that of the page.
    orders: tuple[tuple[str, str], ...]
    #: The address of the first page.
    base: str
    #: What the groups are, as the name of the list of jumps.
    jumps_to: str
    #: The digest of all that the pages have in common.
    frame: bytes

    @property
    def folder(self) -> str:
        """Where the files of the parts lie."""
        return parts_folder(self.base)

    def digest(self) -> bytes:
        return digest_of_sheet(self.sheet, self.frame)


def list_pages(register: Register, record_type: RecordType, size: int = PAGE_SIZE) -> tuple[ListPage, ...]:
    """All pages of a type's list, in the order of the register."""
    rows = [Row(entry=entry, marks=marks_of(entry, register)) for entry in register.by_type[record_type.name]]
    base = list_url(record_type.name)
    level = _level(rows, record_type)
    cut = parts(rows, level, 1 if record_type.by_date else PAGE_SIZE)  # letters alone would be many small files
    choices = facets(([row.marks for row in part.items] for part in cut), record_type.name)
    orders = _orders(rows, record_type)
    jumps_to = "Jahre" if record_type.by_date else "Anfangsbuchstaben"
    frame = digest_of_frame(cut, choices, orders, base, jumps_to)
    return tuple(
        ListPage(sheet=sheet, parts=cut, facets=choices, orders=orders, base=base, jumps_to=jumps_to, frame=frame)
        for sheet in sheets(rows, base, [level], size)
    )


def _level(rows: list[Row], record_type: RecordType) -> Level[Row]:
    if record_type.by_date:
        return _year
    is_alphabetical = len({row.entry.record.rank for row in rows}) == 1
    return _letter if is_alphabetical and len(rows) > _WITHOUT_LETTERS else _nothing


def _year(row: Row) -> Heading:
    dated = row.entry.record.dated
    if not dated:
        return Heading(words="Ohne Datum", anchor="ohne-datum")
    return Heading(words=str(dated.year), anchor=f"jahr-{dated.year}")


def _letter(row: Row) -> Heading:
    first = sort_key(row.entry.record.title)[:1]
    if "a" <= first <= "z":
        return Heading(words=first.upper(), anchor=f"buchstabe-{first}")
    if first < "a":
        return Heading(words="Ziffern und Zeichen", anchor="zeichen")
    return Heading(words="Andere Schriften", anchor="andere-schriften")


def _nothing(_: Row) -> None:
    return None


def _orders(rows: list[Row], record_type: RecordType) -> tuple[tuple[str, str], ...]:
    if record_type.by_date:
        return (("", _NEWEST[1]), _OLDEST, _TITLE)
    dated = (_NEWEST, _OLDEST) if any(row.entry.record.dated for row in rows) else ()
    if len({row.entry.record.rank for row in rows}) > 1:
        return (("", "Wie empfohlen"), _TITLE, *dated)
    return (("", _TITLE[1]), *dated)
