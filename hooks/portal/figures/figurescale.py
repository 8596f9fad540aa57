"""Honest axes: amounts start at zero, ranks at one, time in whole years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from portal import german
from portal.dates import OPEN_END, PartialDate

_DAY = dt.timedelta(days=1)
_QUARTERS = (("Jan.", 1), ("April", 4), ("Juli", 7), ("Okt.", 10))
_LARGE = ((Decimal(10**9), "Milliarden"), (Decimal(10**6), "Millionen"))
#: So many years can be named side by side: on a wide screen, and on a narrow one.
_WIDE, _NARROW = 12, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The numbers that an axis shows, and where each lies on it."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def place(self, value: Decimal) -> float:
        """From 0 at the lowest number of the axis to 100 at the highest."""
        return _percent((value - self.low) / (self.high - self.low))

    @property
    def factor(self) -> tuple[Decimal, str]:
        """What the numbers at the axis are divided by, and the word that says so."""
        largest = max(abs(self.low), abs(self.high))
        return next(((factor, word) for factor, word in _LARGE if largest >= factor), (Decimal(1), ""))

    def words(self, tick: Decimal) -> str:
        """A tick as it is printed: short, as the axis names the factor."""
        return german.number(Decimal(f"{(tick / self.factor[0]).normalize():f}"))


def nice_step(span: Decimal, at_most: int) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20 … (or 0.5, 0.2, 0.1 …) that divides a span into few enough parts."""
    exponent = (span / at_most).adjusted()
    steps = [Decimal(digit).scaleb(power) for power in (exponent, exponent + 1) for digit in (1, 2, 5)]
    return next(step for step in steps if span / step <= at_most)


def amounts(values: Iterable[Decimal], at_most: int = 5) -> Scale:
    """An axis from zero that holds all values. Shares of up to 100 % never make it longer than 100."""
    known = [Decimal(0), *values]
    span = max(known) - min(known)
    step = nice_step(span, at_most) if span else Decimal(1)
    if all(value == value.to_integral_value() for value in known):
        step = max(step, Decimal(1))  # there is no half person
    low = (min(known) / step).to_integral_value(ROUND_FLOOR)
    high = (max(known) / step).to_integral_value(ROUND_CEILING)
    high = high if high > low else low + 1
    ticks = tuple(step * count for count in range(int(low), int(high) + 1))
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks)


def ranks(values: Iterable[Decimal], at_most: int = 5) -> Scale:
    """An axis that begins with the best rank, 1."""
    worst = max(*values, Decimal(2))
    step = max(nice_step(worst - 1, at_most), Decimal(1))
    # Small steps count on from 1 (1, 3, 5), large ones go by round numbers (1, 20, 40).
    begin = Decimal(1) if step < 5 else Decimal(0)
    steps = int(((worst - begin) / step).to_integral_value(ROUND_CEILING))
    ticks = (Decimal(1), *(begin + step * count for count in range(1, steps + 1)))
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTick:
    """A word below the axis of time."""

    x: float
    words: str
    #: How the word lies at its place: a year in its middle, a quarter from its start.
    anchor: str
    #: Too many of them for a narrow screen; the others stay.
    wide_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Whole years, from the first day to the day after the last."""

    first: dt.date
    end: dt.date
    today: dt.date

    def span(self, date: PartialDate) -> tuple[float, float]:
        """Where a date begins and ends. A day is one point: it has no length anybody could see."""
        first, last = interval(date, self.today)
        return self.place(first), self.place(first if first == last else last + _DAY)

    def place(self, day: dt.date) -> float:
        return _percent(Decimal((day - self.first).days) / Decimal((self.end - self.first).days))

    @property
    def lines(self) -> tuple[float, ...]:
        """Where the years begin that are named."""
        return tuple(self.place(dt.date(year, 1, 1)) for year in self._named)

    @property
    def ticks(self) -> tuple[TimeTick, ...]:
        """Years; in a single year, where its quarters begin."""
        if self.end.year - self.first.year == 1:
            return tuple(
                TimeTick(
                    x=self.place(dt.date(self.first.year, month, 1)),
                    words=f"{name} {self.first.year}" if month == 1 else name,
                    anchor="start",
                    wide_only=month == 4,
                )
                for name, month in _QUARTERS
            )
        seldom = -(-len(self._named) // _NARROW)
        return tuple(
            TimeTick(x=self.place(dt.date(year, 7, 2)), words=str(year), anchor="middle", wide_only=index % seldom > 0)
            for index, year in enumerate(self._named)
        )

    @property
    def _named(self) -> range:
        step = max(1, int(nice_step(Decimal(self.end.year - self.first.year), _WIDE)))
        return range(self.first.year, self.end.year, step)


def time_axis(dates: Iterable[PartialDate], today: dt.date) -> TimeAxis:
    """An axis of the whole years that hold all dates."""
    intervals = [interval(date, today) for date in dates]
    begin = min(first for first, _ in intervals)
    last = max(last for _, last in intervals)
    return TimeAxis(first=dt.date(begin.year, 1, 1), end=dt.date(last.year + 1, 1, 1), today=today)


def interval(date: PartialDate, today: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day. What has no end is known to last until the day the data stands at."""
    if not date.iso().endswith(OPEN_END):
        return date.first, date.last
    return date.first, today if today >= date.first else dt.date(date.year, 12, 31)


def _percent(share: Decimal) -> float:
    """Two places are finer than a pixel and keep the pages small."""
    return round(float(share) * 100, 2)
