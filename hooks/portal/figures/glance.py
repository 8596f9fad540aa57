"""An indicator in one line: its newest value, and whether it is more or less than the one before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from portal import german
from portal.dates import PartialDate, Precision
from portal.figures.chart import dated
from portal.figures.units import in_words, is_rank
from portal.records import Indicator, Measurement, Series
from portal.records.words import Accuracy, ValueKind

#: What "rund" may be off by. Closer numbers are neither more nor less.
_ROUNDING = Decimal("0.05")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The newest known value of the indicator's first series that has one."""

    #: What the series counts.
    title: str
    value: Measurement
    date: PartialDate
    words: str
    #: How it compares to the value before it, of the same series and kind; empty, where nothing compares.
    change: str
    #: Later dates for which nobody knows the value.
    unknown_since: tuple[PartialDate, ...]


def latest(indicator: Indicator) -> Glance | None:
    """What was really counted goes before plans; things that are only listed side by side have no newest value."""
    main = [series for series in indicator.series if not series.unit or series.unit == indicator.unit]
    for kinds in ([ValueKind.ACTUAL], [kind for kind in ValueKind if kind is not ValueKind.ACTUAL]):
        for series in main:
            for kind in kinds:
                if found := _latest(series, kind, indicator.unit):
                    return found
    return None


def _latest(series: Series, kind: ValueKind, unit: str) -> Glance | None:
    values = [pair for pair in dated(series.values) if not pair[1].label]
    known = [
        (date, value, value.value) for date, value in values if value.kind is kind and isinstance(value.value, Decimal)
    ]
    if not known:
        return None
    date, newest, number = known[-1]
    earlier = [item for item in known if item[0].is_before(date)]
    if len(known) - len(earlier) > 1:
        return None  # several values for one time: none of them is the newest
    return Glance(
        title=series.title,
        value=newest,
        date=date,
        words=in_words(number, unit, newest.accuracy),
        change=_change(newest, date, earlier[-1], unit) if earlier else "",
        unknown_since=tuple(at for at, value in values if date.is_before(at) and not isinstance(value.value, Decimal)),
    )


def _change(newest: Measurement, date: PartialDate, before: tuple[PartialDate, Measurement, Decimal], unit: str) -> str:
    """`mehr als im Jahr davor (2022: 36,3 Prozent)`; ranks are further to the front or back."""
    then, earlier, number = before
    sign = _compare(newest, earlier)
    if sign is None:
        return ""
    if is_rank(unit):
        word = {1: "weiter hinten als", -1: "weiter vorn als", 0: "gleicher Platz wie"}[sign]
    else:
        word = {1: "mehr als", -1: "weniger als", 0: "gleich viel wie"}[sign]
    year_before = date.precision is then.precision is Precision.YEAR and date.year == then.year + 1
    return f"{word} {'im Jahr davor' if year_before else 'davor'} ({german.in_words(then)}: {in_words(number, unit, earlier.accuracy)})"


def _compare(one: Measurement, two: Measurement) -> int | None:
    """1, -1 or 0 for more, less or equal; None, where inexact or inferred values leave it open."""
    if one.inferred or two.inferred:
        return None
    (low, high), (other_low, other_high) = _range(one), _range(two)
    if low > other_high:
        return 1
    if high < other_low:
        return -1
    return 0 if low == high == other_low == other_high else None


def _range(value: Measurement) -> tuple[Decimal, Decimal]:
    """Between which numbers the true one lies, as far as the source says."""
    assert isinstance(value.value, Decimal)
    number, leeway = value.value, abs(value.value) * _ROUNDING
    match value.accuracy:
        case Accuracy.ABOUT:
            return number - leeway, number + leeway
        case Accuracy.ALMOST:
            return number - leeway, number
        case Accuracy.MORE_THAN | Accuracy.AT_LEAST:
            return number, Decimal("Infinity")
        case Accuracy.AT_MOST:
            return Decimal("-Infinity"), number
        case Accuracy.EXACT:
            return number, number
