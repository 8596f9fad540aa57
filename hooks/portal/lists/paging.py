"""A long list cut into pages that stay small: groups run on across pages, and every group can be jumped to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from portal.recipes import digest

#: Entries on one page: about 100 kB of HTML, and ten thousand records on a hundred pages.
PAGE_SIZE = 100

T = TypeVar("T")


class Digested(Protocol):
    """What says by a few bytes all that it is."""

    @property
    def digest(self) -> bytes: ...


D = TypeVar("D", bound=Digested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a group, and the anchor that leads there."""

    words: str
    anchor: str


#: Says which group an item belongs to; None where a group needs no heading.
Level = Callable[[T], Heading | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[T]):
    """Neighbours under one heading, as far as they stand on this page."""

    heading: Heading | None
    items: tuple[T, ...]
    #: Whether the group began on the page before.
    continued: bool
    #: The same items once more, by the next level of headings.
    groups: tuple[Group[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """Where a group of the first level begins, and how many items it has on all pages."""

    words: str
    amount: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLink:
    """The way to another page of the list."""

    number: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Generic[T]):
    """One page of a list, with the ways to the others."""

    number: int
    #: How many pages the list has.
    count: int
    #: How many items stand on all pages together, and which of them on this one.
    total: int
    first: int
    last: int
    url: str
    groups: tuple[Group[T], ...]
    jumps: tuple[Jump, ...]
    #: The pages worth a link from here; None stands for those left out.
    links: tuple[SheetLink | None, ...]
    previous: SheetLink | None
    next: SheetLink | None

    @property
    def items(self) -> tuple[T, ...]:
        return tuple(item for group in self.groups for item in group.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """All items of a group of the first level, or of neighbouring small ones, whichever pages they stand on."""

    #: Made from the anchors of its groups; lists without groups are one part.
    name: str
    #: What stands above each group, and how many items it has; empty in lists without groups.
    groups: tuple[tuple[str, int], ...]
    items: tuple[T, ...]
    #: Numbers of the items in the order of the list's other direction, if it has one.
    turned: tuple[int, ...] = ()


def digest_of_sheet(sheet: Sheet[D], frame: bytes) -> bytes:
    """Of what a page shows of its list; `frame` is that of what all its pages have in common."""
    ways = (sheet.number, sheet.count, sheet.total, sheet.url, sheet.jumps, sheet.links, sheet.previous, sheet.next)
    return digest(repr(ways), repr(_outline(sheet.groups)), frame, *(item.digest for item in sheet.items))


def digest_of_frame(parts: Iterable[Part[T]], *beside: object) -> bytes:
    return digest(repr([part.name for part in parts]), repr(beside))


def digest_of_part(part: Part[D]) -> bytes:
    return digest(repr((part.name, part.groups, part.turned)), *(item.digest for item in part.items))


def _outline(groups: Iterable[Group[T]]) -> list[object]:
    return [(group.heading, group.continued, len(group.items), _outline(group.groups)) for group in groups]


def parts(items: Sequence[T], level: Level[T], least: int = 1) -> tuple[Part[T], ...]:
    """A list in its final order, by groups instead of pages. Groups are joined until a part has so many items."""
    found: list[Part[T]] = []
    joined: list[tuple[Heading | None, tuple[T, ...]]] = []
    for heading, neighbours in groupby(items, key=level):
        joined.append((heading, tuple(neighbours)))
        if sum(len(members) for _, members in joined) >= least:
            found.append(_part(joined))
            joined = []
    return (*found, _part(joined)) if joined else tuple(found)


def _part(groups: Sequence[tuple[Heading | None, tuple[T, ...]]]) -> Part[T]:
    anchors = [heading.anchor for heading, _ in groups if heading]
    return Part(
        name="-bis-".join(dict.fromkeys((anchors[0], anchors[-1]))) if anchors else "alle",
        groups=tuple((heading.words, len(members)) for heading, members in groups if heading),
        items=tuple(item for _, members in groups for item in members),
    )


def sheets(items: Sequence[T], base: str, levels: Sequence[Level[T]], size: int = PAGE_SIZE) -> tuple[Sheet[T], ...]:
    """All pages of a list that is in its final order. A list without items has one page that says so."""
    count = max(1, -(-len(items) // size))
    jumps = tuple(_jumps(items, base, levels[0], size))
    return tuple(
        Sheet(
            number=number,
            count=count,
            total=len(items),
            first=start + 1,
            last=min(start + size, len(items)),
            url=sheet_url(base, number),
            groups=tuple(_groups(items[start : start + size], levels, items[start - 1] if start else None)),
            jumps=jumps,
            links=tuple(
                SheetLink(number=other, url=sheet_url(base, other)) if other else None
                for other in shortened(number, count)
            ),
            previous=SheetLink(number=number - 1, url=sheet_url(base, number - 1)) if number > 1 else None,
            next=SheetLink(number=number + 1, url=sheet_url(base, number + 1)) if number < count else None,
        )
        for number, start in enumerate(range(0, max(1, len(items)), size), start=1)
    )


def parts_folder(base: str) -> str:
    """Where the files of a list's parts lie. Two steps below the list with the file, where no record's page is."""
    return f"{base}teile/"


def sheet_url(base: str, number: int) -> str:
    """`beschluesse/`, `beschluesse/seite/2/`: the first page has the list's own address."""
    return base if number == 1 else f"{base}seite/{number}/"


def shortened(current: int, count: int) -> list[int]:
    """The first page, the last, this one and its neighbours; 0 for a gap of two pages or more."""
    shown = sorted({1, count, *range(max(1, current - 1), min(count, current + 1) + 1)})
    numbers: list[int] = []
    for number in shown:
        if numbers and number - numbers[-1] == 2:
            numbers.append(number - 1)
        elif numbers and number - numbers[-1] > 2:
            numbers.append(0)
        numbers.append(number)
    return numbers


def _groups(items: Sequence[T], levels: Sequence[Level[T]], before: T | None) -> Iterator[Group[T]]:
    if not levels:
        return
    level, *finer = levels
    for heading, neighbours in groupby(items, key=level):
        members = tuple(neighbours)
        yield Group(
            heading=heading,
            items=members,
            continued=before is not None and level(before) == heading,
            groups=tuple(_groups(members, finer, before)),
        )
        before = members[-1]


def _jumps(items: Sequence[T], base: str, level: Level[T], size: int) -> Iterator[Jump]:
    start = 0
    for heading, neighbours in groupby(items, key=level):
        amount = sum(1 for _ in neighbours)
        if heading:
            url = f"{sheet_url(base, start // size + 1)}#{heading.anchor}"
            yield Jump(words=heading.words, amount=amount, url=url)
        start += amount
