"""What a validation error means for an editor: found, expected, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from portal.load import RawRecord
from portal.problems import Problem, did_you_mean
from portal.records import Model
from portal.records.references import Location
from portal.records.values import SLUG_RULE, TAG_SIGN

_MOVED = {
    "nachfolger": "Nachfolger trägt man nicht ein: Das neuere Papier nennt dieses hier als „vorgaenger“.",
    "fragen-dazu": "Fragen nennen das Projekt selbst, hier ist nichts einzutragen.",
    "ergebnis": "Das Ergebnis gehört zur Station in der „beratungsfolge“, nicht zum Papier.",
    "stimmen": "Stimmen gehören zur Station in der „beratungsfolge“.",
}


def explain(raw: RawRecord, model: type[Model], error: ErrorDetails) -> Problem:
    location = in_file(error["loc"])
    return raw.problem(location, message(model, error, location))


def without_echoes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Errors that say something of their own.

    A list is not too short because its items are wrong, and a field is not missing when it is there
    under a misspelt name.
    """
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    return [error for error in errors if not _is_too_short_by_errors(error) and not _is_misspelt(error, unknown)]


def _is_too_short_by_errors(error: ErrorDetails) -> bool:
    given = error["input"]
    return error["type"] == "too_short" and isinstance(given, list) and len(given) >= error["ctx"]["min_length"]


def _is_misspelt(error: ErrorDetails, unknown: list[tuple[int | str, ...]]) -> bool:
    if error["type"] != "missing":
        return False
    *place, missing = error["loc"]
    return any(list(other[:-1]) == place and did_you_mean(str(other[-1]), [str(missing)]) for other in unknown)


def in_file(location: Iterable[str | int]) -> Location:
    """The location as keys of the file, without the tags of unions."""
    return tuple(step for step in location if not (isinstance(step, str) and step.startswith(TAG_SIGN)))


def message(model: type[Model], error: ErrorDetails, location: Location) -> str:
    """One sentence about a wrong value, wherever it was typed."""
    owner, field = find_field(model, location)
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    given, context = error["input"], error.get("ctx", {})
    if error["type"] == "missing":
        return f"Das Feld „{name}“ fehlt. {_help(field)}"
    if error["type"] == "extra_forbidden":
        known = [info.alias or key for key, info in owner.model_fields.items()] if owner else []
        if name in _MOVED:
            return f"Das Feld „{name}“ gibt es hier nicht. {_MOVED[name]}"
        return (
            f"Das Feld „{name}“ gibt es hier nicht.{did_you_mean(name, known) or f' Möglich sind: {_listing(known)}.'}"
        )
    if given is None or given == "":
        way = "ausfüllen" if field and field.is_required() else "ausfüllen oder die Zeile löschen"
        return f"Das Feld „{name}“ ist leer. Bitte {way}. {_help(field)}"
    match error["type"]:
        case "enum":
            words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
            return f"„{shorten(given)}“ ist bei „{name}“ nicht möglich.{did_you_mean(str(given), words)} Möglich sind: {_listing(words)}."
        case "ganze_zahl" | "int_parsing" | "int_type" | "int_from_float" if not isinstance(given, list | dict):
            return f"„{shorten(given)}“ bei „{name}“ ist keine ganze Zahl. Erwartet: eine Zahl wie 29 oder „unbekannt“."
        case "zahl" | "decimal_parsing" | "decimal_type" | "finite_number" if not isinstance(given, list | dict):
            return f"„{shorten(given)}“ bei „{name}“ ist keine Zahl.{_number_hint(given)} Erwartet: Ziffern mit Punkt vor den Nachkommastellen, zum Beispiel 1374.64."
        case "mehrdeutig":
            digits = str(given).replace(".", "").strip()
            return f"„{shorten(given)}“ bei „{name}“ ist mehrdeutig: Ein Punkt steht hier nur vor Nachkommastellen. Meinten Sie {digits}?"
        case "decimal_max_places":
            most = context.get("decimal_places")
            return (
                f"„{shorten(given)}“ bei „{name}“ hat zu viele Stellen. Erlaubt sind höchstens {most} Nachkommastellen."
            )
        case "decimal_max_digits" | "decimal_whole_digits":
            return f"„{shorten(given)}“ bei „{name}“ ist zu groß."
        case "greater_than_equal":
            return f"„{shorten(given)}“ bei „{name}“ ist zu klein: mindestens {context.get('ge')}."
        case "less_than_equal":
            return f"„{shorten(given)}“ bei „{name}“ ist zu groß: höchstens {context.get('le')}."
        case "string_type":
            return f"Bei „{name}“ wird ein Text erwartet, gefunden wurde {_kind(given)}."
        case "string_too_short":
            return f"Das Feld „{name}“ ist leer. {_help(field)}"
        case "string_pattern_mismatch":
            return f"„{shorten(given)}“ passt nicht bei „{name}“.{_pattern_hint(field, name)}"
        case "tuple_type" | "list_type":
            return f"Bei „{name}“ wird eine Liste erwartet, gefunden wurde {_kind(given)}. Jeder Punkt beginnt in einer eigenen Zeile mit „- “."
        case "too_short":
            least = context.get("min_length", 1)
            wanted = "eine Angabe" if least == 1 else f"{least} Angaben"
            return f"„{name}“ braucht mindestens {wanted}, gefunden: {context.get('actual_length', 0)}."
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"Bei „{name}“ werden Felder der Form „name: Wert“ erwartet, gefunden wurde {_kind(given)}.{_fields_of(field)}"
        case "datum" | "ja_nein" | "ja_nein_grund":
            return f"{name}: {error['msg']}"
    if isinstance(given, list | dict):
        return f"Bei „{name}“ wird ein einzelner Wert erwartet, gefunden wurde {_kind(given)}."
    return f"„{shorten(given)}“ passt nicht bei „{name}“. {_help(field)}"


def find_field(model: type[Model], location: Location) -> tuple[type[Model] | None, FieldInfo | None]:
    """The model that owns the last key of a location, and that key's field."""
    owner: type[Model] | None = model
    field: FieldInfo | None = None
    for step in location:
        if isinstance(step, int):
            continue
        owner = model if field is None else _model_in(field.annotation)
        field = next((info for info in owner.model_fields.values() if info.alias == step), None) if owner else None
        if field is None:
            break
    return owner, field


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)


def _help(field: FieldInfo | None) -> str:
    if field is None:
        return ""
    example = f" Beispiel: „{field.alias}: {field.examples[0]}“." if field.examples else ""
    return f"{field.description}{example}".strip()


def _fields_of(field: FieldInfo | None) -> str:
    inner = _model_in(field.annotation) if field else None
    return f" Möglich sind: {_listing([info.alias or '' for info in inner.model_fields.values()])}." if inner else ""


def _number_hint(given: Any) -> str:
    """German notation is the likeliest slip: 1.374,64 for 1374.64."""
    if isinstance(given, str) and re.fullmatch(
        r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?(?:\s*(?:€|Euro))?|-?\d+,\d+(?:\s*(?:€|Euro))?", given
    ):
        return f" Meinten Sie {re.sub(r'[^0-9.-]', '', given.replace('.', '').replace(',', '.'))}?"
    return ""


def _pattern_hint(field: FieldInfo | None, name: str) -> str:
    if name in {"url", "webseite", "repository"}:
        return " Eine Adresse beginnt mit https:// und enthält keine Leerzeichen."
    if name == "fruehere-kennungen":
        return f" Kennungen: {SLUG_RULE}."
    return f" {_help(field)}" if field else ""


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "eine Gruppe von Feldern"
    if isinstance(value, list):
        return "eine Liste"
    return f"„{shorten(value)}“"


def _listing(words: list[str]) -> str:
    return ", ".join(words)


def shorten(value: Any, limit: int = 60) -> str:
    text = str(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
