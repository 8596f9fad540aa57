"""Things that were counted side by side, as bars from zero; ranks as dots, the best at the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal import german
from portal.dates import PartialDate
from portal.figures import figurescale
from portal.figures.drawing import Form, form_of
from portal.figures.units import in_words, is_rank
from portal.records import UNKNOWN, Measurement


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One value with its name; from where to where it reaches, unless it is unknown."""

    name: str
    words: str
    form: Form
    is_known: bool
    x: float = 0
    width: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Values that one date, or none, belongs to."""

    bars: tuple[Bar, ...]
    is_rank: bool
    #: The ends of the axis in words, and where zero lies on it.
    low: str
    high: str
    zero: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A value and what was counted."""

    name: str
    value: Measurement


def names(values: Sequence[Measurement]) -> list[Named]:
    """The values of one series by what was counted, and by date where dates differ."""
    differ = len({value.as_of for value in values}) > 1
    found = []
    for value in values:
        date = german.in_words(value.as_of) if isinstance(value.as_of, PartialDate) else "ohne Stichtag"
        found.append(Named(name=", ".join(filter(None, [value.label, date if differ else ""])), value=value))
    return found


def bar_chart(rows: Sequence[Named], unit: str) -> BarChart:
    """Draw values of one unit; at least one must be known."""
    known = [row.value.value for row in rows if isinstance(row.value.value, Decimal)]
    axis = figurescale.ranks(known) if is_rank(unit) else figurescale.amounts(known)
    zero = 0 if is_rank(unit) else axis.place(Decimal(0))
    return BarChart(
        bars=tuple(_bar(row, unit, axis, zero) for row in rows),
        is_rank=is_rank(unit),
        low=in_words(axis.low, unit),
        high=in_words(axis.high, unit),
        zero=zero,
    )


def _bar(row: Named, unit: str, axis: figurescale.Scale, zero: float) -> Bar:
    value = row.value
    form = form_of(value.kind)
    if not isinstance(value.value, Decimal):
        return Bar(name=row.name, words=UNKNOWN, form=form, is_known=False)
    place = axis.place(value.value)
    return Bar(
        name=row.name,
        words=in_words(value.value, unit, value.accuracy),
        form=form,
        is_known=True,
        x=min(place, zero) if not is_rank(unit) else place,
        width=round(abs(place - zero), 2),
    )
