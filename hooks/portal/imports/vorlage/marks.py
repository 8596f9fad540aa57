"""Marks of enumerations at the beginning of lines: 1. 1) (1) a) II. • and which number each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from portal.imports.vorlage.germandates import MONTH_FOLLOWS
from portal.imports.vorlage.lines import Line


class Style(Enum):
    """How items are marked; items of one list share it."""

    NUMBER = auto()
    DECIMAL = auto()
    LETTER = auto()
    ROMAN = auto()
    BULLET = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The beginning of an item."""

    style: Style
    #: The signs around it: „1.“ and „(1)“ in one text are two lists, one within the other.
    signs: str = ""
    #: As it is printed, without brackets and dots.
    label: str
    #: Its place in its list, from 1; 0 for bullets.
    value: int
    rest: str

    @property
    def kind(self) -> tuple[Style, str]:
        """Marks of one list are of one kind."""
        return self.style, self.signs


_MARK = re.compile(
    r"(?:(?:Punkt|Ziffer|Nr\.|Ziff\.|Pkt\.|Zu)\s+)?(?:"
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,2})[.)]?(?=\s)"
    r"|\(?(?P<number>\d{1,3})(?:\.\)|[.):]|(?<=\()\))(?=\s|$|[^\W\d_])"
    r"|\((?P<bracketed>\d{1,3})\)"
    r"|\(?(?P<roman>[IVX]{1,5})[.)](?=\s|$)"
    r"|\(?(?P<letter>[a-zA-Z])\)(?=\s|$)|(?P<dotted>[a-hA-H])\.(?=\s)"
    r"|(?P<bullet>[•*–—‐-])(?=\s)"
    r")\s*(?P<rest>.*)"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def mark_of(text: str) -> Mark | None:
    """The mark a line begins with, if it does: „16. Januar“ is a date, „1.200 Euro“ an amount."""
    match = _MARK.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    rest = match["rest"]
    if match["bullet"]:
        return Mark(style=Style.BULLET, label="", value=0, rest=rest) if rest else None
    if match["decimal"]:
        if re.match(r"(?:\d|€|EUR|Euro|Uhr|%|Prozent)", rest):
            return None
        return Mark(
            style=Style.DECIMAL, label=match["decimal"], value=int(match["decimal"].rsplit(".", 1)[1]), rest=rest
        )
    signs = "".join(re.findall(r"[().:]", " ".join(text.split())[: match.start("rest")]))
    if number := match["number"] or match["bracketed"]:
        if MONTH_FOLLOWS.match(rest) or re.match(r"\d{1,2}\.\s?\d{2,4}\b", rest) or int(number) == 0:
            return None
        return Mark(style=Style.NUMBER, signs=signs, label=number, value=int(number), rest=rest)
    if roman := match["roman"]:
        return Mark(style=Style.ROMAN, signs=signs, label=roman, value=_roman(roman), rest=rest)
    letter = match["letter"] or match["dotted"]
    return Mark(style=Style.LETTER, signs=signs, label=letter, value=ord(letter.lower()) - 96, rest=rest)


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


_SENTENCE_END = r"(?<=[.;:?!])\s+"


def part_inline(lines: Iterable[Line]) -> list[Line]:
    """Lines cut where the next number of a list stands in the middle, as in text that was set anew: „… wird. 2. Die …“."""
    found: list[Line] = []
    last: Mark | None = None
    for line in lines:
        rest = line
        for _ in range(40):
            mark = mark_of(rest.words)
            if mark and mark.style is Style.NUMBER and (last is None or mark.value in {last.value + 1, 1}):
                last = mark
            cut = _next_inline(rest.words, last) if last else None
            if cut is None:
                break
            found.append(rest.with_text(rest.words[:cut]))
            rest = rest.with_text(rest.words[cut:].strip())
        found.append(rest)
    return found


def _next_inline(words: str, last: Mark) -> int | None:
    opening = r"\(" if last.signs.startswith("(") else ""
    closing = re.escape(last.signs.lstrip("(") or ".")
    match = re.search(rf"{_SENTENCE_END}(?={opening}{last.value + 1}{closing}\s+[A-ZÄÖÜ„])", words)
    return match.start() if match and mark_of(words[match.start() :].strip()) else None
