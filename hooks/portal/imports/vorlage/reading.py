"""From a file to lines: PDFs and plain texts, and German sentences for what cannot be read."""

from __future__ import annotations

import textwrap
from pathlib import Path

from portal.imports.vorlage.cleaning import clean, without_furniture
from portal.imports.vorlage.lines import Document, Line
from portal.imports.vorlage.pdf import MAX_PAGES, CannotRead, pages_of

MAX_BYTES = 40_000_000
MAX_TEXT = 2_000_000
MAX_LINE = 4_000
_PACKED = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def read_document(file: Path) -> Document:
    """The lines of a PDF or a text file, or CannotRead with a German sentence."""
    try:
        if not file.is_file():
            what = "ist ein Ordner, keine Datei" if file.is_dir() else "gibt es nicht"
            raise CannotRead(f"„{file}“ {what}.")
        if file.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            raise CannotRead(f"„{file.name}“ ist größer als {limit} MB. Bitte nur die Vorlage ohne Anlagen einlesen.")
        data = file.read_bytes()
    except OSError as error:
        raise CannotRead(f"„{file}“ lässt sich nicht lesen: {error.strerror}.") from None
    return document(data, file.name)


def document(data: bytes, name: str) -> Document:
    """By what the bytes are, whatever the file is called."""
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise CannotRead(f"„{name}“ ist leer.")
    if b"%PDF-" in data[:1024]:
        pages, remarks = pages_of(data, name)
        return Document(lines=tuple(without_furniture([_page(text, page) for page, text in pages])), remarks=remarks)
    if data.startswith((_PACKED, _OLD_WORD)):
        raise CannotRead(
            f"„{name}“ ist keine PDF- und keine Textdatei. Bitte in der Textverarbeitung als PDF speichern."
        )
    if name.lower().endswith(".pdf"):
        raise CannotRead(f"„{name}“ heißt wie ein PDF, ist aber keines. Bitte noch einmal herunterladen.")
    if len(data) > MAX_TEXT:
        raise CannotRead(
            f"„{name}“ ist mit {len(data) // 1000} kB zu groß für einen Text. Erlaubt sind {MAX_TEXT // 1000} kB."
        )
    return from_text(_decoded(data, name))


def from_text(text: str) -> Document:
    """A text as it is; form feeds part pages, lines are counted as an editor counts them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    number = 0
    pages: list[list[Line]] = []
    for page in text.split("\f"):
        pages.append([])
        for raw in page.split("\n"):
            number += 1
            pages[-1] += _lines(raw, number, None)
        number -= 1  # the form feed stands inside a line
    return Document(lines=tuple(without_furniture(pages)))


def _page(text: str, page: int) -> list[Line]:
    """Lines of a printed page, counted without the empty ones, as a reader would."""
    lines: list[Line] = []
    number = 0
    for raw in text.split("\n"):
        number += bool(raw.strip())
        lines += _lines(raw, max(number, 1), page)
    return [*lines, Line(text="", number=max(number, 1), page=page)] if _ends_paragraph(lines) else lines


def _lines(raw: str, number: int, page: int | None) -> list[Line]:
    """One line, or several of one number where nobody would print that much in one."""
    text, marked = clean(raw)
    pieces = [text] if len(text) <= MAX_LINE else textwrap.wrap(text, MAX_LINE)
    return [Line(text=piece, number=number, page=page, heading=marked) for piece in pieces]


def _ends_paragraph(lines: list[Line]) -> bool:
    """Whether the page's last line ends a sentence: otherwise the paragraph goes on overleaf."""
    last = next((line.words for line in reversed(lines) if line.words), "")
    return last.endswith((".", "?", "!", ":"))


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, UTF-16 with its mark, or what Windows saved before."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        raise CannotRead(f"„{name}“ ist keine PDF- und keine Textdatei.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


__all__ = ["MAX_PAGES", "CannotRead", "document", "from_text", "read_document"]
