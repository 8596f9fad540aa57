"""Two texts as one: what stayed, what went, what came, with what lies far from any change left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: So many words are shown on either side of a change, and so many of what came or went in one place.
_AROUND, _AT_MOST = 6, 60
#: Beyond this many pairs of words to compare, the whole middle counts as rewritten.
_TOO_MUCH = 250_000
#: So many places of a long text are shown.
_PLACES = 12


class Mark(StrEnum):
    SAME = "gleich"
    GONE = "weg"
    NEW = "neu"


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring words of one kind."""

    mark: Mark
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The difference, read from front to back; ends with „…“ where it is too long to be shown whole."""
    found = [*_pieces(before.split(), after.split())]
    if len(found) <= 2 * _PLACES:
        return tuple(found)
    return (*found[: 2 * _PLACES], Piece(Mark.SAME, "…"))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    yield from _same(new[:start], is_first=True)
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    if len(left) * len(right) > _TOO_MUCH:
        yield from _changed(left, right)
    else:
        for mark, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            yield from _same(right[k:m]) if mark == "equal" else _changed(left[i:j], right[k:m])
    yield from _same(new[len(new) - end :], is_last=True)


def _changed(gone: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for mark, words in ((Mark.GONE, gone), (Mark.NEW, new)):
        if words:
            rest = ["…"] if len(words) > _AT_MOST else []
            yield Piece(mark, " ".join([*words[:_AT_MOST], *rest]))


def _same(words: Sequence[str], *, is_first: bool = False, is_last: bool = False) -> Iterator[Piece]:
    """What stayed, as far as it helps to find the place."""
    if not words:
        return
    head = () if is_first else words[:_AROUND]
    tail = () if is_last else words[-_AROUND:]
    shown = words if len(words) <= len(head) + len(tail) else [*head, "…", *tail]
    yield Piece(Mark.SAME, " ".join(shown))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
