"""Lists that have room for some of many things."""

from __future__ import annotations

from portal.parts.cut import cut


def test_what_is_left_out_is_counted() -> None:
    found = cut("abcde", 3)
    assert (found.shown, found.total, found.hidden) == (("a", "b", "c"), 5, 2)


def test_a_list_is_false_only_if_there_is_nothing_at_all() -> None:
    assert cut("a", 0)
    assert not cut("")


def test_nothing_is_made_of_what_is_not_shown() -> None:
    made: list[str] = []
    assert cut("abc", 2).each(lambda sign: made.append(sign) or sign.upper()).shown == ("A", "B")
    assert made == ["a", "b"]
