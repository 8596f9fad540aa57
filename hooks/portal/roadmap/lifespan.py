"""Between which dates a project is known to have run, and whether it may have gone on after that."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from portal import german
from portal.dates import LAST_YEAR, OPEN_END, PartialDate, Precision
from portal.records import Project
from portal.records.words import ProjectState

_FINAL = (ProjectState.DONE, ProjectState.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifespan:
    """From when until when, as exactly as the dates say."""

    begin: PartialDate
    #: None where the period has no end.
    end: PartialDate | None
    #: The last day anything is known of.
    known_until: dt.date
    #: Whether it may have gone on after that.
    goes_on: bool


def lifespan(project: Project, today: dt.date) -> Lifespan | None:
    """The period where one is given; else from the first to the last thing that is known to have happened."""
    known = happened(project)
    until = max((date.last for date in known), default=dt.date.min)
    if project.period:
        begin, end = _ends(project.period)
        return Lifespan(begin=begin, end=end, known_until=max(begin.last, until), goes_on=end is None)
    if not known:
        return None
    final = bool(project.last_news and project.last_news.state in _FINAL)
    last = max(known, key=lambda date: (date.last, date.first))
    return Lifespan(begin=min(known), end=last, known_until=last.last, goes_on=not final and last.last < today)


def _ends(period: PartialDate) -> tuple[PartialDate, PartialDate | None]:
    if period.precision is not Precision.RANGE:
        return period, period
    begin, _, end = period.iso().partition("/")
    return PartialDate.parse(begin), None if end == OPEN_END else PartialDate.parse(end)


def happened(project: Project) -> list[PartialDate]:
    """When something is known to have happened; that nothing was found out on a day is nothing that happened."""
    updates = [update.date for update in project.updates if update.state is not ProjectState.UNKNOWN]
    reached = [m.reached for m in project.milestones if isinstance(m.reached, PartialDate)]
    return [date for date in (*updates, *reached) if date.last.year < LAST_YEAR]


def in_words(project: Project, life: Lifespan) -> str:
    """What the bar of a project says."""
    if project.period:
        return german.in_words(project.period)
    assert life.end is not None, "only periods have an open end"
    begin, end = german.in_words(life.begin), german.in_words(life.end)
    words = begin if begin == end else f"{begin} bis {end}"
    return f"{words}, danach nichts bekannt" if life.goes_on else words
