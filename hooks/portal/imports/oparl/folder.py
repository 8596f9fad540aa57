"""A folder of JSON files: one object a file, a list of objects, or one object a line. Sub-folders too, any names."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portal.imports.oparl.notes import Notes

#: An object of a council has some kilobytes; a page of a list, some megabytes.
MAX_BYTES = 200_000_000
_ENDINGS = (".json", ".jsonl")


def files(folder: Path) -> list[Path]:
    """Every JSON file below a folder, in a fixed order; hidden ones are left out."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(parent, name) for name in sorted(names) if name.lower().endswith(_ENDINGS) and not name.startswith(".")
        ]
    return found


def objects(folder: Path, paths: list[Path], notes: Notes) -> Iterator[tuple[Any, str]]:
    """What each file holds, and its name below the folder; nothing for a file that is no JSON."""
    for path in paths:
        where = os.fsencode(path.relative_to(folder)).decode(errors="replace")
        try:
            if path.stat().st_size > MAX_BYTES:
                notes.failure(where, f"Die Datei ist größer als {MAX_BYTES // 1_000_000} MB. Bitte aufteilen.")
                continue
            if path.suffix.lower() == ".jsonl":
                yield from _lines(path, where, notes)
            else:
                yield from _whole(path.read_bytes(), where, 1, notes)
        except OSError as error:
            notes.failure(where, f"Die Datei lässt sich nicht lesen: {error.strerror}.")


def _lines(path: Path, where: str, notes: Notes) -> Iterator[tuple[Any, str]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield from _whole(line, where, number, notes)


def _whole(data: bytes, where: str, first_line: int, notes: Notes) -> Iterator[tuple[Any, str]]:
    try:
        # Some systems forget to escape line ends in texts, which a strict reader refuses.
        yield json.loads(data.decode("utf-8-sig"), strict=False), where
    except UnicodeDecodeError as error:
        line = first_line + data.count(b"\n", 0, error.start)
        notes.failure(f"{where}:{line}", "Die Datei ist nicht in UTF-8 gespeichert. Sie wurde übergangen.")
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        notes.failure(
            f"{where}:{line}", f"Das ist kein gültiges JSON (Zeichen {error.colno}). Die Datei wurde übergangen."
        )
    except (RecursionError, ValueError):
        notes.failure(
            f"{where}:{first_line}", "Zu tief verschachtelt oder zu große Zahlen. Die Datei wurde übergangen."
        )
