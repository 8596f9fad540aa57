"""Word files in small pieces: a search downloads the file of each of its words, neighbours included.

Pagefind puts up to 20,000 places into a file and has no setting for it. It cuts anywhere, and so finds longer words
for a beginning only as far as they happen to lie in one file; here words with one beginning stay together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from portal.search.blocks import head_of_list

#: How large a file gets before gzip; smaller ones would cost more in the list of files, which every first search needs.
_MOST = 20_000
#: Words with the same first letters share a file, or are all asked for. Who types fewer gets what is in the first file.
_BEGINNING = 4
#: From this size on a word is on so many pages that it matters little how often it stands on each.
_COMMON = 60_000
_PLACES_KEPT = 2


class Encoded(NamedTuple):
    """A word as it stands in a file."""

    word: str
    content: bytes


@dataclass(slots=True)
class Piece:
    """What becomes a file: it is asked for from `first` to its last word."""

    first: str = ""
    words: list[Encoded] = field(default_factory=list)
    size: int = 0

    def add(self, word: Encoded) -> None:
        self.words.append(word)
        self.size += len(word.content)

    @property
    def last(self) -> str:
        return self.words[-1].word

    @property
    def content(self) -> bytes:
        """A list of one list of words, in CBOR."""
        return head_of_list(1) + head_of_list(len(self.words)) + b"".join(word.content for word in self.words)


def pieces(words: Iterable[Encoded]) -> Iterator[Piece]:
    """Cut between beginnings, and within one only where it fills more than a file; its files then all begin with it."""
    piece = Piece()
    for beginning, group in groupby(words, _beginning):
        members = [*group]
        if piece.words and piece.size + sum(len(word.content) for word in members) > _MOST:
            yield piece
            piece = Piece()
        piece.first = piece.first or beginning
        for word in members:
            if piece.words and piece.size + len(word.content) > _MOST:
                yield piece
                piece = Piece(first=beginning)
            piece.add(word)
    if piece.words:
        yield piece


def is_common(size: int) -> bool:
    """Whether a word takes so much room that it is to be had with fewer places."""
    return size >= _COMMON


def with_fewer_places(postings: Sequence[list[Any]]) -> list[list[Any]]:
    """All pages of a very common word, but only the first places on each."""
    return [[page, _first(places), *fields] for page, places, *fields in postings]


def _first(places: list[int]) -> list[int]:
    """The first places of a word on a page; negative numbers between them say what the following count."""
    if len(places) <= _PLACES_KEPT:
        return places
    left = _PLACES_KEPT
    for number, place in enumerate(places):
        left -= place >= 0
        if not left:
            return places[: number + 1]
    return places


def _beginning(word: Encoded) -> str:
    """Figures are asked for whole: `d20220614` is no beginning of anything."""
    return word.word[:_BEGINNING] if word.word.isalpha() else word.word
