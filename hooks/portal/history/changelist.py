"""`/aenderungen/`: every change of every record, newest first; and what is left of records that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from portal.dates import PartialDate
from portal.german import day_and_time
from portal.history.model import History, Version, VersionKind
from portal.history.telling import Host, Line, in_lists, note, page_history
from portal.lists.facets import Facet, Marks, facets, marks_of_change
from portal.lists.paging import (
    PAGE_SIZE,
    Heading,
    Part,
    Sheet,
    digest_of_frame,
    digest_of_sheet,
    parts,
    parts_folder,
    sheets,
)
from portal.parts.page import Page, prepared
from portal.recipes import digest
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.urls import url_of

BASE = "aenderungen/"
_DESCRIPTION = "Was sich an den Einträgen wann geändert hat, Feld für Feld, das Neueste zuerst."


@dataclass(frozen=True, kw_only=True)
class Item:
    """A version and the values it is found under."""

    version: Version
    date: PartialDate
    marks: Marks

    @cached_property
    def digest(self) -> bytes:
        return digest(repr(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """One page of all changes."""

    sheet: Sheet[Item]
    #: Those of the whole list: the years.
    parts: tuple[Part[Item], ...]
    facets: tuple[Facet, ...]
    host: Host
    note: str
    #: The digest of all that the pages have in common.
    frame: bytes
    base: str = BASE
    #: Where the files of the parts lie.
    folder: str = parts_folder(BASE)

    def line(self, item: Item) -> Line:
        return in_lists(item.version, self.host)

    def digest(self) -> bytes:
        return digest_of_sheet(self.sheet, self.frame)

    def commit_of(self, item: Item) -> str:
        return self.host.commit(item.version)


def change_pages(history: History, register: Register, host: Host, size: int = PAGE_SIZE) -> Iterator[Page]:
    """The list of all changes, and a page for every address that a deleted record has left behind."""
    for part in _list(history, register, host, size):
        number = part.sheet.number
        yield Page(
            url=part.sheet.url,
            template="aenderungen.html",
            title=f"Änderungen, Seite {number}" if number > 1 else "Änderungen",
            description=_DESCRIPTION,
            content=prepared(part),
            digest=part.digest,
        )
    for key in gone(history, register):
        yield Page(
            url=url_of(key),
            template="entfernt.html",
            title=history.versions(key)[0].title,
            description="Diesen Eintrag gibt es nicht mehr.",
            content=prepared(page_history(history, key, host)),
            is_variant=True,
        )


def gone(history: History, register: Register) -> list[Key]:
    """Deleted records whose address nobody else has taken."""
    return [
        key
        for key, versions in history.of_record.items()
        if versions[0].kind is VersionKind.DELETED and key not in register.entries and key not in register.redirects
    ]


def _list(history: History, register: Register, host: Host, size: int) -> tuple[ChangePage, ...]:
    left = set(gone(history, register)) | register.entries.keys()
    items = [
        Item(
            version=version,
            date=PartialDate.of_day(version.time.date()),
            marks=marks_of_change(version.key, version.time.year, version.kind, register),
        )
        for version in history.all
        if version.key in left
    ]
    years = parts(items, _year)
    choices = facets(([item.marks for item in part.items] for part in years), "aenderungen")
    told = note(history)
    frame = digest_of_frame(years, choices, host, told)
    return tuple(
        ChangePage(sheet=sheet, parts=years, facets=choices, host=host, note=told, frame=frame)
        for sheet in sheets(items, BASE, [_year, _commit], size)
    )


def _year(item: Item) -> Heading:
    return Heading(words=str(item.version.time.year), anchor=f"jahr-{item.version.time.year}")


def _commit(item: Item) -> Heading:
    version = item.version
    return Heading(words=day_and_time(version.time), anchor=f"aenderung-{version.commit[:10]}")
