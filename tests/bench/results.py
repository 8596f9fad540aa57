"""What was measured, as it is stored: one JSON file a commit, read again to compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError


@dataclass(frozen=True, kw_only=True)
class Build:
    """One cold build of a made-up town, and one check of its records."""

    records: int
    pages: int
    files: int
    #: On disk, in MB.
    size: float
    seconds: float
    #: Seconds of all processors together.
    processor: float
    #: Seconds of a check when nothing is known of the records, and of the same once more.
    check: float
    check_again: float
    #: Seconds by the name of the phase, in their order. What they leave over is MkDocs and the start of Python.
    phases: dict[str, float]
    memory: float
    memory_without_pagefind: float


@dataclass(frozen=True, kw_only=True)
class Peer:
    """Another generator on the same records' text, a page for each record."""

    name: str
    version: str
    pages: int
    seconds: float
    #: Seconds of all processors together, and MB; None where the seconds are computed.
    processor: float | None
    memory: float | None
    #: How it was set up, or that the seconds are computed.
    note: str


@dataclass(frozen=True, kw_only=True)
class Run:
    """The times of one build."""

    seconds: float
    processor: float
    phases: dict[str, float]


@dataclass(frozen=True, kw_only=True)
class Rebuild:
    """A town built, one summary changed, and built again; then changed and built once more.

    Only from the second time on is there a site before the last to begin with.
    """

    records: int
    cold: Run
    again: Run
    later: Run


@dataclass(frozen=True, kw_only=True)
class Serve:
    """Seconds until a change is there under `mkdocs serve`; None where it did not come within the time given."""

    records: int
    start: float
    page: float | None
    search: float | None
    limit: float


@dataclass(frozen=True, kw_only=True)
class Visits:
    """What comes over the wire, in kB as a web server would compress it."""

    records: int
    first_page: float
    second_page: float
    first_search: float
    #: Further searches: the middle one and the heaviest.
    further_search: float
    heaviest_search: float
    first_search_seconds: float


@dataclass(frozen=True, kw_only=True)
class Results:
    commit: str
    #: Day and hour, in UTC.
    taken: str
    machine: str
    builds: list[Build] = field(default_factory=list)
    peers: list[Peer] = field(default_factory=list)
    rebuild: Rebuild | None = None
    serve: Serve | None = None
    visits: Visits | None = None
    #: What could not be measured, and why.
    missing: list[str] = field(default_factory=list)


_FILE = TypeAdapter(Results)


class Unreadable(Exception):
    """A file is not what this benchmark stores; the message says so."""


def stored(path: Path) -> Results:
    """What a file holds. Fields that later versions dropped do no harm; those they added do."""
    try:
        return _FILE.validate_json(path.read_bytes())
    except ValidationError:
        raise Unreadable(f"{path} holds no results, or those of another benchmark. Please measure again.") from None


def as_json(results: Results) -> bytes:
    return _FILE.dump_json(results, indent=2) + b"\n"
