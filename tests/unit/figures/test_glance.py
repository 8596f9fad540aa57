"""An indicator in one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from data_folder import DataFolder
from indicators import indicator, series, value
from jinja2 import Environment, FileSystemLoader
from portal.figures.glance import Glance, latest
from portal.records import UNKNOWN, Measurement
from portal.views.filters import filters
from portal.views.view import View

_TEMPLATES = Path(__file__).parents[3] / "overrides"


def _latest(*values: Measurement | tuple[str, object], unit: str = "Prozent") -> Glance:
    found = latest(indicator(series(*values), unit=unit))
    assert found
    return found


@pytest.mark.parametrize(
    ("values", "unit", "words", "change"),
    [
        (
            [("2022", "36.3"), ("2023", "41.2")],
            "Prozent",
            "41,2 Prozent",
            "mehr als im Jahr davor (2022: 36,3 Prozent)",
        ),
        ([("2023", 3), ("2021", 3)], "Euro", "3\u00a0Euro", "gleich viel wie davor (2021: 3\u00a0Euro)"),
        ([("2022-06", 5), ("2023", 4)], "Räume", "4 Räume", "weniger als davor (Juni 2022: 5 Räume)"),
        ([("2022", 10), ("2023", 8)], "Platz", "Platz\u00a08", "weiter vorn als im Jahr davor (2022: Platz\u00a010)"),
        ([("2022", 8), ("2023", 10)], "Platz", "Platz\u00a010", "weiter hinten als im Jahr davor (2022: Platz\u00a08)"),
        ([("2023", 0)], "Orte", "0 Orte", ""),
    ],
)
def test_the_newest_value_is_compared_to_the_one_before(
    values: list[tuple[str, object]], unit: str, words: str, change: str
) -> None:
    found = _latest(*values, unit=unit)
    assert (found.words, found.change) == (words, change)


def test_plans_are_never_compared_to_what_was_counted() -> None:
    found = _latest(value("2022", "3.5", art="Soll"), value("2023", "2.3"), value("2024", 4, art="Plan"))
    assert (found.words, found.change) == ("2,3 Prozent", "")


def test_values_of_another_series_are_never_compared() -> None:
    found = latest(indicator(series(("2023", 5)), series(("2022", 4), ("2024", 6))))
    assert found
    assert (found.words, found.change) == ("5 Geräte", "")


def test_what_was_counted_goes_before_what_was_planned() -> None:
    found = latest(indicator(series(value("2024", 9, art="Plan")), series(("2022", 4), title="Gezählt")))
    assert found
    assert (found.title, found.words) == ("Gezählt", "4 Geräte")
    assert _latest(value("2022", 9, art="Plan")).value.kind == "Plan"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (value("2021", 100), value("2022", 102, genauigkeit="rund"), ""),
        (value("2021", 100), value("2022", 120, genauigkeit="rund"), "mehr"),
        (value("2021", 100), value("2022", 90, genauigkeit="knapp"), "weniger"),
        (value("2021", 100), value("2022", 100, genauigkeit="rund"), ""),
        (value("2021", 100), value("2022", 90, genauigkeit="mehr als"), ""),
        (value("2021", 100), value("2022", 110, genauigkeit="mehr als"), "mehr"),
        (value("2021", 100), value("2022", 110, genauigkeit="höchstens"), ""),
        (value("2021", 100), value("2022", 90, genauigkeit="höchstens"), "weniger"),
        (value("2021", 100), value("2022", 200, erschlossen="ja"), ""),
    ],
)
def test_more_and_less_are_said_only_where_it_is_certain(before: Measurement, after: Measurement, word: str) -> None:
    assert _latest(before, after).change.partition(" ")[0] == word


def test_what_became_unknown_later_is_told() -> None:
    found = _latest(("2022", "unbekannt"), ("2023", 8), ("2024", "unbekannt"), ("2025", "unbekannt"))
    assert [date.iso() for date in found.unknown_since] == ["2024", "2025"]


@pytest.mark.parametrize(
    "values",
    [
        [("unbekannt", 5)],
        [("2022", "unbekannt")],
        [value("2022", 1, bezeichnung="Hamburg")],
        [value("2017-02", 5, genauigkeit="mindestens"), value("2017-02", 10, genauigkeit="höchstens")],
    ],
    ids=["without-date", "unknown", "enumeration", "two-at-once"],
)
def test_some_indicators_have_no_newest_value(values: list[Measurement | tuple[str, object]]) -> None:
    assert latest(indicator(series(*values))) is None


def test_the_partial_says_what_the_glance_knows(data: DataFolder) -> None:
    start = "titel: {0}\neinheit: Prozent\nquellen: amtsblatt\nreihen:\n  titel: Bei uns\n  werte:\n"
    values = (
        "{stichtag: 2022, wert: 36.3}",
        "{stichtag: 2023, wert: 41.2, art: Plan}",
        "{stichtag: 2024, wert: unbekannt}",
    )
    lines = "".join(f"    - {each}\n" for each in values)
    data.write(
        {
            "kennzahlen/a.yml": start.format("Grad") + lines,
            "kennzahlen/b.yml": start.format("Leer") + f"    - {values[2]}\n",
        }
    )
    view = View(data.register())
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True)
    environment.filters |= filters(view)
    environment.globals |= {"view": view, "UNKNOWN": UNKNOWN}
    macro = environment.get_template("partials/kennzahl-klein.html").module.kennzahl_klein  # type: ignore[attr-defined]
    full, empty = (
        " ".join(re.sub("<[^>]*>", "", macro(entry)).split()) for entry in view.register.by_type["kennzahlen"]
    )
    assert full == "Grad 36,3 Prozent 2022 Bei uns Danach: unbekannt (2024)"
    assert empty == "Leer Ein neuester Wert lässt sich nicht nennen."


def test_a_series_in_another_unit_does_not_speak_for_the_indicator() -> None:
    assert latest(indicator(series(("2022", 1), einheit="Städte"), unit="Platz")) is None
