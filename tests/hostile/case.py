"""One hostile case: files in a data folder, and how they must end."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True, slots=True)
class Pipe:
    """A file that never ends when it is read."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A file of so many bytes that take no room on the disk."""

    size: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """The same bytes over and over, without keeping them in memory."""

    head: str
    piece: str
    times: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder where a file is expected."""


Content = str | bytes | Link | Pipe | Hole | Repeated | Folder


@dataclass(frozen=True, slots=True)
class Problem:
    """It is refused, in a sentence that holds this word."""

    word: str
    #: The line that is named, where the case is about it.
    line: int = 0


@dataclass(frozen=True, slots=True)
class Harmless:
    """It is accepted, and this is why that is right."""

    because: str
    #: What is stored and shown as it was written.
    literally: str = ""
    #: The page looks like that of its innocent twin, but for the words.
    like_twin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    family: str
    name: str
    files: Mapping[str, Content]
    expected: Problem | Harmless

    @property
    def id(self) -> str:
        return f"{self.family}: {self.name}"


def write(folder: Path, files: Mapping[str, Content]) -> None:
    """Put files into a folder, whatever kind they are of."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case str():
                path.write_bytes(content.encode())
            case bytes():
                path.write_bytes(content)
            case Link():
                path.symlink_to(content.target)
            case Pipe():
                os.mkfifo(path)
            case Hole():
                path.touch()
                os.truncate(path, content.size)
            case Repeated():
                with path.open("w", encoding="utf-8") as file:
                    file.write(content.head)
                    for _ in range(content.times):
                        file.write(content.piece)
            case Folder():
                path.mkdir()
