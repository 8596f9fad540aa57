"""What loading hands on: files, the raw records in them, and problems on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from portal.load.positions import line_of
from portal.problems import Problem
from portal.records.references import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of the data folder under its three names."""

    file: Path
    #: As messages name it: from where the command runs.
    path: str
    #: As the repository names it, wherever this copy lies.
    source: str


@dataclass(frozen=True, kw_only=True)
class RawRecord:
    """The values of one record as written, and where they are written."""

    type: str
    id: str
    values: dict[str, Any]
    body: str = ""
    body_line: int = 1
    origin: DataFile
    #: The keys that lead to this record inside a file that holds several.
    prefix: Location = ()

    @property
    def path(self) -> str:
        return self.origin.path

    @cached_property
    def linking(self) -> tuple[tuple[Location, str], ...]:
        """The texts that may link to something, each with the field it stands in (none for the prose)."""
        found: list[tuple[Location, str]] = []
        if _may_link(self.body):
            found.append(((), self.body))
        _collect_linking(self.values.items(), (), found)
        return tuple(found)

    def problem(self, location: Location, message: str) -> Problem:
        """A problem at a field of this record."""
        line = line_of(self.origin.file, self.prefix + location)
        return Problem(path=self.path, line=line, message=message, location=location)


@dataclass(slots=True)
class Unread:
    """What is there but could not be read. Naming it is no second problem."""

    #: What the records would have been called.
    names: set[str] = field(default_factory=set)
    #: Types of which a shared file could not be read, so that nobody knows which names it holds.
    types: set[str] = field(default_factory=set)

    def may_hold(self, name: str, types: tuple[str, ...] = ()) -> bool:
        bare = name.partition("#")[0].rpartition("/")[2].strip()
        return bare in self.names or bool(self.types.intersection(types) if types else self.types)


@dataclass(slots=True)
class Loaded:
    """Everything found in data/."""

    records: list[RawRecord] = field(default_factory=list)
    #: The portal's own settings.
    settings: RawRecord | None = None
    #: What looks private and may stand there all the same.
    privacy: RawRecord | None = None
    unreadable: Unread = field(default_factory=Unread)
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: Loaded) -> None:
        """What another file holds."""
        self.records += other.records
        self.settings = other.settings or self.settings
        self.privacy = other.privacy or self.privacy
        self.unreadable.names |= other.unreadable.names
        self.unreadable.types |= other.unreadable.types
        self.problems += other.problems

    def give_up(self, origin: DataFile, relative: Path, line: int, message: str) -> None:
        """Report a file that cannot be read, and remember what it would have held."""
        self.problems.append(Problem(path=origin.path, line=line, message=message))
        (self.unreadable.names if len(relative.parts) > 1 else self.unreadable.types).add(relative.stem)


def _may_link(text: str) -> bool:
    return "[" in text or "<" in text


def _collect_linking(
    items: Iterable[tuple[int | str, Any]], location: Location, found: list[tuple[Location, str]]
) -> None:
    """Half a million values in a city: no generator for each, and no location where there is nothing to find."""
    for step, value in items:
        if isinstance(value, str):
            if _may_link(value):
                found.append(((*location, step), value))
        elif isinstance(value, dict):
            _collect_linking(value.items(), (*location, step), found)
        elif isinstance(value, list):
            _collect_linking(enumerate(value), (*location, step), found)
