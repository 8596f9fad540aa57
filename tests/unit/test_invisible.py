"""Signs that cannot be seen: which are refused, and how messages show them."""

from __future__ import annotations

import pytest
from portal.invisible import first_invisible, in_one_line, without_invisible


@pytest.mark.parametrize(
    "text",
    ["Rathaus", "Zeile\nund\tTabulator", "Grüße", "👩\u200d🚀", "🏳\ufe0f\u200d🌈", "1\ufe0f\u20e3", "می\u200cخواهم", "Bürger\u00admeister", "5\u00a0€"],
)  # fmt: skip
def test_what_people_write_is_no_invisible_sign(text: str) -> None:
    assert first_invisible(text) is None
    assert without_invisible(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\u202eb", "ab"),
        ("a\u200bb", "ab"),
        ("a\0b", "ab"),
        ("Rat\u200dhaus", "Rathaus"),
        ("😀\u200d\u200d😀", "😀\u200d😀"),
        ("😀\U000e0069\U000e0067", "😀"),
        ("a\ufdd0\U0001fffeb", "ab"),
    ],
)
def test_what_hides_or_turns_text_is_one(text: str, left: str) -> None:
    assert first_invisible(text) is not None
    assert without_invisible(text) == left


def test_foreign_text_in_a_message_stays_on_its_line_and_can_be_printed() -> None:
    shown = in_one_line("a\n::error::b\u202e\udcff\x1b[2J")
    assert shown == "a ::error::b<U+202E><U+DCFF><U+001B>[2J"
    assert shown.encode()
