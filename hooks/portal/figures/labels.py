"""Which numbers a drawing has room for: the telling ones first, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from portal import german
from portal.records import Measurement
from portal.records.words import Accuracy

#: The plot in pixels: on a screen of 320, and on one wide enough for all words (62em in the stylesheet).
NARROW, WIDE, _HEIGHT = 215, 590, 208
#: A letter and a line of its text, generously.
LETTER, _LINE = 8, 17
#: Half the height of a mark.
_MARK = 7

ABOUT = (Accuracy.ABOUT, Accuracy.ALMOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where a known value is drawn."""

    x1: float
    x2: float
    y: float
    value: Measurement


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The number at a value. A narrow screen shows `sign` instead of `before`, or nothing at all."""

    x: float
    anchor: str
    number: str
    #: What was counted, in a line of its own; on wide screens only.
    name: str
    before: str
    sign: str
    below: bool = False
    on_narrow: bool = False
    on_wide: bool = False


@dataclass(frozen=True, slots=True)
class _Box:
    """The room that a label takes: across in percent, downwards in pixels."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def labels(points: Sequence[Point]) -> list[Label | None]:
    """One label for each point, as far as there is room for it above or below."""
    made: list[Label | None] = [None] * len(points)
    years = _Box(0, 100, _HEIGHT + 4, _HEIGHT + 30)
    narrow = [years, *(_mark(point, NARROW) for point in points)]
    wide = [years, *(_mark(point, WIDE) for point in points)]
    for index in _telling(points):
        point = points[index]
        label = _label(point)
        letters = max(len(label.before + label.number), len(label.name))
        best = label
        for below in (False, True):
            small = _box(label, point.y, len(label.sign + label.number) / NARROW, lines=1, below=below)
            large = _box(label, point.y, letters / WIDE, lines=2 if label.name else 1, below=below)
            tried = replace(
                label,
                below=below,
                on_narrow=not any(small.meets(box) for box in narrow),
                on_wide=not any(large.meets(box) for box in wide),
            )
            if tried.on_narrow + tried.on_wide > best.on_narrow + best.on_wide:
                best, boxes = tried, (small, large)
        if best.on_narrow or best.on_wide:
            made[index] = best
            narrow += [boxes[0]] * best.on_narrow
            wide += [boxes[1]] * best.on_wide
    return made


def _label(point: Point) -> Label:
    """Over the middle of its value; where that would stick out, from the value's own edge inwards."""
    value = point.value
    assert isinstance(value.value, Decimal)
    number, name = german.number(value.value), value.label or ""
    before = "" if value.accuracy is Accuracy.EXACT else f"{value.accuracy} "
    sign = "≈ " if value.accuracy in ABOUT else ""
    widths = len(sign + number) / NARROW, max(len(before + number), len(name)) / WIDE
    half, middle = max(widths) * LETTER * 50, round((point.x1 + point.x2) / 2, 2)
    x, anchor = (
        (point.x1, "start") if middle < half else (point.x2, "end") if middle > 100 - half else (middle, "middle")
    )
    return Label(x=x, anchor=anchor, number=number, name=name, before=before, sign=sign)


def _telling(points: Sequence[Point]) -> Iterator[int]:
    """The last value, the first, the extremes, then all others."""
    if not points:
        return
    indices = range(len(points))
    order = [
        indices[-1],
        0,
        min(indices, key=lambda index: points[index].y),
        max(indices, key=lambda index: points[index].y),
        *indices,
    ]
    yield from dict.fromkeys(order)


def _box(label: Label, y: float, share: float, *, lines: int, below: bool) -> _Box:
    """The room of a text whose letters, divided by the width of the plot, are `share`."""
    width = share * LETTER * 100
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    top = y * _HEIGHT / 100 + (_MARK if below else -_MARK - lines * _LINE)
    return _Box(left, left + width, top, top + lines * _LINE)


def _mark(point: Point, width: int) -> _Box:
    """The room of the value's own mark, at least that of a dot."""
    leeway = max(_MARK / width * 100 - (point.x2 - point.x1) / 2, 0)
    middle = point.y * _HEIGHT / 100
    return _Box(point.x1 - leeway, point.x2 + leeway, middle - _MARK, middle + _MARK)
