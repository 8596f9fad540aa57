"""Importing in tests: objects or folders into a data folder, on a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data_folder import TODAY
from portal.check import editorial
from portal.imports.oparl import folder
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.run import Impossible, Outcome, run
from portal.pipeline import Reading, read


def import_objects(objects: Iterable[Any], data: Path, **options: Any) -> Outcome | None:
    """One run over objects; None where there is nothing that could be imported."""
    return run_import(((raw, f"objekt-{number}.json") for number, raw in enumerate(objects)), data, Notes(), **options)


def import_folder(source: Path, data: Path, **options: Any) -> Outcome:
    notes = Notes()
    outcome = run_import(folder.objects(source, folder.files(source), notes), data, notes, **options)
    assert outcome
    return outcome


def run_import(objects: Iterable[tuple[Any, str]], data: Path, notes: Notes, **options: Any) -> Outcome | None:
    try:
        return run(objects, data, **{"today": TODAY, "notes": notes, "progress": lambda *_: None, **options})
    except Impossible:
        return None


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def read_data(data: Path) -> Reading:
    midnight = dt.datetime.combine(TODAY, dt.time(), dt.UTC)
    return read(data, {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}, lambda: TODAY)


def problems_of(data: Path) -> list[str]:
    """Everything that `portal check` would say; nothing for a folder that is not there."""
    if not data.is_dir():
        return []
    reading = read_data(data)
    return [problem.as_text() for problem in (*reading.problems, *editorial.problems(reading.entries))]
