"""The difference between two texts is short and loses nothing that changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.history.prose import Mark, Piece, pieces


def shown(before: str, after: str) -> str:
    signs = {Mark.SAME: "{}", Mark.GONE: "[-{}-]", Mark.NEW: "[+{}+]"}
    return " ".join(signs[piece.mark].format(piece.text) for piece in pieces(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Der Weg ist gelb.", "Der Weg ist rot.", "Der Weg ist [-gelb.-] [+rot.+]"),
        ("eins zwei", "eins", "eins [-zwei-]"),
        ("zwei", "eins zwei", "[+eins+] zwei"),
        ("", "neu", "[+neu+]"),
        ("gleich", "gleich", "gleich"),
        ("a b c d e f g h X", "a b c d e f g h Y", "… c d e f g h [-X-] [+Y+]"),
        ("X a b c d e f g h", "Y a b c d e f g h", "[-X-] [+Y+] a b c d e f …"),
        (
            "X a b c d e f g h i j k l m n Z",
            "Y a b c d e f g h i j k l m n Q",
            "[-X-] [+Y+] a b c d e f … i j k l m n [-Z-] [+Q+]",
        ),
    ],
)
def test_only_what_is_near_a_change_is_shown(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


def test_a_text_rewritten_from_top_to_bottom_stays_short() -> None:
    found = pieces(" ".join(f"alt{n}" for n in range(5000)), " ".join(f"neu{n}" for n in range(5000)))
    assert [piece.mark for piece in found] == [Mark.GONE, Mark.NEW]
    assert all(piece.text.endswith(" …") and len(piece.text) < 700 for piece in found)


def test_very_many_small_changes_end_with_dots() -> None:
    found = pieces(" ".join(f"w{n} x" for n in range(100)), " ".join(f"w{n} y" for n in range(100)))
    assert len(found) <= 25
    assert found[-1] == Piece(Mark.SAME, "…")


_WORDS = st.lists(st.sampled_from("abc"), max_size=6).map(" ".join)


@given(_WORDS, _WORDS)
def test_short_texts_can_be_put_together_again(before: str, after: str) -> None:
    found = pieces(before, after)
    assert " ".join(piece.text for piece in found if piece.mark is not Mark.NEW) == before
    assert " ".join(piece.text for piece in found if piece.mark is not Mark.GONE) == after
