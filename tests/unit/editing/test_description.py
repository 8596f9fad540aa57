"""The form follows the models: every field is in it, with the rules that the model has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from portal import records
from portal.editing.description import ITEMS, SELDOM, SENTENCES, _field, form
from portal.records import RECORD_TYPES, Model
from portal.records.values import Many, OrUnknown, Ref, Text
from pydantic import Field


def _models(
    model: type[Model], described: dict[str, Any], parts: dict[str, Any]
) -> Iterator[tuple[set[str], set[str]]]:
    """What models and descriptions know of a model and its parts."""
    yield (
        {info.alias or name for name, info in model.model_fields.items()},
        {each["key"] for each in described["fields"]},
    )
    for found in {item.__name__: item for item in ITEMS}.values():
        if found.__name__ in parts:
            yield (
                {info.alias or name for name, info in found.model_fields.items()},
                {each["key"] for each in parts[found.__name__]["fields"]},
            )


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_field_of_a_model_is_in_its_form(name: str) -> None:
    described = form(name)
    for number, (known, shown) in enumerate(_models(RECORD_TYPES[name].model, described, described["parts"])):
        assert shown == (known - {"id"} if number == 0 else known)


def test_every_list_of_parts_has_a_name_for_its_items() -> None:
    used = {part for name in RECORD_TYPES for part in _parts_in_lists(form(name))}
    assert used == {model.__name__ for model in ITEMS}


def _parts_in_lists(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "item" in value and isinstance(value["item"], dict) and "part" in value["item"]:
            yield value["item"]["part"]
        for each in value.values():
            yield from _parts_in_lists(each)
    elif isinstance(value, list):
        for each in value:
            yield from _parts_in_lists(each)


def test_the_lists_of_long_and_seldom_fields_name_fields_that_exist() -> None:
    models = [getattr(records, name) for name in records.__all__]
    known = {
        info.alias
        for model in (*models, *ITEMS)
        if isinstance(model, type) and issubclass(model, Model)
        for info in model.model_fields.values()
    }
    assert known >= SENTENCES | SELDOM


class _Invented(Model):
    lead: Many[Annotated[Text, Ref(("gremien",), "x", points=True)]] = Field((), alias="federfuehrung", title="Wer")
    guess: OrUnknown[records.Money] = Field(alias="geld", title="Geld", description="Wie viel.")
    code: Annotated[str, Field(pattern=r"^[A-Z]$")] | None = Field(None, alias="kuerzel", examples=["A"])


def test_a_new_field_is_described_by_its_annotation_alone() -> None:
    parts: dict[str, Any] = {}
    assert _field("lead", _Invented, parts) == {
        "key": "federfuehrung",
        "label": "Wer",
        "help": "",
        "kind": "list",
        "bare": True,
        "item": {"kind": "record", "types": ["gremien"], "points": True},
    }
    assert _field("guess", _Invented, parts) == {
        "key": "geld",
        "label": "Geld",
        "help": "Wie viel.",
        "kind": "group",
        "unknown": True,
        "part": "Money",
        "required": True,
    }
    assert _field("code", _Invented, parts) == {
        "key": "kuerzel",
        "label": "kuerzel",
        "help": "",
        "kind": "text",
        "pattern": "^[A-Z]$",
        "example": "A",
    }
    assert list(parts) == ["Money"]


def _of(name: str, *keys: str) -> dict[str, Any]:
    described = form(name)
    fields, found = described["fields"], {}
    for key in keys:
        found = next(each for each in fields if each["key"] == key)
        part = found.get("part") or found.get("item", {}).get("part")
        fields = described["parts"][part]["fields"] if part else []
    return found


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (("beschluesse", "art"), {"kind": "choice", "required": True}),
        (("beschluesse", "oeffentlich"), {"kind": "yesno", "default": "ja"}),
        (("beschluesse", "datum"), {"kind": "date", "unknown": True, "default": "unbekannt"}),
        (("beschluesse", "beratungsfolge", "erschlossen"), {"kind": "reason"}),
        (("beschluesse", "beratungsfolge", "stimmen", "ja"), {"kind": "count", "min": 0, "max": 100_000}),
        (("beschluesse", "finanzen", "betrag"), {"kind": "number", "places": 2}),
        (("beschluesse", "beratungsfolge", "gremium"), {"kind": "record", "types": ["gremien"], "unknown": True}),
        (("personen", "rollen"), {"kind": "list", "least": 1, "required": True, "bare": True}),
        (("personen", "widersprueche", "angaben"), {"kind": "list", "least": 2}),
        (("roadmap", "geld"), {"kind": "list", "unknown": True}),
        (("quellen", "url"), {"kind": "url"}),
        (("gremien", "fruehere-kennungen"), {"kind": "list"}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_rules_come_from_the_model(place: tuple[str, ...], expected: dict[str, Any]) -> None:
    found = _of(*place)
    assert {key: found.get(key) for key in expected} == expected


def test_editors_meet_the_title_first_and_the_sources_last() -> None:
    keys = [each["key"] for each in form("beschluesse")["fields"]]
    assert keys[:3] == ["titel", "nummer", "art"]
    assert keys[-2:] == ["quellen", "geprueft"]
    assert keys.index("kurzfassung") < keys.index("beratungsfolge")
