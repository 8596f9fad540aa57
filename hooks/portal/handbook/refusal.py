"""What the portal says to a badly filled field: asked of the validation itself, so that the handbook cannot be wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from portal.handbook.examples import examples, least
from portal.load import DataFile, RawRecord
from portal.records import Model
from portal.records.samples.sample import Written
from portal.validate.explain import explain, without_echoes

_NOWHERE = DataFile(file=Path("beispiel.yml"), path="beispiel.yml", source="beispiel.yml")


def refusal(model: type[Model], key: str, value: Written) -> str:
    """The first thing that is wrong with a value; empty if the field takes it."""
    values = {**_least(model), key: value}
    try:
        model.model_validate(values)
    except ValidationError as error:
        raw = RawRecord(type="", id="", values=values, origin=_NOWHERE)
        problems = [explain(raw, model, detail) for detail in without_echoes(error.errors(include_url=False))]
        return next((problem.message for problem in problems if problem.location[:1] == (key,)), "")
    return ""


def why_not(model: type[Model], key: str) -> str:
    """What is wrong with a field's bad example: as the check says it, else as its author does."""
    bad = examples(model)[key]
    return refusal(model, key, bad.bad) or bad.why


@cache
def _least(model: type[Model]) -> dict[str, Any]:
    return dict(least(model))
