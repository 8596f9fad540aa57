"""The time chart: partial dates are intervals, and what nobody knows is not drawn as known."""

from __future__ import annotations

import datetime as dt

import pytest
from data_folder import TODAY, DataFolder
from portal.dates import PartialDate
from portal.register.entries import Key
from portal.roadmap.gantt import Chart, Part, Row, Sign, project_chart, roadmap_chart
from portal.roadmap.timeaxis import Scale

_GARDEN = Key("roadmap", "garten")


def _charted(data: DataFolder, fields: str) -> Chart | None:
    register = data.write({"roadmap/garten.yml": f"titel: Garten\nquellen: amtsblatt\n{fields}\n"}).register()
    return project_chart(register.entries[_GARDEN], TODAY)


def _row(data: DataFolder, fields: str, number: int = 0) -> Row:
    chart = _charted(data, fields)
    assert chart
    return chart.rows[number]


def _parts(row: Row) -> list[Part]:
    return [piece.part for piece in row.pieces]


def _percent(text: str) -> float:
    return float(text.removesuffix("%"))


def test_the_axis_shows_whole_years_and_always_the_day_of_the_data() -> None:
    scale = Scale.around([PartialDate.parse("2024-06")], TODAY)
    assert (scale.first, scale.last) == (dt.date(2024, 1, 1), dt.date(2026, 12, 31))
    assert [year.label for year in scale.years()] == [2024, 2025, 2026]
    assert 0 < scale.at(TODAY) < 1
    assert all(year.major for year in scale.years())


def test_labels_that_would_stick_out_of_a_narrow_screen_are_left_out_there() -> None:
    years = list(Scale(dt.date(2009, 1, 1), dt.date(2026, 12, 31)).years())
    assert [year.label for year in years if year.major] == [2010, 2015, 2020]
    years = list(Scale(dt.date(2011, 1, 1), dt.date(2025, 12, 31)).years())
    assert [year.label for year in years if year.major] == [2015, 2020], "2025 begins too far right"


def test_the_axis_is_cut_where_dates_lie_too_far_away() -> None:
    dates = [PartialDate.parse(text) for text in ("1850", "2024/..", "2199")]
    scale = Scale.around(dates, TODAY)
    assert (scale.first.year, scale.last.year) == (2016, 2034)
    assert scale.stretch(dt.date(1850, 1, 1), dt.date(1850, 12, 31)) is None
    assert scale.stretch(dt.date(1850, 1, 1), dt.date(2016, 12, 31)) == ("0%", "5.27%")
    assert scale.middle(dt.date(2035, 1, 1)) is None


def test_a_year_is_drawn_from_its_first_morning_to_its_last_evening() -> None:
    scale = Scale(dt.date(2023, 1, 1), dt.date(2026, 12, 31))
    assert scale.stretch(dt.date(2023, 1, 1), dt.date(2026, 12, 31)) == ("0%", "100%")
    assert scale.stretch(dt.date(2024, 1, 1), dt.date(2024, 12, 31)) == ("24.98%", "25.05%")


def test_exact_dates_make_a_solid_bar_without_fringes(data: DataFolder) -> None:
    row = _row(data, "zeitraum: 2024-03-01/2024-05-31")
    assert _parts(row) == [Part.CORE]
    assert row.words == "1. März 2024 bis 31. Mai 2024".replace(". ", ".\u00a0")


def test_only_what_lies_between_two_intervals_is_certain(data: DataFolder) -> None:
    fringe, core = _row(data, "zeitraum: 2024-Q1/2025-Q1").pieces
    assert (fringe.part, core.part) == (Part.FRINGE, Part.CORE)
    assert _percent(fringe.x) < _percent(core.x)
    assert _percent(fringe.x) + _percent(fringe.width) > _percent(core.x) + _percent(core.width)


def test_one_year_is_never_said_to_have_been_filled(data: DataFolder) -> None:
    assert _parts(_row(data, "zeitraum: 2024")) == [Part.FRINGE]


def test_what_is_still_to_come_is_no_part_of_what_happened(data: DataFolder) -> None:
    row = _row(data, "zeitraum: 2024-03-01/2027-05-31")
    assert _parts(row) == [Part.CORE, Part.AHEAD]
    core, ahead = row.pieces
    assert _percent(core.x) + _percent(core.width) == pytest.approx(_percent(ahead.x), abs=0.02)


def test_after_the_last_news_of_something_unfinished_nothing_is_known(data: DataFolder) -> None:
    row = _row(data, "verlauf: [{datum: 2024-02-01, stand: geplant}, {datum: 2025-01-15, stand: in Arbeit}]")
    assert _parts(row) == [Part.CORE, Part.UNSURE]
    assert row.words.endswith("danach nichts bekannt")
    chart = _charted(data, "verlauf: [{datum: 2024-02-01, stand: geplant}, {datum: 2025-01-15, stand: abgeschlossen}]")
    assert chart
    assert _parts(chart.rows[0]) == [Part.CORE]
    assert "danach" not in chart.rows[0].words


def test_a_period_without_an_end_goes_on_as_unknown(data: DataFolder) -> None:
    assert _parts(_row(data, "zeitraum: 2024-03-01/..")) == [Part.CORE, Part.UNSURE]
    assert _parts(_row(data, "zeitraum: 2024/..")) == [Part.FRINGE, Part.UNSURE]


def test_that_nothing_was_found_is_no_date_of_a_project(data: DataFolder) -> None:
    assert _charted(data, "verlauf: {datum: 2026-11-20, stand: unbekannt}") is None


def test_a_promise_leads_over_its_new_dates_to_its_fulfilment(data: DataFolder) -> None:
    row = _row(
        data,
        "meilensteine: [{titel: Beet, geplant: 2024-03-01, umplanungen: {datum: 2024-02, neu: 2024-Q4}, erreicht: 2025-02-01}]",
        1,
    )
    assert [mark.sign for mark in row.marks] == [Sign.REPLANNED, Sign.PROMISED, Sign.REACHED], "signs of days lie above"
    quarter, day, _ = row.marks
    assert day.width == ""
    assert _percent(quarter.width) > 1, "a quarter is an interval"
    assert [join.sign for join in row.joins] == [Sign.REPLANNED, Sign.REACHED]
    assert row.joins[0].x2 == quarter.x, "no day is picked out of the quarter"


def test_an_overdue_promise_waits_until_the_day_of_the_data(data: DataFolder) -> None:
    chart = _charted(data, "meilensteine: [{titel: Beet, geplant: 2024-03-01}, {titel: Baum, geplant: 2026-12-24}]")
    assert chart
    late, open_ = chart.rows
    assert [(join.sign, join.x2) for join in late.joins] == [(None, chart.today)]
    assert open_.joins == ()
    assert late.words.startswith("Ergebnis: Termin vorbei, seit ")


def test_a_promise_whose_new_date_is_unknown_is_not_drawn_as_overdue(data: DataFolder) -> None:
    row = _row(data, "meilensteine: [{titel: Beet, geplant: 2024, umplanungen: {datum: 2024-02, neu: unbekannt}}]")
    assert row.joins == ()


def test_what_was_given_up_leads_to_the_day_it_was(data: DataFolder) -> None:
    row = _row(data, "meilensteine: [{titel: Beet, geplant: 2025-06-01, entfallen: 2024-02-01}]")
    assert [mark.sign for mark in row.marks] == [Sign.PROMISED, Sign.DROPPED]
    assert [join.sign for join in row.joins] == [Sign.DROPPED]


def test_the_roadmap_is_in_order_of_beginnings_and_says_who_is_missing(data: DataFolder) -> None:
    files = {
        "roadmap/spaet.yml": "titel: Spät\nquellen: amtsblatt\nzeitraum: 2025\n",
        "roadmap/frueh.yml": "titel: Früh\nquellen: amtsblatt\nzeitraum: 2023\n",
        "roadmap/alt.yml": "titel: Alt\nquellen: amtsblatt\nzeitraum: 1990\n",
        "roadmap/ohne.yml": "titel: Ohne Datum\nquellen: amtsblatt\n",
    }
    entries = data.write(files).register().by_type["roadmap"]
    chart = roadmap_chart(entries, TODAY, 10)
    assert [row.title for row in chart.rows] == ["Früh", "Spät"]
    assert {key.id for key in chart.left_out} == {"alt", "ohne"}
    assert chart.is_cut
    assert len(roadmap_chart(entries, TODAY, 1).rows) == 1
