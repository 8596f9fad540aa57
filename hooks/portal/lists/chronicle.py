"""The timeline as pages: every dated thing at the place that its date allows, and nowhere more exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from babel.dates import get_month_names

from portal.dates import PartialDate, Precision
from portal.lists.facets import BODY, TOPIC, Facet, Marks, facets, marks_of_moment
from portal.lists.paging import (
    PAGE_SIZE,
    Heading,
    Jump,
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
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.timeline import Moment

NEWEST_FIRST, OLDEST_FIRST = "zeitleiste/", "zeitleiste/aelteste-zuerst/"

#: Years with more entries than this get a heading for every month.
_WITHOUT_MONTHS = 12
#: The tallest bar of the strip has this many strokes; taller years make every stroke stand for more entries.
_STROKES = 12
#: Up to so many years stand side by side, those without entries too; beyond that, only years with entries.
_WHOLE_SPAN = 40
#: What other pages show of a long course of events.
_EXCERPT = 10

_MONTHS = get_month_names("wide", locale="de_DE")


class Place(NamedTuple):
    """Where a date stands in time, as far as it is known."""

    year: int
    month: int | None
    day: int | None


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A moment with its place and the values it is found under."""

    moment: Moment
    place: Place
    marks: Marks

    @cached_property
    def digest(self) -> bytes:
        return digest(repr(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One year of the strip: its entries as strokes, and where they begin."""

    words: str
    amount: int
    strokes: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How many entries each year has, oldest year first."""

    bars: tuple[Bar, ...]
    #: How many entries one stroke stands for.
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """One page of the timeline in one of its two directions."""

    sheet: Sheet[Dated]
    #: The years, each with the newest first, whatever the direction of the page.
    parts: tuple[Part[Dated], ...]
    facets: tuple[Facet, ...]
    density: Density
    base: str
    oldest_first: bool
    #: The digest of all that the pages have in common.
    frame: bytes

    @property
    def folder(self) -> str:
        """Both directions have the same files."""
        return parts_folder(NEWEST_FIRST)

    def digest(self) -> bytes:
        return digest_of_sheet(self.sheet, self.frame)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The newest of all moments that concern something, and where all of them stand."""

    moments: tuple[Moment, ...] = ()
    total: int = 0
    url: str = ""

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.moments)

    def __len__(self) -> int:
        return len(self.moments)


def timeline_pages(
    register: Register, *, oldest_first: bool = False, size: int = PAGE_SIZE
) -> tuple[TimelinePage, ...]:
    """All pages of the timeline in one direction; its years have both."""
    years = _years(register)
    if oldest_first:
        years = years[::-1]
        items = [part.items[number] for part in years for number in part.turned]
    else:
        items = [item for part in years for item in part.items]
    base = OLDEST_FIRST if oldest_first else NEWEST_FIRST
    cut = sheets(items, base, [_year, _part(items)], size)
    choices = facets([item.marks for item in part.items] for part in years)
    strip = density(cut[0].jumps)
    frame = digest_of_frame(years, choices, strip, base)
    return tuple(
        TimelinePage(
            sheet=sheet,
            parts=years,
            facets=choices,
            density=strip,
            base=base,
            oldest_first=oldest_first,
            frame=frame,
        )
        for sheet in cut
    )


def place(date: PartialDate) -> Place:
    """A range stands where it begins; a quarter, a season or a year stands at no month of its year."""
    if date.precision is Precision.RANGE:
        return place(PartialDate.parse(date.iso().partition("/")[0]))
    has_month = date.precision in (Precision.DAY, Precision.MONTH)
    day = date.first.day if date.precision is Precision.DAY else None
    return Place(date.year, date.first.month if has_month else None, day)


def somewhen(date: PartialDate) -> str:
    """What is said before a date that names no day: „irgendwann im“ Juni 2021, „irgendwann“ 2022."""
    match date.precision:
        case Precision.YEAR:
            return "irgendwann "
        case Precision.MONTH | Precision.QUARTER | Precision.SEASON:
            return "irgendwann im "
    return ""


def density(jumps: Iterable[Jump]) -> Density:
    """The strip over the timeline, drawn from the same counts as its headings."""
    years = {int(jump.words): jump for jump in jumps}
    step = max(1, -(-max((jump.amount for jump in years.values()), default=0) // _STROKES))
    shown: Iterable[int] = sorted(years)
    if years and max(years) - min(years) < _WHOLE_SPAN:
        shown = range(min(years), max(years) + 1)
    empty = Jump(words="", amount=0, url="")
    bars = ((year, years.get(year, empty)) for year in shown)
    return Density(
        bars=tuple(
            Bar(words=str(year), amount=jump.amount, strokes=-(-jump.amount // step), url=jump.url)
            for year, jump in bars
        ),
        step=step,
    )


def excerpts(register: Register) -> Mapping[Key, Excerpt]:
    """For every body what happened there, for every topic what happened to its records; newest first."""
    found: defaultdict[Key, list[Moment]] = defaultdict(list)
    for item in _newest_first(register):
        for facet, type_name in ((BODY, "gremien"), (TOPIC, "themen")):
            for value in item.marks.get(facet, ()):
                found[Key(type_name, value.id)].append(item.moment)
    names = {"gremien": BODY, "themen": TOPIC}
    return {
        key: Excerpt(
            moments=tuple(moments[:_EXCERPT]),
            total=len(moments),
            url=f"{NEWEST_FIRST}?{names[key.type]}={key.id}",
        )
        for key, moments in found.items()
    }


@lru_cache(maxsize=1)
def _years(register: Register) -> tuple[Part[Dated], ...]:
    """Both directions have the same, so they are made once."""
    return tuple(replace(part, turned=_turned(part.items)) for part in parts(_newest_first(register), _year))


@lru_cache(maxsize=1)
def _newest_first(register: Register) -> Sequence[Dated]:
    """Inexact dates come after the exact ones that they could be, whichever way one reads."""
    items = [
        Dated(moment=moment, place=place(moment.date), marks=marks_of_moment(moment, register))
        for moment in register.timeline
    ]
    items.reverse()
    return sorted(items, key=lambda item: (-item.place.year, -(item.place.month or 0), -(item.place.day or 0)))


def _turned(year: Sequence[Dated]) -> tuple[int, ...]:
    """The entries of a year with the oldest first. What has the same place is turned, too."""

    def upwards(number: int) -> tuple[int, int]:
        _, month, day = year[number].place
        return month or 13, day or 32

    return tuple(sorted(range(len(year) - 1, -1, -1), key=upwards))


def _year(item: Dated) -> Heading:
    return Heading(words=str(item.place.year), anchor=f"jahr-{item.place.year}")


def _part(items: Sequence[Dated]) -> Level[Dated]:
    """Months where a year is long; what is not even known to the month always stands apart."""
    amounts: defaultdict[int, int] = defaultdict(int)
    for item in items:
        amounts[item.place.year] += 1

    def part(item: Dated) -> Heading | None:
        year, month, _ = item.place
        if month is None:
            return Heading(words=f"{year}, genauer Tag unbekannt", anchor=f"jahr-{year}-ungenau")
        if amounts[year] <= _WITHOUT_MONTHS:
            return None
        return Heading(words=f"{_MONTHS[month]} {year}", anchor=f"monat-{year}-{month:02}")

    return part
