"""Small data folders for tests: a valid base, and on top of it what a test is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from portal.pipeline import Reading, read, register_of
from portal.register.link import Register

TODAY = dt.date(2026, 11, 21)

_BASE_FOLDER = Path(__file__).parent / "golden" / "base"
#: Settings, two bodies and a source: the least that other records lean on.
BASE = {file.relative_to(_BASE_FOLDER).as_posix(): file.read_bytes() for file in sorted(_BASE_FOLDER.rglob("*.yml"))}


class DataFolder:
    """A folder `data/` in the working directory of a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write(BASE)

    @classmethod
    def of(cls, folder: Path) -> DataFolder:
        """A folder that is there already, as it is."""
        made = cls.__new__(cls)
        made.folder = folder
        return made

    def write(self, files: Mapping[str, str | bytes]) -> DataFolder:
        """Add files, or replace those of the base; text is stored as UTF-8 without touching its line ends."""
        for path, content in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def read(self, today: dt.date = TODAY) -> Reading:
        """What the portal reads from the folder on a given day."""
        midnight = dt.datetime.combine(today, dt.time(), dt.UTC)
        return read(self.folder, {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}, lambda: today)

    def register(self, today: dt.date = TODAY) -> Register:
        """The linked register; the records must be free of problems."""
        reading = self.read(today)
        assert not reading.problems, "\n".join(problem.as_text() for problem in reading.problems)
        return register_of(reading)
