"""German words for dates, numbers, money and lists."""

from __future__ import annotations

from decimal import Decimal

import pytest
from portal.dates import PartialDate
from portal.german import NO_BREAK, count, enumeration, in_words, money, number, with_accuracy
from portal.records.words import Accuracy


def test_a_number_keeps_its_places_whatever_equal_number_came_before() -> None:
    assert [number(Decimal(text)) for text in ("3", "3.0", "3.00", "3")] == ["3", "3,0", "3,00", "3"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-06-14", "14. Juni 2022"),
        ("2022-03-01", "1. März 2022"),
        ("2021-06", "Juni 2021"),
        ("2022-Q3", "3. Quartal 2022"),
        ("2021", "2021"),
        ("2022/2023", "2022 bis 2023"),
        ("2022-06-14/2023-01-16", "14. Juni 2022 bis 16. Januar 2023"),
        ("2022-02/2023-05", "Februar 2022 bis Mai 2023"),
        # That an end happens to close a year makes it no coarser than it was written.
        ("2022-06/2023-12", "Juni 2022 bis Dezember 2023"),
        ("2022-01/2022-06", "Januar 2022 bis Juni 2022"),
        ("2022-06-14/2022-12-31", "14. Juni 2022 bis 31. Dezember 2022"),
        ("2022-06-14/2023", "14. Juni 2022 bis 2023"),
        ("2024-05/..", "ab Mai 2024"),
        ("2022-Q3/2022-Q4", "3. Quartal 2022 bis 4. Quartal 2022"),
    ],
)
def test_a_date_in_words(text: str, words: str) -> None:
    assert in_words(PartialDate.parse(text)).replace(NO_BREAK, " ") == words


def test_a_day_does_not_break_from_its_month() -> None:
    assert in_words(PartialDate.parse("2022-06-14")) == f"14.{NO_BREAK}Juni 2022"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (29, "29"),
        (10000, "10.000"),
        (-6, "-6"),
        (Decimal("3.5"), "3,5"),
        (Decimal("2.30"), "2,30"),
        (Decimal("1234567.8901"), "1.234.567,8901"),
        (Decimal(0), "0"),
    ],
)
def test_a_number_keeps_its_digits(value: Decimal | int, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [
        ("1374.64", "EUR", "1.374,64 Euro"),
        ("12000000.00", "EUR", "12.000.000 Euro"),
        ("0.5", "EUR", "0,50 Euro"),
        ("-2500", "EUR", "-2.500 Euro"),
        ("1374.64", "USD", "1.374,64 $"),
    ],
)
def test_money_shows_cents_only_where_there_are_some(value: str, currency: str, text: str) -> None:
    assert money(Decimal(value), currency).replace(NO_BREAK, " ") == text


def test_an_exact_number_says_nothing_about_itself() -> None:
    assert with_accuracy("13,7", Accuracy.EXACT) == "13,7"
    assert with_accuracy("13,7", Accuracy.ALMOST) == f"knapp{NO_BREAK}13,7"


def test_a_list_ends_in_and() -> None:
    assert [enumeration("abc"[:length]) for length in range(4)] == ["", "a", "a und b", "a, b und c"]


def test_a_count_knows_its_singular() -> None:
    counts = [count(amount, "Frage", "Fragen").replace(NO_BREAK, " ") for amount in (0, 1, 1200)]
    assert counts == ["0 Fragen", "1 Frage", "1.200 Fragen"]
