"""The head of a paper: labels and their values, in whatever order and columns they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.imports.vorlage.cells import filled
from portal.imports.vorlage.germandates import first_date
from portal.imports.vorlage.labels import ALONE, INSIDE, Label, label_of, leading_label, lone_label
from portal.imports.vorlage.lines import Line

#: A number as council papers carry it: at least one digit, signs between, no sentence.
NUMBER = re.compile(
    r"(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,9}[ ./_-]{0,2})?(?:[A-Z]{1,6}[ ./_-]{1,2})?\d{1,6}(?:\s?[./_-]\s?[A-Za-z0-9]{1,8}){0,4}(?:\s?\([A-Za-z0-9]{1,6}\))?"
)
#: Without a label, only what looks like nothing else: letters and digits with a stroke, or a year with a number.
_UNLABELLED = re.compile(r"(?:(?:[A-ZÄÖÜ]{1,6}[ /_-]{1,2})\d{1,4}[/_-]\d{1,6}(?:[/_-][A-Z0-9]{1,6})*|(?:19|20)\d\d[/-]\d{2,6}(?:-\d{1,3})?|\d{1,5}/(?:19|20)?\d\d(?:-\d{1,3})?|(?:19|20)\d\d-\d{3,5})")  # fmt: skip
_PUBLIC = re.compile(r"(?<!\w)öffentlich", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What stands behind a label, and where."""

    text: str
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The labelled values of a head, and the lines that hold none."""

    values: dict[Label, Value]
    #: Office names that stand there without being a label's value, „Dezernat I“.
    rest: tuple[Line, ...]
    is_public: tuple[bool, Line] | None = None


def read_head(lines: Sequence[Line]) -> Head:
    """Labels and values; the first value of a label counts."""
    values: dict[Label, Value] = {}
    rest: list[Line] = []
    public: tuple[bool, Line] | None = None
    open_label: Label | None = None
    for line in lines:
        words = line.words
        if not words:
            rest.append(line)
            continue
        if public is None and len(words) < 160:
            public = _publicity(words, line)
        pairs = [*_pairs(line)]
        labelled = [pair for pair in pairs if pair[0] is not None]
        if not labelled:
            if open_label and open_label not in values and _suits(open_label, words):
                values[open_label] = Value(text=words, line=line)
                open_label = None
            elif not _only_public(words):
                open_label = None
                rest.append(line)
            continue
        open_label = None
        for label, text in labelled:
            if label is None:
                continue
            if not text:
                open_label = label
            elif label not in values and _suits(label, text):
                values[label] = Value(text=text, line=line)
    return Head(values=values, rest=tuple(rest), is_public=public)


def unlabelled_number(lines: Sequence[Line]) -> Value | None:
    """A number that stands alone, or behind the name of a kind of paper."""
    for line in lines:
        for cell in filled(line.text):
            bare = re.sub(
                r"^(?:Nr\.?|Beschluss\w*|Mitteilungs\w*|Informations\w*|Antrag|Anfrage|Vorlage|Bericht\w*)\s+(?:Nr\.?\s*)?",
                "",
                cell,
            ).strip()
            if _UNLABELLED.fullmatch(bare) and not first_date(bare):
                return Value(text=bare, line=line)
    return None


def _pairs(line: Line) -> Iterator[tuple[Label | None, str]]:
    """Labels and their values in one line: behind a colon, in the next cell, or in the same one."""
    waiting: Label | None = None
    for cell in filled(line.text):
        inside = [*INSIDE.finditer(cell)]
        before = cell[: inside[0].start()].strip() if inside else cell
        if before:
            if waiting is not None and (inside or lone_label(before) is None):
                yield waiting, before
                waiting = None
            elif (label := lone_label(before)) is not None:
                if waiting is not None:
                    yield waiting, ""
                waiting = label
            elif (pair := leading_label(before)) and _may_lead(*pair):
                yield (pair[0], before if pair[0] is Label.LEAD else pair[1])
            else:
                yield None, before
        for place, match in enumerate(inside):
            if waiting is not None:
                yield waiting, ""
                waiting = None
            end = inside[place + 1].start() if place + 1 < len(inside) else len(cell)
            text = cell[match.end() : end].strip()
            if text:
                yield label_of(match), text
            else:
                waiting = label_of(match)
    if waiting is not None:
        yield waiting, ""


def _may_lead(label: Label, value: str) -> bool:
    """Without a colon, a label counts only where its value cannot be the rest of a sentence."""
    match label:
        case Label.NUMBER:
            return bool(NUMBER.fullmatch(re.sub(r"^(?:Nr\.?|Nummer)\s*|\s+(?:vom|öffentlich)\b.*$", "", value)))
        case Label.DATE | Label.RECEIVED:
            return first_date(value) is not None and len(value.split()) <= (10 if label is Label.RECEIVED else 5)
        case Label.LEAD:
            return len(value.split()) <= 6 and not value.endswith((".", "?"))
        case Label.FILE_NUMBER:
            return any(sign.isdigit() for sign in value) and len(value.split()) <= 4
        case _:
            return False


def _suits(label: Label, text: str) -> bool:
    """Whether a value can be what its label announces."""
    match label:
        case Label.NUMBER:
            return any(sign.isdigit() for sign in text) and len(text) <= 40
        case Label.DATE | Label.RECEIVED:
            return first_date(text) is not None
        case Label.SUBJECT:
            return len(text) > 2
        case Label.FILE_NUMBER:
            return any(sign.isdigit() for sign in text) and len(text.split()) <= 5
        case Label.PUBLIC:
            return bool(re.search(r"öffentlich|(?<!\w)(?:ja|nein|Ö|N|NÖ)(?!\w)", text, re.IGNORECASE))
        case Label.LEAD | Label.AUTHOR | Label.KIND:
            return len(text.split()) <= 8 and not ALONE.fullmatch(text)
        case _:
            return len(text) <= 120 and not ALONE.fullmatch(text)


def _publicity(words: str, line: Line) -> tuple[bool, Line] | None:
    bare = words.strip()
    if re.search(r"nicht\s?-?\s?öffentlich", bare, re.IGNORECASE):
        # „öffentlich / nichtöffentlich“ is a form that nobody has filled in.
        return None if re.search(r"(?<!nicht)(?<!nicht-)(?<!nicht )öffentlich", bare, re.IGNORECASE) else (False, line)
    return (True, line) if _PUBLIC.search(bare) and len(bare) < 120 else None


def _only_public(words: str) -> bool:
    return bool(re.fullmatch(r"\W*(?:nicht)?\s?-?öffentlich(?:e\s+(?:Sitzung|Vorlage))?\W*", words, re.IGNORECASE))
