"""Pages that are cut from long lists: of a type, of decided points, of everything with a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from portal.lists.chronicle import timeline_pages
from portal.lists.typelist import list_pages
from portal.parts.page import Page, prepared
from portal.records import RECORD_TYPES
from portal.register.link import Register
from portal.roadmap.control import control

#: The template and the content of a page that shows more than a list.
OwnList = tuple[str, Callable[[Register], Any]]


def of_lists(register: Register, name: str, size: int, own: OwnList | None) -> Iterator[Page]:
    """What stands at the address of a type, and its list."""
    record_type = RECORD_TYPES[name]
    if own:
        template, content = own
        yield Page(
            url=f"{name}/",
            template=template,
            title=record_type.plural,
            description=record_type.lead,
            record_type=record_type,
            content=content,
        )
    for part in list_pages(register, record_type, size):
        yield Page(
            url=part.sheet.url,
            template="liste.html",
            title=_numbered(f"{record_type.plural} als Liste" if own else record_type.plural, part.sheet.number),
            description=record_type.lead,
            record_type=record_type,
            content=prepared(part),
            digest=part.digest,
        )


def of_control(register: Register) -> Iterator[Page]:
    """The Beschlusskontrolle."""
    for found in control(register):
        yield Page(
            url=found.sheet.url,
            template="beschlusskontrolle.html",
            title=_numbered("Beschlusskontrolle", found.sheet.number),
            description="Jeder beschlossene Punkt, und was daraus wurde.",
            content=prepared(found),
        )


def of_timeline(register: Register, size: int, *, oldest_first: bool) -> Iterator[Page]:
    """The timeline in one direction."""
    for leaf in timeline_pages(register, oldest_first=oldest_first, size=size):
        order = "das Älteste zuerst" if oldest_first else "das Neueste zuerst"
        yield Page(
            url=leaf.sheet.url,
            template="zeitleiste.html",
            title=_numbered(f"Zeitleiste, {order}" if oldest_first else "Zeitleiste", leaf.sheet.number),
            description=f"Alles mit Datum, {order}.",
            content=prepared(leaf),
            digest=leaf.digest,
            is_variant=oldest_first,
        )


def _numbered(title: str, number: int) -> str:
    return f"{title}, Seite {number}" if number > 1 else title
