"""A local copy of what an endpoint has sent, and how far one got: stopped anywhere, the next run goes on from there."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from portal.writing.files import replace

_OBJECTS, _STATE = "objekte.jsonl", "stand.json"


@dataclass(slots=True)
class ListState:
    """How far a list was read."""

    #: Everything changed before that moment is here already.
    since: str = ""
    #: Where to go on, and when this reading began.
    next: str = ""
    began: str = ""


@dataclass(slots=True)
class Spool:
    """Objects are appended; the newest version of each counts."""

    folder: Path
    lists: dict[str, ListState] = field(default_factory=dict)
    #: Objects that others name and that the system does not have.
    gone: set[str] = field(default_factory=set)

    @classmethod
    def at(cls, folder: Path) -> Spool:
        """The copy in a folder, as far as it is readable."""
        spool = cls(folder)
        try:
            state = json.loads((folder / _STATE).read_text(encoding="utf-8"))
            spool.lists = {url: ListState(**values) for url, values in state["listen"].items()}
            spool.gone = {str(name) for name in state["fehlt"]}
            _cut_off(folder / _OBJECTS)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # Without knowing how far it got, a copy is worth nothing.
            return cls(folder)
        return spool

    def forget(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.lists, self.gone = {}, set()

    def add(self, objects: Iterable[Any]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        # A copy that nobody knows the state of begins anew.
        mode = "ab" if (self.folder / _STATE).exists() else "wb"
        with (self.folder / _OBJECTS).open(mode) as file:
            for item in objects:
                file.write(_line(item))
            file.flush()
            os.fsync(file.fileno())
        self.save()

    def save(self) -> None:
        state: Mapping[str, Any] = {
            "listen": {url: asdict(found) for url, found in self.lists.items()},
            "fehlt": sorted(self.gone),
        }
        replace(self.folder / _STATE, json.dumps(state, indent=1) + "\n")

    def objects(self) -> Iterator[Any]:
        path = self.folder / _OBJECTS
        if path.is_file():
            with path.open("rb") as file:
                for line in file:
                    yield json.loads(line)


def _line(item: Any) -> bytes:
    try:
        return json.dumps(item, separators=(",", ":")).encode() + b"\n"
    except RecursionError:
        return b""  # so deep that it is no object of the standard


def _cut_off(path: Path) -> None:
    """What a crash left of a last line."""
    with path.open("rb+") as file:
        data = file.read()
        file.truncate(data.rfind(b"\n") + 1)
