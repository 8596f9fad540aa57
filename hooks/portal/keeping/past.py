"""The older state that records are compared with: a commit, read without touching the work tree, or another folder."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from portal.history.drafts import keys_in
from portal.history.gitlog import Contents, FileChange, ask, file_change
from portal.load import Loaded, RawRecord, load, shown
from portal.load.disk import SETTINGS
from portal.problems import Problem
from portal.register.entries import Key


class NoPast(Exception):
    """There is nothing to compare with; the message says so in German."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What the older state holds, as far as anybody can read it today."""

    #: Of a commit only what is written differently now. Their paths are those of the folder that is compared.
    records: Mapping[Key, RawRecord]
    settings: RawRecord | None
    #: What could not be compared, and why; no fault of whoever proposes something now.
    not_compared: tuple[Problem, ...]


@contextmanager
def past(folder: Path, base: str) -> Iterator[Past]:
    """The state that `base` names: a folder with records, else a commit of the repository that `folder` lies in."""
    if Path(base).is_dir():
        if Path(base).resolve() == folder.resolve():
            raise NoPast(f"„{base}“ ist der Ordner selbst; zu vergleichen ist ein älterer Stand.")
        yield _read(Path(base), folder, ())
        return
    changes = _changes(folder, base)
    with tempfile.TemporaryDirectory(prefix="portal-") as temporary:
        missing = _put(changes, folder, Path(temporary))
        yield _read(Path(temporary), folder, missing)


def _changes(folder: Path, base: str) -> list[FileChange]:
    """What is different from where the proposal branched off, whether committed or not."""
    if ask(folder, "rev-parse", "--show-prefix") is None:
        raise NoPast(f"„{base}“ ist kein Ordner, und „{folder}“ liegt in keinem Git-Repository.")
    found = ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if found is None:
        raise NoPast(f"„{base}“ ist weder ein Ordner noch ein Stand, den dieses Repository kennt.")
    commit = found.decode().strip()
    # What others have added to the base since then is not missing here. A shallow clone may not know that place.
    commit = (ask(folder, "merge-base", commit, "HEAD") or found).decode().strip()
    out = ask(
        folder, "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative", commit, "--", "."
    )
    if out is None:
        raise NoPast(f"Git kann „{base}“ nicht mit den Dateien vergleichen.")
    parts = iter(out.split(b"\0"))
    return [change for raw in parts if raw for change in file_change(raw, next(parts, b""))]


def _put(changes: list[FileChange], folder: Path, into: Path) -> tuple[str, ...]:
    """Write old contents into a folder; which of them are not in this clone, or too large for a record."""
    wanted = {
        change.path: change.before
        for change in changes
        if change.before and (keys_in(change.path) or change.path == SETTINGS)
    }
    with Contents(folder) as contents:
        found = contents.read(wanted.values())
    for path, name in wanted.items():
        if name in found:
            file = into / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(found[name])
    return tuple(path for path, name in wanted.items() if name not in found)


def _read(old: Path, folder: Path, missing: tuple[str, ...]) -> Past:
    loaded = load(old)
    root = shown(folder)
    records: dict[Key, RawRecord] = {}
    for raw in loaded.records:
        origin = replace(raw.origin, path=f"{root}/{raw.origin.source.removeprefix('data/')}")
        records.setdefault(Key(raw.type, raw.id), replace(raw, origin=origin))
    return Past(
        records=records,
        settings=loaded.settings,
        not_compared=tuple(_not_compared(loaded, old, root, missing)),
    )


def _not_compared(loaded: Loaded, old: Path, root: str, missing: tuple[str, ...]) -> Iterator[Problem]:
    for path in missing:
        yield Problem(path=f"{root}/{path}", line=1, message="Nicht verglichen: Der alte Inhalt liegt nicht vor.")
    for problem in loaded.problems:
        path = problem.path.removeprefix(f"{shown(old)}/")
        if (old / path).exists():  # settings that are as they were are not there to be read
            why = f"Im alten Stand war die Datei nicht lesbar (Zeile {problem.line}: {problem.message})"
            yield Problem(path=f"{root}/{path}", line=1, message=f"Nicht verglichen: {why}")
