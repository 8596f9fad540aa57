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


class Store:
    """A folder with one file for each thing that is remembered; without a folder, nothing is."""

    def __init__(self, folder: Path | None, made_by: str) -> None:
        """`made_by` names the code and the packages that can make use of what they remember."""
        self._folder = folder
        self._made_by = made_by

    @property
    def is_open(self) -> bool:
        return self._folder is not None

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
        if not self._folder:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, path = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                marshal.dump((self._made_by, value), file)
            Path(path).replace(self._folder / name)


def store_of(folder: str | Path, site: Path, sources: Iterable[Path]) -> Store:
    """Of one site, made by the code below some folders and in some files; none if `folder` is empty."""
    if not str(folder):
        return Store(None, "")
    name = hashlib.blake2s(os.fsencode(site.absolute()), digest_size=8).hexdigest()
    return Store(Path(folder, name), _digest(sources))


def _digest(sources: Iterable[Path]) -> str:
    found = hashlib.blake2b(f"{sys.version} {marshal.version}".encode(), digest_size=16)
    for source in sources:
        for file in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if file.is_file() and file.suffix != ".pyc":
                found.update(f"{file.relative_to(source)} {file.stat().st_size}\n".encode())
                found.update(file.read_bytes())
    return found.hexdigest()
