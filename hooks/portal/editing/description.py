"""The form of each type of record, read off its model: what may be filled in, how it is called and which rules it keeps.

A new field of a model appears in the form by itself. What models do not say is said here: which texts are long,
which fields are seldom needed, and what one item of a list is called.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from portal import records
from portal.check.editorial import NEEDS_SUMMARY, SUMMARY_LENGTH
from portal.dates import PartialDate
from portal.records import RECORD_TYPES, UNKNOWN, Model, Record
from portal.records.base import Claim, Correction, Shorthand
from portal.records.values import Many, Ref, Url

#: Texts that are sentences: they get room for several lines.
SENTENCES = frozenset(
    {
        *("kurzfassung", "erklaerung", "text", "antwort", "frage", "notiz", "offen", "worum", "wert", "einordnung"),
        *("gesucht", "aenderung", "zweck", "bedingung", "grund", "vorsicht", "belegt", "getrennt-weil"),
    }
)
#: Fields that most parts go without; the form shows them when asked.
SELDOM = frozenset(
    {
        *("erschlossen", "notiz", "gegenstand", "ergebnis-wortlaut", "aenderung", "sitzung", "waehrung", "genauigkeit"),
        *("haushaltsstelle", "bedingung", "einheit", "zaehlung", "betrifft", "gesucht", "getrennt-weil", "bezeichnung"),
        *("beantwortet-am", "ereignisse", "kennzahlen", "belegt", "haltung", "entfallen", "umplanungen"),
        *("art-wortlaut", "rolle-wortlaut", "herkunft"),
    }
)
#: What one item of a list is called.
ITEMS: dict[type[Model], str] = {
    records.AgendaItem: "Tagesordnungspunkt",
    records.Attachment: "Anlage",
    records.Consultation: "Station",
    records.Contradiction: "Widerspruch",
    records.Gap: "Offener Punkt",
    records.GroupVotes: "Fraktion",
    records.Measurement: "Wert",
    records.Membership: "Rolle",
    records.Milestone: "Meilenstein",
    records.Money: "Betrag",
    records.Mover: "Antragsteller",
    records.Position: "Stellenangabe",
    records.Question: "Frage",
    records.Replanning: "Umplanung",
    records.Resolution: "Beschlusspunkt",
    records.Seats: "Größe",
    records.Series: "Reihe",
    records.StatusUpdate: "Meldung",
    Claim: "Angabe",
    Correction: "Korrektur",
}
#: What the id of a new record is suggested from; of all other types, from their first field.
_ID_FROM = {"sitzungen": ("gremium", "termin")}
#: Of the fields all records share: what stands before those of a type and what comes last.
_FIRST = ("title",)
_AFTER_PLAIN_ONES = ("topics", "summary")
_LAST = ("contradictions", "gaps", "corrections", "former_ids", "origin", "sources", "checked")

#: The mark of lists that may stand without brackets.
_ONE_OR_MANY = type(get_args(Many)[-1])

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """What a field's annotation says about its values."""

    kind: str
    rules: Json
    may_be_unknown: bool = False
    model: type[Model] | None = None
    item: _Shape | None = None
    is_bare: bool = False


def form(name: str) -> Json:
    """The form of one type: its fields, and the parts that they are made of, by name."""
    parts: dict[str, Json] = {}
    model = RECORD_TYPES[name].model
    fields = [_field(key, model, parts) for key in in_order(model) if key != "id"]
    id_from = _ID_FROM.get(name, (fields[0]["key"],))
    wanted = {"needsSource": model.needs_source, "needsSummary": issubclass(model, NEEDS_SUMMARY)}
    return {"fields": fields, "parts": parts, **wanted, "summaryMost": SUMMARY_LENGTH, "idFrom": list(id_from)}


def in_order(model: type[Model]) -> list[str]:
    """Names of attributes as editors meet them: what tells a thing from others first, how it is known last."""
    names = list(model.model_fields)
    if not issubclass(model, Record):
        own = [name for name in names if name in model.__annotations__]
        return own + [name for name in names if name not in own]
    own = [name for name in names if name not in Record.model_fields and name not in _LAST]
    plain = [name for name in own if not _holds_model(_shape_of(model.model_fields[name]))]
    listed = ("id", *_FIRST, *plain, *_AFTER_PLAIN_ONES, *(name for name in own if name not in plain), *_LAST)
    return [*(name for name in listed if name in names), *(name for name in names if name not in listed)]


def _field(name: str, model: type[Model], parts: dict[str, Json]) -> Json:
    info = model.model_fields[name]
    key = info.alias or name
    shape = _shape_of(info)
    found: Json = {"key": key, "label": info.title or key, "help": info.description or "", **_json(shape, key, parts)}
    if info.examples and not str(info.examples[0]).startswith(("[", "{")):  # a notation that the form spares people
        found["example"] = str(info.examples[0])
    if info.is_required():
        found["required"] = True
    elif isinstance(info.default, bool):
        found["default"] = "ja" if info.default else "nein"
    elif isinstance(info.default, str):
        found["default"] = str(info.default)
    least = _rule([info, *info.metadata], "min_length") if shape.item else None
    if least:
        found["least"] = least
    if key in SELDOM and not info.is_required() and not issubclass(model, Record):
        found["seldom"] = True
    return found


def _json(shape: _Shape, key: str, parts: dict[str, Json]) -> Json:
    found: Json = {"kind": shape.kind, **shape.rules}
    if shape.may_be_unknown:
        found["unknown"] = True
    if shape.kind == "text" and key in SENTENCES:
        found["kind"] = "sentences"
    if shape.is_bare:
        found["bare"] = True
    if shape.item:
        found["item"] = _json(shape.item, key, parts)
    if shape.model:
        found["part"] = shape.model.__name__
        _describe_part(shape.model, parts)
    return found


def _describe_part(model: type[Model], parts: dict[str, Json]) -> None:
    if model.__name__ in parts:
        return
    part = parts[model.__name__] = {"item": ITEMS.get(model, ""), "fields": []}
    part["fields"] = [_field(name, model, parts) for name in in_order(model)]
    if issubclass(model, Shorthand):
        part["shorthand"] = model.shorthand


def _shape_of(info: FieldInfo) -> _Shape:
    return _shape(info.annotation, list(info.metadata))


def _shape(annotation: Any, marks: list[Any]) -> _Shape:
    """One annotation, and the marks that have been found around it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], [*arguments[1:], *marks])
    if origin is tuple:
        is_bare = any(isinstance(mark, _ONE_OR_MANY) for mark in marks)
        return _Shape(kind="list", rules={}, item=_shape(arguments[0], []), is_bare=is_bare)
    if origin in (Union, types.UnionType):
        return _union([argument for argument in arguments if argument is not types.NoneType], marks)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _Shape(kind="group", rules={}, model=annotation)
    return _Shape(**_leaf(annotation, marks))


def _union(choices: list[Any], marks: list[Any]) -> _Shape:
    if set(choices) == {bool, str}:
        return _Shape(kind="reason", rules={})
    known = [choice for choice in choices if not _is_unknown(choice)]
    shape = _shape(known[0], marks)
    if len(known) == len(choices):
        return shape
    return _Shape(
        kind=shape.kind,
        rules=shape.rules,
        may_be_unknown=True,
        model=shape.model,
        item=shape.item,
        is_bare=shape.is_bare,
    )


def _is_unknown(choice: Any) -> bool:
    inner = get_args(choice)[0] if get_origin(choice) is Annotated else choice
    return get_origin(inner) is Literal and get_args(inner) == (UNKNOWN,)


def _leaf(annotation: type, marks: list[Any]) -> Json:
    if issubclass(annotation, StrEnum):
        return {"kind": "choice", "rules": {"words": [word.value for word in annotation]}}
    if annotation is PartialDate:
        return {"kind": "date", "rules": {}}
    if annotation is bool:
        return {"kind": "yesno", "rules": {}}
    if annotation is int:
        return {"kind": "count", "rules": {"min": _rule(marks, "ge"), "max": _rule(marks, "le")}}
    if annotation is Decimal:
        return {"kind": "number", "rules": {"places": _rule(marks, "decimal_places")}}
    for mark in marks:
        if isinstance(mark, Ref):
            return {"kind": "record", "rules": {"types": list(mark.types), **({"points": True} if mark.points else {})}}
    pattern = _rule(marks, "pattern")
    if pattern == _rule(list(get_args(Url)[1:]), "pattern"):
        return {"kind": "url", "rules": {"pattern": pattern}}
    return {"kind": "text", "rules": {"pattern": pattern} if pattern else {}}


def _rule(marks: list[Any], name: str) -> Any:
    """A rule such as `pattern`, wherever pydantic keeps it."""
    for mark in marks:
        if (found := getattr(mark, name, None)) is not None:
            return found
        if isinstance(mark, FieldInfo) and (found := _rule(mark.metadata, name)) is not None:
            return found
    return None


def _holds_model(shape: _Shape) -> bool:
    return shape.model is not None or bool(shape.item and _holds_model(shape.item))
