"""The printed lines of a PDF, with the gaps between columns kept. The only module that knows pypdf."""

from __future__ import annotations

import io
import logging

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

#: Papers have a few pages; what comes after so many are plans and annexes.
MAX_PAGES = 80
#: A page of text is a few kB; drawings run into megabytes and would take minutes.
MAX_PAGE_BYTES = 3_000_000


class CannotRead(Exception):
    """A file that yields no text; the message says why, in German."""


def pages_of(data: bytes, name: str) -> tuple[list[tuple[int, str]], tuple[str, ...]]:
    """Number and text of each page, and remarks on what was left out."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _pages(data, name)
    except CannotRead:
        raise
    except (FileNotDecryptedError, DependencyError):
        raise CannotRead(_LOCKED.format(name=name)) from None
    except Exception:  # whatever a broken file does to the reader
        raise CannotRead(
            f"„{name}“ ist beschädigt und lässt sich nicht lesen. Bitte noch einmal herunterladen."
        ) from None


_LOCKED = (
    "„{name}“ ist verschlüsselt. Bitte in einem PDF-Programm öffnen, als neues PDF drucken und die neue Datei einlesen."
)


def _pages(data: bytes, name: str) -> tuple[list[tuple[int, str]], tuple[str, ...]]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise CannotRead(_LOCKED.format(name=name))
    total = len(reader.pages)
    found: list[tuple[int, str]] = []
    without: list[str] = []
    for index in range(min(total, MAX_PAGES)):
        text = _text(reader, index)
        found.append((index + 1, text))
        if not text.strip():
            without.append(str(index + 1))
    if len(without) == len(found):
        raise CannotRead(
            f"„{name}“ enthält keinen Text, vermutlich ist es ein Scan. "
            "Bitte erst mit einer Texterkennung (OCR) bearbeiten oder das Papier selbst eintragen: portal new beschluesse."
        )
    remarks = [f"Ohne lesbaren Text: Seite {', '.join(without)}."] if without else []
    if total > MAX_PAGES:
        remarks.append(f"Gelesen sind nur die ersten {MAX_PAGES} von {total} Seiten.")
    return found, tuple(remarks)


def _text(reader: PdfReader, index: int) -> str:
    """A page's text as it is laid out; where that fails, in the order in which it was drawn."""
    page = reader.pages[index]
    contents = page.get_contents()
    if contents is None or len(contents.get_data()) > MAX_PAGE_BYTES:
        return ""
    try:
        if text := page.extract_text(extraction_mode="layout"):
            return text
    except Exception:  # noqa: S110 - fonts without widths and the like; the plain way often still works
        pass
    return page.extract_text()
