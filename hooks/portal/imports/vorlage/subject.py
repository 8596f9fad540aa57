"""What a paper is and what it is about: its kind, its title, who brought it in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from portal.imports.vorlage.cells import filled
from portal.imports.vorlage.labels import lone_label
from portal.imports.vorlage.lines import Line, paragraphs, text_of
from portal.imports.vorlage.stationcells import column_of
from portal.records.words import PaperKind

#: The first that fits counts.
_KINDS: tuple[tuple[PaperKind, str], ...] = (
    (PaperKind.ANSWER, r"beantwortung\b.{0,60}\banfrage|antwort\s+(?:auf|zu[rm]?)\b.{0,60}\banfrage|anfragenbeantwortung|antwort\s+der\s+verwaltung|anfrage"),
    (PaperKind.AMENDMENT, r"änderungs-?antrag|ergänzungsantrag"),
    (PaperKind.NOTICE, r"mitteilungsvorlage|informationsvorlage|mitteilung|bekanntgabe|kenntnisnahmevorlage|info-?vorlage"),
    (PaperKind.REPORT, r"berichtsvorlage|sachstandsbericht|bericht"),
    (PaperKind.RESOLUTION_PAPER, r"beschlu(?:ss|ß)-?vorlage|sitzungsvorlage|entscheidungsvorlage|verwaltungsvorlage|ratsvorlage|magistratsvorlage"),
    (PaperKind.MOTION, r"(?:rats|dringlichkeits|fraktions|prüf|haushalts|sach|eil)?-?antrag"),
)  # fmt: skip
_KIND_PATTERNS = [(kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _KINDS]
_ONLY_PUBLIC = re.compile(r"\W*(?:nicht)?\s?-?öffentlich\w*\W*", re.IGNORECASE)
_LETTERHEAD = re.compile(r"(?:(?:Hanse|Landeshaupt|Universitäts|Kreis|Große\s+Kreis)?stadt|Gemeinde|Landkreis|Kreis|Amt|Samtgemeinde|Markt|Bezirksamt)\s+[A-ZÄÖÜ][\w.-]+(?:\s+[\w./-]+){0,3}|(?:Der|Die)\s+(?:Ober)?[Bb]ürgermeister(?:in)?|Der\s+(?:Magistrat|Landrat|Bürgermeister)|Die\s+Landrätin|.{0,30},\s+(?:den\s+)?\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}|[A-Z]\w+\s+\d{4})", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The title as printed, and whether it was marked as such."""

    text: str
    lines: tuple[Line, ...]
    sure: bool


def kind_line(lines: Sequence[Line]) -> tuple[PaperKind, Line] | None:
    """A line that names the kind of paper and little else: „BESCHLUSSVORLAGE“, „Mitteilungsvorlage M 24/031“."""
    for line in lines:
        for cell in filled(line.text):
            bare = re.sub(r"[\s:]*(?:Nr\.?)?[\s:]*(?:[A-Z]{1,5}[ /-]?)?\d[\w/.\- ]{0,20}$", "", cell).strip(" :")
            if len(bare.split()) <= 4 and (kind := kind_in(bare)) and not column_of(bare):
                return kind, line
    return None


def kind_in(text: str) -> PaperKind | None:
    """The kind of paper that words name."""
    return next((kind for kind, pattern in _KIND_PATTERNS if pattern.search(text)), None)


def title_in(lines: Sequence[Line]) -> Subject | None:
    """The title among what is left of the head: marked as a heading, or the last paragraph before the first section."""
    candidates = [block for block in paragraphs(lines) if _may_be_title(block)]
    marked = [block for block in candidates if any(line.heading for line in block)]
    if marked:
        return Subject(text=text_of(marked[-1]), lines=tuple(marked[-1]), sure=True)
    if not candidates:
        return None
    block = candidates[-1]
    return Subject(text=text_of(block), lines=tuple(block), sure=len(candidates) == 1)


def _may_be_title(block: Sequence[Line]) -> bool:
    text = text_of(block)
    if not 6 <= len(text) <= 500 or len(block) > 6 or not re.search(r"[A-Za-zÄÖÜäöü]{3}", text):
        return False
    if any(lone_label(line.words) for line in block) or all(_LETTERHEAD.fullmatch(line.words) for line in block):
        return False
    if len(block) == 1 and kind_line(block) and len(re.sub(r"[\W\d]+(?:Nr)?", " ", text).split()) <= 1:
        return False
    return not text.endswith((",", ":")) and not _ONLY_PUBLIC.fullmatch(text)
