"""The signs that a drawing uses, each with its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal import german
from portal.dates import PartialDate
from portal.figures.chart import ABOVE, BELOW
from portal.figures.drawing import Form, TimeChart, form_of
from portal.figures.labels import ABOUT
from portal.records import UNKNOWN, Measurement
from portal.records.words import ValueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    """A sign and what it means; `short` tells a dot from a bar."""

    sign: str
    words: str
    short: bool = False


def course_legend(chart: TimeChart, values: Sequence[Measurement], today: dt.date) -> Iterator[LegendItem]:
    """The signs of a course over time; what has no date is not in it."""
    values = [value for value in values if isinstance(value.as_of, PartialDate)]
    for form, words in _kinds(values):
        short = all(mark.short for mark in chart.marks if mark.form is form)
        yield LegendItem(sign=form, words=words, short=short)
    if chart.holes:
        yield LegendItem(sign="luecke", words=UNKNOWN)
    used = {value.accuracy for value in values if isinstance(value.value, Decimal)}
    for sign, accuracies in (("hoch", ABOVE), ("tief", BELOW), ("rund", ABOUT)):
        if words := " oder ".join([accuracy.value for accuracy in accuracies if accuracy in used]):
            yield LegendItem(sign=sign, words=words)
    if chart.today is not None:
        yield LegendItem(sign="stand", words=f"Stand: {german.in_words(PartialDate.of_day(today))}")


def bar_legend(values: Sequence[Measurement]) -> Iterator[LegendItem]:
    """The kinds of bars, unless all show what was really counted."""
    kinds = list(_kinds(values))
    if [form for form, _ in kinds] != [Form.ACTUAL]:
        yield from (LegendItem(sign=form, words=words) for form, words in kinds)


def _kinds(values: Sequence[Measurement]) -> Iterator[tuple[Form, str]]:
    """The forms of the known values, with the kinds that look like this."""
    used = [value.kind for value in values if isinstance(value.value, Decimal)]
    for form in Form:
        kinds = [kind for kind in ValueKind if kind in used and form_of(kind) is form]
        if kinds:
            yield form, " oder ".join([kind_words(kind) for kind in kinds])


def kind_words(kind: ValueKind) -> str:
    """A kind as legends and captions name it."""
    return "Art unbekannt" if kind is ValueKind.UNKNOWN else kind.value
