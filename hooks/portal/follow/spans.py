"""Which days of a calendar a partial date may fill.

A calendar can only show days. Where a source names a month or a quarter, a plan becomes a span of whole
days, because the whole span is what was promised. Of things that happened once, somewhere in a month
nobody knows where, no day is made up: they are left out, and the page says how many.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from portal.dates import OPEN_END, PartialDate, Precision

#: The longest plan that is still shown as a span, in days: a quarter or a season. A year would only be in the way.
_LONGEST = 93


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Whole days from the first to the last, or one day from a time of day on."""

    first: dt.date
    last: dt.date
    #: By the town's clocks.
    start: dt.time | None = None


def span(date: PartialDate | str | None, *, is_plan: bool, start: str | None = None) -> Span | None:
    """The days of a date; None where showing any would claim more than is known."""
    if not isinstance(date, PartialDate):
        return None
    if date.day:
        return Span(first=date.day, last=date.day, start=dt.time.fromisoformat(start) if start else None)
    if date.precision is Precision.RANGE:
        begin, _, end = date.iso().partition("/")
        if end != OPEN_END and all(PartialDate.parse(part).day for part in (begin, end)):
            return Span(first=date.first, last=date.last)
    if is_plan and (date.last - date.first).days < _LONGEST:
        return Span(first=date.first, last=date.last)
    return None
