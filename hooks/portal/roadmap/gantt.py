"""The time chart: where bars and marks lie, in percent of the chart's width. Templates only draw.

A partial date is an interval and is drawn as one; no day is ever picked out of it. What is certain
is solid, what lies within an interval is its fringe, and what nobody has news of is a dotted line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from portal.dates import PartialDate
from portal.records import Milestone, Project, Record
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.names import Target
from portal.register.timeline import due_date
from portal.roadmap.lifespan import Lifespan, happened, in_words, lifespan
from portal.roadmap.plan import deadline, outcome
from portal.roadmap.timeaxis import ONE_DAY, Scale, Year


class Part(StrEnum):
    """A stretch of a bar, by its class in the stylesheet."""

    FRINGE = "saum"
    CORE = "ist"
    AHEAD = "kuenftig"
    UNSURE = "ungewiss"


class Sign(StrEnum):
    """A mark, by its class in the stylesheet."""

    PROMISED = "soll"
    REPLANNED = "geist"
    DROPPED = "entfallen"
    REACHED = "ziel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    part: Part
    x: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A dated point; with a width where only an interval is known."""

    sign: Sign
    x: str
    width: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A line from a promise to what came of it: a new date, its fulfilment, or waiting until today."""

    sign: Sign | None
    x1: str
    x2: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    target: Target
    title: str
    #: The same as the bar, in words.
    words: str
    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()
    joins: tuple[Join, ...] = ()

    @property
    def has_plan(self) -> bool:
        """Whether anything is drawn above the bar."""
        return bool(self.joins) or any(mark.sign is not Sign.REACHED for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    years: tuple[Year, ...]
    today: str
    rows: tuple[Row, ...]
    #: Whether something lies before the axis begins.
    is_cut: bool
    #: Records that have no date on this axis.
    left_out: tuple[Key, ...]
    #: How many records there was no room for.
    hidden: int = 0


#: Bars, marks and lines that a chart of many projects draws, with about 100 bytes each.
_DRAWN = 250


def roadmap_chart(entries: Sequence[Entry[Record]], today: dt.date, limit: int) -> Chart:
    """One row a project, the earliest beginning first; at most `limit`, those with the latest news."""
    projects = [(entry.key, entry.record) for entry in entries if isinstance(entry.record, Project)]
    dates = {key: _all_dates(project) for key, project in projects}
    scale = Scale.around((date for found in dates.values() for date in found), today)
    rows: list[tuple[PartialDate, Row]] = []
    left_out = []
    seen, room = 0, _DRAWN
    for key, project in projects[:limit]:
        life = lifespan(project, today)
        row = _project_row(key, project, life, scale, today) if life else None
        if life and row and row.pieces:
            room -= len(row.pieces) + len(row.marks) + len(row.joins)
            if room < 0:
                break
            rows.append((life.begin, row))
        else:
            left_out.append(key)
        seen += 1
    rows.sort(key=lambda pair: pair[0])
    return Chart(
        years=tuple(scale.years()),
        today=scale.x(today),
        rows=tuple(row for _, row in rows),
        is_cut=any(date.first < scale.first for found in dates.values() for date in found),
        left_out=tuple(left_out),
        hidden=len(projects) - seen,
    )


def project_chart(entry: Entry[Record], today: dt.date) -> Chart | None:
    """A project's own chart: its bar, then each milestone in a row of its own; None without any date."""
    project = entry.record
    if not isinstance(project, Project):
        return None
    scale = Scale.around(_all_dates(project), today)
    life = lifespan(project, today)
    rows = [_project_row(entry.key, project, life, scale, today, with_marks=False)] if life else []
    for milestone, anchor in zip(project.milestones, anchors(project), strict=True):
        found = outcome(milestone, today)
        words = f"Ergebnis: {found.verdict}{f', {found.text}' if found.late else ''}"
        marks = tuple(_marks(milestone, scale))
        row = Row(
            target=Target(entry.key, anchor),
            title=milestone.title,
            words=words,
            marks=marks,
            joins=tuple(_joins(milestone, scale, today)),
        )
        rows.append(row)
    rows = [row for row in rows if row.pieces or row.marks]
    if not rows:
        return None
    return Chart(
        years=tuple(scale.years()),
        today=scale.x(today),
        rows=tuple(rows),
        is_cut=any(date.first < scale.first for date in _all_dates(project)),
        left_out=(),
    )


def _all_dates(project: Project) -> list[PartialDate]:
    planned = [date for m in project.milestones for date in _promised(m)]
    ended = [m.dropped for m in project.milestones if m.dropped]
    return [*happened(project), *planned, *ended, *([project.period] if project.period else [])]


def _promised(milestone: Milestone) -> list[PartialDate]:
    dates = [milestone.planned, *(replanning.new for replanning in milestone.replannings)]
    return [date for date in dates if isinstance(date, PartialDate) and deadline(date)]


def _project_row(
    key: Key, project: Project, life: Lifespan, scale: Scale, today: dt.date, *, with_marks: bool = True
) -> Row:
    milestones = project.milestones if with_marks else ()
    return Row(
        target=Target(key),
        title=project.title,
        words=in_words(project, life),
        pieces=tuple(_pieces(life, scale, today)),
        marks=tuple(mark for milestone in milestones for mark in _marks(milestone, scale)),
        joins=tuple(join for milestone in milestones for join in _joins(milestone, scale, today)),
    )


def _pieces(life: Lifespan, scale: Scale, today: dt.date) -> Iterator[Piece]:
    begin, end = life.begin, life.end
    last = end.last if end else life.known_until
    # The core is certain: from the last day it can have begun to the first day it can have ended.
    core_end = end.first if end else life.known_until
    stretches: list[tuple[Part, dt.date, dt.date]] = []
    if not (begin.day and core_end == last):
        stretches.append((Part.FRINGE, begin.first, min(last, today)))
    if begin.last < core_end or (begin.day and begin.last == core_end):
        stretches.append((Part.CORE, begin.last, min(core_end, today)))
    if last > today:
        stretches.append((Part.AHEAD, max(begin.first, today + ONE_DAY), last))
    if life.goes_on:
        stretches.append((Part.UNSURE, life.known_until + ONE_DAY, today))
    for part, first, to in stretches:
        if found := scale.stretch(first, to):
            yield Piece(part=part, x=found[0], width=found[1])


def _marks(milestone: Milestone, scale: Scale) -> Iterator[Mark]:
    signs = [Sign.PROMISED if date == milestone.planned else Sign.REPLANNED for date in _promised(milestone)]
    dated = list(zip(signs, _promised(milestone), strict=True))
    if milestone.dropped:
        dated.append((Sign.DROPPED, milestone.dropped))
    if isinstance(milestone.reached, PartialDate):
        dated.append((Sign.REACHED, milestone.reached))
    # Intervals first, so that the sign of a day lies above them.
    for sign, date in sorted(dated, key=lambda pair: pair[1].day is not None):
        if date.day:
            if middle := scale.middle(date.day):
                yield Mark(sign=sign, x=middle)
        elif found := scale.stretch(date.first, date.last):
            yield Mark(sign=sign, x=found[0], width=found[1])


def _joins(milestone: Milestone, scale: Scale, today: dt.date) -> Iterator[Join]:
    """The way from each promise to the next, and from the last to its fulfilment or to today."""
    stops = [(Sign.REPLANNED, date) for date in _promised(milestone)]
    if not stops:
        return
    last = stops[-1][1]
    if milestone.dropped:
        stops.append((Sign.DROPPED, milestone.dropped))
    elif isinstance(milestone.reached, PartialDate):
        stops.append((Sign.REACHED, milestone.reached))
    for (_, one), (sign, other) in pairwise(stops):
        if found := scale.between(one, other):
            yield Join(sign=sign, x1=found[0], x2=found[1])
    waits = milestone.reached is None and not milestone.dropped and deadline(due_date(milestone)) == last.last
    if waits and last.last < today and (found := scale.between(last, PartialDate.of_day(today))):
        yield Join(sign=None, x1=found[0], x2=found[1])
