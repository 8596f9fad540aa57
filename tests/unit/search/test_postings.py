"""However pages are shared among indexes, and in whatever order they come and go, their words are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.search import blocks, wordfiles
from portal.search.blocks import NOWHERE, Renumbering
from portal.search.pagefind import UnknownFormat
from portal.search.postings import Word, merged

#: What stands on a page: words, each as it is written there, with its places.
_Page = Mapping[str, tuple[str, int]]

_PAGES = st.dictionaries(
    st.sampled_from(["amt", "bad", "garten", "rat", "stadt", "wald"]),
    st.tuples(st.sampled_from(["", "ä"]), st.integers(0, 400)),
    max_size=4,
)


def _index(pages: Sequence[_Page]) -> list[Any]:
    """An index of pages by itself, as Pagefind writes it: who writes a word in another form stands with that form only."""
    found: dict[str, tuple[list[Any], dict[str, list[Any]]]] = {}
    for number, page in enumerate(pages):
        for word, (form, place) in page.items():
            plain, forms = found.setdefault(word, ([], {}))
            (forms.setdefault(form + word, []) if form else plain).append([number, [-25, place], [-1, place]])
    return [
        [word, _in_steps(plain), [[form, _in_steps(postings)] for form, postings in forms.items()]]
        for word, (plain, forms) in sorted(found.items())
    ]


def _in_steps(postings: list[Any]) -> list[Any]:
    return [
        [number - before, *rest]
        for before, (number, *rest) in zip([0, *(each[0] for each in postings)], postings, strict=False)
    ]


def _read(words: Iterable[Word]) -> list[Any]:
    return [cbor2.loads(word.whole) for word in words]


def _expected(pages: Sequence[_Page]) -> list[Any]:
    return [[word, plain, sorted(forms)] for word, plain, forms in _index(pages)]


def _added(pages: Sequence[_Page], numbers: Sequence[int]) -> list[tuple[Any, Sequence[int]]]:
    return [(value, numbers) for value in _index(pages)]


@contextmanager
def _small() -> Iterator[None]:
    """Blocks of three pages; and what is more than a few bytes long counts as common."""
    with patch.object(blocks, "_MOST", 3), patch.object(wordfiles, "_COMMON", 60):
        yield


@given(st.lists(_PAGES, max_size=8), st.data())
def test_two_indexes_together_are_that_of_all_pages(pages: list[_Page], data: st.DataObject) -> None:
    in_first = data.draw(st.lists(st.booleans(), min_size=len(pages), max_size=len(pages)))
    halves = [[number for number, is_first in enumerate(in_first) if is_first is half] for half in (True, False)]
    added = [each for places in halves for each in _added([pages[place] for place in places], places)]
    with _small():
        assert _read(merged([], Renumbering([]), added)) == _expected(pages)


@given(st.lists(_PAGES, max_size=12), st.data())
def test_pages_that_go_come_and_move_leave_the_index_of_those_that_are_there(
    pages: list[_Page], data: st.DataObject
) -> None:
    with _small():
        words = [*merged([], Renumbering([]), _added(pages, range(len(pages))))]
        for _ in range(3):
            stays = data.draw(st.lists(st.booleans(), min_size=len(pages), max_size=len(pages)))
            new = data.draw(st.lists(_PAGES, max_size=3))
            left = [number for number, stay in enumerate(stays) if stay]
            order = data.draw(st.permutations(range(len(left) + len(new))))
            places = [NOWHERE] * len(pages)
            for number, place in zip(left, order, strict=False):
                places[number] = place
            after = dict(zip(order, [*(pages[number] for number in left), *new], strict=True))
            pages = [after[number] for number in sorted(after)]
            words = [*merged(words, Renumbering(places), _added(new, order[len(left) :]))]
            anew = [*merged([], Renumbering([]), _added(pages, range(len(pages))))]
            assert _read(words) == _expected(pages)
            assert [word.encoded for word in words] == [word.encoded for word in anew]
            assert [Word.of(word.packed()) for word in words] == words


def test_a_word_is_left_as_it_is_where_nothing_happens_to_its_pages() -> None:
    pages: list[_Page] = [{"rat": ("", 1)}, {"rat": ("ä", 2)}, {"amt": ("", 3)}]
    amt, rat = before = [*merged([], Renumbering([]), _added(pages, range(3)))]
    after = list(merged(before, Renumbering([0, 1, NOWHERE]), []))
    assert after == [rat]
    assert after[0] is rat
    assert cbor2.loads(amt.encoded) == ["amt", [[2, [-25, 3], [-1, 3]]], []]


def test_of_a_common_word_only_the_neighbours_of_a_changed_page_are_taken_apart() -> None:
    pages: list[_Page] = [{"rat": ("", number)} for number in range(2000)]
    (word,) = before = [*merged([], Renumbering([]), _added(pages, range(2000)))]
    changed = [number if number != 1000 else NOWHERE for number in range(2000)]
    (after,) = merged(before, Renumbering(changed), _added([{"rat": ("", 5)}], [1000]))
    assert [one is other for one, other in zip(word.pages, after.pages, strict=True)].count(False) == 1
    (longer,) = merged(before, Renumbering(range(1, 2001)), _added([{"rat": ("", 5)}], [0]))
    assert [one.whole == other.whole for one, other in zip(word.pages, longer.pages[1:], strict=True)].count(False) == 1


def test_blocks_do_not_become_ever_more() -> None:
    words: list[Word] = []
    for number in range(600):
        words = [*merged(words, Renumbering(range(1, number + 1)), _added([{"rat": ("", number)}], [0]))]
    assert len(words[0].pages) < 6


def test_a_very_common_word_is_kept_whole_and_shown_with_fewer_places() -> None:
    value = ["stadt", [[1, [-25, *range(1000, 1030)], []] for _ in range(1000)], []]
    (word,) = merged([], Renumbering([]), [(value, range(1001))])
    assert cbor2.loads(word.whole) == value
    assert cbor2.loads(word.encoded) == ["stadt", [[1, [-25, 1000, 1001], []]] * 1000, []]


@pytest.mark.parametrize("value", [["amt", [[0, []]], []], ["amt", 3, []], ["amt", [[9, [], []]], []], ["amt", []]])
def test_words_of_another_form_are_refused(value: list[Any]) -> None:
    with pytest.raises(UnknownFormat, match="amt"):
        list(merged([], Renumbering([]), [(value, range(1))]))
