"""An indicator as a reader meets it: series by series, each in the form that fits its values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from portal import german
from portal.dates import PartialDate
from portal.figures import chartwords, figurescale
from portal.figures.bars import BarChart, Named, bar_chart, names
from portal.figures.chart import Axes, axes, dated, time_chart
from portal.figures.drawing import TimeChart
from portal.figures.legend import LegendItem, bar_legend, course_legend
from portal.records import Indicator, Measurement, Series


class Shape(StrEnum):
    """What a series looks like."""

    FIGURE = "zahl"
    COURSE = "verlauf"
    BARS = "balken"
    TABLE = "tabelle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One part of an indicator's page."""

    title: str
    unit: str
    shape: Shape
    #: The lines of the table; with the name of its series, where several are shown.
    rows: tuple[Named, ...]
    counting: str | None
    separate_because: str | None
    #: The value shown large.
    figure: Measurement | None = None
    course: TimeChart | None = None
    bars: BarChart | None = None
    #: The drawing in a sentence.
    sentence: str = ""
    notes: tuple[str, ...] = ()
    legend: tuple[LegendItem, ...] = ()


def panels(indicator: Indicator, today: dt.date) -> list[Panel]:
    """The series in their order. Single values that were counted the same way come together as bars."""
    frames = _shared_axes(indicator, today)
    found = []
    keyed = [(_alike(index, series, indicator), series) for index, series in enumerate(indicator.series)]
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        series = [each for _, each in group]
        unit = unit_of(series[0], indicator)
        if len(series) > 1:
            found.append(_side_by_side(series, unit))
        else:
            found.append(_panel(series[0], unit, frames.get((unit, series[0].counting)), today))
    return found


def unit_of(series: Series, indicator: Indicator) -> str:
    return series.unit or indicator.unit


def shape_of(series: Series, today: dt.date) -> Shape:
    """One known value is shown large; bars, where time tells nothing; else a course over time."""
    known = [value for value in series.values if isinstance(value.value, Decimal)]
    if len(known) == 1 or len(series.values) == 1:
        return Shape.FIGURE
    intervals = [figurescale.interval(date, today) for date, _ in dated(known)]
    at_once = bool(intervals) and max(first for first, _ in intervals) <= min(last for _, last in intervals)
    if at_once and len(intervals) == len(known):
        return Shape.BARS
    labelled = [value for value in known if value.label]
    if len({value.as_of for value in labelled}) < len(labelled):
        return Shape.BARS  # an enumeration: several things at one date
    return Shape.COURSE if len(intervals) > 1 else Shape.TABLE


def _panel(series: Series, unit: str, shared: Axes | None, today: dt.date) -> Panel:
    values = series.values
    shape = shape_of(series, today)
    panel = Panel(
        title=series.title,
        unit=unit,
        shape=shape,
        rows=tuple(Named(name=value.label or "", value=value) for value in values),
        counting=series.counting,
        separate_because=series.separate_because,
    )
    match shape:
        case Shape.FIGURE:
            known = [value for value in values if isinstance(value.value, Decimal)]
            return replace(panel, figure=(known or values)[0])
        case Shape.BARS:
            return _with_bars(panel, names(values))
        case Shape.COURSE:
            chart = time_chart(values, unit, shared or axes(values, unit, today))
            return replace(
                panel,
                course=chart,
                sentence=chartwords.course(values, unit, connected=bool(chart.joints)),
                notes=tuple(chartwords.notes(chart, values, unit)),
                legend=tuple(course_legend(chart, values, today)),
            )
    return panel


def _side_by_side(series: Sequence[Series], unit: str) -> Panel:
    """Series of one value each, counted the same way at the same time."""
    rows = tuple(Named(name=each.title, value=each.values[0]) for each in series)
    date = series[0].values[0].as_of
    assert isinstance(date, PartialDate)
    panel = Panel(
        title=f"Im Vergleich: {german.in_words(date)}",
        unit=unit,
        shape=Shape.BARS,
        rows=rows,
        counting=series[0].counting,
        separate_because=None,
    )
    return _with_bars(panel, rows)


def _with_bars(panel: Panel, rows: Sequence[Named]) -> Panel:
    values = [row.value for row in rows]
    return replace(
        panel,
        bars=bar_chart(rows, panel.unit),
        sentence=chartwords.comparison(rows, panel.unit),
        notes=tuple(chartwords.bar_notes(rows, panel.unit)),
        legend=tuple(bar_legend(values)),
    )


def _alike(index: int, series: Series, indicator: Indicator) -> object:
    """What series must have in common to stand side by side; each other series is only like itself."""
    value = series.values[0]
    comparable = (
        len(series.values) == 1
        and isinstance(value.value, Decimal)
        and isinstance(value.as_of, PartialDate)
        and not value.label
        and not series.separate_because
        and series.counting
    )
    return (unit_of(series, indicator), series.counting, value.as_of, value.kind) if comparable else index


def _shared_axes(indicator: Indicator, today: dt.date) -> dict[tuple[str, str | None], Axes]:
    """Courses of the same unit and way of counting get the same axes, so that the eye may compare them."""
    found: dict[tuple[str, str | None], list[Measurement]] = {}
    for series in indicator.series:
        if series.counting and shape_of(series, today) is Shape.COURSE:
            found.setdefault((unit_of(series, indicator), series.counting), []).extend(series.values)
    return {key: axes(values, key[0], today) for key, values in found.items()}
