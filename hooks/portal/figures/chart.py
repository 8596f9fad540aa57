"""The course of a series as a drawing: all places in percent of the plot, so that it fits every width.

A value is drawn as long as the date it is known for: a year is a bar, a day is a dot. Lines join only
what may be compared: neighbours of one kind, both known, neither inferred nor a mere bound, without a gap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from portal.dates import PartialDate
from portal.figures import figurescale
from portal.figures.drawing import Hole, Joint, Line, Mark, TimeChart, form_of
from portal.figures.labels import LETTER, NARROW, WIDE, Point, labels
from portal.figures.units import is_rank
from portal.records import UNKNOWN, Measurement
from portal.records.words import Accuracy, ValueKind

#: Shorter dates are drawn as dots, or they could not be seen.
_SHORT = 2.0
#: How much longer than usual a time without values must be to break the line.
_GAP = Decimal("1.5")

ABOVE = (Accuracy.MORE_THAN, Accuracy.AT_LEAST)
BELOW = (Accuracy.AT_MOST,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """The two axes of a chart; series that count the same way share them."""

    value: figurescale.Scale
    time: figurescale.TimeAxis


def dated(values: Iterable[Measurement]) -> list[tuple[PartialDate, Measurement]]:
    """Values with a known date, known or not, in the order of time."""
    found = [(value.as_of, value) for value in values if isinstance(value.as_of, PartialDate)]
    return sorted(found, key=lambda pair: pair[0])


def axes(values: Iterable[Measurement], unit: str, today: dt.date) -> Axes:
    """Axes that hold all dated values of one unit."""
    shown = dated(values)
    known = [value.value for _, value in shown if isinstance(value.value, Decimal)]
    return Axes(
        value=figurescale.ranks(known) if is_rank(unit) else figurescale.amounts(known),
        time=figurescale.time_axis((date for date, _ in shown), today),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A value with its date on the drawing; without height, where it is unknown."""

    value: Measurement
    first: dt.date
    last: dt.date
    x1: float
    x2: float
    y: float | None

    @property
    def is_comparable(self) -> bool:
        """Known, more than a bound, and said by the source itself."""
        return self.y is not None and not _bound(self.value.accuracy) and not self.value.inferred


def time_chart(values: Sequence[Measurement], unit: str, frame: Axes) -> TimeChart:
    """Draw one series into its axes."""
    shown = [_shown(date, value, unit, frame) for date, value in dated(values)]
    known = [(each, each.y) for each in shown if each.y is not None]
    written = labels([Point(x1=each.x1, x2=each.x2, y=y, value=each.value) for each, y in known])
    joints = tuple(_joints(shown))
    today = frame.time.today
    return TimeChart(
        marks=tuple(
            Mark(
                form=form_of(each.value.kind),
                x1=each.x1,
                x2=each.x2,
                middle=_middle(each),
                y=y,
                short=each.x2 - each.x1 < _SHORT,
                bound=_bound(each.value.accuracy),
                label=label,
            )
            for (each, y), label in zip(known, written, strict=True)
        ),
        joints=joints,
        holes=tuple(_hole(each) for each in shown if each.y is None),
        lines=tuple(
            Line(y=_height(frame.value, tick, unit), words=frame.value.words(tick), is_zero=tick == 0)
            for tick in frame.value.ticks
        ),
        years=frame.time.lines,
        ticks=frame.time.ticks,
        unit=f"{frame.value.factor[1]} {unit}".strip(),
        today=frame.time.place(today) if frame.time.first <= today < frame.time.end else None,
        is_interrupted=len(joints) < len(shown) - 1,
    )


def _shown(date: PartialDate, value: Measurement, unit: str, frame: Axes) -> _Shown:
    first, last = figurescale.interval(date, frame.time.today)
    x1, x2 = frame.time.span(date)
    y = _height(frame.value, value.value, unit) if isinstance(value.value, Decimal) else None
    return _Shown(value=value, first=first, last=last, x1=x1, x2=x2, y=y)


def _joints(shown: Sequence[_Shown]) -> Iterator[Joint]:
    """Lines between neighbours. What is unknown interrupts the lines of all kinds."""
    for kind in ValueKind:
        of_kind = [each for each in shown if each.value.kind == kind or each.y is None]
        waits = [Decimal((two.first - one.first).days) for one, two in pairwise(of_kind)]
        for wait, (one, two) in zip(waits, pairwise(of_kind), strict=True):
            comparable = one.is_comparable and two.is_comparable and one.value.label == two.value.label
            if comparable and one.last < two.first and wait <= min(waits) * _GAP:
                assert one.y is not None
                assert two.y is not None
                yield Joint(form=form_of(kind), x1=one.x2, y1=one.y, x2=two.x1, y2=two.y)


def _hole(shown: _Shown) -> Hole:
    """A day would be too narrow to be seen: the hole is widened inside the plot."""
    width = max(round(shown.x2 - shown.x1, 2), _SHORT)
    x = round(min(shown.x1, 100 - width), 2)
    word = len(UNKNOWN) * LETTER
    return Hole(
        x=x,
        width=width,
        middle=round(x + width / 2, 2),
        is_wide=width * WIDE / 100 >= word,
        is_wide_on_narrow=width * NARROW / 100 >= word,
    )


def _height(axis: figurescale.Scale, value: Decimal, unit: str) -> float:
    """From the top of the plot: high amounts are up, the best rank too."""
    return axis.place(value) if is_rank(unit) else round(100 - axis.place(value), 2)


def _bound(accuracy: Accuracy) -> str:
    return "hoch" if accuracy in ABOVE else "tief" if accuracy in BELOW else ""


def _middle(shown: _Shown) -> float:
    return round((shown.x1 + shown.x2) / 2, 2)
