"""A draft record from what was found in a paper: every field with its place, the rest as examples to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.imports.vorlage.inquirydraft import add_inquiry
from portal.imports.vorlage.lines import Document
from portal.imports.vorlage.paper import PaperFound, read_paper
from portal.imports.vorlage.paperdraft import add_paper
from portal.imports.vorlage.register import Known
from portal.imports.vorlage.sheet import Sheet
from portal.invisible import without_invisible
from portal.validate import slugify
from portal.writing.yamltext import record_text

PAPERS, INQUIRIES = "beschluesse", "fragen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A record file to be, and what to say about it."""

    type: str
    id: str
    text: str
    found: tuple[str, ...]
    missing: tuple[str, ...]
    unsure: tuple[str, ...]


def draft_of(document: Document, source: str, known: Known, *, type_name: str | None = None) -> Draft | None:
    """A draft of the type asked for, or of the one that fits; None where the text is no council paper."""
    paper = read_paper(document, known.directory)
    if not paper.is_paper:
        return None
    type_name = type_name or (INQUIRIES if paper.is_inquiry else PAPERS)
    sheet = Sheet()
    if type_name == INQUIRIES:
        add_inquiry(sheet, paper, known)
    else:
        add_paper(sheet, paper, known)
    first = next(iter(sheet.values))
    preamble = (
        f"Entwurf aus „{without_invisible(source)}“. Über jedem Feld steht, wo es auf dem Papier steht. Bitte vergleichen, Zeilen mit einem Beispiel "
        "hinter „#“ ausfüllen oder löschen, Texte in eigenen Worten schreiben. Zum Schluss diese Kommentare löschen.\n"
    )
    sheet.comments[first,] = preamble + sheet.comments.get((first,), "")
    return Draft(
        type=type_name,
        id=known.free_id(type_name, _wanted_id(paper, type_name)),
        text=record_text(sheet.values, comments=sheet.comments),
        found=tuple(sheet.found),
        missing=tuple(sheet.missing),
        unsure=(*document.remarks, *sheet.unsure),
    )


def _wanted_id(paper: PaperFound, type_name: str) -> str:
    """From the number, else from the title and the year."""
    number = slugify(paper.number.text) if paper.number else ""
    if number and type_name == PAPERS:
        return number if not number.isdigit() else f"vorlage-{number}"
    if number:
        return f"anfrage-{number}"
    words = _words(slugify(paper.title.text).split("-")) if paper.title else []
    year = next((station.said.date[:4] for station in paper.stations if station.said.date), None)
    year = paper.date.text[:4] if paper.date else year
    return "-".join([*words, *([year] if year and year not in words else [])])


def _words(words: Sequence[str], limit: int = 6) -> list[str]:
    filling = {"der", "die", "das", "des", "dem", "den", "und", "zum", "zur", "von", "vom", "fuer", "im", "in", "am", "auf", "ueber", "eine", "einer", "eines", "mit", "an", "herrn", "frau", "thema"}  # fmt: skip
    return [word for word in words if word not in filling and len(word) < 40][:limit]
