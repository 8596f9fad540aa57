"""Questions and where they are answered: in turn, or first all questions and then all answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.imports.vorlage.lines import Line, paragraphs, text_of
from portal.imports.vorlage.marks import Style, mark_of
from portal.imports.vorlage.questionitems import Item, items_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question, by its number on paper, and the lines that answer it."""

    number: str | None
    lines: tuple[Line, ...]
    answer: tuple[Line, ...] = ()
    remark: str = ""
    #: The answer is that of the question it is part of.
    shared: bool = False


_ENDS_ASKING = re.compile(r"\?[\s\"“”»«)]*$")


def questions_in(lines: Sequence[Line]) -> list[Asked]:
    """Every question with a number, and every paragraph that only asks."""
    items = items_in(lines)
    if not any("?" in text_of(item.lines) or item.is_question for item in items):
        return []
    if any(item.number for item in items):
        return _numbered(items)
    return _unnumbered(items)


def _numbered(items: Sequence[Item]) -> list[Asked]:
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
    found = [asked if any(line.words for line in asked.answer) else replace(asked, answer=()) for asked in found]
    return [_with_shared_answer(asked, found) for asked in found]


def _with_shared_answer(asked: Asked, all_asked: Sequence[Asked]) -> Asked:
    """A sub-question that nobody answers on its own is answered with its question."""
    number = asked.number or ""
    if asked.answer or not number[-1:].isalpha():
        return asked
    place = _place(all_asked, number[:-1])
    if place is None or not all_asked[place].answer:
        return asked
    remark = asked.remark or f"Beantwortet mit Frage {number[:-1]}."
    return replace(asked, answer=all_asked[place].answer, remark=remark, shared=True)


def _place(found: Sequence[Asked], number: str) -> int | None:
    return next((place for place, asked in enumerate(found) if asked.number == number), None)


def _answer(found: list[Asked], item: Item) -> None:
    """To the question it names, else to the last one."""
    if not found:
        return
    place = _place(found, item.number) if item.number else len(found) - 1
    if place is not None:
        _put(found, place, item.lines)


def _again(found: list[Asked], place: int, item: Item) -> None:
    """The same number a second time: its answer, after the question where that is repeated."""
    question, answer = _split(item.lines)
    repeated = question and _alike(text_of(question), text_of(found[place].lines))
    _put(found, place, answer if repeated else item.lines)


def _put(found: list[Asked], place: int, lines: Sequence[Line]) -> None:
    found[place] = replace(found[place], answer=(*found[place].answer, *lines))


def _usual_blocks(items: Sequence[Item]) -> int:
    """Of how many paragraphs questions consist: some printers set the first line apart."""
    counts = Counter(len(paragraphs(question)) for item in items if (question := _split(item.lines)[0]))
    return counts.most_common(1)[0][0] if counts else 1


def _asked(item: Item, *, after: Sequence[Asked], usual: int = 1) -> list[Asked]:
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


def _unnumbered(items: Sequence[Item]) -> list[Asked]:
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
