"""Walk data/ and hand out one raw record per thing described, with problems for what is not one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portal.load.positions import line_of
from portal.load.text import Unreadable, decode, split_front_matter
from portal.load.yamlnodes import parse
from portal.problems import Problem, did_you_mean
from portal.records import RECORD_TYPES
from portal.records.references import Location

PORTAL_FILE = "portal.yml"
_IGNORED = {"README.md", ".gitkeep", ".DS_Store", "Thumbs.db"}
_SUFFIXES = {".md", ".yml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRecord:
    """The values of one record as written, and where they are written."""

    type: str
    id: str
    values: dict[str, Any]
    body: str = ""
    body_line: int = 1
    file: Path
    path: str
    #: The keys that lead to this record inside a file that holds several.
    prefix: Location = ()

    def problem(self, location: Location, message: str) -> Problem:
        """A problem at a field of this record."""
        return Problem(path=self.path, line=self.line(location), message=message, location=location)

    def line(self, location: Location) -> int:
        return line_of(self.file, self.prefix + location)


@dataclass(slots=True)
class Loaded:
    """Everything found in data/: raw records, the portal's settings, problems on the way."""

    records: list[RawRecord] = field(default_factory=list)
    settings: RawRecord | None = None
    #: What the unreadable files would have been called.
    unreadable: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def load(folder: Path) -> Loaded:
    """Read all records below a data folder. Never raises for anything a file may contain."""
    loaded = Loaded()
    root = _shown(folder)
    if not folder.is_dir():
        loaded.problems.append(
            Problem(path=root, line=1, message="Diesen Ordner gibt es nicht. Erwartet wird ein Ordner mit Einträgen.")
        )
        return loaded
    for file in _files(folder):
        relative = file.relative_to(folder)
        path = f"{root}/{relative.as_posix()}"
        try:
            _read(file, relative, path, loaded)
        except Unreadable as error:
            loaded.problems.append(Problem(path=path, line=error.line, message=error.message))
            loaded.unreadable.add(file.stem)
        except OSError as error:
            loaded.problems.append(
                Problem(path=path, line=1, message=f"Die Datei lässt sich nicht lesen: {error.strerror}.")
            )
            loaded.unreadable.add(file.stem)
    if loaded.settings is None and not any(p.path.endswith(f"/{PORTAL_FILE}") for p in loaded.problems):
        message = "Diese Datei fehlt. Sie nennt Name, Stadt und Lizenz des Portals."
        loaded.problems.append(Problem(path=f"{root}/{PORTAL_FILE}", line=1, message=message))
    return loaded


def _files(folder: Path) -> Iterator[Path]:
    """All files in a fixed order, hidden ones left out, links never followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name not in _IGNORED and not name.startswith("."):
                yield Path(parent, name)


def _read(file: Path, relative: Path, path: str, loaded: Loaded) -> None:
    parts = relative.parts
    if file.is_symlink():
        raise Unreadable(1, "Verknüpfungen (symbolische Links) sind nicht erlaubt. Bitte die Datei selbst ablegen.")
    if parts == (PORTAL_FILE,):
        values = parse(decode(file.read_bytes()))
        loaded.settings = RawRecord(type="portal", id="portal", values=values, file=file, path=path)
        return
    type_name = relative.stem if len(parts) == 1 else parts[0]
    record_type = RECORD_TYPES.get(type_name)
    if record_type is None:
        where = "Diese Datei" if len(parts) == 1 else f"Der Ordner „{type_name}“"
        known = ", ".join(RECORD_TYPES)
        raise Unreadable(
            1, f"{where} gehört zu keiner Art von Einträgen.{did_you_mean(type_name, RECORD_TYPES)} Es gibt: {known}."
        )
    if file.suffix not in _SUFFIXES:
        raise Unreadable(
            1, f"Die Endung „{file.suffix}“ passt nicht. Einträge enden auf „.md“ (mit Text) oder „.yml“ (nur Felder)."
        )
    if len(parts) > 2:
        raise Unreadable(1, f"Einträge liegen direkt in „{type_name}/“, nicht in Unterordnern.")
    text = decode(file.read_bytes())
    if len(parts) == 1:
        if not record_type.collected or file.suffix != ".yml":
            raise Unreadable(
                1, f"„{record_type.plural}“ liegen einzeln im Ordner „{type_name}/“, nicht gemeinsam in einer Datei."
            )
        loaded.records += _collected(type_name, text, file, path, loaded.problems)
    elif file.suffix == ".md":
        header, body, body_line = split_front_matter(text)
        loaded.records.append(
            RawRecord(
                type=type_name, id=file.stem, values=parse(header), body=body, body_line=body_line, file=file, path=path
            )
        )
    else:
        loaded.records.append(RawRecord(type=type_name, id=file.stem, values=parse(text), file=file, path=path))


def _collected(type_name: str, text: str, file: Path, path: str, problems: list[Problem]) -> Iterator[RawRecord]:
    """The records of a file that maps ids to fields."""
    for key, values in parse(text).items():
        if isinstance(values, dict):
            yield RawRecord(type=type_name, id=key, values=values, file=file, path=path, prefix=(key,))
        else:
            line = line_of(file, (key,))
            problems.append(
                Problem(path=path, line=line, message=f"Unter „{key}:“ werden eingerückte Felder erwartet.")
            )


def _shown(folder: Path) -> str:
    """How messages name the folder: relative to where the command runs, if it lies there."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()
