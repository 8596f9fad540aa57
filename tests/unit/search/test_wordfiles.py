"""Word files are small, keep words with one beginning together, and lose none."""

from __future__ import annotations

from typing import Any

import cbor2
import pytest
from portal.search.wordfiles import Encoded, Piece, is_common, pieces, with_fewer_places


def _encoded(value: list[Any]) -> Encoded:
    return Encoded(value[0], cbor2.dumps(value))


@pytest.fixture
def values() -> list[Any]:
    """Many rare words, and one that stands on a thousand pages."""
    rare = [
        [
            "wort" + "".join("abcdefghij"[int(digit)] for digit in f"{number:04}"),
            [[number, [-25, 3, 9, 12], [-3, 4]]],
            [],
        ]
        for number in range(2000)
    ]
    common = ["stadt", [[1, [-25, 3, 9, -13, 12, 500], [-3, 4]] for _ in range(1500)], []]
    return [common, *rare]


@pytest.fixture
def cut(values: list[Any]) -> list[Piece]:
    return list(pieces(map(_encoded, values)))


def _read(piece: Piece) -> list[Any]:
    (words,) = cbor2.loads(piece.content)
    return list(words)


def test_every_word_is_in_the_file_that_is_named_for_it(cut: list[Piece], values: list[Any]) -> None:
    for piece in cut:
        words = _read(piece)
        assert words[0][0].startswith(piece.first)
        assert words[-1][0] == piece.last
    assert [word for piece in cut for word in _read(piece)] == values


def test_all_words_with_one_beginning_are_asked_for(cut: list[Piece], values: list[Any]) -> None:
    """Pagefind asks for the files from whose first to whose last word a term lies."""
    files = [(piece.first, piece.last, {word[0] for word in _read(piece)}) for piece in cut]
    for beginning in ("wort", "wortb", "wortbc", "wortbcd", "wortbcde"):
        asked = set().union(*(held for first, last, held in files if first <= beginning <= last))
        assert asked >= {word[0] for word in values if word[0].startswith(beginning)}


def test_files_are_small_but_for_a_word_that_fills_one_alone(cut: list[Piece]) -> None:
    assert len(cut) > 3
    assert [len(piece.words) for piece in cut if len(piece.content) > 20_100] == [1]


def test_figures_are_cut_apart_wherever_a_file_is_full() -> None:
    figures = [_encoded([f"d2022{number:04}", [[number, [-25, 3, 9, 12], []]], []]) for number in range(2000)]
    ranges = [(piece.first, piece.last) for piece in pieces(figures)]
    assert [first <= "d20221234" <= last for first, last in ranges].count(True) == 1
    assert len(ranges) > 2


def test_a_word_on_very_many_pages_keeps_all_pages_but_few_places() -> None:
    pages = [[1, [-25, 3, 9, -13, 12, 500], [-3, 4]], [2, [5], []]]
    assert with_fewer_places(pages) == [[1, [-25, 3, 9], [-3, 4]], [2, [5], []]]
    assert [is_common(size) for size in (59_999, 60_000)] == [False, True]
