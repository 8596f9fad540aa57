"""Compounds taken apart, so that `Botschafter` finds Zukunftsbotschafter.

A word is split where a German noun begins and what stands before it is a word, too, with or without a linking
sound. Whether something is a word is asked of a dictionary, and of the words of the site itself. Only the second
halves are of use: what a word begins with is found in any case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

#: Sounds between two parts, with what they cost: the rarer a sound, the less likely is the split.
_LINKS = {"s": 0.0, "": 0.1, "n": 0.2, "en": 0.4, "es": 0.6, "er": 0.8, "e": 0.9}


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: What begins a word without being one of its parts: „Vorlage“ has nothing to do with „Lage“.
_PARTICLES = _list(
    "ab an auf aus be bei bevor da dar dazu durch ein ent er fest fort ge gegen gleich heim her heraus hin hinter in "
    "inne los miss mit nach nieder statt teil über um un unter ver vor weg wahr wider wieder zer zu zurecht zurück "
    "zusammen"
)
#: First parts that are neither nouns nor the stems of verbs.
_FIRST = _list(
    "alt digital eigen einzel ersatz erst frei gesamt groß haupt hoch jung klein kommunal neben neu ober privat regional "
    "schnell smart sonder sozial vize voll weiter zwischen"
)
#: Parts of three letters; others are mere chance („Red-aktion“, „Sch-ritt“, „Betrieb-s-amt“).
_SHORT_FIRST = _list("amt app bad bau bus eis hof not öl ort rad rat see tag tor weg")
_SHORT_LAST = _list("amt app bad bau bus hof rad rat tag uhr weg")
#: Endings that happen to be words.
_ENDINGS = _list("haft innen ion ionen ismus lich rinnen schaft schaften sein tion ung ungen")
_SHORT, _FULL, _NESTED = 4, 5, 9
#: No word of a law is longer; what is takes time that grows with the square of its length.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What is asked about words in small letters."""

    is_noun: Callable[[str], bool]
    is_verb: Callable[[str], bool]
    #: Whether the site itself uses the word as a noun.
    is_used: Callable[[str], bool]
    #: The basic form of a word, the word itself if it is not known; capitalised if it is a noun.
    basic_form: Callable[[str], str]


def can_be_part(noun: str) -> bool:
    """Whether it matters to other words that a site uses this one."""
    return len(noun) >= _SHORT or noun in _SHORT_FIRST | _SHORT_LAST


class Compounds:
    """Finds the second halves of compounds."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._split = lru_cache(maxsize=None)(self._best_split)

    def tails(self, word: str) -> list[str]:
        """`stadtentwicklungskonzept` → `entwicklungskonzept`, `konzept`; empty for other words."""
        if len(word) > _LONGEST:
            return []
        basic = self._dictionary.basic_form(word)
        if basic[:1].islower() and basic != word:
            return []
        basic = basic.lower()
        # Endings look like parts („Satz-ungen“), so it is the basic form that is split.
        return [word[at:] for at in sorted(set(self._joints(basic))) if word[:at] == basic[:at] and len(word) > at + 2]

    def _joints(self, word: str, start: int = 0) -> Iterator[int]:
        if not (found := self._split(word)):
            return
        first, at = found
        yield start + at
        for part, begin in ((first, start), (word[at:], start + at)):
            if len(part) > _NESTED:
                yield from self._joints(part, begin)

    def _best_split(self, word: str) -> tuple[str, int] | None:
        """The first part without its linking sound, and where the second begins."""
        found = [
            (worth, at, first)
            for at in range(max(3, self._bound_to_particle(word)), len(word) - 2)
            if (last := self._worth_as_last(word[at:]))
            for first, worth in self._firsts(word[:at], last)
        ]
        return (max(found)[2], max(found)[1]) if found else None

    def _bound_to_particle(self, word: str) -> int:
        """How many letters at the beginning cannot be a part: „Mit-teilung“ is no „Mitt-eilung“."""
        particles = [p for p in _PARTICLES if word.startswith(p) and self._is_word(word[len(p) :])]
        return max(map(len, particles), default=0) + 3 if particles else 0

    def _is_word(self, word: str) -> bool:
        return len(word) >= _SHORT and (self._dictionary.is_noun(word) or self._dictionary.is_verb(word))

    def _worth_as_last(self, part: str) -> float:
        if part in _ENDINGS or not self._dictionary.is_noun(part):
            return 0
        if self._dictionary.is_used(part) and (len(part) >= _SHORT or part in _SHORT_LAST):
            return 2
        return 1 if len(part) >= _FULL or part in _SHORT_LAST else 0

    def _firsts(self, part: str, last: float) -> Iterator[tuple[str, float]]:
        for link, cost in _LINKS.items():
            first = part.removesuffix(link)
            if (first != part or not link) and (worth := self._worth_as_first(first, link)):
                yield first, last + worth - cost

    def _worth_as_first(self, part: str, link: str) -> float:
        is_noun, is_verb = self._dictionary.is_noun, self._dictionary.is_verb
        if part in _PARTICLES or (len(part) < _SHORT and part not in _SHORT_FIRST):
            return 0
        if is_noun(part):
            return 2 if self._dictionary.is_used(part) else 1
        if link:
            return 0
        if part in _FIRST:
            return 1.5
        # „Schul-e“ loses its end, and so do „förder-n“ and „prüf-en“.
        is_stem = (len(part) >= _FULL and is_noun(part + "e")) or is_verb(part + "en") or is_verb(part + "n")
        return 0.5 if is_stem else 0
