"""What builds of one site remember of each other; the folder can be deleted at any time.

Nothing in it is believed that could be out of date: it only serves builds by the same code, with the same packages.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

#: Beside mkdocs.yml: what one run keeps for the next, unless the variable of that name says another folder, or none.
CACHE = ".cache"
_CODE = Path(__file__).parent
#: How the names of parts begin.
_PART = "teil-"


class Forgotten(Exception):
    """A part is needed that is not there."""


class Store:
    """A folder with one file for each thing that is remembered; without a folder, nothing is."""

    def __init__(self, folder: Path | None, made_by: str) -> None:
        """`made_by` names the code and the packages that can make use of what they remember."""
        self._folder = folder
        self._made_by = made_by

    @property
    def is_open(self) -> bool:
        return self._folder is not None

    @property
    def spare(self) -> Path | None:
        """Where the site before the present one may lie; see `Staging`."""
        return self._folder / "vorige" if self._folder else None

    def load(self, name: str) -> Any:
        """What was last kept under a name; None if there is nothing, or nothing that can be used."""
        if not self._folder:
            return None
        with suppress(OSError, ValueError, EOFError, TypeError):
            made_by, value = marshal.loads((self._folder / name).read_bytes())  # noqa: S302 - our own
            return value if made_by == self._made_by else None
        return None

    def keep(self, name: str, value: Any) -> None:
        """Only basic types; in one step, so that no other build sees a half of it. Who cannot write forgets."""
        if self._folder:
            self._write(self._folder / name, marshal.dumps((self._made_by, value)))

    def keep_part(self, value: Any) -> str:
        """For what is too much to be held at a time. Returns the name to load it by, which is that of its content."""
        if not self._folder:
            return ""
        content = marshal.dumps(value)
        name = _PART + _digest(content)
        if not (self._folder / name).exists():
            self._write(self._folder / name, content)
        return name

    def load_part(self, name: str) -> Any:
        """Raises Forgotten if it is no longer there, or not as it was."""
        if self._folder:
            with suppress(OSError):
                content = (self._folder / name).read_bytes()
                if name == _PART + _digest(content):
                    return marshal.loads(content)  # noqa: S302 - our own
        raise Forgotten(name)

    def drop_parts(self, but: Iterable[str]) -> None:
        """All that nobody will ask for again."""
        needed = set(but)
        for file in self._folder.glob(f"{_PART}*") if self._folder else ():
            if file.name not in needed:
                file.unlink(missing_ok=True)

    @staticmethod
    def _write(path: Path, content: bytes) -> None:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(made).replace(path)


#: Remembers nothing.
NOWHERE = Store(None, "")


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def store_of(folder: str | Path, place: Path, sources: Iterable[Path]) -> Store:
    """Of one site or data folder, made by the code below some folders and in some files; none if `folder` is empty."""
    if not str(folder):
        return NOWHERE
    name = hashlib.blake2s(os.fsencode(place.absolute()), digest_size=8).hexdigest()
    return Store(Path(folder, name), _digest_of(sources))


def store_of_texts(folder: str | Path, data: Path) -> Store:
    """Of what the files of one data folder say, whoever reads them."""
    return store_of(folder, data, [_CODE, _CODE.parents[1] / "requirements"])


def _digest_of(sources: Iterable[Path]) -> str:
    found = hashlib.blake2b(f"{sys.version} {marshal.version}".encode(), digest_size=16)
    for source in sources:
        for file in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if file.is_file() and file.suffix != ".pyc":
                found.update(f"{file.relative_to(source)} {file.stat().st_size}\n".encode())
                found.update(file.read_bytes())
    return found.hexdigest()
