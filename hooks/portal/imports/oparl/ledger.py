"""What the last import wrote, field by field, so that the next one can tell its own values from editors'.

Fingerprints only, one line a record, in a hidden folder of the data: `.oparl/stand.jsonl`. It belongs into the
repository with the records. While an import runs, lines are added to a journal; a crash loses nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from portal.register.entries import Key
from portal.writing.files import replace

FOLDER = ".oparl"
_STATE, _JOURNAL = "stand.jsonl", "laufend.jsonl"

Prints = dict[str, str]


def fingerprint(value: object) -> str:
    """The same for the same value; nothing for no value."""
    if value is None:
        return ""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:12]


@dataclass(slots=True)
class Line:
    """What was written of one object: into which record, from which version, which fields, which stations."""

    record: Key
    modified: str = ""
    fields: Prints = field(default_factory=dict)
    #: By consultation.
    stations: dict[str, Prints] = field(default_factory=dict)

    def as_json(self, name: str) -> str:
        values = {"id": name, "eintrag": str(self.record), "geaendert": self.modified, "felder": self.fields}
        if self.stations:
            values["stationen"] = self.stations
        return json.dumps(values, ensure_ascii=False)


class Ledger:
    """Lines by the id of the object; written by appending while the import runs, and in order at its end."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER
        self.lines: dict[str, Line] = {}
        self._journal: TextIOWrapper | None = None
        for name in (_STATE, _JOURNAL):
            self.lines |= dict(_read(self._folder / name))

    def note(self, name: str, line: Line) -> None:
        """Remember what was just written."""
        if name in self.lines and self.lines[name] == line:
            return
        self.lines[name] = line
        if self._journal is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._journal = (self._folder / _JOURNAL).open("a", encoding="utf-8")
            # After a crash the last line may have no end.
            self._journal.write("\n" if self._journal.tell() else "")
        self._journal.write(line.as_json(name) + "\n")
        self._journal.flush()

    def close(self) -> None:
        """All lines in the order of their ids; the journal has done its work."""
        if self._journal:
            self._journal.close()
            self._journal = None
        journal = self._folder / _JOURNAL
        if self.lines and (journal.exists() or not (self._folder / _STATE).exists()):
            replace(
                self._folder / _STATE, "".join(f"{self.lines[name].as_json(name)}\n" for name in sorted(self.lines))
            )
        journal.unlink(missing_ok=True)


def _read(path: Path) -> Iterator[tuple[str, Line]]:
    if not path.is_file():
        return
    for text in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            values = json.loads(text)
            record_type, _, record_id = values["eintrag"].partition("/")
            line = Line(
                record=Key(record_type, record_id),
                modified=str(values["geaendert"]),
                fields=_prints(values["felder"]),
                stations={str(name): _prints(prints) for name, prints in values.get("stationen", {}).items()},
            )
            yield str(values["id"]), line
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # cut off in a crash: the record is compared by its own values then


def _prints(values: dict[str, Any]) -> Prints:
    return {str(key): str(value) for key, value in values.items()}
