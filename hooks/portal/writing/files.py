"""Files that are there whole or not at all: written beside their place, then moved into it.

Beside its place a file has a hidden name that nobody takes for a record, not even Git. It says which process is at it, so
that the next one can clear away what somebody left who was killed.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from portal.processes import runs

_SUFFIX = ".neu"
_LEFT = re.compile(rf"\.(\d+)-\w+{re.escape(_SUFFIX)}")


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet; FileExistsError where it is."""
    with _beside(path, text) as temporary:
        os.link(temporary, path)  # unlike a rename, refuses to replace a file


def replace(path: Path, text: str) -> bool:
    """Write a file, or renew it; says whether anything changed."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    with _beside(path, text) as temporary:
        temporary.replace(path)
    return True


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write a folder that must not be there yet, or be empty; FileExistsError where it holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder.parent)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_prefix(), suffix=_SUFFIX) as name:
        made = Path(name, "inhalt")
        made.mkdir()
        for path, text in files.items():
            write_new(made / path, text)
        made.replace(folder)  # takes the place of an empty folder, refuses any other


@contextlib.contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_prefix(), suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        temporary.chmod(0o644)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _prefix() -> str:
    return f".{os.getpid()}-"


@cache
def _clear(folder: Path) -> None:
    """Once for each folder: an import writes thousands of files into one."""
    for left in folder.glob(f".*{_SUFFIX}"):
        found = _LEFT.fullmatch(left.name)
        if not found or runs(int(found[1])):
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
