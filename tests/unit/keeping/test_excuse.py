"""What passes for a slip of the pen, for a date known better, and for a correction that says what was wrong."""

from __future__ import annotations

import pytest
from portal.keeping.excuse import is_more_exact, is_slip, says


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Die Stadt sucht einen Anbieter.", "Die Stadt sucht einen Anbieter"),
        ("Die Stadt suhct einen Anbeiter.", "Die Stadt sucht einen Anbieter."),
        ("die  stadt\nsucht", "Die Stadt sucht"),
        ("udn 12 Millionen", "und 12 Millionen"),
    ],
)
def test_letters_and_signs_are_slips(old: str, new: str) -> None:
    assert is_slip(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 Millionen", "13 Millionen"),
        ("Es gibt einen Anbieter.", "Es gibt keinen Anbieter."),
        ("Das ist möglich.", "Das ist unmöglich."),
        ("im Juni", "im Juli"),
        ("Der Start ist im Mai.", "Der Start ist im Oktober."),
        ("Die Stadt sucht.", "Die Stadt sucht nicht."),
        ("Die Stadt sucht.", ""),
        ("am 1.5.", "am 15."),
    ],
)
def test_another_sense_is_no_slip(old: str, new: str) -> None:
    assert not is_slip(old, new)
    assert not is_slip(new, old)


@pytest.mark.parametrize(("old", "new"), [("2024", "2024-05"), ("2024-Q3", "2024-08-14"), ("2024/2025", "2025-01-01")])
def test_a_date_may_be_known_better_but_not_worse(old: str, new: str) -> None:
    assert is_more_exact(old, new)
    assert not is_more_exact(new, old)


@pytest.mark.parametrize(("old", "new"), [("2024-05", "2024-06-01"), ("beschlossen", "beschlossen mit"), ("", "2024")])
def test_another_date_is_not_a_better_one(old: str, new: str) -> None:
    assert not is_more_exact(old, new)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2024-02-15", "Getagt wurde nicht am 15.2.2024, sondern tags darauf."),
        ("2024-02-15", "Hier stand der 15. Februar 2024."),
        ("2024-Q3", "Hier stand: 3. Quartal 2024"),
        ("1374.64", "Es waren nicht 1.374,64 Euro."),
        ("12000000", "Hier stand 12.000.000."),
        ("32", "Hier standen 32."),
        ("geändert beschlossen", "Hier stand „Geändert\n beschlossen“."),
    ],
)
def test_a_correction_may_name_what_stood_there_in_any_usual_notation(value: str, text: str) -> None:
    assert says([text], [value])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("32", "Hier standen 320."),
        ("32", "Es waren 1.32,5"),
        ("2024-02", "2024-02-15 war es"),
        ("", "Irgendetwas"),
        ("32", ""),
    ],
)
def test_a_correction_that_names_something_else_says_nothing_of_it(value: str, text: str) -> None:
    assert not says([text], [value])
