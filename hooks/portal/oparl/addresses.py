"""Where a record is to be found as an OParl object, if it is one."""

from __future__ import annotations

from portal.oparl.base import path
from portal.oparl.documents import is_file
from portal.oparl.stations import PAPERS, is_paper, paper_steps
from portal.records import Record, Source
from portal.register.entries import Entry

_KINDS = {"sitzungen": "meeting", "gremien": "organization", "personen": "person"}
#: The list of all objects that records of a type become.
_LISTS = {PAPERS: "paper", "fragen": "paper", "quellen": "file", **_KINDS}


def object_of(entry: Entry[Record]) -> str | None:
    """The path of a record's object below the site's root."""
    if is_paper(entry.record):
        return path("paper", *paper_steps(entry.key))
    if kind := _KINDS.get(entry.key.type):
        return path(kind, entry.key.id)
    if isinstance(entry.record, Source) and is_file(entry.record):
        return path("file", entry.key.id)
    return None


def list_of(record_type: str) -> str | None:
    """The path of the list of all objects that records of a type become."""
    kind = _LISTS.get(record_type)
    return path("body", "1", kind) if kind else None
