"""What a drawing shows, in a sentence, and what has to be said beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from portal import german
from portal.dates import PartialDate
from portal.figures.bars import Named
from portal.figures.chart import dated
from portal.figures.drawing import TimeChart
from portal.figures.legend import kind_words
from portal.figures.units import in_words, is_rank
from portal.records import Measurement
from portal.records.words import Accuracy, ValueKind

#: Fewer values than this are named one by one.
_FEW = 3


def course(values: Sequence[Measurement], unit: str, *, connected: bool) -> str:
    """Of each kind, from where to where it went, or what there is to see; and what is unknown."""
    told = _course if connected else _listed
    shown = dated(values)
    known = [(date, value) for date, value in shown if isinstance(value.value, Decimal)]
    kinds = [kind for kind in ValueKind if any(value.kind is kind for _, value in known)]
    parts = []
    for kind in kinds:
        of_kind = [pair for pair in known if pair[1].kind is kind]
        name = f"{kind_words(kind)}: " if kinds != [ValueKind.ACTUAL] else ""
        parts.append(name + "; ".join(told(of_kind, unit)))
    unknown = [german.in_words(date) for date, value in shown if not isinstance(value.value, Decimal)]
    parts += [f"unbekannt: {german.enumeration(unknown)}"] if unknown else []
    return _sentence("; ".join(parts))


def comparison(rows: Sequence[Named], unit: str) -> str:
    """The highest and the lowest of some values side by side, or all of them."""
    known = [(row, row.value.value) for row in rows if isinstance(row.value.value, Decimal)]
    numbers = [number for _, number in known]
    plain = all(row.value.accuracy not in (Accuracy.MORE_THAN, Accuracy.AT_LEAST, Accuracy.AT_MOST) for row, _ in known)
    unknown = [row.name for row in rows if not isinstance(row.value.value, Decimal)]
    if len(known) > _FEW and plain and len(set(numbers)) > 1:
        least, most = min(known, key=lambda pair: pair[1]), max(known, key=lambda pair: pair[1])
        lead = ("am weitesten vorn", "am weitesten hinten") if is_rank(unit) else ("am höchsten", "am niedrigsten")
        ends = (least, most) if is_rank(unit) else (most, least)
        parts = [f"{words}: {row.name}, {_words(row.value, unit)}" for words, (row, _) in zip(lead, ends, strict=True)]
    else:
        parts = [_named(row, unit) for row, _ in known]
    parts += [f"unbekannt: {german.enumeration(unknown)}"] if any(unknown) else []
    return _sentence("; ".join(parts))


def notes(chart: TimeChart, values: Sequence[Measurement], unit: str) -> Iterator[str]:
    """How to read the drawing, and what it leaves out."""
    if is_rank(unit):
        yield f"{unit} 1 steht oben."
    if any(not mark.short for mark in chart.marks):
        yield "Jeder Strich ist so lang wie der Zeitraum, für den der Wert gilt."
    if chart.is_interrupted:
        apart = "Eine Linie verbindet nur, was sich vergleichen lässt."
        yield apart if chart.joints else "Die Werte lassen sich nicht vergleichen, deshalb verbindet sie keine Linie."
    if missing := sum(not isinstance(value.as_of, PartialDate) for value in values):
        only = "stehen" if missing > 1 else "steht"
        yield f"{german.count(missing, 'Wert', 'Werte')} ohne bekannten Stichtag {only} nur in der Tabelle."


def bar_notes(rows: Sequence[Named], unit: str) -> Iterator[str]:
    """When the values held, and where the axis begins."""
    dates = {row.value.as_of for row in rows}
    if len(dates) == 1 and isinstance(date := dates.pop(), PartialDate):
        yield f"Alle Werte: {german.in_words(date)}."
    yield f"{unit} 1 ist ganz links." if is_rank(unit) else "Die Balken beginnen bei 0."


def _listed(of_kind: Sequence[tuple[PartialDate, Measurement]], unit: str) -> Iterator[str]:
    """Values that cannot be compared go from nowhere to nowhere."""
    if len(of_kind) <= _FEW:
        yield from (f"{_words(value, unit)} ({german.in_words(date)})" for date, value in of_kind)
    else:
        low, high = _extremes(of_kind)
        yield f"{len(of_kind)} Werte, der kleinste {_words(low[1], unit)}, der größte {_words(high[1], unit)}"


def _course(of_kind: Sequence[tuple[PartialDate, Measurement]], unit: str) -> Iterator[str]:
    (begin, first), (end, last) = of_kind[0], of_kind[-1]
    if len(of_kind) == 1:
        yield f"{_words(last, unit)} ({german.in_words(end)})"
        return
    yield f"von {_words(first, unit, short=True)} ({german.in_words(begin)}) bis {_words(last, unit)} ({german.in_words(end)})"
    low, high = _extremes(of_kind)
    extremes = (
        [("bester", low), ("schlechtester", high)] if is_rank(unit) else [("höchster", high), ("niedrigster", low)]
    )
    for word, (date, value) in extremes:
        if value.value not in (first.value, last.value):
            yield f"{word} Wert {_words(value, unit, short=True)} ({german.in_words(date)})"


def _extremes(
    of_kind: Sequence[tuple[PartialDate, Measurement]],
) -> tuple[tuple[PartialDate, Measurement], tuple[PartialDate, Measurement]]:
    ordered = sorted(of_kind, key=lambda pair: pair[1].value if isinstance(pair[1].value, Decimal) else Decimal(0))
    return ordered[0], ordered[-1]


def _words(value: Measurement, unit: str, *, short: bool = False) -> str:
    assert isinstance(value.value, Decimal)
    if short and not is_rank(unit):
        return german.with_accuracy(german.number(value.value), value.accuracy)
    return in_words(value.value, unit, value.accuracy)


def _named(row: Named, unit: str) -> str:
    return f"{row.name}: {_words(row.value, unit)}" if row.name else _words(row.value, unit)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
