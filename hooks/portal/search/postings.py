"""On which pages each word stands: taken over from the index before, as far as pages are the same, and merged with the new.

Pages have numbers, in the order of the site. Whatever was indexed in one go or page by page, the same pages give the same bytes.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from cbor2 import dumps, loads

from portal.search.pagefind import UnknownFormat
from portal.search.wordfiles import thinned

#: Where a page with a number has gone; none of the pages now.
NOWHERE = -1

#: Of one word on one page: the page's number, places in its text, places in its fields.
_Posting = tuple[int, list[int], list[int]]


class Word(NamedTuple):
    """A word with all its pages, as far as one needs to know them without taking it apart."""

    word: str
    #: The numbers of all pages, in bytes.
    pages: bytes
    #: As in a word file, with every place.
    whole: bytes
    #: As visitors download it; empty if that is the same.
    shown: bytes

    @property
    def encoded(self) -> bytes:
        return self.shown or self.whole


class Renumbering(NamedTuple):
    """What has become of the pages of an index."""

    #: For each number the new one, or NOWHERE.
    places: Sequence[int]

    @property
    def gone(self) -> set[int]:
        return {number for number, place in enumerate(self.places) if place == NOWHERE}

    @property
    def keeps_numbers(self) -> bool:
        return all(place in (number, NOWHERE) for number, place in enumerate(self.places))


def merged(
    before: Iterable[Word], became: Renumbering, added: Iterable[tuple[Sequence[Any], Sequence[int]]]
) -> Iterator[Word]:
    """The words of an index, in their order: those `before`, and of other indexes, each with the numbers of its pages here."""
    known = {word.word: word for word in before}
    new: defaultdict[str, list[tuple[Any, Sequence[int]]]] = defaultdict(list)
    for value, places in added:
        new[value[0]].append((value, places))
    gone, keeps_numbers = became.gone, became.keeps_numbers
    for word in sorted(known.keys() | new.keys()):
        old = known.get(word)
        if old and keeps_numbers and word not in new and gone.isdisjoint(array("I", old.pages)):
            yield old
            continue
        values = [*new.get(word, ()), *([(loads(old.whole), became.places)] if old else [])]
        if made := _together(word, values):
            yield made


def _together(word: str, values: Iterable[tuple[Any, Sequence[int]]]) -> Word | None:
    """One word of several indexes; None if no page is left."""
    pages: list[_Posting] = []
    forms: defaultdict[str, list[_Posting]] = defaultdict(list)
    try:
        for (_, found, variants), places in values:
            pages += _placed(found, places)
            for form, found_in_form in variants:
                forms[form] += _placed(found_in_form, places)
    except (TypeError, ValueError, IndexError) as error:
        raise UnknownFormat(f"Pagefind hat das Wort „{word}“ in einer anderen Form geschrieben: {error}") from None
    pages.sort()
    left = [(form, sorted(postings)) for form, postings in sorted(forms.items()) if postings]
    if not pages and not left:
        return None
    numbers = {number for postings in (pages, *(postings for _, postings in left)) for number, _, _ in postings}
    value = [word, _in_steps(pages), [[form, _in_steps(postings)] for form, postings in left]]
    whole = dumps(value)
    shown = thinned(value, len(whole))
    return Word(word, array("I", sorted(numbers)).tobytes(), whole, dumps(shown) if shown else b"")


def _placed(postings: Iterable[Any], places: Sequence[int]) -> Iterator[_Posting]:
    number = 0
    for step, text, fields in postings:
        number += step
        if (place := places[number]) != NOWHERE:
            yield place, text, fields


def _in_steps(postings: Iterable[_Posting]) -> list[list[Any]]:
    """Each page by how far it is from the one before: small numbers are short."""
    found, before = [], 0
    for number, text, fields in postings:
        found.append([number - before, text, fields])
        before = number
    return found
