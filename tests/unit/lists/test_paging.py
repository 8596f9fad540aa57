"""Long lists on pages: nothing lost, nothing twice, groups run on, every group can be jumped to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.lists.paging import Heading, parts, parts_folder, sheet_url, sheets, shortened


def _tens(number: int) -> Heading:
    return Heading(words=f"{number // 10}x", anchor=f"z{number // 10}")


def _parity(number: int) -> Heading | None:
    return Heading(words="gerade", anchor="g") if number % 2 == 0 else None


def test_the_first_page_has_the_address_of_the_list() -> None:
    assert [sheet_url("fragen/", number) for number in (1, 2)] == ["fragen/", "fragen/seite/2/"]


def test_an_empty_list_has_one_page() -> None:
    (sheet,) = sheets([], "fragen/", [_tens])
    assert (sheet.count, sheet.total, sheet.groups, sheet.jumps, sheet.next) == (1, 0, (), (), None)


def test_a_group_that_runs_on_says_so_and_is_jumped_to_where_it_begins() -> None:
    first, second = sheets([1, 11, 12, 13, 14, 21], "l/", [_tens], size=3)
    assert [(group.heading.words, group.items, group.continued) for group in first.groups if group.heading] == [
        ("0x", (1,), False),
        ("1x", (11, 12), False),
    ]
    assert [(group.items, group.continued) for group in second.groups] == [((13, 14), True), ((21,), False)]
    assert [(jump.words, jump.amount, jump.url) for jump in second.jumps] == [
        ("0x", 1, "l/#z0"),
        ("1x", 4, "l/#z1"),
        ("2x", 1, "l/seite/2/#z2"),
    ]
    assert first.jumps == second.jumps
    assert (second.first, second.last, second.total) == (4, 6, 6)


def test_a_group_that_ends_with_its_page_does_not_run_on() -> None:
    _, second = sheets([1, 2, 11], "l/", [_tens], size=2)
    assert [group.continued for group in second.groups] == [False]


def test_finer_groups_run_on_too_but_not_into_the_next_coarse_one() -> None:
    first, second = sheets([10, 12, 14, 20], "l/", [_tens, _parity], size=2)
    assert [[part.continued for part in group.groups] for group in first.groups] == [[False]]
    assert [(group.items, group.groups[0].continued) for group in second.groups] == [((14,), True), ((20,), True)]


def test_parts_are_the_groups_of_the_first_level_whole() -> None:
    found = parts([1, 11, 12, 13, 14, 21], _tens)
    assert [(part.name, part.groups, part.items) for part in found] == [
        ("z0", (("0x", 1),), (1,)),
        ("z1", (("1x", 4),), (11, 12, 13, 14)),
        ("z2", (("2x", 1),), (21,)),
    ]
    assert parts([], _tens) == ()
    assert parts_folder("fragen/") == "fragen/teile/"


def test_a_list_without_groups_is_one_part() -> None:
    (part,) = parts([1, 3], _parity)
    assert (part.name, part.groups, part.items) == ("alle", (), (1, 3))


def test_small_neighbours_are_one_part_and_keep_their_groups() -> None:
    found = parts([1, 11, 12, 21, 22, 23, 31], _tens, least=3)
    assert [(part.name, part.groups, part.items) for part in found] == [
        ("z0-bis-z1", (("0x", 1), ("1x", 2)), (1, 11, 12)),
        ("z2", (("2x", 3),), (21, 22, 23)),
        ("z3", (("3x", 1),), (31,)),
    ]


def test_every_page_links_to_its_neighbours() -> None:
    made = sheets(list(range(9)), "l/", [_tens], size=3)
    assert [sheet.previous and sheet.previous.url for sheet in made] == [None, "l/", "l/seite/2/"]
    assert [sheet.next and sheet.next.url for sheet in made] == ["l/seite/2/", "l/seite/3/", None]
    assert [link.number for link in made[1].links if link] == [1, 2, 3]


@pytest.mark.parametrize(
    ("current", "count", "numbers"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 62, [1, 2, 0, 62]),
        (3, 62, [1, 2, 3, 4, 0, 62]),
        (4, 62, [1, 2, 3, 4, 5, 0, 62]),
        (30, 62, [1, 0, 29, 30, 31, 0, 62]),
        (62, 62, [1, 0, 61, 62]),
    ],
)
def test_page_numbers_are_shortened_but_never_to_hide_a_single_page(
    current: int, count: int, numbers: list[int]
) -> None:
    assert shortened(current, count) == numbers


@given(st.lists(st.integers(0, 60)).map(sorted), st.integers(1, 9))
def test_all_items_stand_on_the_pages_once_and_in_order(items: list[int], size: int) -> None:
    made = sheets(items, "l/", [_tens], size=size)
    assert [item for sheet in made for item in sheet.items] == items
    assert all(len(sheet.items) <= size for sheet in made)
    assert sum(jump.amount for jump in made[0].jumps) == len(items)
    for jump in made[0].jumps:
        url, _, anchor = jump.url.partition("#")
        (target,) = [sheet for sheet in made if sheet.url == url]
        (group,) = [group for group in target.groups if group.heading and group.heading.anchor == anchor]
        assert not group.continued
