"""From bytes to clean text: UTF-8 only, one kind of line end, no invisible control characters."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from portal.invisible import first_invisible

MAX_BYTES = 2_000_000
#: More than any record says below its head and in one of its fields. Markdown takes time that grows faster than the text.
MAX_PROSE, MAX_FIELD = 100_000, 20_000
#: How deep brackets may be open. Markdown looks for the end of each of them, over and over.
_MAX_OPEN = 100
#: Texts up to this length hold nothing that could be too much.
HARMLESS = _MAX_OPEN
_BRACKETS = (("[", "]"), ("(", ")"), ("<", ">"))
_FOOTNOTE, _MAX_FOOTNOTES = "[^", 300
#: Begins with the line before it: a pattern that begins with a sign is searched for many times as fast.
_CLOSING = re.compile(r"\n---[ \t]*$", re.MULTILINE)
#: What Markdown reads as one block, line by line from its beginning.
_MAX_LINES = 1000


class Unreadable(Exception):
    """A file that cannot be read as a record, with the line and a German sentence."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def decode(data: bytes) -> str:
    """The text of a file, without byte order mark and with plain line feeds."""
    _refuse_large(len(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            line, "Die Datei ist nicht in UTF-8 gespeichert. Bitte mit der Kodierung „UTF-8“ speichern."
        ) from None
    text = _plain(text)
    refuse_invisible(text, line=1)
    return text


def decode_again(data: bytes) -> str:
    """The text of bytes that have been decoded before, and were in order."""
    return _plain(data.decode("utf-8-sig"))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read(file: Path) -> str:
    """The text of a file."""
    return decode(read_bytes(file))


def read_bytes(file: Path) -> bytes:
    """What is in a file, whose size is looked at before it is read."""
    found = file.stat()
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(1, "Das ist keine gewöhnliche Datei. Bitte löschen.")
    _refuse_large(found.st_size)
    return file.read_bytes()


def _refuse_large(size: int) -> None:
    if size > MAX_BYTES:
        raise Unreadable(1, f"Die Datei ist mit {size // 1000} kB zu groß. Erlaubt sind {MAX_BYTES // 1000} kB.")


def refuse_endless(text: str, *, line: int, most: int = MAX_PROSE) -> None:
    """No text may keep a build busy for minutes: not by its length, and not by brackets that never close."""
    if len(text) <= HARMLESS:
        return
    if len(text) > most:
        message = f"Der Text ist mit {len(text)} Zeichen zu lang. Erlaubt sind {most}. Bitte kürzen oder aufteilen."
        raise Unreadable(line, message)
    for opening, closing in _BRACKETS:
        if text.count(opening) > _MAX_OPEN and (offset := _too_deep(text, opening, closing)) is not None:
            message = f"Hier sind mehr als {_MAX_OPEN} Klammern „{opening}“ offen. Bitte schließen oder löschen."
            raise Unreadable(line + text.count("\n", 0, offset), message)
    if text.count(_FOOTNOTE) > _MAX_FOOTNOTES:
        raise Unreadable(
            line, f"Der Text hat mehr als {_MAX_FOOTNOTES} Fußnoten. Bitte auf mehrere Einträge aufteilen."
        )
    rows = 0
    for number, row in enumerate(text.split("\n"), start=line):
        rows = rows + 1 if row.strip() else 0
        if rows > _MAX_LINES:
            message = f"Hier stehen mehr als {_MAX_LINES} Zeilen ohne Leerzeile. Bitte Absätze machen oder aufteilen."
            raise Unreadable(number, message)


def _too_deep(text: str, opening: str, closing: str) -> int | None:
    """Where the brackets that are open become too many."""
    depth = 0
    for match in re.finditer(re.escape(opening) + "|" + re.escape(closing), text):
        depth = depth + 1 if match[0] == opening else max(0, depth - 1)
        if depth > _MAX_OPEN:
            return match.start()
    return None


def refuse_invisible(text: str, *, line: int) -> None:
    """Nothing that cannot be seen may stand in a record, whether as a character or as an escape for one."""
    if match := first_invisible(text):
        line += text.count("\n", 0, match.start())
        raise Unreadable(line, f"Unsichtbares Steuerzeichen U+{ord(match[0]):04X} gefunden. Bitte löschen.")


def split_front_matter(text: str) -> tuple[str, str, int]:
    """The YAML header, the prose below it and the line the prose starts on."""
    if not text.strip():
        raise Unreadable(1, "Die Datei ist leer. Sie braucht einen Kopf zwischen zwei Zeilen mit „---“.")
    opening = re.match(r"---[ \t]*\n", text)
    if not opening:
        raise Unreadable(
            1, "Die Datei beginnt nicht mit „---“. In der ersten Zeile stehen drei Bindestriche, darunter die Felder."
        )
    closing = _CLOSING.search(text, opening.end() - 1)
    if not closing:
        raise Unreadable(
            1, "Der Kopf der Datei ist nicht geschlossen: Unter das letzte Feld gehört eine Zeile mit „---“."
        )
    # The header keeps its first line (blanked), so that line numbers in it are line numbers of the file.
    header = "\n" + text[opening.end() : closing.start() + 1]
    rest = text[closing.end() :]
    body = rest.lstrip("\n")
    body_line = text.count("\n", 0, closing.end()) + 1 + len(rest) - len(body)
    return header, body.rstrip(), body_line
