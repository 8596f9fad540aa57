"""The invented town is worth building: it uses every field and every word that records may use."""

from __future__ import annotations

import types
from collections.abc import Iterator
from enum import StrEnum
from inspect import get_annotations
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from portal.load import load
from portal.records import RECORD_TYPES, Model
from portal.validate import validate

#: Closed lists whose words are printed as they are; they make no difference to how a page looks.
_ONLY_PRINTED = {"PaperKind", "OrganizationKind", "SourceKind", "ProjectKind", "MoneyKind", "Accuracy"}


def test_the_invented_town_uses_every_field_there_is(town: Path) -> None:
    used = {
        (_owner(type(model), name), name)
        for model in _models_of(town)
        for name in model.model_fields_set
        if getattr(model, name) not in (None, ())
    }
    missing = sorted(
        f"{owner.__name__}: {model.model_fields[name].alias or name}"
        for model in _all_models()
        for name in model.model_fields
        if (owner := _owner(model, name), name) not in used
    )
    assert not missing, "tests/fixtures/musterstadt braucht auch:\n" + "\n".join(dict.fromkeys(missing))


def test_the_invented_town_uses_every_word_of_the_closed_lists(town: Path) -> None:
    used = {(type(value), value) for model in _models_of(town) for value in dict(model).values()}
    lists = {
        part for model in _all_models() for info in model.model_fields.values() for part in _parts(info.annotation)
    }
    missing = sorted(
        f"{found.__name__}: {word}"
        for found in lists
        if issubclass(found, StrEnum) and found.__name__ not in _ONLY_PRINTED
        for word in found
        if (type(word), word) not in used
    )
    assert not missing, "tests/fixtures/musterstadt braucht auch:\n" + "\n".join(missing)


def _models_of(town: Path) -> Iterator[Model]:
    """Every record of the town and every part of one."""
    entries, problems = validate(load(town).records)
    assert not problems
    waiting: list[Any] = [entry.record for entry in entries]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Model):
            yield value
            waiting += dict(value).values()
        elif isinstance(value, tuple):
            waiting += value


def _all_models() -> set[type[Model]]:
    """Every model that records are made of."""
    found: set[type[Model]] = set()
    waiting: list[type] = [record_type.model for record_type in RECORD_TYPES.values()]
    while waiting:
        model = waiting.pop()
        if issubclass(model, Model) and model not in found:
            found.add(model)
            waiting += (part for info in model.model_fields.values() for part in _parts(info.annotation))
    return found


def _owner(model: type[Model], name: str) -> type[Model]:
    """The class that a field was written down in: what is inherited is shown by the same partial."""
    return next(cls for cls in reversed(model.__mro__) if name in get_annotations(cls))


def _parts(annotation: Any) -> Iterator[type]:
    """The classes an annotation is made of."""
    if get_origin(annotation) in (Union, types.UnionType, tuple) or hasattr(annotation, "__metadata__"):
        for argument in get_args(annotation):
            yield from _parts(argument)
    elif isinstance(annotation, type):
        yield annotation
