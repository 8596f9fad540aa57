"""What the importer has to say: one German sentence each, with the file or object it is about."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """Something that was not as it should be, and what was done about it."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


@dataclass(slots=True)
class Notes:
    """All notes of one run, each once, in the order in which they came up."""

    #: What came out differently than it was delivered.
    hints: dict[Note, None] = field(default_factory=dict)
    #: What could not be read or written at all.
    failures: dict[Note, None] = field(default_factory=dict)

    def hint(self, where: str, message: str) -> None:
        self.hints[Note(where, message)] = None

    def failure(self, where: str, message: str) -> None:
        self.failures[Note(where, message)] = None
