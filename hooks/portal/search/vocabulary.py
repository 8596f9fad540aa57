"""All words of the site, in pages of a few kilobytes: for words that are mistyped, begun, or nowhere to be found.

The words lie in order, once by their beginning and once by their end, each order in pages with a table of first
words. A browser loads the one or two pages where a word would stand: with one wrong letter, either the beginning
or the end of the word is still right. However many words there are, looking one up costs the same.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from portal.search.text import fold

FOLDER = "woerter"
TABLE = "tafel.json"
PAGE_SIZE = 500
_SHORTEST = 2


class Vocabulary:
    """Counts on how many pages each word stands, and how it is mostly written."""

    def __init__(self) -> None:
        self._size = 0
        self._pages: Counter[str] = Counter()
        self._spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, words: Mapping[str, int]) -> None:
        """The words of one page, and how often each stands there."""
        self._size += 1
        found = set()
        for word, times in words.items():
            if len(folded := fold(word)) >= _SHORTEST:
                found.add(folded)
                self._spellings[folded][word] += times
        self._pages.update(found)

    def merge(self, other: Vocabulary) -> None:
        """The words of other pages."""
        self._size += other._size
        self._pages.update(other._pages)
        for folded, spellings in other._spellings.items():
            self._spellings[folded].update(spellings)

    def without(self, other: Vocabulary) -> None:
        """As if some of the pages had never been added."""
        self._size -= other._size
        self._pages.subtract(other._pages)
        for folded, spellings in other._spellings.items():
            left = self._spellings[folded]
            left.subtract(spellings)
            self._spellings[folded] = Counter({word: times for word, times in left.items() if times})
            if not self._pages[folded]:
                del self._pages[folded], self._spellings[folded]

    def words(self) -> Iterator[str]:
        """All of them, as they are written."""
        for spellings in self._spellings.values():
            yield from spellings

    def packed(self) -> Any:
        """In basic types, to be kept."""
        return self._size, dict(self._pages), [(folded, dict(found)) for folded, found in self._spellings.items()]

    @classmethod
    def of(cls, kept: Any) -> Vocabulary:
        found = cls()
        found._size, pages, spellings = kept
        found._pages.update(pages)
        found._spellings.update((folded, Counter(words)) for folded, words in spellings)
        return found

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Pages and the table of contents, by name."""
        table = {"vorn": self._table(False), "hinten": self._table(True)}
        firsts: dict[str, list[list[str]]] = {order: [] for order in table}
        for order, pages in table.items():
            for first, text in pages:
                content = gzip.compress(text.encode(), mtime=0)
                name = f"{hashlib.sha256(content).hexdigest()[:10]}.worte"
                firsts[order].append([first, name])
                yield name, content
        yield TABLE, json.dumps({"seiten": self._size, **firsts}, ensure_ascii=False, separators=(",", ":")).encode()

    def _table(self, reverse: bool) -> Iterator[tuple[str, str]]:
        """First word and text of each page."""
        ordered = sorted((folded[::-1] if reverse else folded, folded) for folded in self._pages)
        for start in range(0, len(ordered), PAGE_SIZE):
            page = ordered[start : start + PAGE_SIZE]
            yield page[0][0], "\n".join(self._line(folded) for _, folded in page)

    def _line(self, folded: str) -> str:
        """The usual spelling, and on how many pages: `Haushalt 120`."""
        spelling = min(self._spellings[folded].items(), key=lambda item: (-item[1], item[0]))[0]
        return f"{spelling} {self._pages[folded]}"
