"""Synonyms from the glossary: who uses one word for a thing is found by all others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from portal.records import Term
from portal.register.link import Register
from portal.register.names import GLOSSARY
from portal.search.text import words_of

_BETWEEN = re.compile(r"\soder\s|\sund\s")

Phrase = tuple[str, ...]


class Others(NamedTuple):
    """Other words for a thing: those that name it alone, and those that only do so together („offene Daten“)."""

    alone: tuple[str, ...]
    together: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words are compared in their basic form, so that `Räte` are known for `Rat`."""

    basic: Callable[[str], str]
    #: By the first word of every form: the form, and what means the same.
    by_first: Mapping[str, tuple[tuple[Phrase, Others], ...]]

    @classmethod
    def of(cls, register: Register, basic: Callable[[str], str]) -> Synonyms:
        found: dict[str, list[tuple[Phrase, Others]]] = defaultdict(list)
        for entry in register.by_type[GLOSSARY]:
            assert isinstance(entry.record, Term)
            forms = _forms(entry.record)
            # Words only for the search lead to the term, but not from it to others.
            others = _others([*forms, *entry.record.search_words])
            for phrase in dict.fromkeys(tuple(map(basic, words_of(form))) for form in forms):
                if phrase:
                    found[phrase[0]].append((phrase, others))
        return cls(basic, {first: tuple(forms) for first, forms in found.items()})

    def beside(self, words: Iterable[str], alone: Iterable[str] = ()) -> Iterator[Others]:
        """What means the same as words of a text, and as words that stand alone, such as parts of compounds."""
        basics = [self.basic(word) for word in words]
        for start, first in enumerate(basics):
            for phrase, others in self.by_first.get(first, ()):
                if len(phrase) == 1 or tuple(basics[start : start + len(phrase)]) == phrase:
                    yield others
        for word in alone:
            for phrase, others in self.by_first.get(self.basic(word), ()):
                if len(phrase) == 1:
                    yield others


def phrases(register: Register) -> list[tuple[str, ...]]:
    """All that the glossary says about words: whatever else changes there, synonyms are the same."""
    terms = [entry.record for entry in register.by_type[GLOSSARY] if isinstance(entry.record, Term)]
    return [(*_forms(term), "", *term.search_words) for term in terms]


def _forms(term: Term) -> list[str]:
    return [*titles_of(term.title), *term.short_forms, *term.synonyms]


def titles_of(title: str) -> list[str]:
    """„Dezernentin oder Dezernent“ are two names of one thing."""
    return _BETWEEN.split(title)


def _others(forms: list[str]) -> Others:
    alone = dict.fromkeys(form for form in forms if words_of(form) == [form])
    together = dict.fromkeys(word for form in forms if form not in alone for word in words_of(form))
    return Others(tuple(alone), tuple(word for word in together if word not in alone))
