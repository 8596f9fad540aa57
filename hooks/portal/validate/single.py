"""One record file on its own, wherever it lies: what a draft would be, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from portal.load import DataFile, RawRecord
from portal.load.text import Unreadable, split_front_matter
from portal.load.yamlevents import parse
from portal.problems import Problem
from portal.records import Record
from portal.register.entries import Entry
from portal.validate import validate


def entry_of(path: Path, type_name: str, record_id: str, text: str) -> tuple[list[Entry[Record]], list[Problem]]:
    """The entry that a written file holds, if it can be read, and its problems by line."""
    origin = DataFile(file=path, path=str(path), source=f"data/{type_name}/{record_id}{path.suffix}")
    try:
        header, body, body_line = split_front_matter(text) if text.startswith("---") else (text, "", 1)
        raw = RawRecord(
            type=type_name, id=record_id, values=parse(header), body=body, body_line=body_line, origin=origin
        )
    except Unreadable as error:
        return [], [Problem(path=str(path), line=error.line, message=error.message)]
    return validate([raw])
