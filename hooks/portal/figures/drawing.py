"""What drawings of figures are made of. All places are percent of the plot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.figures.figurescale import TimeTick
from portal.figures.labels import Label
from portal.records.words import ValueKind


class Form(StrEnum):
    """How a kind of value is drawn; the word is its class."""

    ACTUAL = "ist"
    INTENDED = "plan"
    OTHER = "sonst"


_FORMS = {
    ValueKind.ACTUAL: Form.ACTUAL,
    ValueKind.TARGET: Form.INTENDED,
    ValueKind.PLAN: Form.INTENDED,
    ValueKind.ANNOUNCED: Form.INTENDED,
}


def form_of(kind: ValueKind) -> Form:
    return _FORMS.get(kind, Form.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One value: from where to where it holds, and how high it is."""

    form: Form
    x1: float
    x2: float
    middle: float
    y: float
    #: Drawn as a dot.
    short: bool
    #: The true value is said to lie higher ("hoch") or lower ("tief") than this.
    bound: str
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A line between two values that may be compared."""

    form: Form
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A time whose value is unknown."""

    x: float
    width: float
    middle: float
    #: Where there is room for the word; elsewhere a question mark stands for it.
    is_wide: bool
    is_wide_on_narrow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the grid with its number."""

    y: float
    words: str
    #: The line that amounts are measured from.
    is_zero: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeChart:
    """Values along time."""

    marks: tuple[Mark, ...]
    joints: tuple[Joint, ...]
    holes: tuple[Hole, ...]
    lines: tuple[Line, ...]
    years: tuple[float, ...]
    ticks: tuple[TimeTick, ...]
    #: What the numbers count, with the word they are shortened by: "Millionen Blatt".
    unit: str
    #: The day the data stands at, where it lies between the years shown.
    today: float | None
    is_interrupted: bool
