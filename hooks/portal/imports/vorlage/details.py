"""Single facts of a paper: its kind, title, number, date, office and annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from portal.imports.vorlage import head as heads
from portal.imports.vorlage.cells import filled
from portal.imports.vorlage.germandates import first_date
from portal.imports.vorlage.head import Value
from portal.imports.vorlage.labels import Label
from portal.imports.vorlage.lines import Line, joined, paragraphs, text_of
from portal.imports.vorlage.marks import mark_of
from portal.imports.vorlage.sections import Part, Section
from portal.imports.vorlage.subject import Subject, kind_in, kind_line, title_in
from portal.records.words import PaperKind

#: Annexes named one by one below the text, without a heading.
_ANNEX = re.compile(r"Anlage\s+\d{1,2}[a-z]?\s*[:–-]\s*(?P<title>.+)")


def kind_of(head: heads.Head, lines: Sequence[Line]) -> tuple[PaperKind, Line] | None:
    if (labelled := head.values.get(Label.KIND)) and (kind := kind_in(labelled.text)):
        return kind, labelled.line
    return kind_line([line for line in lines if line.words])


def title_of(head: heads.Head, rest: Sequence[Line], lines: Sequence[Line], kind: Line | None) -> Subject | None:
    if labelled := head.values.get(Label.SUBJECT):
        return _continued(labelled, rest, lines)
    return title_in(
        [
            line.with_text("") if kind is not None and line == kind and len(line.words.split()) <= 4 else line
            for line in rest
        ]
    )


def _continued(labelled: Value, rest: Sequence[Line], head: Sequence[Line]) -> Subject:
    """A labelled title runs on over the lines right below it."""
    lines = [labelled.line.with_text(labelled.text)]
    free = {(line.page, line.number) for line in rest if line.words}
    places = [(line.page, line.number) if line.words else None for line in head]
    start = places.index((labelled.line.page, labelled.line.number)) + 1
    for line, place in zip(head[start : start + 4], places[start:], strict=False):
        if place not in free or len(filled(line.text)) > 1:
            break
        lines.append(line)
    return Subject(text=text_of(lines), lines=tuple(lines), sure=True)


def tidy_number(value: Value | None) -> Value | None:
    if value is None:
        return None
    text = re.sub(r"\s+(?:öffentlich|nicht\s?öffentlich|vom\s).*$", "", value.text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:Nr\.?|Nummer)\s*:?\s*", "", text).strip(" .,;")
    match = heads.NUMBER.match(text)
    return Value(text=match[0].strip() if match and len(match[0]) >= len(text) - 1 else text, line=value.line)


def date_of(head: heads.Head, lines: Sequence[Line]) -> tuple[Value | None, bool]:
    """The labelled date; else the first one in the head, as letters have it: „Ort, 17. August 2022“."""
    if (labelled := head.values.get(Label.DATE)) and (iso := first_date(labelled.text)):
        return Value(text=iso, line=labelled.line), True
    for line in lines:
        if re.match(r"(?:[A-ZÄÖÜ][\w./-]+\s*){1,3},\s*(?:den\s+)?\d", line.words) and (iso := first_date(line.words)):
            return Value(text=iso, line=line), True
    for line in lines:
        for cell in filled(line.text):
            if re.fullmatch(r"(?:vom|den|am)?\s*[\d.]+\s*\w*\.?\s*\d*", cell) and (iso := first_date(cell)):
                return Value(text=iso, line=line), False
        if (
            len(line.words.split()) <= 8
            and not re.search(r"Anfrage|Antrag|vom\s", line.words)
            and (iso := first_date(line.words))
        ):
            return Value(text=iso, line=line), False
    return None, False


def lead_of(head: heads.Head) -> Value | None:
    value = head.values.get(Label.LEAD)
    if value and not re.match(r"[IVX]+\b|\d", value.text):
        return value
    if value:  # „Dezernat: I“ needs its label to be a name
        match = re.search(
            r"(Dezernat|Amt|Fachbereich|Fachdienst|FB|FD|Abteilung|Referat|Sachgebiet)\b", value.line.words
        )
        return Value(text=f"{match[1]} {value.text}" if match else value.text, line=value.line)
    return None


def attachments_in(parts: Sequence[Section]) -> list[Value]:
    """Titles of annexes, one a line or one a mark."""
    found: list[Value] = []
    for part in parts:
        if part.part is not Part.ATTACHMENTS:
            continue
        marked = any(mark_of(line.words) for line in part.lines)
        for paragraph in paragraphs(part.lines):
            for line in paragraph:
                mark = mark_of(line.words)
                text = mark.rest if mark else line.words
                if found and line is not paragraph[0] and not mark and (marked or text[:1].islower()):
                    last = found[-1]
                    found[-1] = Value(text=joined(last.text, text), line=last.line)
                elif _is_annex(text):
                    found.append(Value(text=text, line=line))
    if not found:
        numbered = [(line, _ANNEX.fullmatch(line.words)) for part in parts[1:] for line in part.lines]
        found = [
            Value(text=match["title"], line=line) for line, match in numbered if match and _is_annex(match["title"])
        ]
    return found[:40]


def _is_annex(text: str) -> bool:
    if not 2 < len(text) <= 200 or re.match(r"(?:gez\.|Im Auftrag|In Vertretung)", text):
        return False
    return not re.fullmatch(r"(?:keine|entfällt|ohne)\.?", text, re.IGNORECASE)
