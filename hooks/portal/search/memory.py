"""What one build of the search index keeps for the next."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from portal.search.vocabulary import Vocabulary
from portal.store import Store

_NAME = "suche"


def fingerprint(*contents: bytes) -> bytes:
    """What contents are known by from one build to the next."""
    return hashlib.blake2b(b"\0".join(contents), digest_size=16).digest()


class KnownPage(NamedTuple):
    """A page that can be found."""

    #: Of what its copy was made from.
    source: bytes
    #: Of its copy, and of what results show beside.
    copy: bytes
    #: Of its file, in hexadecimal digits.
    fragment: str
    #: How many words it has.
    length: int


class PageWords(NamedTuple):
    """The words of a page: those that stand there with how often, and others that lead to it."""

    standing: Counter[str]
    beside: Counter[str]

    def nouns(self) -> set[str]:
        """What is written with a capital letter, in small letters."""
        return {word.lower() for word in self.standing if word[0].isupper()}

    def all(self) -> Counter[str]:
        return self.standing + self.beside

    def packed(self) -> tuple[str, bytes, str, bytes]:
        return (*_packed(self.standing), *_packed(self.beside))

    @classmethod
    def of(cls, kept: tuple[str, bytes, str, bytes]) -> PageWords:
        return cls(_counter(*kept[:2]), _counter(*kept[2:]))


def _packed(words: Counter[str]) -> tuple[str, bytes]:
    return "\n".join(words), array("I", words.values()).tobytes()


def _counter(words: str, times: bytes) -> Counter[str]:
    return Counter(dict(zip(words.split("\n") if words else (), array("I", times), strict=True)))


class KnownWords(NamedTuple):
    """The word files of one part of the alphabet."""

    #: Where the store has its words.
    part: str
    #: Their first and last word and their name, by the digest of what is in them.
    files: dict[bytes, tuple[str, str, str]]


class SearchMemory:
    """All that is known of an index: empty at first, and whenever something of it is lost."""

    #: By their addresses, in the order of their numbers.
    pages: dict[str, KnownPage]
    #: Where the store has the words of some of the pages.
    words_of_pages: dict[int, str]
    #: By parts of the alphabet.
    words: dict[str, KnownWords]
    #: On how many pages each stands.
    nouns: Counter[str]
    #: What the dictionary has said of forms; those of words long gone do no harm.
    answers: dict[str, str]
    vocabulary: Vocabulary

    def __init__(self, store: Store) -> None:
        self._store = store
        self.forget()
        if kept := store.load(_NAME):
            pages, self.words_of_pages, words, nouns, self.answers, vocabulary = kept
            self.pages = {url: KnownPage(*page) for url, page in pages}
            self.words = {name: KnownWords(*known) for name, known in words}
            self.nouns = Counter(nouns)
            self.vocabulary = Vocabulary.of(vocabulary)

    def forget(self) -> None:
        self.pages, self.words_of_pages, self.words = {}, {}, {}
        self.nouns, self.answers, self.vocabulary = Counter(), {}, Vocabulary()

    def keep(self) -> None:
        """For the next build, once the site is published."""
        words = [(name, tuple(known)) for name, known in self.words.items()]
        pages = [(url, tuple(page)) for url, page in self.pages.items()]
        known = (dict(self.nouns), self.answers, self.vocabulary.packed())
        self._store.keep(_NAME, (pages, self.words_of_pages, words, *known))
        self._store.drop_parts(but=self._parts())

    def _parts(self) -> Iterator[str]:
        yield from self.words_of_pages.values()
        yield from (known.part for known in self.words.values())
