"""Pagefind's word files in smaller pieces: a search downloads the file of each of its words, neighbours included.

Pagefind puts up to 20,000 places into a file and has no setting for it. It cuts anywhere, and so finds longer words
for a beginning only as far as they happen to lie in one file; here words with one beginning stay together. The format
is that of the pinned version: gzip around a signature and CBOR. Where it is not as expected, nothing is published.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from typing import Any, NamedTuple

from cbor2 import CBORDecoder, dumps, loads

from portal.workers import ALONE, Crew, batches

_SIGNATURE = b"pagefind_dcd"
#: How large a file gets before gzip; smaller ones would cost more in the list of files, which every first search needs.
_MOST = 20_000
#: Words with the same first letters share a file, or are all asked for. Who types fewer gets what is in the first file.
_BEGINNING = 4
#: From this size on a word is on so many pages that it matters little how often it stands on each.
_COMMON = 60_000
_PLACES_KEPT = 2
#: Files a worker writes at a time.
_BATCH = 50
_ARRAY = 4
_WIDTHS = {24: 1, 25: 2, 26: 4}


class UnknownFormat(Exception):
    """Pagefind wrote other files than the version this was made for."""


class _Word(NamedTuple):
    word: str
    encoded: bytes


@dataclass(slots=True)
class _Piece:
    """What becomes a file: it is asked for from `first` to its last word."""

    first: str = ""
    words: list[_Word] = field(default_factory=list)
    size: int = 0

    def add(self, word: _Word) -> None:
        self.words.append(word)
        self.size += len(word.encoded)


def divide(output: Path, language: str, crew: Crew = ALONE) -> None:
    """Rewrite the word files of a finished index, and the list of them."""
    entry_file = output / "pagefind-entry.json"
    entry = json.loads(entry_file.read_bytes())
    listed = output / f"pagefind.{entry['languages'][language]['hash']}.pf_meta"
    version, pages, chunks, *rest = loads(_unpacked(listed))
    old = [output / "index" / f"{name}.pf_index" for _, _, name in chunks]
    words = chain.from_iterable(crew.run("Wortdateien lesen", [partial(_words, file) for file in old]))
    pieces = list(_pieces(words))
    for file in old:
        file.unlink()
    packed = crew.run(
        "Wortdateien schreiben",
        [partial(_write_pieces, output / "index", language, batch) for batch in batches(pieces, _BATCH)],
    )
    names = [
        [piece.first, piece.words[-1].word, name]
        for piece, name in zip(pieces, chain.from_iterable(packed), strict=True)
    ]
    content = _packed(dumps([version, pages, names, *rest]))
    entry["languages"][language]["hash"] = f"{language}_{_digest(content)}"
    listed.unlink()
    (output / f"pagefind.{language}_{_digest(content)}.pf_meta").write_bytes(content)
    entry_file.write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")


def _write_pieces(folder: Path, language: str, pieces: Iterable[_Piece]) -> list[str]:
    """The names of the files, in the order of the pieces."""
    names = []
    for piece in pieces:
        content = _packed(b"\x81" + _array(len(piece.words)) + b"".join(word.encoded for word in piece.words))
        names.append(f"{language}_{_digest(content)}")
        (folder / f"{names[-1]}.pf_index").write_bytes(content)
    return names


def _words(file: Path) -> list[_Word]:
    return list(_cut(_unpacked(file)))


def _cut(content: bytes) -> Iterator[_Word]:
    """The words of a file, each with its bytes: [[[word, [[page, [place, …] …] …], variants], …]]."""
    stream = io.BytesIO(content)
    if stream.read(1) != b"\x81":
        raise UnknownFormat("Die Wortdateien von Pagefind haben eine andere Form als erwartet.")
    decoder = CBORDecoder(stream)
    for _ in range(_length(stream)):
        start = stream.tell()
        value = decoder.decode()
        encoded = content[start : stream.tell()]
        yield _Word(value[0], encoded if len(encoded) < _COMMON else dumps(_thinned(value)))


def _thinned(word: list[Any]) -> list[Any]:
    name, pages, variants = word
    return [name, _fewer(pages), [[form, _fewer(places)] for form, places in variants]]


def _fewer(pages: list[Any]) -> list[Any]:
    return [[page, _first(places), *fields] for page, places, *fields in pages]


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


def _pieces(words: Iterable[_Word]) -> Iterator[_Piece]:
    """Cut between beginnings, and within one only where it fills more than a file; its files then all begin with it."""
    piece = _Piece()
    for beginning, group in groupby(words, _beginning):
        members = [*group]
        if piece.words and piece.size + sum(len(word.encoded) for word in members) > _MOST:
            yield piece
            piece = _Piece()
        piece.first = piece.first or beginning
        for word in members:
            if piece.words and piece.size + len(word.encoded) > _MOST:
                yield piece
                piece = _Piece(first=beginning)
            piece.add(word)
    if piece.words:
        yield piece


def _beginning(word: _Word) -> str:
    """Figures are asked for whole: `d20220614` is no beginning of anything."""
    return word.word[:_BEGINNING] if word.word.isalpha() else word.word


def _length(stream: io.BytesIO) -> int:
    head = stream.read(1)[0]
    if head >> 5 != _ARRAY or (head & 31 > 23 and head & 31 not in _WIDTHS):
        raise UnknownFormat("Die Wortdateien von Pagefind haben eine andere Form als erwartet.")
    width = _WIDTHS.get(head & 31, 0)
    return int.from_bytes(stream.read(width)) if width else head & 31


def _array(length: int) -> bytes:
    """The head of a CBOR array, in the shortest form."""
    if length < 24:
        return bytes([0x80 | length])
    return bytes([0x98, length]) if length < 256 else b"\x99" + length.to_bytes(2)


def _unpacked(file: Path) -> bytes:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise UnknownFormat(f"{file.name} ist keine Datei von Pagefind.")
    return content.removeprefix(_SIGNATURE)


def _packed(content: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + content, 6, mtime=0)


def _digest(content: bytes) -> str:
    return hashlib.blake2s(content, digest_size=5).hexdigest()
