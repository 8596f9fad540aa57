"""A text of questions and answers, cut where the next question or the next answer begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.imports.vorlage.lines import Line
from portal.imports.vorlage.marks import Style, mark_of, part_inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What stands between one mark and the next."""

    number: str | None
    #: The mark itself says that a question or an answer begins.
    is_question: bool | None
    lines: tuple[Line, ...]


_NUMBER = r"(?P<number>\d{1,3}\s?[a-z]?)"
_QUESTION = re.compile(
    rf"(?:(?:zu\s+)?(?:Frage|Teilfrage)\s*(?:Nr\.?\s*)?{_NUMBER}?\s*[.):–-]*\s*)(?P<rest>.*)", re.IGNORECASE
)
_ANSWER = re.compile(
    rf"(?:(?:(?:Die\s+)?(?:Antwort|Beantwortung|Stellungnahme)(?:\s+de[rs]\s+[\w-]+(?:\s+[\w-]+)?)?(?:\s+(?:zu|auf)(?:r)?(?:\s+(?:Frage|Nr\.|Ziffer|Punkt))?)?\s*{_NUMBER}?\s*[.)]*\s*[:–-]+"
    rf"|Antwort(?:\s+(?:zu|auf)(?:r)?(?:\s+Frage)?)?\s*(?P<numberc>\d{{1,3}}\s?[a-z]?)?\s*[.):–-]*(?=$)"
    rf"|zu\s+(?:Frage\s+|Nr\.\s*|Ziffer\s+|Punkt\s+)?\(?(?P<numberb>\d{{1,3}}\s?[a-z]?)\s*[.):–-]+"
    rf"|(?:Beantwortung|Stellungnahme|Antwort(?:en)?)(?:\s+de[rs]\s+[\w-]+(?:\s+[\w-]+)?)?(?=$)"
    rf"|zu\s+Frage\s+(?P<numberd>\d{{1,3}}\s?[a-z]?)(?=$)"
    r"|A\s*:)\s*)(?P<rest>.*)",
    re.IGNORECASE,
)  # fmt: skip
#: „Zu Frage 1 (Wie hoch …?):“ repeats the question where its answer begins.
_QUOTED = re.compile(
    rf"(?:zu\s+)?Frage\s*(?:Nr\.?\s*)?{_NUMBER}\s*[.:–-]?\s*[(„](?P<rest>.*\?)[)“”]\s*:?", re.IGNORECASE
)
_SHORT_QUESTION = re.compile(r"F\s*:\s*(?P<rest>.*)")


def items_in(lines: Sequence[Line]) -> list[Item]:
    """The text cut at its marks; what comes before the first one has none."""
    found: list[Item] = [Item(number=None, is_question=None, lines=())]
    last, sub, kind = 0, 0, None
    lines = part_inline(lines)
    for index, line in enumerate(lines):
        begun = _begun(line)
        mark = mark_of(line.words) if begun is None else None
        after_break = (
            index == 0 or not lines[index - 1].words or lines[index - 1].words.endswith((".", "?", "!", ":", ")"))
        )
        if begun:
            number, is_question, rest = begun
            found.append(Item(number=number, is_question=is_question, lines=(line.with_text(rest),)))
            if number and number.isdigit() and is_question:
                last, sub = int(number), 0
        elif (
            mark
            and mark.style is Style.LETTER
            and mark.kind != kind
            and last
            and mark.value == sub + 1
            and "?" in mark.rest
        ):
            sub = mark.value
            letter = f"{last}{mark.label.lower()}"
            found.append(Item(number=letter, is_question=None, lines=(line.with_text(mark.rest),)))
        elif (
            mark
            and mark.style in {Style.NUMBER, Style.LETTER, Style.ROMAN}
            and after_break
            and (kind in {None, mark.kind})
        ):
            restart = mark.value == 1 and last > 0
            if mark.value == last + 1 or restart or (mark.value > last and not lines[index - 1].words):
                kind, last, sub = mark.kind, mark.value, 0
                found.append(Item(number=str(mark.value), is_question=None, lines=(line.with_text(mark.rest),)))
            else:
                found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        else:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return [
        item for item in found if item.number or item.is_question is not None or any(line.words for line in item.lines)
    ]


def _begun(line: Line) -> tuple[str | None, bool, str] | None:
    """A line that says itself that a question or an answer begins."""
    words = line.words
    mark = mark_of(words)
    if mark and mark.style is Style.BULLET:
        words = mark.rest
    if mark and (asked := re.match(r"(?:Frage|Anfrage)\s*[:–-]\s*", mark.rest)):  # „1. Frage: …“
        return str(mark.value), True, mark.rest[asked.end() :]
    if match := _QUOTED.fullmatch(words):
        return _tight(match["number"]), True, match["rest"]
    if match := _ANSWER.fullmatch(words):
        number = match["number"] or match["numberb"] or match["numberc"] or match["numberd"]
        return _tight(number), False, match["rest"]
    if (match := _QUESTION.fullmatch(words)) and (
        match["number"] or re.match(r"(?:Teil)?Frage\s*:", words, re.IGNORECASE)
    ):
        return _tight(match["number"]), True, match["rest"]
    if match := _SHORT_QUESTION.fullmatch(words):
        return None, True, match["rest"]
    return None


def _tight(number: str | None) -> str | None:
    return re.sub(r"\s", "", number).lower() if number else None
