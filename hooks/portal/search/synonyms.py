"""Synonyms from the glossary: who uses one word for a thing is found by all others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.register.link import Register
from portal.register.names import GLOSSARY
from portal.records import Term
from portal.search.text import words_of

#: „Dezernentin oder Dezernent“
_BETWEEN = re.compile(r"\soder\s|\sund\s")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words are compared in their basic form, so that `Räte` are known for `Rat`."""

    basic: Callable[[str], str]
    #: By the first word of every form: the form, and all words that mean the same.
    by_first: Mapping[str, tuple[tuple[Phrase, tuple[str, ...]], ...]]

    @classmethod
    def of(cls, register: Register, basic: Callable[[str], str]) -> Synonyms:
        found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = defaultdict(list)
        for entry in register.by_type[GLOSSARY]:
            assert isinstance(entry.record, Term)
            forms = _forms(entry.record)
            # Words only for the search lead to the term, but not from it to others.
            words = tuple(
                dict.fromkeys(word for form in (*forms, *entry.record.search_words) for word in words_of(form))
            )
            for phrase in dict.fromkeys(tuple(map(basic, words_of(form))) for form in forms):
                if phrase:
                    found[phrase[0]].append((phrase, words))
        return cls(basic, {first: tuple(forms) for first, forms in found.items()})

    def beside(self, words: Iterable[str], alone: Iterable[str] = ()) -> Iterator[str]:
        """The words that mean the same as words of a text, and as words that stand alone, such as parts of compounds."""
        basics = [self.basic(word) for word in words]
        for start, first in enumerate(basics):
            for phrase, others in self.by_first.get(first, ()):
                if tuple(basics[start : start + len(phrase)]) == phrase:
                    yield from others
        for word in alone:
            for phrase, others in self.by_first.get(self.basic(word), ()):
                if len(phrase) == 1:
                    yield from others


def _forms(term: Term) -> list[str]:
    titles = _BETWEEN.split(term.title)
    return [*titles, *term.short_forms, *term.synonyms]
