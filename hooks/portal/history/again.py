"""The history for a preview, which asks for it after every change: read from Git only where something could be different."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from portal.history.gitlog import standing
from portal.history.model import History
from portal.history.phrases import Phrases
from portal.history.reading import ReadPast, history_of, read_past, titles_of
from portal.records import Record
from portal.register.entries import Entry


class HistoryAgain:
    """Remembers what was read last. It holds as long as Git stands where it stood, and names mean what they meant."""

    def __init__(self) -> None:
        self._standing: bytes | None = None
        self._past: ReadPast | None = None

    def read(self, folder: Path, entries: Iterable[Entry[Record]]) -> History:
        """The same as `read_history`."""
        entries = [*entries]
        now = standing(folder)
        if now is None or now != self._standing or not (self._past and self._is_as_told(self._past, entries)):
            self._past = read_past(folder, Phrases(titles_of(entries)))
            self._standing = now
        return history_of(self._past, entries)

    @staticmethod
    def _is_as_told(past: ReadPast, entries: Iterable[Entry[Record]]) -> bool:
        return past.phrases.are_said_by(Phrases(titles_of(entries)))
