"""Questions and where they are answered: in turn, or first all questions and then all answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.imports.vorlage.lines import Line, paragraphs, text_of
from portal.imports.vorlage.marks import Style, mark_of, part_inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question, by its number on paper, and the lines that answer it."""

    number: str | None
    lines: tuple[Line, ...]
    answer: tuple[Line, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
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
    rf"|zu\s+Frage\s+(?P<numberd>\d{{1,3}}\s?[a-z]?)(?=$)"
    r"|A\s*:)\s*)(?P<rest>.*)",
    re.IGNORECASE,
)  # fmt: skip
_SHORT_QUESTION = re.compile(r"F\s*:\s*(?P<rest>.*)")
_ENDS_ASKING = re.compile(r"\?[\s\"“”»«)]*$")


def questions_in(lines: Sequence[Line]) -> list[Asked]:
    """Every question with a number, and every paragraph that only asks."""
    items = _items(part_inline(lines))
    if not any("?" in text_of(item.lines) or item.is_question for item in items):
        return []
    if any(item.number for item in items):
        return _numbered(items)
    return _unnumbered(items)


def _items(lines: Sequence[Line]) -> list[_Item]:
    """The text cut at its marks; what comes before the first one has none."""
    found: list[_Item] = [_Item(number=None, is_question=None, lines=())]
    last, kind = 0, None
    answers_begun = False
    for index, line in enumerate(lines):
        begun = _begun(line)
        mark = mark_of(line.words) if begun is None else None
        after_break = (
            index == 0 or not lines[index - 1].words or lines[index - 1].words.endswith((".", "?", "!", ":", ")"))
        )
        if begun:
            number, is_question, rest = begun
            answers_begun = answers_begun or is_question is False
            found.append(_Item(number=number, is_question=is_question, lines=(line.with_text(rest),)))
            if number and number.isdigit() and is_question:
                last = int(number)
        elif (
            mark
            and mark.style in {Style.NUMBER, Style.LETTER, Style.ROMAN}
            and after_break
            and (kind in {None, mark.kind})
        ):
            restart = mark.value == 1 and last > 0
            if mark.value == last + 1 or restart or (mark.value > last and not lines[index - 1].words):
                kind, last = mark.kind, mark.value
                found.append(_Item(number=str(mark.value), is_question=None, lines=(line.with_text(mark.rest),)))
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


def _numbered(items: Sequence[_Item]) -> list[Asked]:
    found: list[Asked] = []
    usual = _usual_blocks(items)
    for item in items:
        if item.is_question is False:
            _answer(found, item)
        elif item.number is None and item.is_question is None:
            continue  # what leads over to the first question
        elif item.number and (place := _place(found, item.number)) is not None and item.is_question is None:
            _again(found, place, item)
        else:
            found += _asked(item, after=found, usual=usual)
    return found


def _place(found: Sequence[Asked], number: str) -> int | None:
    return next((place for place, asked in enumerate(found) if asked.number == number), None)


def _answer(found: list[Asked], item: _Item) -> None:
    """To the question it names, else to the last one."""
    if not found:
        return
    place = _place(found, item.number) if item.number else len(found) - 1
    if place is not None:
        _put(found, place, item.lines)


def _again(found: list[Asked], place: int, item: _Item) -> None:
    """The same number a second time: its answer, after the question where that is repeated."""
    question, answer = _split(item.lines)
    repeated = question and _alike(text_of(question), text_of(found[place].lines))
    _put(found, place, answer if repeated else item.lines)


def _put(found: list[Asked], place: int, lines: Sequence[Line]) -> None:
    found[place] = replace(found[place], answer=(*found[place].answer, *lines))


def _usual_blocks(items: Sequence[_Item]) -> int:
    """Of how many paragraphs questions consist: some printers set the first line apart."""
    counts = Counter(len(paragraphs(question)) for item in items if (question := _split(item.lines)[0]))
    return counts.most_common(1)[0][0] if counts else 1


def _asked(item: _Item, *, after: Sequence[Asked], usual: int = 1) -> list[Asked]:
    """A question, its answer, and questions without a number that follow in its answer."""
    question, rest = _split(item.lines)
    remark = ""
    if not question:
        blocks = paragraphs(item.lines)
        question = [line for paragraph in blocks[:usual] for line in paragraph]
        rest = [line for paragraph in blocks[usual:] for line in [*paragraph, _gap(paragraph)]]
        remark = "Ohne Fragezeichen: Bitte prüfen, ob hier gefragt wird."
    found = [Asked(number=item.number or str(len(after) + 1), lines=tuple(question), remark=remark)]
    letter = ord("b")
    for paragraph in paragraphs(rest):
        if found[-1].answer and _only_asks(paragraph):
            number = f"{found[0].number}{chr(letter)}" if (found[0].number or "").isdigit() else None
            found.append(Asked(number=number, lines=tuple(paragraph), remark="Auf dem Papier ohne eigene Nummer."))
            letter += 1
        else:
            found[-1] = replace(found[-1], answer=(*found[-1].answer, *paragraph, _gap(paragraph)))
    return found


def _gap(paragraph: Sequence[Line]) -> Line:
    return paragraph[-1].with_text("")


def _split(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The question, to its last question mark before an answer begins, and the rest."""
    blocks = paragraphs(lines)
    if not blocks:
        return [], []
    end = -1
    for index, block in enumerate(blocks[:4]):
        if "?" in text_of(block):
            if end >= 0 and not _only_asks(block):
                break
            end = index
            if not _ENDS_ASKING.search(block[-1].words) and not block[-1].words.endswith(")"):
                break
        elif end >= 0 or index >= 2 or len(text_of(block).split()) > 60:
            break
    if end < 0:
        return [], [*lines]
    asking = blocks[end]
    last = max(place for place, line in enumerate(asking) if "?" in line.words)
    # A bracket after the question mark still belongs to the question.
    if last + 1 < len(asking) and text_of(asking[last + 1 :]).startswith("("):
        last = len(asking) - 1
    question = [line for block in blocks[:end] for line in [*block, _gap(block)]] + asking[: last + 1]
    rest = [*asking[last + 1 :]]
    tail = asking[last].words
    after = tail[tail.rindex("?") + 1 :].strip(' "“”»«)')
    if (after and not after.startswith("(") and last == len(asking) - 1) or len(after.split()) > 3:
        rest = [asking[last].with_text(after), *rest]
    for block in blocks[end + 1 :]:
        rest += [_gap(rest) if rest else block[0].with_text(""), *block]
    return question, rest


def _only_asks(paragraph: Sequence[Line]) -> bool:
    """Whether a whole paragraph is one question, whatever bracket follows it."""
    text = re.sub(r"\([^()]*\)\s*$", "", text_of(paragraph)).strip()
    if not _ENDS_ASKING.search(text):
        return False
    # Sentences before the question may explain it; an answer that ends by asking back is longer.
    return len(re.findall(r"[^.?!]{15,}[.!](?=\s)", text)) <= 1


def _alike(one: str, other: str) -> bool:
    first, second = set(one.lower().split()), set(other.lower().split())
    return bool(first and second) and len(first & second) / min(len(first), len(second)) > 0.7


def _unnumbered(items: Sequence[_Item]) -> list[Asked]:
    """Questions known by their labels or their question marks only."""
    found: list[Asked] = []
    for item in items:
        if item.is_question is False:
            _answer(found, item)
        elif item.is_question:
            found.append(replace(_asked(item, after=found)[0], number=None))
        else:
            for paragraph in paragraphs(item.lines):
                stripped = [
                    line.with_text(mark.rest) if (mark := mark_of(line.words)) and mark.style is Style.BULLET else line
                    for line in paragraph
                ]
                if _only_asks(stripped) and len(text_of(stripped).split()) >= 4:
                    found.append(Asked(number=None, lines=tuple(stripped)))
                elif found:
                    found[-1] = replace(found[-1], answer=(*found[-1].answer, *paragraph, _gap(paragraph)))
    return found
