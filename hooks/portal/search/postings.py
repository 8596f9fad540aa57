"""On which pages each word stands: taken over from the index before, as far as pages are the same, and merged with the new.

Pages have numbers, in the order of the site. Whatever was indexed in one go or page by page, the same pages give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from cbor2 import dumps

from portal.search.blocks import NOWHERE, Block, Draft, Posting, Renumbering, head_of_list, items, joined, renewed
from portal.search.pagefind import UnknownFormat
from portal.search.wordfiles import is_common, with_fewer_places

#: A word of an index as Pagefind writes it, and the numbers that the pages there have here.
_Added = tuple[Sequence[Any], Sequence[int]]


class Word(NamedTuple):
    """A word with all its pages, in blocks; and apart from them, pages where it is written otherwise."""

    word: str
    pages: tuple[Block, ...]
    forms: tuple[tuple[str, tuple[Block, ...]], ...]

    @classmethod
    def of(cls, kept: tuple[Any, ...]) -> Word:
        word, pages, forms = kept
        return cls(
            word,
            tuple(Block(*one) for one in pages),
            tuple((form, tuple(Block(*one) for one in of)) for form, of in forms),
        )

    def packed(self) -> tuple[Any, ...]:
        forms = [(form, [tuple(one) for one in blocks]) for form, blocks in self.forms]
        return self.word, [tuple(one) for one in self.pages], forms

    @property
    def whole(self) -> bytes:
        """As in a word file, with every place."""
        return self._written(
            [block.whole for block in self.pages], [[block.whole for block in of] for _, of in self.forms]
        )

    @property
    def encoded(self) -> bytes:
        """As visitors download it."""
        return self._written(
            [block.shown or block.whole for block in self.pages],
            [[block.shown or block.whole for block in of] for _, of in self.forms],
        )

    def _written(self, pages: Iterable[bytes], forms: Iterable[Iterable[bytes]]) -> bytes:
        found = [head_of_list(3), dumps(self.word), _head_of(self.pages), *pages, head_of_list(len(self.forms))]
        for (form, blocks), postings in zip(self.forms, forms, strict=True):
            found += [head_of_list(2), dumps(form), _head_of(blocks), *postings]
        return b"".join(found)


def merged(before: Iterable[Word], became: Renumbering, added: Iterable[_Added]) -> Iterator[Word]:
    """The words of an index, in their order: those `before`, and of other indexes, each with the numbers of its pages here."""
    known = {word.word: word for word in before}
    new: defaultdict[str, list[_Added]] = defaultdict(list)
    for value, places in added:
        new[value[0]].append((value, places))
    for word in sorted(known.keys() | new.keys()):
        old = known.get(word)
        if old and word not in new and not any(became.shift(block) != 0 for block in _all_blocks(old)):
            yield old
        elif made := _together(word, old, became, new.get(word, [])):
            yield made


def _together(word: str, old: Word | None, became: Renumbering, added: Iterable[_Added]) -> Word | None:
    """One word of several indexes; None if no page is left."""
    new: list[Posting] = []
    new_forms: defaultdict[str, list[Posting]] = defaultdict(list)
    try:
        for (_, found, variants), places in added:
            new += _placed(found, places)
            for form, found_in_form in variants:
                new_forms[form] += _placed(found_in_form, places)
    except (TypeError, ValueError, IndexError) as error:
        raise UnknownFormat(f"Pagefind hat das Wort „{word}“ in einer anderen Form geschrieben: {error}") from None
    before = dict(old.forms) if old else {}
    pages = renewed(old.pages if old else (), became, new)
    forms = [
        (form, drafts)
        for form in sorted(before.keys() | new_forms.keys())
        if (drafts := renewed(before.get(form, ()), became, new_forms.get(form, [])))
    ]
    if not pages and not forms:
        return None
    made = Word(
        word,
        tuple(draft.block for draft in pages),
        tuple((form, tuple(draft.block for draft in of)) for form, of in forms),
    )
    finished = _with_fewer_places if is_common(len(made.whole)) else _with_all_places
    return Word(
        word, tuple(joined(map(finished, pages))), tuple((form, tuple(joined(map(finished, of)))) for form, of in forms)
    )


def _placed(postings: Iterable[Any], places: Sequence[int]) -> Iterator[Posting]:
    number = 0
    for step, text, fields in postings:
        number += step
        if (place := places[number]) != NOWHERE:
            yield Posting(place, text, fields)


def _with_all_places(draft: Draft) -> Block:
    return draft.block._replace(shown=b"") if draft.block.shown else draft.block


def _with_fewer_places(draft: Draft) -> Block:
    block = draft.block
    if block.shown:
        return block
    return block._replace(shown=items(with_fewer_places(draft.steps or block.steps())))


def _all_blocks(word: Word) -> Iterator[Block]:
    yield from word.pages
    for _, blocks in word.forms:
        yield from blocks


def _head_of(blocks: Iterable[Block]) -> bytes:
    return head_of_list(sum(block.amount for block in blocks))
