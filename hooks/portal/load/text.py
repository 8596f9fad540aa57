"""From bytes to clean text: UTF-8 only, one kind of line end, no invisible control characters."""

from __future__ import annotations

import re

MAX_BYTES = 2_000_000
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
#: Characters that reorder or hide text on screen, so that a reviewer reads something else than is stored.
_DECEPTIVE = re.compile("[\u061c\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")


class Unreadable(Exception):
    """A file that cannot be read as a record, with the line and a German sentence."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def decode(data: bytes) -> str:
    """The text of a file, without byte order mark and with plain line feeds."""
    if len(data) > MAX_BYTES:
        raise Unreadable(1, f"Die Datei ist mit {len(data) // 1000} kB zu groß. Erlaubt sind {MAX_BYTES // 1000} kB.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            line, "Die Datei ist nicht in UTF-8 gespeichert. Bitte mit der Kodierung „UTF-8“ speichern."
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_invisible(text, line=1)
    return text


def refuse_invisible(text: str, *, line: int) -> None:
    """Nothing that cannot be seen may stand in a record, whether as a character or as an escape for one."""
    for pattern in (_FORBIDDEN, _DECEPTIVE):
        if match := pattern.search(text):
            line += text.count("\n", 0, match.start())
            raise Unreadable(line, f"Unsichtbares Steuerzeichen U+{ord(match[0]):04X} gefunden. Bitte löschen.")


def without_invisible(text: str) -> str:
    """The same text for showing what stood in a record before anybody refused such signs."""
    return _DECEPTIVE.sub("", _FORBIDDEN.sub("", text))


def split_front_matter(text: str) -> tuple[str, str, int]:
    """The YAML header, the prose below it and the line the prose starts on."""
    if not text.strip():
        raise Unreadable(1, "Die Datei ist leer. Sie braucht einen Kopf zwischen zwei Zeilen mit „---“.")
    opening = re.match(r"---[ \t]*\n", text)
    if not opening:
        raise Unreadable(
            1, "Die Datei beginnt nicht mit „---“. In der ersten Zeile stehen drei Bindestriche, darunter die Felder."
        )
    closing = re.compile(r"^---[ \t]*$", re.MULTILINE).search(text, opening.end())
    if not closing:
        raise Unreadable(
            1, "Der Kopf der Datei ist nicht geschlossen: Unter das letzte Feld gehört eine Zeile mit „---“."
        )
    # The header keeps its first line (blanked), so that line numbers in it are line numbers of the file.
    header = "\n" + text[opening.end() : closing.start()]
    rest = text[closing.end() :]
    body = rest.lstrip("\n")
    body_line = text.count("\n", 0, closing.end()) + 1 + len(rest) - len(body)
    return header, body.rstrip(), body_line
