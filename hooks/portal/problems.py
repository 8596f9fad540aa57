"""What is wrong with a record, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from portal.invisible import in_one_line


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """One problem in one file, in a German sentence an editor can act on."""

    path: str
    line: int
    message: str
    #: The keys that lead to the field, for whoever wants to tell problems at one line apart.
    location: tuple[str | int, ...] = field(default=(), compare=False)

    def as_text(self) -> str:
        return in_one_line(f"{self.path}:{self.line}: {self.message}")

    def as_github(self, level: str = "error") -> str:
        """A workflow command that GitHub shows as an annotation on the changed line."""
        message = _escape(self.message)
        path = _escape(self.path).replace(":", "%3A").replace(",", "%2C")
        return f"::{level} file={path},line={self.line}::{message}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, sorted by file, then line, then text."""
    return sorted(set(problems))


def summary(problems: list[Problem], records: int) -> str:
    """The closing sentence of a check."""
    read = f"{records} {'Eintrag' if records == 1 else 'Einträge'} gelesen"
    if not problems:
        return f"{read}, keine Probleme gefunden."
    files = len({problem.path for problem in problems})
    found = "1 Problem" if len(problems) == 1 else f"{len(problems)} Probleme"
    return f"{read}, {found} in {files} {'Datei' if files == 1 else 'Dateien'}."


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Meinten Sie „…“?`` for the nearest known word, or nothing when none is near."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.7)
    return f" Meinten Sie „{by_lower[near[0]]}“?" if near else ""


def _escape(text: str) -> str:
    return in_one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))
