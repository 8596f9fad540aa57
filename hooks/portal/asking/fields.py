"""Which fields a new record needs, read off its model: label, help, example, choices, references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from portal.check.editorial import NEEDS_SUMMARY
from portal.records import Inquiry, Meeting, Model, Paper, RecordType, Source
from portal.records.references import Location, ref_of
from portal.records.values import Ref

#: Fields that are not required, but that nearly every record of its type has: an empty answer leaves them out.
_USUAL: dict[type[Model], tuple[str, ...]] = {
    Paper: ("nummer", "datum"),
    Source: ("datum", "url"),
    Inquiry: ("gestellt.von",),
    Meeting: ("stand",),
}
#: What all records share stands below what is special to each.
_LAST = ("kurzfassung", "quellen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question."""

    place: Location
    title: str
    help: str
    example: str
    choices: tuple[str, ...]
    ref: Ref | None
    #: Several values, parted by commas.
    many: bool
    optional: bool

    @property
    def name(self) -> str:
        """As `--feld` names it: `gestellt.am`, `fragen.1.frage`."""
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in self.place)


def fields_of(record_type: RecordType) -> list[Field]:
    """Everything without which `portal check` would complain, and the usual rest."""
    model = record_type.model
    usual = _USUAL.get(model, ())
    demanded = {*(("quellen",) if model.needs_source else ()), *(("kurzfassung",) if model in NEEDS_SUMMARY else ())}
    fields = [*_walk(model, (), {*usual}, demanded)]
    return sorted(fields, key=lambda field: _LAST.index(field.name) if field.name in _LAST else -1)


def _walk(model: type[Model], place: Location, usual: set[str], demanded: set[str]) -> Iterator[Field]:
    for info in model.model_fields.values():
        key = info.alias or ""
        here = (*place, key)
        name = ".".join(str(step) for step in here if isinstance(step, str))
        required = info.is_required() or name in demanded
        if key == "id" or not (required or name in usual):
            continue
        inner, in_list = _model_in(info.annotation)
        if inner is None:
            yield _field(info, here, optional=not required)
        else:
            yield from _walk(inner, (*here, 0) if in_list else here, usual, demanded)


def _field(info: FieldInfo, place: Location, *, optional: bool) -> Field:
    return Field(
        place=place,
        title=info.title or str(place[-1]),
        help=info.description or "",
        example=str(info.examples[0]) if info.examples else "",
        choices=_choices(info.annotation),
        ref=ref_of(info),
        many=_is_list(info.annotation),
        optional=optional,
    )


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _model_in(annotation: Any) -> tuple[type[Model] | None, bool]:
    """The group of fields that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation, False
    if _is_list(annotation):
        return _model_in(get_args(annotation)[0])[0], True
    return None, False


def _choices(annotation: Any) -> tuple[str, ...]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(str(word) for word in annotation)
    return next((found for part in get_args(annotation) if (found := _choices(part))), ())
