"""The copy of a page that is indexed: its text, and what it is found by beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from portal.search.cards import Card, Rank
from portal.search.figures import figures_of
from portal.search.synonyms import titles_of
from portal.search.text import Text, fold, name_word

#: Where markup alone keeps words apart, Pagefind would join them. A full stop stays with its word.
_ENDS = re.compile(r"</(?:td|th|dd|dt|a|span|li|caption|button|time)>(?=[\w<„(])")
#: Says nothing, and is a third of a page.
_ICON = re.compile(r'<svg class="i"[^>]*><use href="[^"]*"/></svg>')
_NAMED_BY_TITLE = re.compile(r' id="([\w-]+)-titel"')
_LEAD = '<p class="vorspann"'
#: How much the text of a page counts; titles are weighed in the browser (ranking in overrides/assets/js/suchkern.js).
_WEIGHTS = {Rank.DOCUMENT: 0.4, Rank.STEP: 0.7, Rank.RECORD: 1.0, Rank.DECISION: 1.1}
_WEIGHT_OF_LEAD = 3
#: Where the sample lies among the copies.
SAMPLE = "muster/"
#: Names of fields; see `_marks` and the template of papers.
_FIELDS_OF_RANKS, _FIELDS = ("t", "x", "f"), ("n", "e", "b", "g", "w", "nummer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Words that are searched, but not shown."""

    #: Beside those of the title: synonyms and parts of compounds.
    title: Iterable[str] = ()
    text: Iterable[str] = ()
    figures: Iterable[str] = ()


def copy_of(body: str, text: Text, card: Card, added: Additions) -> str:
    """A page as Pagefind shall see it."""
    end_of_tag = body.index(">")
    weight = _WEIGHTS[card.rank]
    start = f'{body[:end_of_tag]} data-pagefind-weight="{weight}">'
    rest = _ENDS.sub(r"\g<0> ", _anchored(_ICON.sub("", body[end_of_tag + 1 :])))
    rest = rest.replace(_LEAD, f'{_LEAD} data-pagefind-weight="{_WEIGHT_OF_LEAD * weight:.1f}"', 1)
    hidden = "".join(_marks(text, card, added))
    return f'<!doctype html><html lang="de"><head><title>{escape(text.title)}</title></head><body>{start}{hidden}{rest}</body></html>'


def sample() -> str:
    """A page with every field that pages can have, so that the fields of all indexes have the same numbers."""
    names = [f"{name}{rank}" for name in _FIELDS_OF_RANKS for rank in Rank] + [*_FIELDS]
    marks = "".join(f'<span data-pagefind-meta="{name}">x</span>' for name in names)
    return (
        f'<!doctype html><html lang="de"><body data-pagefind-body><h1>x</h1><img src="x" alt="x">{marks}</body></html>'
    )


def _anchored(body: str) -> str:
    """Results lead to headings with ids. Those of points and questions name their section, which is what people cite."""
    for anchor in _NAMED_BY_TITLE.findall(body):
        body = body.replace(f' id="{anchor}"', "", 1).replace(f' id="{anchor}-titel"', f' id="{anchor}"', 1)
    return body


def names_of(text: Text, card: Card) -> list[str]:
    """What a page is called, each name folded into one word: who types just that finds the page first."""
    return list(dict.fromkeys(fold(name) for name in (*titles_of(text.title), *card.names)))


def _marks(text: Text, card: Card, added: Additions) -> Iterator[str]:
    first = {*card.days, *figures_of(text.title), *(set(figures_of(text.lead)) if card.rank > Rank.DOCUMENT else ())}
    fields = {
        "n": " ".join(card.numbers),
        f"t{card.rank}": text.title,
        f"x{card.rank}": " ".join(sorted(added.title)),
        "e": " ".join(map(name_word, names_of(text, card))),
        "b": ", ".join(card.names),
        f"f{card.rank}": " ".join(sorted(first)),
        "g": " ".join(sorted(set(card.figures) - first)),
        "w": " ".join([*sorted(added.text), *sorted(set(added.figures) - first - set(card.figures))]),
    }
    for name, words in fields.items():
        if words:
            yield f'<span hidden data-pagefind-meta="{name}[data-w]" data-w="{escape(words)}"></span>'
