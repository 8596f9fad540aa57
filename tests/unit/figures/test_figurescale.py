"""Axes of numbers and of time."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.dates import PartialDate
from portal.figures.figurescale import amounts, interval, nice_step, ranks, time_axis

_TODAY = dt.date(2026, 11, 21)
_NUMBERS = st.decimals(min_value=-(10**14), max_value=10**14, places=4)
_SPANS = st.decimals(min_value="0.0001", max_value=10**14, places=4)


@given(_SPANS, st.integers(2, 12))
def test_a_step_is_nice_divides_into_few_parts_and_not_into_too_few(span: Decimal, at_most: int) -> None:
    step = nice_step(span, at_most)
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert span / step <= at_most
    assert span / step * Decimal("2.5") >= at_most


@pytest.mark.parametrize(
    ("span", "step"), [("10", "2"), ("11", "5"), ("50", "10"), ("0.7", "0.2"), ("5", "1"), ("84000", "20000")]
)
def test_a_step_is_the_smallest_that_is_enough(span: str, step: str) -> None:
    assert nice_step(Decimal(span), 5) == Decimal(step)


@given(st.lists(_NUMBERS, min_size=1, max_size=20))
def test_an_axis_of_amounts_holds_zero_and_all_values_on_even_ticks(values: list[Decimal]) -> None:
    axis = amounts(values)
    assert Decimal(0) in axis.ticks
    assert all(0 <= axis.place(value) <= 100 for value in values)
    assert len({two - one for one, two in zip(axis.ticks, axis.ticks[1:], strict=False)}) == 1
    assert 2 <= len(axis.ticks) <= 8


@given(st.lists(st.decimals(min_value=0, max_value=100, places=1), min_size=1))
def test_an_axis_of_shares_never_ends_above_a_hundred(values: list[Decimal]) -> None:
    assert amounts(values).high <= 100


def test_whole_things_are_not_halved() -> None:
    assert amounts([Decimal(2)]).ticks == (0, 1, 2)
    assert amounts([Decimal(0)]).ticks == (0, 1)
    assert amounts([Decimal("1.5")]).ticks[1] == Decimal("0.5")


@given(st.lists(st.integers(1, 12_000).map(Decimal), min_size=1))
def test_an_axis_of_ranks_begins_at_one_and_holds_all(values: list[Decimal]) -> None:
    axis = ranks(values)
    assert axis.ticks[0] == axis.low == 1
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert all(0 <= axis.place(value) <= 100 for value in values)


@pytest.mark.parametrize(
    ("worst", "ticks"), [(1, [1, 2]), (11, [1, 3, 5, 7, 9, 11]), (60, [1, 20, 40, 60]), (25, [1, 5, 10, 15, 20, 25])]
)
def test_ranks_are_counted_in_steps_that_read_well(worst: int, ticks: list[int]) -> None:
    assert list(ranks([Decimal(worst)]).ticks) == ticks


def test_large_numbers_are_printed_short_with_the_word_they_leave_out() -> None:
    axis = amounts([Decimal(2_500_000)])
    assert axis.factor[1] == "Millionen"
    assert [axis.words(tick) for tick in axis.ticks] == ["0", "0,5", "1", "1,5", "2", "2,5"]
    axis = amounts([Decimal(84_000)])
    assert axis.factor[1] == ""
    assert axis.words(axis.ticks[-1]) == "100.000"
    assert amounts([Decimal(-20)]).words(Decimal(-20)) == "-20"


_DATES = st.builds(
    lambda year, form: PartialDate.parse(form.format(year)),
    st.integers(1900, 2150),
    st.sampled_from(["{}", "{}-02", "{}-Q4", "{}-12-31", "{}-01-01", "{}/.."]),
)


@given(st.lists(_DATES, min_size=1, max_size=12))
def test_an_axis_of_time_holds_every_date_from_its_first_day_to_its_last(dates: list[PartialDate]) -> None:
    axis = time_axis(dates, _TODAY)
    for date in dates:
        begin, end = axis.span(date)
        assert 0 <= begin <= end <= 100
        assert (begin == end) == (interval(date, _TODAY)[0] == interval(date, _TODAY)[1])
    assert all(0 <= tick.x <= 100 for tick in axis.ticks)
    assert 1 <= sum(not tick.wide_only for tick in axis.ticks) <= 6
    assert len(axis.ticks) <= 13


def test_years_are_named_in_their_middle() -> None:
    axis = time_axis([PartialDate.parse("2021"), PartialDate.parse("2022")], _TODAY)
    assert [(tick.words, round(tick.x)) for tick in axis.ticks] == [("2021", 25), ("2022", 75)]
    assert axis.lines == (0, 50)
    assert axis.span(PartialDate.parse("2021")) == (0, 50)


def test_a_single_year_is_divided_into_quarters() -> None:
    axis = time_axis([PartialDate.parse("2024-07"), PartialDate.parse("2024-08-01")], _TODAY)
    assert [tick.words for tick in axis.ticks] == ["Jan. 2024", "April", "Juli", "Okt."]


def test_what_has_no_end_lasts_until_the_day_the_data_stands_at() -> None:
    assert interval(PartialDate.parse("2024/.."), _TODAY) == (dt.date(2024, 1, 1), _TODAY)
    assert interval(PartialDate.parse("2028/.."), _TODAY) == (dt.date(2028, 1, 1), dt.date(2028, 12, 31))
