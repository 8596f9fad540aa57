"""A good and a bad example for every field: written beside the models, or derived from what the field holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import get_args

from pydantic.fields import FieldInfo

from portal.records import UNKNOWN, Model
from portal.records.base import Shorthand
from portal.records.samples import PARTS, SAMPLES, Sample
from portal.records.samples.sample import Written
from portal.tables.annotations import Holding, Kind, holding

_URL = Sample("https://ratsinfo.example/vorlage/42", "www.ratsinfo.example")
_BY_KIND = {
    Kind.DATE: Sample("2026-05-04", "04.05.2026"),
    Kind.WHOLE: Sample("33", "33 Stimmen"),
    Kind.NUMBER: Sample("3.5", "3,5"),
    Kind.YES_NO: Sample("ja", "vielleicht"),
    Kind.INFERRED: Sample("ja", "vielleicht", "Hier steht „ja“ oder besser der Grund."),
}
#: What records are called in examples: their id, and what an editor may take for it.
_RECORDS = {
    "beschluesse": ("b-26-0042", "B 26/0042"),
    "roadmap": ("stadt-app", "Die Stadt-App"),
    "fragen": ("fragen-zum-buergeramt", "Fragen zum Bürgeramt"),
    "sitzungen": ("stadtvertretung-2026-03-03", "Sitzung am 3. März 2026"),
    "gremien": ("hauptausschuss", "Hauptausschuss"),
    "personen": ("erika-beispiel", "Erika Beispiel"),
    "themen": ("oeffnungszeiten", "Öffnungszeiten"),
    "kennzahlen": ("einwohnerzahl", "Einwohnerzahl"),
    "ereignisse": ("start-der-stadt-app", "Start der Stadt-App"),
    "quellen": ("vorlage-b-26-0042", "Vorlage B 26/0042"),
}
_NO_ID = "Hier steht die Kennung, nicht der Name: wie die Datei des anderen Eintrags heißt, ohne Endung."
_NO_FIELDS = "siehe oben"


@cache
def examples(model: type[Model]) -> dict[str, Sample]:
    """For every field of a model, by its key in the file."""
    return {info.alias or name: _example(model, info) for name, info in model.model_fields.items()}


def least(model: type[Model]) -> dict[str, Written]:
    """The fields without which a record or part is refused, filled in well."""
    return {info.alias or "": _example(model, info).good for info in model.model_fields.values() if info.is_required()}


def _example(model: type[Model], info: FieldInfo) -> Sample:
    held = holding(info)
    written = next(_written(model, info.alias or ""), None) or _derived(info, held)
    return replace(written, why=_NO_ID) if held.ref and not held.model and not written.why else written


def _written(model: type[Model], key: str) -> Iterator[Sample]:
    """What stands beside the model, or beside one that it builds on."""
    for each in model.__mro__:
        if isinstance(each, type) and issubclass(each, Model) and key in SAMPLES.get(each, {}):
            yield SAMPLES[each][key]


def _derived(info: FieldInfo, held: Holding) -> Sample:
    if held.model:
        return _part(held.model, is_list=held.is_list)
    if held.ref:
        good, bad = _RECORDS[(held.ref.types or ("beschluesse",))[0]]
        return _listed(Sample(good, bad), held)
    if held.words:
        word = next(word for word in held.words if word != UNKNOWN)
        return Sample(word, word[0].swapcase() + word[1:])
    if held.kind is Kind.TEXT and _is_address(info):
        return _URL
    return _listed(_BY_KIND[held.kind], held)


def _part(model: type[Model], *, is_list: bool) -> Sample:
    """A whole part; where one text says it all, the slip is its key with a capital."""
    if sample := PARTS.get(model):
        good, bad = sample.good, sample.bad
    elif issubclass(model, Shorthand):
        good = examples(model)[model.shorthand].good
        bad = {model.shorthand.capitalize(): good}
    else:
        good, bad = least(model), _NO_FIELDS
    return Sample([good], [bad]) if is_list else Sample(good, bad)


def _listed(sample: Sample, held: Holding) -> Sample:
    return Sample([sample.good], [sample.bad], sample.why) if held.is_list else sample


def _is_address(info: FieldInfo) -> bool:
    """Whether the text must be an address on the web."""
    return any("https?" in str(getattr(mark, "pattern", "")) for mark in (*info.metadata, *_marks(info.annotation)))


def _marks(annotation: object) -> Iterator[object]:
    for argument in get_args(annotation):
        yield argument
        yield from _marks(argument)
