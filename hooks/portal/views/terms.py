"""Glossary in context: where a page first uses a term, the word becomes a link that explains itself.

The whole HTML of a page is gone through once it is rendered. Only then is the order in which people read
it known, and which words stand in links, headings or tables; nothing has to be remembered between fields.
Words are looked up one by one in a table, so a page costs the same with five terms and with five thousand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType

from portal.records import Article, Record, Term
from portal.records.words import Style
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import GLOSSARY
from portal.register.urls import url_of

#: Elements of these classes hold running text; labels, lists and tables of facts are left in peace.
_CLASS = re.compile(r'class="(?:[^"]*\s)?(?:vorspann|prosa|punkt-text|daraus|antwort)(?:\s[^"]*)?"[^<>]*>')
_BEFORE_CLASS = re.compile(r"<([a-z]+)\b[^<>]*\s")
_TAG = re.compile(r"""<!--.*?-->|<(/?)([a-z][a-z0-9]*)(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)
#: Inside these, a word is a name, a control or no prose at all; spans are values that templates put between prose.
_BARRED = {
    "a", "button", "caption", "code", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "math",
    "option", "pre", "span", "summary", "svg", "textarea", "th", "time",
}  # fmt: skip
#: A link to another page of the portal, with that page's id.
_LINK = re.compile(r'<a\b[^>]*\shref="[^":]*?([^/":#]+)/(?:#[^"]*)?"')
#: A word with all that hyphens, stars and dots join to it, so that no part of a compound is found; no entities.
_WORD = re.compile(r"(?<![\w&#])-?\w+(?:[-.*:]\w+|/-?in(?:nen)?\b)*-?")
_SPACE = re.compile(r"(?:\s|&nbsp;)+")
_ENDINGS_OF_NOUNS = ("s", "es", "n", "en", "e")
_ENDINGS_OF_OTHERS = ("e", "em", "en", "er", "es")
#: Of shorter words, endings make other words: „Rat“ is none of the „Raten“.
_TAKES_ENDINGS = 4

#: The address of something below the site's root, as seen from the page.
Href = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A page with its first uses marked, and the terms that are, in reading order."""

    html: str
    terms: tuple[Entry[Record], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Every form of every term, as it stands in escaped HTML."""

    register: Register = field(repr=False)
    #: None where two terms share a form: which of them is meant would be a guess.
    by_form: Mapping[str, Key | None]
    #: How many words the longest form has that begins with this word.
    longest: Mapping[str, int]

    @classmethod
    def of(cls, register: Register) -> Terms:
        written: dict[str, set[Key]] = defaultdict(set)
        inflected: dict[str, set[Key]] = defaultdict(set)
        for entry in register.by_type[GLOSSARY]:
            assert isinstance(entry.record, Term)
            for form in filter(None, map(_as_in_html, _forms(entry.record))):
                written[form].add(entry.key)
            for form in filter(None, map(_as_in_html, _inflected(entry.record))):
                inflected[form].add(entry.key)
        # A word that one term has as such is not another's with an ending.
        by_form = {form: min(keys) if len(keys) == 1 else None for form, keys in (inflected | written).items()}
        longest: dict[str, int] = defaultdict(int)
        for form in by_form:
            words = _WORD.findall(form)
            longest[words[0]] = max(longest[words[0]], len(words))
        return cls(register=register, by_form=MappingProxyType(by_form), longest=MappingProxyType(dict(longest)))

    def explain(self, html: str, about: Entry[Record], href: Href) -> Explained:
        """Mark the first use of each term on the page about a record."""
        if isinstance(about.record, Article) and about.record.language is Style.EASY:
            return Explained(html=html)  # explains its words itself, in Leichte Sprache
        # What the page itself is about needs no word of explanation there.
        known = {Key(GLOSSARY, about.key.id), self.by_form.get(_as_in_html(about.record.title))}
        found: dict[Key, None] = {}
        pieces: list[str] = []
        at = 0
        while region := _running_text(html, at):
            name, begin = region
            pieces.append(html[at:begin])
            at = begin
            for tag, is_prose in _tags(html, name, begin):
                text = html[at : tag.start()]
                pieces += (self._marked(text, known, found, href) if is_prose else text, tag[0])
                at = tag.end()
                # Whoever wants to know can follow a link to the term, or to the record of that name.
                if link := _LINK.match(tag[0]):
                    known.add(Key(GLOSSARY, link[1]))
        if not found:
            return Explained(html=html)
        pieces.append(html[at:])
        return Explained(html="".join(pieces), terms=tuple(self.register.entries[key] for key in found))

    def _marked(self, text: str, known: set[Key | None], found: dict[Key, None], href: Href) -> str:
        pieces: list[str] = []
        done = 0
        words = list(_WORD.finditer(text))
        for index, word in enumerate(words):
            most = self.longest.get(word[0])
            if most is None or word.start() < done:
                continue
            for last in reversed(words[index : index + most]):
                form = _SPACE.sub(" ", text[word.start() : last.end()])
                if form not in self.by_form:
                    continue
                key = self.by_form[form]
                pieces.append(text[done : word.start()])
                done = last.end()
                shown = text[word.start() : done]
                if key and key not in known and key not in found:
                    found[key] = None
                    shown = f'<a class="wort" href="{href(url_of(key))}" aria-describedby="wort-{key.id}">{shown}</a>'
                pieces.append(shown)
                break
        return "".join(pieces) + text[done:] if pieces else text


def _running_text(html: str, at: int) -> tuple[str, int] | None:
    """The next element of running text: its name, and where its content begins. Looking for classes first is ten times as quick."""
    while found := _CLASS.search(html, at):
        if tag := _BEFORE_CLASS.fullmatch(html, max(at, html.rfind("<", at, found.start())), found.start()):
            return tag[1], found.end()
        at = found.end()
    return None


def _tags(html: str, name: str, begin: int) -> Iterator[tuple[re.Match[str], bool]]:
    """The tags up to the end of an element, and whether the text before each is prose."""
    depth, barred = 1, 0
    for tag in _TAG.finditer(html, begin):
        yield tag, not barred
        step = -1 if tag[1] else 1
        if tag[2] in _BARRED:
            barred += step
        if tag[2] == name:
            depth += step
            if not depth:
                return


def _forms(term: Term) -> Iterator[str]:
    """A term as it may be written. A headword is capitalised even if the word is not, and so are sentences."""
    yield from term.short_forms
    for name in (term.title, *term.synonyms):
        yield name
        yield name[:1].upper() + name[1:]
    yield term.title[:1].lower() + term.title[1:]


def _inflected(term: Term) -> Iterator[str]:
    """The simple endings of single words; umlauts („Pläne“) are for editors to add as a synonym.

    A headword has those of a noun: the small ones of „Bericht“ would be the verb „berichten“.
    """
    for name in (term.title, *term.synonyms):
        if len(name) >= _TAKES_ENDINGS and name.isalpha():
            for ending in _ENDINGS_OF_OTHERS if name[0].islower() else _ENDINGS_OF_NOUNS:
                yield name + ending
                yield name[:1].upper() + name[1:] + ending


def _as_in_html(form: str) -> str:
    """From its first to its last word, escaped, with single spaces; empty where there is no more than a letter."""
    text = _SPACE.sub(" ", escape(form, quote=False))
    words = list(_WORD.finditer(text))
    found = text[words[0].start() : words[-1].end()] if words else ""
    return found if len(found) > 1 else ""
