"""Partial dates: reading, writing and sorting what councils and newspapers call a date."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from portal.dates import FIRST_YEAR, LAST_YEAR, SEASONS, PartialDate, Precision
from portal.german import in_words

_DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))
_NOTATIONS = ("{0:%Y-%m-%d}", "{0:%Y-%m}", "{0:%Y}", "{0:%Y}-Q{1}", "{0:%Y}-{2}")


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """A day, month, quarter, season or year as an editor writes it."""
    day = draw(_DAYS)
    return draw(st.sampled_from(_NOTATIONS)).format(day, (day.month + 2) // 3, draw(st.sampled_from([*SEASONS])))


@st.composite
def date_texts(draw: st.DrawFn) -> str:
    """Any notation that is accepted, ranges included."""
    one, two = sorted([draw(single_dates()), draw(single_dates())], key=PartialDate.parse)
    return draw(st.sampled_from([one, f"{one}/{two}", f"{one}/.."]))


_PARTIAL_DATES = date_texts().map(PartialDate.parse)


@given(date_texts())
@example("2022-01-01/2022-12-31")
@example("2022-06/2022-06")
@example("2024-02-29")
def test_what_was_written_can_be_read_back(text: str) -> None:
    date = PartialDate.parse(text)
    assert PartialDate.parse(date.iso()) == date
    assert PartialDate.parse(date.iso()).iso() == date.iso()
    assert date.first <= date.last


@given(date_texts())
@example("2022-07/2022-12")
@example("2022-06-14/2023")
@example("2022-Q3/2022-Q4")
def test_a_date_keeps_the_precision_it_was_written_with(text: str) -> None:
    assert PartialDate.parse(text).iso() == text
    assert str(PartialDate.parse(f"  {text.replace('/', ' / ')} ")) == text


@given(_PARTIAL_DATES, _PARTIAL_DATES)
def test_of_two_dates_exactly_one_comes_first_unless_they_are_equal(one: PartialDate, two: PartialDate) -> None:
    assert [one < two, one == two, one > two].count(True) == 1
    assert (one <= two) == (one < two or one == two)
    if one == two:
        assert hash(one) == hash(two)
    if one.is_before(two):
        assert one < two
        assert not two.is_before(one)


@given(st.lists(_PARTIAL_DATES, max_size=8), st.randoms(use_true_random=False))
def test_sorting_does_not_depend_on_the_order_before(dates: list[PartialDate], chance: random.Random) -> None:
    shuffled = list(dates)
    chance.shuffle(shuffled)
    assert sorted(shuffled) == sorted(dates)
    assert all(not later.is_before(earlier) for earlier, later in itertools.pairwise(sorted(dates)))


@given(st.text() | st.text("0123456789-/Q. ", max_size=24) | date_texts().map(lambda text: text[:-1] + "9"))
@example("")
@example("2022/")
@example("/")
@example("2022-02-30")
@example("٢٠٢٢")
def test_any_other_text_is_refused_in_a_german_sentence(text: str) -> None:
    reason = _why_refused(text)
    assert reason == "" or reason.startswith(("„", "Den ", "Das ", "Die "))
    assert reason == "" or reason.endswith(".")


def _why_refused(text: str) -> str:
    """What is said to a text that is no date; nothing for one that is. No other error passes."""
    try:
        PartialDate.parse(text)
    except ValueError as error:
        return str(error)
    return ""


@given(_PARTIAL_DATES)
def test_every_date_has_german_words_that_name_its_years(date: PartialDate) -> None:
    words = in_words(date)
    years = [year for year in date.iso().replace("-", "/").split("/") if len(year) == 4]
    assert years == re.findall(r"\b(\d{4})(?:/\d{4})?", words)
    assert ("bis" in words or "ab" in words) == (date.precision is Precision.RANGE)


@given(_PARTIAL_DATES, _DAYS)
def test_a_date_is_past_once_its_last_day_has_come(date: PartialDate, today: dt.date) -> None:
    assert date.is_past(today) == (date.last <= today)
    assert PartialDate.of_day(today).is_past(today)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2022-06-14", "2022-06-14", "2022-06-14", Precision.DAY),
        ("2021-06", "2021-06-01", "2021-06-30", Precision.MONTH),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2022-Q3", "2022-07-01", "2022-09-30", Precision.QUARTER),
        ("2021", "2021-01-01", "2021-12-31", Precision.YEAR),
        ("2022-06/2023-12", "2022-06-01", "2023-12-31", Precision.RANGE),
        ("2022-Q1 / 2022-05-03", "2022-01-01", "2022-05-03", Precision.RANGE),
        ("2024/..", "2024-01-01", "2199-12-31", Precision.RANGE),
    ],
)
def test_a_date_stands_for_an_interval(text: str, first: str, last: str, precision: Precision) -> None:
    date = PartialDate.parse(text)
    assert (date.first.isoformat(), date.last.isoformat(), date.precision) == (first, last, precision)
    assert date.day == (date.first if precision is Precision.DAY else None)


def test_the_finer_date_comes_first_where_both_begin_on_one_day() -> None:
    texts = ["2022-01-01", "2022-01", "2022-Q1", "2022", "2022/2023", "2022/2024", "2022-01-02"]
    assert [date.iso() for date in sorted(map(PartialDate.parse, reversed(texts)))] == texts


def test_a_day_within_a_month_is_not_before_the_month() -> None:
    day, month = PartialDate.parse("2022-06-01"), PartialDate.parse("2022-06")
    assert not day.is_before(month)
    assert not month.is_before(day)
    assert day.is_before(PartialDate.parse("2022-07"))


def test_a_date_is_not_compared_with_anything_else() -> None:
    with pytest.raises(TypeError):
        sorted([PartialDate.parse("2022"), "2022"])


@pytest.mark.parametrize("text", ["31.02.2022", "14.13.2022", "2022-2-30"])
def test_a_suggested_date_exists(text: str) -> None:
    with pytest.raises(ValueError, match="ist kein lesbares Datum") as refused:
        PartialDate.parse(text)
    assert "Meinten Sie" not in str(refused.value)


def test_a_season_lasts_three_months_and_a_winter_ends_in_the_next_year() -> None:
    autumn, winter = PartialDate.parse("2020-Herbst"), PartialDate.parse("2023-Winter")
    assert (autumn.first, autumn.last) == (dt.date(2020, 9, 1), dt.date(2020, 11, 30))
    assert (winter.first, winter.last) == (dt.date(2023, 12, 1), dt.date(2024, 2, 29))
    assert (in_words(autumn), in_words(winter)) == ("Herbst 2020", "Winter 2023/2024")
    assert PartialDate.parse("2022-Fru\u0308hjahr").iso() == "2022-Frühjahr"
    assert PartialDate.parse("2020-Q4") > autumn > PartialDate.parse("2020-09")
