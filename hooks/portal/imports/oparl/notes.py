"""What the importer has to say: one German sentence each, with the file or object it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
    #: Wordings that no table knows, with what they are said of, and how often.
    wordings: Counter[tuple[str, str]] = field(default_factory=Counter)

    def hint(self, where: str, message: str) -> None:
        self.hints[Note(where, message)] = None

    def unknown_wording(self, of: str, wording: str) -> None:
        self.wordings[of, wording] += 1

    def failure(self, where: str, message: str) -> None:
        self.failures[Note(where, message)] = None

    def lines(self) -> Iterator[str]:
        """Everything there is to say: objects first, then wordings, the most frequent first, then what failed."""
        yield from map(str, self.hints)
        for (of, wording), amount in sorted(self.wordings.items(), key=lambda item: (-item[1], item[0])):
            yield f"{of} „{wording}“ ({amount}-mal): Keine Liste kennt das. Es steht im Wortlaut da."
        yield from map(str, self.failures)
