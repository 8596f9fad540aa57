"""Walk data/ and hand out one raw record per thing described, with problems for what is not one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from portal.known import Known
from portal.load.content import Content, content_of, read_ahead
from portal.load.positions import line_of
from portal.load.raw import DataFile, Loaded, RawRecord
from portal.load.text import Unreadable, read
from portal.problems import Problem, did_you_mean
from portal.records import RECORD_TYPES, RecordType
from portal.store import NOWHERE
from portal.workers import ALONE, Crew

SETTINGS = "portal.yml"
PRIVACY = "datenschutz.yml"
_README = "README.md"
_IGNORED = {_README, ".gitkeep", ".DS_Store", "Thumbs.db"}


class Files:
    """Files that have been read before, each as long as it stays as it was: for those who read again and again."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[tuple[int, ...], Loaded]] = {}

    def recall(self, file: str) -> Loaded | None:
        known = self._files.get(file)
        return known[1] if known and known[0] == _stamp(file) else None

    def keep(self, file: str, stamp: tuple[int, ...], loaded: Loaded) -> None:
        self._files[file] = stamp, loaded


def load(folder: Path, memory: Files | None = None, known: Known | None = None, crew: Crew | None = None) -> Loaded:
    """Read all records below a data folder. Never raises for anything a file may contain."""
    loaded = Loaded()
    root = shown(folder)
    if not folder.is_dir():
        message = "Diesen Ordner gibt es nicht. Erwartet wird ein Ordner mit Einträgen."
        loaded.problems.append(Problem(path=root, line=1, message=message))
        return loaded
    closed: list[OSError] = []
    files = [*_files(folder, closed.append)]
    recalled = {file: of_file for file in files if memory and (of_file := memory.recall(file))}
    stamps = {file: _stamp(file) for file in files if file not in recalled}
    ahead = read_ahead(map(Path, stamps), known or Known(NOWHERE, ""), crew or ALONE)
    for file in files:
        if (of_file := recalled.get(file)) is None:
            of_file = _read_file(Path(file), folder, root, ahead)
            if memory:
                memory.keep(file, stamps[file], of_file)
        loaded.add(of_file)
    for refused in closed:
        path = _origin(Path(refused.filename), Path(refused.filename).relative_to(folder), root).path
        message = f"Der Ordner lässt sich nicht lesen: {refused.strerror}."
        loaded.problems.append(Problem(path=path, line=1, message=message))
    settings_path = f"{root}/{SETTINGS}"
    if loaded.settings is None and all(problem.path != settings_path for problem in loaded.problems):
        message = "Diese Datei fehlt. Sie nennt Name, Stadt und Lizenz des Portals."
        loaded.problems.append(Problem(path=settings_path, line=1, message=message))
    return loaded


def _stamp(file: str) -> tuple[int, ...]:
    """Changes with every change of a file; nothing for one that cannot be looked at."""
    try:
        found = os.lstat(file)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _read_file(file: Path, folder: Path, root: str, ahead: dict[Path, Content]) -> Loaded:
    loaded = Loaded()
    relative = file.relative_to(folder)
    origin = _origin(file, relative, root)
    try:
        _read(origin, relative.parts, ahead.pop(file, None), loaded)
    except Unreadable as error:
        loaded.give_up(origin, relative, error.line, error.message)
    except OSError as error:
        loaded.give_up(origin, relative, 1, f"Die Datei lässt sich nicht lesen: {error.strerror}.")
    return loaded


def texts(folder: Path) -> Iterator[tuple[DataFile, str]]:
    """Every text file as it is, for checks that look past fields; what cannot be read has been reported."""
    root = shown(folder)
    readme = [folder / _README] if (folder / _README).is_file() else []
    for file in (*readme, *map(Path, _files(folder))):
        if not file.is_symlink():
            with suppress(Unreadable, OSError):
                yield _origin(file, file.relative_to(folder), root), read(file)


def _origin(file: Path, relative: Path, root: str) -> DataFile:
    name = relative.as_posix()
    return DataFile(file=file, path=f"{root}/{name}", source=f"data/{name}")


def _files(folder: Path, on_closed: Callable[[OSError], object] | None = None) -> Iterator[str]:
    """All files in a fixed order, hidden ones left out; as texts, for a preview asks for ten thousand at every change.

    Links are handed out, never followed.

    A folder that is none of ours is named once, by its first file.
    """
    for parent, folders, names in os.walk(folder, onerror=on_closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = [name for name in names if name not in _IGNORED and not name.startswith(".")]
        files += [name for name in folders if Path(parent, name).is_symlink()]
        top = Path(parent).relative_to(folder).parts[:1]
        if top and top[0] not in RECORD_TYPES:
            folders.clear()
            found = sorted(file for file in Path(parent).rglob("*") if not file.is_dir())
            yield from map(str, found[:1])
        else:
            yield from (os.path.join(parent, name) for name in sorted(files))  # noqa: PTH118 - see above


def _read(origin: DataFile, parts: tuple[str, ...], content: Content | None, loaded: Loaded) -> None:
    """One file: the settings, one record, or several of a kind. `content` is what it says, if that is known already."""
    file = origin.file
    if file.is_symlink():
        raise Unreadable(1, "Verknüpfungen (symbolische Links) sind nicht erlaubt. Bitte die Datei selbst ablegen.")
    if parts in ((SETTINGS,), (PRIVACY,)):
        values = (content or content_of(read(file), file.suffix)).values
        raw = RawRecord(type=file.stem, id=file.stem, values=values, origin=origin)
        if parts == (SETTINGS,):
            loaded.settings = raw
        else:
            loaded.privacy = raw
        return
    record_type = _type_of(file, parts)
    values, body, body_line = content or content_of(read(file), file.suffix)
    if len(parts) == 1:
        _read_collected(record_type.name, values, origin, loaded)
    else:
        loaded.records.append(
            RawRecord(type=record_type.name, id=file.stem, values=values, body=body, body_line=body_line, origin=origin)
        )


def _type_of(file: Path, parts: tuple[str, ...]) -> RecordType:
    """The type of the records in a file, from where it lies and how its name ends."""
    name = file.stem if len(parts) == 1 else parts[0]
    record_type = RECORD_TYPES.get(name)
    if record_type is None:
        what = "Diese Datei" if len(parts) == 1 else f"Der Ordner „{name}“"
        known = ", ".join(RECORD_TYPES)
        hint = did_you_mean(name, RECORD_TYPES)
        raise Unreadable(1, f"{what} gehört zu keiner Art von Einträgen.{hint} Es gibt: {known}.")
    if file.suffix not in {".md", ".yml"}:
        what = f"Die Endung „{file.suffix}“ passt nicht." if file.suffix else "Die Datei hat keine Endung."
        raise Unreadable(1, f"{what} Einträge enden auf „.md“ (mit Text) oder „.yml“ (nur Felder).")
    if len(parts) > 2:
        raise Unreadable(1, f"Einträge liegen direkt in „{name}/“, nicht in Unterordnern.")
    if len(parts) == 1 and not (record_type.collected and file.suffix == ".yml"):
        message = f"„{record_type.plural}“ liegen einzeln im Ordner „{name}/“, nicht gemeinsam in einer Datei."
        if record_type.collected:
            message = f"Gemeinsam liegen „{record_type.plural}“ in der Datei „{name}.yml“."
        raise Unreadable(1, message)
    return record_type


def _read_collected(type_name: str, said: dict[str, Any], origin: DataFile, loaded: Loaded) -> None:
    """The records of a file that maps ids to fields."""
    for key, values in said.items():
        if isinstance(values, dict):
            raw = RawRecord(type=type_name, id=key, values=values, origin=origin, prefix=(key,))
            loaded.records.append(raw)
        else:
            message = f"Unter „{key}:“ werden eingerückte Felder erwartet."
            loaded.problems.append(Problem(path=origin.path, line=line_of(origin.file, (key,)), message=message))
            loaded.unreadable.names.add(key)


def shown(folder: Path) -> str:
    """How messages name the folder: relative to where the command runs, if it lies there."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()
