"""The words of an index and their files, in parts of the alphabet: each is merged by itself, and taken over if nothing in it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from portal.outputs.sitefolder import Stamps
from portal.search.blocks import Renumbering
from portal.search.copying import Desk
from portal.search.memory import KnownWords, SearchMemory, fingerprint
from portal.search.pagefind import FOLDER, LANGUAGE, Chunk, Index, digest, packed
from portal.search.postings import Word, merged
from portal.search.wordfiles import Encoded, pieces
from portal.workers import Crew, Shared

#: Words are merged in parts of the alphabet: those of one first letter, and what stands before and after all letters.
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALPHABET = ("0", *_LETTERS, "ä")


def merge_words(
    desk: Shared[Desk],
    crew: Crew,
    memory: SearchMemory,
    became: Renumbering,
    added: Sequence[tuple[Index, Sequence[int]]],
) -> Iterator[list[Chunk]]:
    """Writes all word files; returns them in the order of their words."""
    tasks = []
    for letter in _ALPHABET:
        parts = [
            (
                index._replace(pages=[], chunks=[chunk for chunk in index.chunks if _reaches(chunk, letter)]),
                places,
            )
            for index, places in added
        ]
        tasks.append(partial(_merge, desk, letter, memory.words.get(letter), became, parts))
    for letter, (known, stamps) in zip(_ALPHABET, crew.run("Wortdateien", tasks), strict=True):
        memory.words[letter] = known
        desk.it.folder.stamps |= stamps
        yield [Chunk(*file) for file in known.files.values()]


def _merge(
    desk: Shared[Desk],
    letter: str,
    known: KnownWords | None,
    became: Renumbering,
    added: Sequence[tuple[Index, Sequence[int]]],
) -> tuple[KnownWords, Stamps]:
    """The word files of one letter."""
    _, folder, store = desk.it
    before = [Word.of(word) for word in store.load_part(known.part)] if known else []
    files_before = known.files if known else {}
    new = (
        (value, places)
        for index, places in added
        for chunk in index.chunks
        for value in index.words_of(chunk)
        if _letter_of(value[0]) == letter
    )
    words = list(merged(before, became, new))
    files: dict[bytes, tuple[str, str, str]] = {}
    stamps = Stamps()
    for piece in pieces(Encoded(word.word, word.encoded) for word in words):
        content = piece.content
        key = fingerprint(content)
        if (file := files_before.get(key)) and (stamp := folder.keep(_word_file(file[2]))):
            files[key], stamps[_word_file(file[2])] = file, stamp
            continue
        content = packed(content)
        name = f"{LANGUAGE}_{digest(content)}"
        files[key] = (piece.first, piece.last, name)
        stamps |= folder.write([(_word_file(name), content)])
    return KnownWords(store.keep_part([word.packed() for word in words]), files), stamps


def _reaches(chunk: Chunk, letter: str) -> bool:
    return (
        _ALPHABET.index(_letter_of(chunk.first)) <= _ALPHABET.index(letter) <= _ALPHABET.index(_letter_of(chunk.last))
    )


def _letter_of(word: str) -> str:
    first = word[:1]
    return first if first in _LETTERS and first else _ALPHABET[0] if first < "a" else _ALPHABET[-1]


def _word_file(name: str) -> str:
    return f"{FOLDER}/index/{name}.pf_index"
