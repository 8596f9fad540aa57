"""Postings of a word in blocks: places of neighbouring pages, as they stand in a word file.

Each posting begins with the step from the page before, so blocks can be moved and put together as they are. One is only
taken apart where a page among its own comes or goes.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple, Self

from cbor2 import dumps, loads

#: Where a page with a number has gone; none of the pages now.
NOWHERE = -1
#: How many pages a block has: it is taken apart for the sake of one.
_MOST = 256
_ARRAY, _NUMBER = 4 << 5, 0 << 5


class Posting(NamedTuple):
    """A word on one page: the page's number, places in its text, places in its fields."""

    number: int
    text: list[int]
    fields: list[int]


class Block(NamedTuple):
    """Some pages on which a word stands, in their order."""

    #: The number of the first page, and how far all are from it.
    first: int
    distances: bytes
    #: In CBOR, without the head of a list; begins with the step from the page that stands before the block.
    whole: bytes
    #: With fewer places, if somebody has asked for that.
    shown: bytes = b""

    @property
    def amount(self) -> int:
        return len(self.distances) // 4

    @property
    def last(self) -> int:
        return self.first + int.from_bytes(self.distances[-4:], sys.byteorder)

    @property
    def numbers(self) -> Sequence[int]:
        return [self.first + distance for distance in array("I", self.distances)]

    def steps(self) -> list[list[Any]]:
        """Each posting as `[step, text, fields]`."""
        found: list[list[Any]] = loads(head_of_list(self.amount) + self.whole)
        return found

    def postings(self) -> Iterator[Posting]:
        for number, (_, text, fields) in zip(self.numbers, self.steps(), strict=True):
            yield Posting(number, text, fields)

    def moved(self, shift: int, before: int) -> Self:
        """The same pages with other numbers, after another page."""
        step = _head(_NUMBER, self.first + shift - before)
        return self._replace(
            first=self.first + shift, whole=_first_step(self.whole, step), shown=_first_step(self.shown, step)
        )

    def joined(self, other: Block) -> Self:
        """With the block that follows it; either both show fewer places, or none does."""
        distances = array("I", (number - self.first for number in other.numbers)).tobytes()
        return self._replace(
            distances=self.distances + distances, whole=self.whole + other.whole, shown=self.shown + other.shown
        )


class Renumbering:
    """What has become of the pages of an index."""

    def __init__(self, places: Sequence[int]) -> None:
        """For each number the new one, or NOWHERE."""
        self.places = places

    def shift(self, block: Block) -> int | None:
        """By how much all pages of a block have moved; None if one has gone, or not all by the same."""
        starts, ends, shifts = self._runs
        first, last, gone = block.first, block.last, self._gone
        run = bisect_right(starts, first) - 1
        if run < 0 or ends[run] < last:
            return None
        among = gone[bisect_left(gone, first) : bisect_right(gone, last)]
        return None if among and not {*block.numbers}.isdisjoint(among) else shifts[run]

    @cached_property
    def _gone(self) -> list[int]:
        return [number for number, place in enumerate(self.places) if place == NOWHERE]

    @cached_property
    def _runs(self) -> tuple[list[int], list[int], list[int]]:
        """First and last pages that, with all between them that are still there, have moved by the same, and by how much."""
        starts: list[int] = []
        ends: list[int] = []
        shifts: list[int] = []
        for number, place in enumerate(self.places):
            if place == NOWHERE:
                continue
            if shifts and shifts[-1] == place - number:
                ends[-1] = number
            else:
                starts.append(number)
                ends.append(number)
                shifts.append(place - number)
        return starts, ends, shifts


class Draft(NamedTuple):
    """A block; and its postings in steps, where it was made just now."""

    block: Block
    steps: list[list[Any]] | None = None


def renewed(blocks: Sequence[Block], became: Renumbering, added: Iterable[Posting]) -> list[Draft]:
    """Blocks after pages have moved or gone, with those that are new."""
    loose = [*added]
    kept: list[tuple[Block, int]] = []
    for block in blocks:
        shift = became.shift(block)
        if shift is None:
            loose += _placed(block, became)
        else:
            kept.append((block, shift))
    while apart := _among_others(kept, loose):
        loose += [posting for number in apart for posting in _placed(kept[number][0], became)]
        kept = [each for number, each in enumerate(kept) if number not in apart]
    return list(_in_order(blocks, kept, sorted(loose)))


def _placed(block: Block, became: Renumbering) -> Iterator[Posting]:
    for posting in block.postings():
        if (place := became.places[posting.number]) != NOWHERE:
            yield posting._replace(number=place)


def _among_others(kept: list[tuple[Block, int]], loose: Iterable[Posting]) -> set[int]:
    """Which blocks, put in their new order here, have other pages between their own."""
    kept.sort(key=_new_first)
    numbers = sorted(posting.number for posting in loose)
    found = {
        place
        for place, (block, shift) in enumerate(kept)
        if bisect_left(numbers, block.first + shift) < bisect_left(numbers, block.last + shift)
    }
    for place, ((one, shift), other) in enumerate(pairwise(kept)):
        if one.last + shift > _new_first(other):
            found |= {place, place + 1}
    return found


def _new_first(kept: tuple[Block, int]) -> int:
    block, shift = kept
    return block.first + shift


def _in_order(blocks: Sequence[Block], kept: Sequence[tuple[Block, int]], loose: Sequence[Posting]) -> Iterator[Draft]:
    stood_after = {one.first: before for one, before in zip(blocks, [0, *(one.last for one in blocks)], strict=False)}
    before = place = 0
    for block, shift in kept:
        end = bisect_left(loose, block.first + shift, place, key=lambda posting: posting.number)
        yield from _made(loose[place:end], before)
        before = loose[end - 1].number if place < end else before
        place = end
        is_same = not shift and stood_after[block.first] == before
        yield Draft(block if is_same else block.moved(shift, before))
        before = block.last + shift
    yield from _made(loose[place:], before)


def _made(postings: Sequence[Posting], before: int) -> Iterator[Draft]:
    for begin in range(0, len(postings), _MOST):
        some = postings[begin : begin + _MOST]
        numbers = [posting.number for posting in some]
        steps = [
            [number - previous, text, fields]
            for previous, (number, text, fields) in zip([before, *numbers], some, strict=False)
        ]
        before = numbers[-1]
        distances = array("I", (number - numbers[0] for number in numbers)).tobytes()
        yield Draft(Block(numbers[0], distances, items(steps)), steps)


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Small neighbours become one."""
    last: Block | None = None
    for block in blocks:
        if last and last.amount + block.amount <= _MOST:
            last = last.joined(block)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def items(values: Sequence[Any]) -> bytes:
    """A list in CBOR without its head."""
    return dumps(values)[len(head_of_list(len(values))) :]


def head_of_list(length: int) -> bytes:
    return _head(_ARRAY, length)


def _head(kind: int, number: int) -> bytes:
    """What begins something in CBOR, in the shortest form."""
    if number < 24:
        return bytes([kind | number])
    for code, size in ((24, 1), (25, 2), (26, 4)):
        if number < 1 << 8 * size:
            return bytes([kind | code]) + number.to_bytes(size)
    raise OverflowError(number)


def _first_step(postings: bytes, step: bytes) -> bytes:
    """Puts another step at the beginning."""
    if not postings:
        return postings
    code = postings[1]
    length = 1 if code < 24 else 1 + (1 << code - 24)
    return postings[:1] + step + postings[1 + length :]
