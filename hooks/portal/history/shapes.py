"""What the models say about a field of a file: its German name, what it holds, what leaving it out means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from portal.dates import PartialDate
from portal.records import Model, Ref


class Holds(Enum):
    """How a value is said."""

    TEXT = auto()
    DATE = auto()
    NUMBER = auto()
    PART = auto()
    RECORD = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One field, as an editor knows it."""

    name: str
    label: str
    holds: Holds = Holds.TEXT
    is_list: bool = False
    #: The model of a part, or of the parts in a list.
    part: type[Model] | None = None
    #: Where a named record may stand; empty for any place.
    types: tuple[str, ...] = ()
    #: What a file says by leaving the field out.
    default: str = ""


@cache
def shapes(model: type[Model]) -> Mapping[str, Shape]:
    """The fields of a model by their names in files, in the order of the model."""
    found = (_shape(name, info) for name, info in model.model_fields.items())
    return MappingProxyType({shape.name: shape for shape in found})


def unknown_shape(name: str) -> Shape:
    """A field of an older model, or a slip: nobody knows more than its name."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return Shape(name=name, label=words[:1].upper() + words[1:])


def _shape(attribute: str, info: FieldInfo) -> Shape:
    found = [*_marks(info.annotation), *info.metadata]
    part = next((mark for mark in found if isinstance(mark, type) and issubclass(mark, Model)), None)
    ref = next((mark for mark in found if isinstance(mark, Ref)), None)
    name = info.alias or attribute
    return Shape(
        name=name,
        label=info.title or unknown_shape(name).label,
        holds=_holds(found, part, ref),
        is_list=tuple in found,
        part=part,
        types=ref.types if ref else (),
        default=_as_written(info.default),
    )


def _holds(found: list[Any], part: type[Model] | None, ref: Ref | None) -> Holds:
    if part:
        return Holds.PART
    if ref:
        return Holds.RECORD
    if PartialDate in found:
        return Holds.DATE
    return Holds.NUMBER if Decimal in found or int in found else Holds.TEXT


def _marks(annotation: Any) -> Iterator[Any]:
    """Every type and every mark in an annotation, outermost first."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    yield origin or annotation
    for argument in arguments:
        if origin is Annotated and argument is not arguments[0]:
            yield argument
        else:
            yield from _marks(argument)


def _as_written(default: Any) -> str:
    """What is so unless somebody says otherwise. That nothing is said of an exception goes without saying."""
    if default is True:
        return "ja"
    return str(default) if isinstance(default, str) else ""
