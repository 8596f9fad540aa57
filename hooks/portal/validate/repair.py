"""A record with wrong fields is still checked for everything else.

An editor should see all problems in one run, not one layer after the other. So wrong values are
taken out, missing required ones are filled in, and the rest goes through the checks. Such a record
is never published; problems at the places that were filled in are not reported a second time.
"""

from __future__ import annotations

from copy import deepcopy
from enum import StrEnum
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from portal.dates import PartialDate
from portal.records import UNKNOWN, Model, Record
from portal.records.references import Location
from portal.validate.explain import find_field, in_file

_ROUNDS = 4


def repaired(model: type[Record], values: dict[str, Any]) -> tuple[Record | None, frozenset[Location]]:
    """A valid record made from invalid values, and the places that do not say what the file says."""
    values = deepcopy(values)
    patched: set[Location] = set()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(values), frozenset(patched)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                location = in_file(detail["loc"])
                patched.add(location)
                _mend(model, values, location, unknown_key=detail["type"] == "extra_forbidden")
    return None, frozenset(patched)


def _mend(model: type[Model], values: Any, location: Location, *, unknown_key: bool) -> None:
    """Drop or replace the value at a location of the model, wherever that stands in the file's values."""
    _, field = find_field(model, location)
    parent, step = _reach(values, location)
    if step is None:
        return
    if unknown_key or (isinstance(step, str) and field and not field.is_required()):
        parent.pop(step, None)
    elif field:
        stub = _stub(field.annotation, field)
        parent[step] = stub[0] if isinstance(step, int) and isinstance(stub, list) and stub else stub


def _reach(values: Any, location: Location) -> tuple[Any, str | int | None]:
    """The innermost container a location leads to, and the key or index in it.

    A single item may stand without the brackets of its list, and a scalar where fields are expected;
    then the way ends early.
    """
    parent: Any = None
    key: str | int | None = None
    place = values
    for step in location:
        if isinstance(place, list) and step in range(len(place)):
            parent, key, place = place, step, place[int(step)]
        elif isinstance(place, dict) and isinstance(step, str):
            parent, key, place = place, step, place.get(step)
        elif not isinstance(step, int):
            break
    return parent, key


def _stub(annotation: Any, field: FieldInfo | None = None) -> Any:
    """The most neutral valid value of a type."""
    arguments = get_args(annotation)
    if UNKNOWN in _literals(annotation):
        return UNKNOWN
    if isinstance(annotation, type):
        if issubclass(annotation, Model):
            required = {info.alias: info for info in annotation.model_fields.values() if info.is_required()}
            return {alias: _stub(info.annotation, info) for alias, info in required.items()}
        if issubclass(annotation, StrEnum):
            words = list(annotation)
            return next((word for word in words if word == UNKNOWN), words[0])
        if issubclass(annotation, PartialDate):
            return "2000"
    if get_origin(annotation) is tuple or any(get_origin(argument) is tuple for argument in arguments):
        item = next(iter(get_args(next((a for a in arguments if get_origin(a) is tuple), annotation))))
        return [_stub(item), _stub(item)]
    if arguments:
        return _stub(arguments[0])
    patterns = [getattr(item, "pattern", None) for item in (field.metadata if field else ())]
    return "https://unbekannt.invalid/" if any(pattern and "https?" in pattern for pattern in patterns) else UNKNOWN


def _literals(annotation: Any) -> set[Any]:
    if get_origin(annotation) is not None:
        return {found for argument in get_args(annotation) for found in _literals(argument)}
    return {annotation} if isinstance(annotation, str) else set()
