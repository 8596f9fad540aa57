"""However pages are shared among indexes, and in whatever order they come and go, their words are the same."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.search.pagefind import UnknownFormat
from portal.search.postings import NOWHERE, Renumbering, Word, merged

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


def _whole(pages: Sequence[_Page]) -> list[Word]:
    return list(merged([], Renumbering([]), [(value, range(len(pages))) for value in _index(pages)]))


@given(st.lists(_PAGES, max_size=8), st.data())
def test_two_indexes_together_are_that_of_all_pages(pages: list[_Page], data: st.DataObject) -> None:
    in_first = data.draw(st.lists(st.booleans(), min_size=len(pages), max_size=len(pages)))
    halves = [[number for number, is_first in enumerate(in_first) if is_first is half] for half in (True, False)]
    added = [(value, places) for places in halves for value in _index([pages[place] for place in places])]
    assert list(merged([], Renumbering([]), added)) == _whole(pages)


@given(st.lists(_PAGES, max_size=8), st.lists(_PAGES, max_size=3), st.data())
def test_pages_that_go_come_and_move_leave_the_index_of_those_that_are_there(
    before: list[_Page], new: list[_Page], data: st.DataObject
) -> None:
    stays = data.draw(st.lists(st.booleans(), min_size=len(before), max_size=len(before)))
    left = [number for number, stay in enumerate(stays) if stay]
    order = data.draw(st.permutations(range(len(left) + len(new))))
    places = [NOWHERE] * len(before)
    for number, place in zip(left, order, strict=False):
        places[number] = place
    of_new = order[len(left) :]
    after = dict(zip(order, [*(before[number] for number in left), *new], strict=True))
    found = merged(_whole(before), Renumbering(places), [(value, of_new) for value in _index(new)])
    assert list(found) == _whole([after[number] for number in sorted(after)])


def test_a_word_knows_its_pages_and_is_left_as_it_is_where_nothing_happens_to_them() -> None:
    pages: list[_Page] = [{"rat": ("", 1)}, {"rat": ("ä", 2)}, {"amt": ("", 3)}]
    amt, rat = before = _whole(pages)
    assert array("I", rat.pages).tolist() == [0, 1]
    after = list(merged(before, Renumbering([0, 1, NOWHERE]), []))
    assert after == [rat]
    assert after[0] is rat
    assert cbor2.loads(amt.encoded) == ["amt", [[2, [-25, 3], [-1, 3]]], []]


def test_a_very_common_word_is_kept_whole_and_shown_with_fewer_places() -> None:
    value = ["stadt", [[1, [-25, *range(1000, 1030)], []] for _ in range(1000)], []]
    (word,) = merged([], Renumbering([]), [(value, range(1001))])
    assert cbor2.loads(word.whole) == value
    assert cbor2.loads(word.encoded) == ["stadt", [[1, [-25, 1000, 1001], []]] * 1000, []]


@pytest.mark.parametrize("value", [["amt", [[0, []]], []], ["amt", 3, []], ["amt", [[9, [], []]], []], ["amt", []]])
def test_words_of_another_form_are_refused(value: list[Any]) -> None:
    with pytest.raises(UnknownFormat, match="amt"):
        list(merged([], Renumbering([]), [(value, range(1))]))
