"""Which records a record names, and where: read off the models' own annotations.

The shape of a model is inspected once per class; walking a record is then plain attribute access.
"""

from __future__ import annotations

import types
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from portal.records.base import Model
from portal.records.values import UNKNOWN, Ref, Unknown

Location = tuple[str | int, ...]


class Mention(NamedTuple):
    """One field of a record naming another: where it stands, what it says, what it may name."""

    location: Location
    text: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class _FieldPlan:
    attribute: str
    key: str
    ref: Ref | None
    #: Whether the field may say "unbekannt" instead of naming a record.
    may_be_unknown: bool


def mentions(model: Model) -> list[Mention]:
    """Every reference in the model and its parts, in the order of its fields."""
    found: list[Mention] = []
    _collect(model, (), found)
    return found


def _collect(model: Model, location: Location, found: list[Mention]) -> None:
    for field in _plan(type(model)):
        value = getattr(model, field.attribute)
        if value is None or value == ():
            continue
        here = (*location, field.key)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    _collect(item, (*here, index), found)
                elif field.ref and isinstance(item, str):
                    found.append(Mention((*here, index), item, field.ref))
        elif isinstance(value, Model):
            _collect(value, here, found)
        elif field.ref and isinstance(value, str) and not (field.may_be_unknown and value == UNKNOWN):
            found.append(Mention(here, value, field.ref))


@cache
def _plan(model: type[Model]) -> tuple[_FieldPlan, ...]:
    plans = []
    for name, info in model.model_fields.items():
        ref, holds_model = ref_of(info), _inspect(info.annotation)[1]
        if ref or holds_model:
            unknown = Unknown in _leaves(info.annotation)
            plans.append(_FieldPlan(name, info.alias or name, ref, unknown))
    return tuple(plans)


def ref_of(info: FieldInfo) -> Ref | None:
    """What the texts of a field refer to, if they do."""
    refs = [*_inspect(info.annotation)[0], *(item for item in info.metadata if isinstance(item, Ref))]
    return refs[0] if refs else None


def _inspect(annotation: Any) -> tuple[list[Ref], bool]:
    """The reference marks and whether any model hides in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [], True
    origin, arguments = get_origin(annotation), get_args(annotation)
    refs: list[Ref] = []
    holds_model = False
    if origin is Annotated:
        refs += [item for item in arguments[1:] if isinstance(item, Ref)]
        arguments = arguments[:1]
    elif origin not in (tuple, Union, types.UnionType):
        return refs, holds_model
    for argument in arguments:
        inner_refs, inner_model = _inspect(argument)
        refs += inner_refs
        holds_model = holds_model or inner_model
    return refs, holds_model


def _leaves(annotation: Any) -> set[Any]:
    """The types a union or annotation is made of, at any depth."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal or not arguments:
        return {annotation} if isinstance(annotation, Hashable) else set()
    return {leaf for argument in arguments for leaf in _leaves(argument)}
