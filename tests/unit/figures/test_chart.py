"""Series drawn along time: where values lie, and what is joined."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indicators import series, value
from portal.figures.chart import axes, time_chart
from portal.figures.drawing import Form, TimeChart
from portal.records import Measurement

_TODAY = dt.date(2026, 11, 21)


def _chart(*values: Measurement | tuple[str, object], unit: str = "Geräte") -> TimeChart:
    drawn = series(*values).values
    return time_chart(drawn, unit, axes(drawn, unit, _TODAY))


def _joins(*values: Measurement | tuple[str, object]) -> int:
    return len(_chart(*values).joints)


def test_a_value_is_as_long_as_its_date_and_as_high_as_its_number() -> None:
    year, day, month = _chart(("2022", 50), ("2023-07-02", 100), ("2023-12", 0)).marks
    assert (year.x1, year.x2, year.y, year.short) == (0, 50, 50, False)
    assert (day.x1 == day.x2, day.y, day.short) == (True, 0, True)
    assert (round(month.x1), month.x2, month.y) == (96, 100, 100)


def test_the_best_rank_lies_on_top() -> None:
    better, worse = _chart(("2022", 1), ("2023", 11), unit="Platz").marks
    assert (better.y, worse.y) == (0, 100)
    assert not any(line.is_zero for line in _chart(("2022", 1), ("2023", 11), unit="Platz").lines)


def test_plans_look_unlike_what_was_counted() -> None:
    kinds = ["Ist", "Soll", "Plan", "angekündigt", "Schätzung", "unbekannt"]
    marks = _chart(*(value(str(2020 + at), 1, art=kind) for at, kind in enumerate(kinds))).marks
    plan, other = Form.INTENDED, Form.OTHER
    assert [mark.form for mark in marks] == [Form.ACTUAL, plan, plan, plan, other, other]


def test_neighbours_are_joined_from_the_end_of_one_to_the_begin_of_the_next() -> None:
    (joint,) = _chart(("2021", 5), ("2023", 10)).joints
    assert (round(joint.x1), joint.y1, round(joint.x2), joint.y2) == (33, 50, 67, 0)


@pytest.mark.parametrize(
    "second",
    [
        value("2023", 2, art="Plan"),
        value("2023", "unbekannt"),
        value("2023", 2, genauigkeit="mehr als"),
        value("2023", 2, genauigkeit="höchstens"),
        value("2023", 2, bezeichnung="Hamburg"),
        value("2023", 2, erschlossen="ja"),
        value("2022-05", 2),
    ],
    ids=["another-kind", "unknown", "more-than", "at-most", "another-thing", "inferred", "inside-the-first"],
)
def test_what_cannot_be_compared_is_not_joined(second: Measurement) -> None:
    assert _joins(("2022", 1), value("2023", 2)) == 1
    assert _joins(("2022", 1), second) == 0


def test_an_unknown_value_interrupts_the_line_whatever_its_kind() -> None:
    plans = [value(year, 1, art="Plan") for year in ("2022", "2023", "2024")]
    assert _joins(*plans) == 2
    assert _joins(plans[0], value("2023", "unbekannt"), plans[2]) == 0


def test_a_longer_time_without_values_interrupts_the_line() -> None:
    assert _joins(("2022", 1), ("2023", 2), ("2026", 3), ("2027", 4)) == 2
    assert _joins(("2011", 1), ("2013", 2), ("2015", 3)) == 2


def test_an_unknown_time_is_a_hole_and_never_a_zero() -> None:
    chart = _chart(("2021", 5), ("2022", "unbekannt"), ("2023-12-31", "unbekannt"), ("2020", 5))
    assert len(chart.marks) == 2
    wide, narrow = chart.holes
    assert (round(wide.x), round(wide.width), wide.is_wide) == (50, 25, True)
    assert (narrow.width, narrow.x + narrow.width, narrow.is_wide) == (2, 100, False)


def test_a_mere_bound_is_marked() -> None:
    accuracies = ["mehr als", "mindestens", "höchstens", "rund", "genau"]
    marks = _chart(*(value(str(2020 + at), 1, genauigkeit=word) for at, word in enumerate(accuracies))).marks
    assert [mark.bound for mark in marks] == ["hoch", "hoch", "tief", "", ""]


def test_values_without_a_date_are_not_drawn() -> None:
    assert len(_chart(("2021", 1), ("unbekannt", 5), ("2022", 2)).marks) == 2


def test_the_day_the_data_stands_at_is_drawn_only_among_the_years_shown() -> None:
    assert _chart(("2021", 1), ("2022", 2)).today is None
    assert _chart(("2026", 1), ("2027", 2)).today == pytest.approx(44.4, abs=0.1)


def test_labels_never_cover_each_other_and_the_last_value_has_one() -> None:
    crowded = _chart(*((f"2022-01-{day:02}", 10) for day in range(1, 29)), ("2025", 10))
    written = [mark.label for mark in crowded.marks if mark.label]
    assert crowded.marks[-1].label
    assert 2 <= len(written) < 10
    assert all(mark.label and mark.label.on_narrow for mark in _chart(("2021", 1), ("2022", 2)).marks)


def test_a_narrow_screen_gets_a_sign_for_the_words() -> None:
    label = _chart(value("2021", 84000, genauigkeit="rund", bezeichnung="Kiel"), ("2022", 1)).marks[0].label
    assert label
    assert (label.before, label.sign, label.number, label.name) == ("rund ", "≈ ", "84.000", "Kiel")


_VALUES = st.builds(
    lambda date, number, accuracy, kind, name: value(
        date, number, genauigkeit=accuracy, art=kind, **({"bezeichnung": name} if name else {})
    ),
    st.sampled_from(["2019", "2020-02", "2020-Q3", "2021-06-14", "2022/2023", "2024/..", "2027", "unbekannt"]),
    st.one_of(st.just("unbekannt"), st.decimals(min_value=-(10**9), max_value=10**9, places=2)),
    st.sampled_from(["genau", "rund", "mindestens"]),
    st.sampled_from(["Ist", "Plan", "Schätzung"]),
    st.sampled_from(["", "Ein recht langer Name"]),
)


@given(st.lists(_VALUES, max_size=12))
def test_everything_lies_inside_the_drawing(values: list[Measurement]) -> None:
    chart = _chart(("2020", 1), *values, ("2022-06-14", 2))
    places = [place for mark in chart.marks for place in (mark.x1, mark.x2, mark.middle, mark.y)]
    places += [place for joint in chart.joints for place in (joint.x1, joint.x2, joint.y1, joint.y2)]
    places += [place for hole in chart.holes for place in (hole.x, hole.x + hole.width, hole.middle)]
    places += [mark.label.x for mark in chart.marks if mark.label]
    places += [*chart.years, *(line.y for line in chart.lines), *(tick.x for tick in chart.ticks)]
    assert min(places) >= 0
    assert max(places) <= 100
    shown = [each for each in values if not isinstance(each.as_of, str)]
    assert len(chart.marks) == 2 + sum(isinstance(each.value, Decimal) for each in shown)
    assert len(chart.holes) == sum(not isinstance(each.value, Decimal) for each in shown)
