"""Lines of a document that know where they stand, and places to tell an editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line. Pages are counted only where the document has pages."""

    text: str
    number: int
    page: int | None = None
    #: Marked as a heading by the document itself, not by its words.
    heading: bool = False

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())

    def with_text(self, text: str) -> Line:
        """Another text at the same place."""
        return Line(text=text, number=self.number, page=self.page, heading=self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something stands, from its first to its last line."""

    page: int | None
    line: int
    last_page: int | None
    last_line: int

    def __str__(self) -> str:
        """`Zeile 4`, `Seite 1, Zeile 20 bis 24`, `Seite 1, Zeile 40 bis Seite 2, Zeile 3`."""
        start = f"Seite {self.page}, Zeile {self.line}" if self.page else f"Zeile {self.line}"
        if (self.page, self.line) == (self.last_page, self.last_line):
            return start
        if self.page == self.last_page:
            return f"{start} bis {self.last_line}"
        return f"{start} bis Seite {self.last_page}, Zeile {self.last_line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All lines of a file, empty ones included: they part paragraphs."""

    lines: tuple[Line, ...]
    #: What could not be read, as German sentences.
    remarks: tuple[str, ...] = ()


def spot(lines: Iterable[Line]) -> Spot:
    """The place that lines take up; there must be at least one."""
    filled = [*lines]
    filled = [line for line in filled if line.words] or filled
    first, last = filled[0], filled[-1]
    return Spot(page=first.page, line=first.number, last_page=last.page, last_line=last.number)


def paragraphs(lines: Iterable[Line]) -> list[list[Line]]:
    """Runs of lines without an empty one between them."""
    found: list[list[Line]] = [[]]
    for line in lines:
        if line.words:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def text_of(lines: Sequence[Line]) -> str:
    """The lines as running text, with words put together again that were parted at a line's end."""
    text = ""
    for line in lines:
        text = joined(text, line.words)
    return text


#: „Vor- und Nachteile“: the hyphen stands for the rest of the word, and stays.
_GO_ON = ("und ", "oder ", "bzw", "sowie ", "als ", "bis ", "u. ", "wie ", "& ", "/")


def joined(text: str, more: str) -> str:
    """Two parts of a text with the right thing between them: a space, nothing, or the hyphen that was there."""
    if not text or not more:
        return text or more
    if not text.endswith("-") or text.endswith((" -", "--")) or not text[-2:-1].isalnum():
        return f"{text} {more}"
    if more.startswith(_GO_ON):
        return f"{text} {more}"
    before = text[-80:].rsplit(" ", 1)[-1][:-1]
    # „Smart-\nCity“, „B-\n22“: what goes on with a capital or a digit had its hyphen before the line ended,
    # and so has an address; only a word that goes on in small letters was parted.
    parted = more[0].islower() and not before[-1:].isdigit() and "://" not in before and not before.isupper()
    return f"{text[:-1]}{more}" if parted else f"{text}{more}"
