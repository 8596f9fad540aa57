"""Word files in small pieces: a search downloads the file of each of its words, neighbours included.

Pagefind puts up to 20,000 places into a file and has no setting for it. It cuts anywhere, and so finds longer words
for a beginning only as far as they happen to lie in one file; here words with one beginning stay together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Protocol

#: How large a file gets before gzip; smaller ones would cost more in the list of files, which every first search needs.
_MOST = 20_000
#: Words with the same first letters share a file, or are all asked for. Who types fewer gets what is in the first file.
_BEGINNING = 4
#: From this size on a word is on so many pages that it matters little how often it stands on each.
_COMMON = 60_000
_PLACES_KEPT = 2


class Encoded(Protocol):
    """A word as it stands in a file."""

    @property
    def word(self) -> str: ...

    @property
    def encoded(self) -> bytes: ...


@dataclass(slots=True)
class Piece:
    """What becomes a file: it is asked for from `first` to its last word."""

    first: str = ""
    words: list[Encoded] = field(default_factory=list)
    size: int = 0

    def add(self, word: Encoded) -> None:
        self.words.append(word)
        self.size += len(word.encoded)

    @property
    def last(self) -> str:
        return self.words[-1].word

    @property
    def content(self) -> bytes:
        """A list of one list of words, in CBOR."""
        return b"\x81" + _array(len(self.words)) + b"".join(word.encoded for word in self.words)


def pieces(words: Iterable[Encoded]) -> Iterator[Piece]:
    """Cut between beginnings, and within one only where it fills more than a file; its files then all begin with it."""
    piece = Piece()
    for beginning, group in groupby(words, _beginning):
        members = [*group]
        if piece.words and piece.size + sum(len(word.encoded) for word in members) > _MOST:
            yield piece
            piece = Piece()
        piece.first = piece.first or beginning
        for word in members:
            if piece.words and piece.size + len(word.encoded) > _MOST:
                yield piece
                piece = Piece(first=beginning)
            piece.add(word)
    if piece.words:
        yield piece


def thinned(word: list[Any], size: int) -> list[Any] | None:
    """A very common word with all its pages, but fewer places on each; None if it is to be left as it is."""
    if size < _COMMON:
        return None
    name, pages, variants = word
    return [name, _fewer(pages), [[form, _fewer(postings)] for form, postings in variants]]


def _fewer(postings: list[Any]) -> list[Any]:
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


def _array(length: int) -> bytes:
    """The head of a CBOR array, in the shortest form."""
    if length < 24:
        return bytes([0x80 | length])
    return bytes([0x98, length]) if length < 256 else b"\x99" + length.to_bytes(2)
