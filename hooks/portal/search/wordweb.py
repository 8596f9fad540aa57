"""Which words stand for a word that people may search by: parts of compounds, basic forms, synonyms."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache
from typing import NamedTuple

from portal.register.link import Register
from portal.search.compounds import Compounds, can_be_part
from portal.search.lexicon import Lexicon
from portal.search.synonyms import Synonyms
from portal.search.text import fold

#: A basic form that shares all but this many letters with its word is found by the word's stem.
_BY_STEM = 3


class Beside(NamedTuple):
    """Words that lead to a text: each on its own, and those that only do so with others."""

    strong: set[str]
    weak: set[str]


class WordWeb:
    """The words that lead to a word, for one site."""

    def __init__(self, register: Register, nouns: Container[str], lexicon: Lexicon) -> None:
        """`nouns` are those of the site, in small letters."""
        self._lexicon = lexicon
        self._synonyms = Synonyms.of(register, lru_cache(maxsize=None)(self._basic))
        self._compounds = Compounds(lexicon.dictionary(nouns))
        self._of_word = lru_cache(maxsize=None)(self._parts_and_forms)

    def beside(self, words: list[str]) -> Beside:
        """Words that do not stand in a text, but lead to it."""
        derived = {found for word in set(words) for found in self._of_word(word)}
        others = list(self._synonyms.beside(words, derived))
        strong = derived.union(*(each.alone for each in others))
        present = {fold(word) for word in set(words)}
        return Beside(
            {word for word in strong if fold(word) not in present},
            {word for each in others for word in each.together if fold(word) not in present} - strong,
        )

    def nouns_of_address(self, url: str, words: list[str]) -> set[str]:
        """`kennzahlen/einwohnerzahl/` is found by its noun, even if the page speaks of people who live there."""
        nouns = [part.capitalize() for part in words_of_address(url) if self._lexicon.noun(part)]
        present = {fold(word) for word in words}
        return {found for noun in nouns for found in (noun, *self._of_word(noun)) if fold(found) not in present}

    def _parts_and_forms(self, word: str) -> tuple[str, ...]:
        small = word.lower()
        if not small.isalpha():
            return ()
        tails = [tail.capitalize() for tail in self._compounds.tails(small)]
        return (
            *tails,
            *(
                form
                for form in sorted(self._lexicon.basic_forms(small))
                if form.isalpha() and _is_irregular(small, form)
            ),
        )

    def _basic(self, word: str) -> str:
        return fold(self._lexicon.basic_form(word.lower()))


def parts_among(nouns: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Those that other words may be taken apart by."""
    return frozenset(noun for noun in nouns if can_be_part(noun) and lexicon.noun(noun))


def words_of_address(url: str) -> list[str]:
    return url.strip("/").rpartition("/")[2].split("-")


def _is_irregular(word: str, form: str) -> bool:
    """`beschließen` for `beschlossen`; not `Haus` for `Häuser`, which have one stem."""
    one, other = fold(word), fold(form)
    shorter = min(len(one), len(other))
    return len(other) > _BY_STEM + 1 and one[: shorter - _BY_STEM] != other[: shorter - _BY_STEM]
