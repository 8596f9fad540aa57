"""How hard records are to read: a report for editors, never a gate.

Measured are the summary and the prose, as their readers see them. The index is the fourth Wiener
Sachtextformel: about the school year from which on a text is understood. See ADR 0011.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from statistics import median
from typing import Any

import pyphen  # type: ignore[import-untyped]
from markdown import Markdown

from portal.parts.prose import EXTENSIONS
from portal.records import Record
from portal.register.entries import Entry, Key
from portal.register.names import WIKI_LINK, Names, UnknownName

EASY, MEDIUM, HARD = "leicht", "mittel", "schwer"
#: School years. House rule is that people of 15, in year 9, understand a text.
_MEDIUM_FROM, _HARD_FROM = 7, 10
#: The formula was made for passages of a hundred words; with fewer than these, one word turns it.
_ENOUGH = 20
#: From this many syllables on, a word counts as long.
_LONG = 3

_LEFT_OUT = re.compile(r"<(table|pre)\b.*?</\1>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|dl|dt|dd|div|h[1-6]|hr|br|blockquote)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")

#: Numbers stay whole, compounds with hyphens are read in their parts.
_WORD = re.compile(r"[^\W\d_]+(?:[*:’'][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_MARKS = re.compile(r"[.!?…]")
#: A mark, perhaps with closing quotes, before something that can begin a sentence.
_SENTENCE_END = re.compile(r"(\S{0,40})[.!?…][“”«»\"’)\]]*\s+(?=[„“»«\"‚(\[]*[A-ZÄÖÜ\d])")
_SHORT = re.compile(
    r"[(„\"]*(?:[^\W\d_]|[^\W\d_]\.[^\W\d_]|Abs|Art|bzw|ca|Dr|evtl|ggf|inkl|Mio|Mrd|Nr|Prof|sog|St|Str|usw|vgl)",
    re.IGNORECASE,
)
#: `am 14. Mai`, `5. Mai` and `der 2. Antrag` go on, `auf Platz 8. Danach` does not.
_ORDINAL = re.compile(r"[(„\"]*\d{1,2}")
_BEFORE_ORDINAL = re.compile("ab|am|beim|bis|das|dem|den|der|des|die|im|jeder|seit|und|vom|zum|zur", re.IGNORECASE)
_MONTH = re.compile(r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")

#: What is spoken as one vowel; `qu` is none.
_VOWEL = re.compile(r"(?<!q)(?:aa|ee|oo|ie|ei|ey|ai|ay|au|eu|äu|oi|ou|[aeiouyäöüé])|(?<=q)u[aeiouäöü]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a text consists of, and how hard that makes it."""

    sentences: int
    words: int
    long_words: int

    @property
    def index(self) -> float:
        """The fourth Wiener Sachtextformel, from words per sentence and the share of long words in percent."""
        return 0.2656 * self.words / self.sentences + 0.2744 * 100 * self.long_words / self.words - 1.693

    @property
    def in_words(self) -> str:
        return _in_words(self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record of the report: all of its text, and its summary alone."""

    key: Key
    text: Measured
    summary: Measured | None


def report(entries: Iterable[Entry[Record]], names: Iterable[str] = ()) -> str:
    """A table of all records that have text, hardest first, short ones below, and the median."""
    rows = measured(entries, names)
    if not rows:
        return "Kein Eintrag hat einen Text."
    width = max(len("Eintrag"), *(len(str(row.key)) for row in rows))
    lines = [f"{'Eintrag':<{width}}  Sätze  Wörter  Index  Stufe   Kurzfassung"]
    lines += [_line(row, width) for row in rows if row.text.words >= _ENOUGH]
    if short := [_line(row, width) for row in rows if row.text.words < _ENOUGH]:
        lines += [f"Texte unter {_ENOUGH} Wörtern; hier ist der Index nur ein Anhaltspunkt:", *short]
    middle = median(row.text.index for row in rows)
    counts = Counter(row.text.in_words for row in rows)
    of_each = ", ".join(f"{counts[word]} {word}" for word in (EASY, MEDIUM, HARD))
    lines.append(f"Median: {_number(middle)} ({_in_words(middle)}). {len(rows)} Einträge mit Text: {of_each}.")
    meaning = "ungefähr die Schulklasse, ab der man den Text versteht (4. Wiener Sachtextformel)"
    return "\n".join([*lines, f"Index und Kurzfassung: {meaning}."])


def _line(row: Row, width: int) -> str:
    text, summary = row.text, _number(row.summary.index) if row.summary else "–"
    numbers = f"{text.sentences:>5}  {text.words:>6}  {_number(text.index):>5}"
    return f"{row.key!s:<{width}}  {numbers}  {text.in_words:<6}  {summary:>11}"


def measured(entries: Iterable[Entry[Record]], names: Iterable[str] = ()) -> list[Row]:
    """Records that have text, hardest first. Marks in one of the names do not end a sentence."""
    entries = list(entries)
    plain = _Plain(Names.of(entries), names)
    rows = []
    for entry in entries:
        summary = list(plain.blocks(entry.record.summary or ""))
        if text := measure([*summary, *plain.blocks(entry.body)]):
            rows.append(Row(key=entry.key, text=text, summary=measure(summary)))
    return sorted(rows, key=lambda row: (-row.text.index, row.key))


def measure(blocks: Iterable[str]) -> Measured | None:
    """Count paragraphs, headings or items of a list; None if there is not a word in them."""
    sentences = [words for block in blocks for sentence in split(block) if (words := _WORD.findall(sentence))]
    if not sentences:
        return None
    every = [word for words in sentences for word in words]
    long_words = sum(syllables(word) >= _LONG for word in every)
    return Measured(sentences=len(sentences), words=len(every), long_words=long_words)


def split(block: str) -> Iterator[str]:
    """The sentences of one paragraph."""
    start = 0
    for match in _SENTENCE_END.finditer(block):
        if block[match.end(1)] == "." and _goes_on(block, match):
            continue
        yield block[start : match.end()].strip()
        start = match.end()
    if rest := block[start:].strip():
        yield rest


def _goes_on(block: str, match: re.Match[str]) -> bool:
    """Whether a dot belongs to an abbreviation or makes a number an ordinal."""
    if _SHORT.fullmatch(match[1]):
        return True
    if not _ORDINAL.fullmatch(match[1]):
        return False
    before = block[max(0, match.start() - 20) : match.start()].split()
    return not before or bool(_BEFORE_ORDINAL.fullmatch(before[-1]) or _MONTH.match(block, match.end()))


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Vowels in each piece of a hyphenated word; a number, or a word without vowels, counts as one.

    Patterns for hyphenation keep `I-de-en` from being `Ideen`, and vowels find what no hyphen may
    follow, as in `A-bend`.
    """
    pieces: list[str] = _hyphenation().inserted(word.lower(), "-").split("-")
    return sum(len(_VOWEL.findall(piece)) for piece in pieces) or 1


@lru_cache(maxsize=1)
def _hyphenation() -> Any:
    """Read when first needed: most checks measure nothing."""
    return pyphen.Pyphen(lang="de_DE")


class _Plain:
    """Prose without markup, as paragraphs: links read as the words they show."""

    def __init__(self, directory: Names, names: Iterable[str]) -> None:
        self._directory = directory
        self._names = [name for name in names if _MARKS.search(name)]
        self._markdown = Markdown(extensions=EXTENSIONS, output_format="html")

    def blocks(self, text: str) -> list[str]:
        html = self._markdown.reset().convert(WIKI_LINK.sub(self._words, text))
        html = _LEFT_OUT.sub("<p>", html).replace("\n", " ")
        blocks = [unescape(_TAG.sub("", block)) for block in _BLOCK.split(html)]
        for name in self._names:
            blocks = [block.replace(name, _MARKS.sub("", name)) for block in blocks]
        return [block for block in blocks if block.strip()]

    def _words(self, link: re.Match[str]) -> str:
        """What a link shows; marks in a title do not end the sentence it stands in."""
        if link["words"]:
            return link["words"]
        try:
            target = self._directory.resolve(link["name"])
        except UnknownName:
            return link["name"]
        return _MARKS.sub("", self._directory.entries[target.key].record.title)


def _in_words(index: float) -> str:
    return EASY if index < _MEDIUM_FROM else MEDIUM if index < _HARD_FROM else HARD


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
