"""The axis of a time chart: days to percent of its width, so that a drawing fits any window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.dates import PartialDate
from portal.roadmap.plan import deadline
from portal.roadmap.totals import percent

#: The axis shows no more than this many years on either side of the day the data stands at.
YEARS_BACK, YEARS_AHEAD = 10, 8
ONE_DAY = dt.timedelta(days=1)
#: From here on a label has no room on a narrow screen.
_LAST_LABEL = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    label: int
    x: str
    #: Still labelled where space is short.
    major: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to shares of the axis, which begins on 1 January and ends on 31 December."""

    first: dt.date
    last: dt.date

    @classmethod
    def around(cls, dates: Iterable[PartialDate], today: dt.date) -> Scale:
        """All years that are named, as far as the limits allow, and always that of today."""
        years = [today.year, *(d.first.year for d in dates), *(end.year for d in dates if (end := deadline(d)))]
        first = min(today.year, max(min(years), today.year - YEARS_BACK))
        last = max(today.year, min(max(years), today.year + YEARS_AHEAD))
        return cls(dt.date(first, 1, 1), dt.date(last, 12, 31))

    def at(self, day: dt.date) -> float:
        """Where a day begins; what lies outside ends at the edge."""
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return min(1.0, max(0.0, share))

    def x(self, day: dt.date) -> str:
        return percent(self.at(day))

    def stretch(self, begin: dt.date, end: dt.date) -> tuple[str, str] | None:
        """From the morning of one day to the evening of another; None outside the axis."""
        if end < self.first or begin > self.last or end < begin:
            return None
        x, to = self.at(begin), self.at(end) if end == dt.date.max else self.at(end + ONE_DAY)
        return percent(x), percent(to - x)

    def middle(self, day: dt.date) -> str | None:
        """Where the sign of a day stands; None outside the axis."""
        return percent((self.at(day) + self.at(day + ONE_DAY)) / 2) if self.first <= day <= self.last else None

    def between(self, one: PartialDate, other: PartialDate) -> tuple[str, str] | None:
        """The way from one interval to the next; None where they touch or nothing of it is on the axis."""
        if other.is_before(one):
            one, other = other, one
        if not one.is_before(other) or other.first < self.first or one.last > self.last:
            return None
        return percent(self.at(one.last)), percent(self.at(other.first))

    def years(self) -> Iterator[Year]:
        """Every so many years one that is labelled on a phone, too, unless its label would stick out."""
        span = self.last.year - self.first.year
        step = 1 if span < 4 else 2 if span < 9 else 5
        for year in range(self.first.year, self.last.year + 1):
            begin = self.at(dt.date(year, 1, 1))
            yield Year(label=year, x=percent(begin), major=year % step == 0 and begin < _LAST_LABEL)
