"""Figures have one search word each, however they are written."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from portal.search.figures import amount_word, figures_of, number_words

FIGURES: list[list[str]] = yaml.safe_load(
    (Path(__file__).parents[2] / "search" / "figures.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("spellings", FIGURES, ids=lambda spellings: spellings[0])
def test_all_spellings_of_a_figure_have_a_word_in_common(spellings: list[str]) -> None:
    words = [set(figures_of(f"Es waren {text}.")) for text in spellings]
    assert set.intersection(*words), dict(zip(spellings, words, strict=True))


def test_different_figures_have_different_words() -> None:
    for one, other in combinations(FIGURES, 2):
        shared = set(figures_of(one[0])) & set(figures_of(other[0]))
        assert {word for word in shared if not word.startswith("m")} == set(), f"{one[0]} und {other[0]}"


def test_a_day_is_found_by_its_month_but_a_month_not_by_its_days() -> None:
    assert "m202206" in set(figures_of("am 14.06.2022"))
    assert list(figures_of("im Juni 2022")) == ["m202206"]


@pytest.mark.parametrize("text", ["2022", "5", "88 Prozent", "Artikel 17", "im Jahr 1998"])
def test_small_numbers_and_years_are_found_as_they_stand(text: str) -> None:
    assert list(figures_of(text)) == []


@pytest.mark.parametrize("text", ["31.13.2022", "0. Juni 2022"])
def test_days_that_do_not_exist_have_no_word(text: str) -> None:
    assert [word for word in figures_of(text) if word.startswith("d")] == []


def test_two_figures_in_one_text_are_told_apart() -> None:
    assert list(figures_of("29 zu 6 Stimmen für 12 Millionen Euro am 14.06.2022")) == [
        "v29x6q",
        "z12000000q",
        "m202206",
        "d20220614",
    ]


def test_an_amount_ends_so_that_it_is_no_beginning_of_a_larger_one() -> None:
    assert amount_word(Decimal(12000000)) == "z12000000q"
    assert not amount_word(Decimal(120000000)).startswith(amount_word(Decimal(12000000)))


def test_the_number_of_a_paper_is_found_with_and_without_its_letters_and_by_its_last_part() -> None:
    assert list(number_words("B 22/0189")) == ["b220189", "220189", "0189", "189"]


@given(st.lists(st.sampled_from([spelling for spellings in FIGURES for spelling in spellings]), max_size=5))
def test_figures_far_from_each_other_are_all_found(found: list[str]) -> None:
    words = " und davon ganz unabhängig auch, wie es weiter heißt, "
    assert list(figures_of(words.join(found))) == [word for each in found for word in figures_of(each)]
