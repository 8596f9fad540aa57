"""A long list cut into pages that stay small: groups run on across pages, and every group can be jumped to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

#: Entries on one page: about 100 kB of HTML, and ten thousand records on a hundred pages.
PAGE_SIZE = 100

T = TypeVar("T")


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
