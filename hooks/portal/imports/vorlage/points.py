"""The numbered points of a decision, each with the number it is cited by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from portal.imports.vorlage.lines import Line, text_of
from portal.imports.vorlage.marks import Mark, Style, mark_of, part_inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point: its number in the record, its mark on paper, its lines."""

    number: str | None
    printed: str
    lines: tuple[Line, ...]
    remark: str = ""

    @property
    def text(self) -> str:
        return text_of(self.lines)


@dataclass(slots=True)
class _Open:
    number: str | None
    printed: str
    lines: list[Line] = field(default_factory=list)
    remark: str = ""


class _Numbering:
    """Follows the marks of one decision: main points by number, sub-points by letter."""

    def __init__(self) -> None:
        self.main: tuple[Style, str] | None = None
        #: Points are numbered through, also where a list starts again.
        self.last = 0
        self.printed = 0
        self.sub = 0
        self.sub_kind: tuple[Style, str] | None = None

    def take(self, mark: Mark, *, after_break: bool) -> tuple[str | None, str] | None:
        """The number of the point that a mark begins, and a remark; None where it begins none."""
        if (
            mark.style is Style.ROMAN
            and len(mark.label) == 1
            and Style.LETTER in {(self.main or (None,))[0], (self.sub_kind or (None,))[0]}
        ):
            mark = replace(mark, style=Style.LETTER, value=ord(mark.label.lower()) - 96)
        if self.main is None:
            if mark.style is Style.BULLET or (mark.value > 1 and not after_break):
                return (None, "") if mark.style is Style.BULLET else None
            self.main = mark.kind
        if mark.kind == self.main:
            return self._next_main(mark, after_break=after_break)
        if mark.style is Style.BULLET or not self.last:
            return None
        return self._next_sub(mark)

    def _next_main(self, mark: Mark, *, after_break: bool) -> tuple[str | None, str] | None:
        expected = self.printed + 1
        if mark.value != expected and not after_break:
            return None
        remark = ""
        if self.last and mark.value <= self.printed:
            remark = f"Auf dem Papier beginnt die Zählung hier neu mit „{mark.label}“."
        elif self.printed and mark.value > expected:
            remark = f"Auf dem Papier folgt „{mark.label}“ auf {self.printed}: Dazwischen fehlt etwas."
        restarted = bool(self.last) and mark.value <= self.printed
        self.last = self.last + 1 if restarted or mark.style is Style.DECIMAL else max(self.last + 1, mark.value)
        self.printed, self.sub, self.sub_kind = mark.value, 0, None
        if mark.style is not Style.NUMBER and not remark:
            remark = f"Auf dem Papier heißt der Punkt „{mark.label}“."
        return str(self.last), remark

    def _next_sub(self, mark: Mark) -> tuple[str | None, str] | None:
        if self.sub and mark.kind != self.sub_kind:
            return None  # a third level stays part of its sub-point
        if mark.value != self.sub + 1 or self.sub >= 26:
            return None
        self.sub, self.sub_kind = mark.value, mark.kind
        letter = chr(96 + self.sub)
        remark = "" if mark.style is Style.LETTER else f"Auf dem Papier heißt der Punkt „{mark.label}“."
        return f"{self.last}{letter}", remark


def points_in(lines: Iterable[Line]) -> list[Point]:
    """Every numbered point and sub-point; without numbers, every bullet; without those, the text as one point."""
    numbering, opened, lead = _Numbering(), list[_Open](), list[Line]()
    break_before = True
    for line in part_inline(_with_first_mark([*lines])):
        words = line.words
        if not words:
            break_before = True
            continue
        mark = mark_of(words)
        taken = numbering.take(mark, after_break=break_before) if mark else None
        if mark and taken:
            number, remark = taken
            opened.append(_Open(number=number, printed=mark.label, remark=remark))
            if mark.rest:
                opened[-1].lines.append(line.with_text(mark.rest))
            else:
                opened[-1].lines.append(line.with_text(""))
        elif opened:
            opened[-1].lines.append(line)
        else:
            lead.append(line)
        break_before = words.endswith((".", ";", ":", "!", "?", ",", " und", " sowie"))
    return [*_lead(lead, alone=not opened), *_closed(opened)]


def _with_first_mark(lines: list[Line]) -> list[Line]:
    """Where no line begins with a mark, a list may begin within one: „Der Rat stimmt zu. 1. Der Auftrag … 2. Die …“."""
    if any(mark_of(line.words) for line in lines):
        return lines
    for index, line in enumerate(lines):
        begin = re.search(r"(?<=[.:;])\s+(?=\(?1[.)]\s+[A-ZÄÖÜ„])", line.words)
        if begin and re.search(r"[.;:]\s+\(?2[.)]\s+[A-ZÄÖÜ„]", " ".join(other.words for other in lines[index:])):
            parted = [line.with_text(line.words[: begin.start()]), line.with_text(line.words[begin.end() :])]
            return [*lines[:index], *parted, *lines[index + 1 :]]
    return lines


def _lead(lines: Sequence[Line], *, alone: bool) -> list[Point]:
    """What stands before the first mark: a point of its own, unless it only leads over to them."""
    text = text_of(lines)
    if not text or (not alone and (text.rstrip().endswith(":") or len(text.split()) < 12)):
        return []
    return [Point(number=None, printed="", lines=tuple(lines))]


def _closed(opened: Sequence[_Open]) -> list[Point]:
    """In a numbered decision, bullets before the first number belong to what went before them."""
    numbered = any(point.number for point in opened)
    found: list[Point] = []
    for point in opened:
        if numbered and point.number is None and found:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, *point.lines))
        else:
            found.append(
                Point(number=point.number, printed=point.printed, lines=tuple(point.lines), remark=point.remark)
            )
    return found
