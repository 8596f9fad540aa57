"""Which form a series takes, and what is said beside it."""

from __future__ import annotations

import datetime as dt

import pytest
from indicators import indicator, series, value
from portal.figures.panels import Panel, Shape, panels
from portal.records import Measurement

_TODAY = dt.date(2026, 11, 21)


def _panel(*values: Measurement | tuple[str, object], unit: str = "Geräte", **fields: object) -> Panel:
    (panel,) = panels(indicator(series(*values, **fields), unit=unit), _TODAY)
    return panel


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        (Shape.FIGURE, [("2022", 1)]),
        (Shape.FIGURE, [("2022", "unbekannt")]),
        (Shape.FIGURE, [("2022", 1), ("2023", "unbekannt")]),
        (Shape.COURSE, [("2022", 1), ("2023", 2)]),
        (Shape.BARS, [("2022-06", 1), ("2022-06-30", 2)]),
        (Shape.BARS, [value("2022", 1, bezeichnung="A"), value("2022", 2, bezeichnung="B")]),
        (Shape.BARS, [value("unbekannt", 1, bezeichnung="A"), value("unbekannt", 2, bezeichnung="B")]),
        (Shape.COURSE, [value("2022", 1, bezeichnung="A"), value("2023", 2, bezeichnung="B")]),
        (Shape.TABLE, [("unbekannt", 1), ("unbekannt", 2)]),
        (Shape.TABLE, [("2022", "unbekannt"), ("2023", "unbekannt")]),
    ],
)
def test_the_form_follows_the_values(shape: Shape, values: list[Measurement | tuple[str, object]]) -> None:
    panel = _panel(*values)
    assert panel.shape is shape
    assert (panel.figure is not None, panel.course is not None, panel.bars is not None) == (
        shape is Shape.FIGURE,
        shape is Shape.COURSE,
        shape is Shape.BARS,
    )
    assert len(panel.rows) == len(values)


def test_series_of_one_value_that_count_alike_stand_side_by_side() -> None:
    alike = [series(("2022", number), title=f"Bereich {number}", zaehlung="Punkte") for number in (88, 9, 33)]
    other = series(("2023", 100), title="Anderer Bericht", zaehlung="Punkte")
    apart = series(("2022", 5), title="Getrennt", zaehlung="Punkte", **{"getrennt-weil": "Anders gezählt."})
    together, single, separate = panels(indicator(*alike, other, apart, unit="Prozent"), _TODAY)
    assert together.bars
    assert [(bar.name, bar.width) for bar in together.bars.bars] == [
        ("Bereich 88", 88),
        ("Bereich 9", 9),
        ("Bereich 33", 33),
    ]
    assert [row.name for row in together.rows] == ["Bereich 88", "Bereich 9", "Bereich 33"]
    assert together.title == "Im Vergleich: 2022"
    assert (single.title, separate.title) == ("Anderer Bericht", "Getrennt")


def test_series_that_do_not_say_how_they_count_stay_apart() -> None:
    assert len(panels(indicator(series(("2022", 1)), series(("2022", 2))), _TODAY)) == 2


def test_courses_that_count_alike_share_their_axes() -> None:
    small = series(("2021", 10), ("2022", 20), zaehlung="gleich")
    large = series(("2022", 90), ("2024", 100), zaehlung="gleich")
    other = series(("2022", 1), ("2023", 2), zaehlung="anders")
    one, two, three = (panel.course for panel in panels(indicator(small, large, other), _TODAY))
    assert one
    assert two
    assert three
    assert (one.lines, one.ticks) == (two.lines, two.ticks)
    assert [line.words for line in one.lines][-1] == "100"
    assert [line.words for line in three.lines][-1] == "2"


def test_bars_begin_at_zero_also_where_values_are_below() -> None:
    panel = _panel(value("2022", -5, bezeichnung="A"), value("2022", 10, bezeichnung="B"))
    assert panel.bars
    zero = panel.bars.zero
    below, above = panel.bars.bars
    assert 0 < zero < 100
    assert (below.x + below.width, above.x) == (pytest.approx(zero, abs=0.02), zero)
    assert panel.notes[-1] == "Die Balken beginnen bei 0."


def test_ranks_side_by_side_are_dots_with_the_best_at_the_left() -> None:
    panel = _panel(value("2023", 1, bezeichnung="A"), value("2023", 60, bezeichnung="B"), unit="Platz")
    assert panel.bars
    assert panel.bars.is_rank
    assert [bar.x for bar in panel.bars.bars] == [0, 100]
    assert panel.notes == ("Alle Werte: 2023.", "Platz 1 ist ganz links.")


def test_an_unknown_bar_says_so_and_has_no_length() -> None:
    known, other, unknown = (value("2022", n, bezeichnung=b) for n, b in ((1, "A"), (2, "B"), ("unbekannt", "C")))
    panel = _panel(known, other, unknown)
    assert panel.bars
    bar = panel.bars.bars[2]
    assert (bar.words, bar.is_known, bar.width) == ("unbekannt", False, 0)
    assert panel.sentence.endswith("unbekannt: C.")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            [("2021", "34.4"), ("2022", 50), ("2023", "41.2")],
            "Von 34,4 (2021) bis 41,2 Geräte (2023); höchster Wert 50 (2022).",
        ),
        ([("2021", 1), ("2022", 2), ("2023", "unbekannt")], "Von 1 (2021) bis 2 Geräte (2022); unbekannt: 2023."),
        (
            [value("2021", 1, art="Soll"), value("2022", 2, genauigkeit="mehr als")],
            "Soll: 1 Geräte (2021); Ist: mehr als\u00a02 Geräte (2022).",
        ),
    ],
)
def test_a_sentence_says_what_the_drawing_shows(values: list[Measurement | tuple[str, object]], sentence: str) -> None:
    assert _panel(*values).sentence == sentence


def test_values_that_cannot_be_compared_are_not_told_as_a_course() -> None:
    values = [value(str(year), year - 2000, genauigkeit="mindestens") for year in range(2020, 2025)]
    assert _panel(*values[:2]).sentence == "Mindestens\u00a020 Geräte (2020); mindestens\u00a021 Geräte (2021)."
    assert (
        _panel(*values).sentence
        == "5 Werte, der kleinste mindestens\u00a020 Geräte, der größte mindestens\u00a024 Geräte."
    )


def test_the_sentence_on_ranks_speaks_of_places() -> None:
    panel = _panel(("2021", 11), ("2022", 7), ("2023", 8), unit="Platz")
    assert panel.sentence == "Von Platz\u00a011 (2021) bis Platz\u00a08 (2023); bester Wert Platz\u00a07 (2022)."
    assert panel.notes[0] == "Platz 1 steht oben."


def test_the_sentence_on_bars_names_the_ends_or_all() -> None:
    values = [value("2022", number, bezeichnung=name) for name, number in (("A", 1), ("B", 4), ("C", 3), ("D", 2))]
    assert _panel(*values).sentence == "Am höchsten: B, 4 Geräte; am niedrigsten: A, 1 Geräte."
    assert (
        _panel(*values, unit="Platz").sentence
        == "Am weitesten vorn: A, Platz\u00a01; am weitesten hinten: B, Platz\u00a04."
    )
    assert _panel(*values[:2]).sentence == "A: 1 Geräte; B: 4 Geräte."
    bounds = [value("2022", 5, genauigkeit="mindestens"), value("2022", 10, genauigkeit="höchstens")]
    assert _panel(*bounds).sentence == "Mindestens\u00a05 Geräte; höchstens\u00a010 Geräte."


def test_what_the_drawing_leaves_out_is_counted() -> None:
    panel = _panel(("2021", 1), ("2022", 2), ("unbekannt", 3))
    assert panel.notes[-1] == "1\u00a0Wert ohne bekannten Stichtag steht nur in der Tabelle."
    assert "2\u00a0Werte" in _panel(("2021", 1), ("2022", 2), ("unbekannt", 3), ("unbekannt", 4)).notes[-1]
    assert "Stichtag" not in " ".join(_panel(("2021", 1), ("2022", 2)).notes)


def test_an_interrupted_line_is_explained() -> None:
    whole, broken = _panel(("2021", 1), ("2022", 2)), _panel(("2021", 1), ("2022", 2), ("2023", "unbekannt"))
    assert not any("Linie" in note for note in whole.notes)
    assert "Eine Linie verbindet nur, was sich vergleichen lässt." in broken.notes


def test_the_legend_names_every_sign_that_is_used_and_no_other() -> None:
    values = [
        value("2021", 1),
        value("2022", 2, art="Soll"),
        value("2023", 3, art="angekündigt", genauigkeit="mehr als"),
    ]
    legend = _panel(*values, ("2024", "unbekannt"), value("unbekannt", 1, art="Plan", genauigkeit="rund")).legend
    assert [(item.sign, item.words) for item in legend] == [
        ("ist", "Ist"),
        ("plan", "Soll oder angekündigt"),
        ("luecke", "unbekannt"),
        ("hoch", "mehr als"),
    ]
    assert [item.sign for item in _panel(("2026", 1), ("2027", 1)).legend] == ["ist", "stand"]


def test_bars_need_no_legend_where_all_was_counted() -> None:
    values = [value("2022", 1, bezeichnung="A"), value("2022", 2, bezeichnung="B")]
    assert _panel(*values).legend == ()
    (item,) = _panel(*(value("2022", n, bezeichnung=f"{n}", art="Plan") for n in (1, 2))).legend
    assert (item.sign, item.words) == ("plan", "Plan")
