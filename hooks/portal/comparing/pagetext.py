"""What people read on a built page, section by section, without what surrounds every page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: What the first section is called, which has no heading.
TOP = "Anfang"
_NOT_READ = ("script", "style", "svg")
_WITHIN_WORDS = ("a", "abbr", "b", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "wbr")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A page's heading and its sections; links count, because a changed source is a change."""

    title: str
    sections: dict[str, str]


def page_text(html: str) -> PageText:
    """Only the main part, and nothing that is marked as no text of the page: its data, its history, ways around."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    sections: dict[str, str] = {}
    for part in reader.parts:
        heading = _joined(part.heading) or TOP
        sections[heading] = f"{sections.get(heading, '')} {_joined(part.text)}".strip()
    return PageText(title=_joined(reader.title), sections=sections)


def differing(old: PageText, new: PageText) -> list[str]:
    """The headings under which something is different, in the order of the new page; those that are gone come last."""
    headings = list(dict.fromkeys([*new.sections, *old.sections]))
    return [heading for heading in headings if old.sections.get(heading) != new.sections.get(heading)]


@dataclass(slots=True)
class _Part:
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.parts = [_Part()]
        #: The element that is being skipped, and how many of its name are open.
        self._skipped, self._depth = "", 0
        self._inside = self._is_h1 = self._is_h2 = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self._skipped:
            self._depth += tag == self._skipped
            return
        names = dict(attributes)
        if tag == "main":
            self._inside = True
        elif self._inside and (tag in _NOT_READ or "data-pagefind-ignore" in names):
            self._skipped, self._depth = tag, 1
        elif tag == "h1":
            self._is_h1 = True
        elif tag == "h2" and self._inside:
            self.parts.append(_Part())
            self._is_h2 = True
        elif tag == "a" and self._inside:
            self.parts[-1].text.append(names.get("href") or "")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """`<use …/>`: opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
            return
        if tag not in _WITHIN_WORDS:
            self.handle_data(" ")
        if tag == "main":
            self._inside = False
        elif tag == "h1":
            self._is_h1 = False
        elif tag == "h2":
            self._is_h2 = False

    def handle_data(self, data: str) -> None:
        if self._skipped or not self._inside:
            return
        self.parts[-1].text.append(data)
        if self._is_h1:
            self.title.append(data)
        if self._is_h2:
            self.parts[-1].heading.append(data)


def _joined(words: list[str]) -> str:
    return " ".join("".join(words).replace("\u00ad", "").split())
