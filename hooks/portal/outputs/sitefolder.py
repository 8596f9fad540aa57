"""The folder a site is written to; what the site before had, too, is not written again.

A file with the same content is linked from the site before: both names then mean one file, until the older site is
removed. Whether it still is what an earlier build wrote is seen from its number, size and time, as Git sees it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from portal.recipes import Content, Recipe

#: The file of a page, in a folder with its address.
PAGE = "index.html"


class Stamp(NamedTuple):
    """What a build knows of a file it has written."""

    digest: bytes
    size: int
    number: int
    changed: int
    #: What a recipe was made from.
    made_from: bytes = b""


#: By the files' paths below the site's root.
Stamps = dict[str, Stamp]


class Listing(NamedTuple):
    """What lies in a folder."""

    #: By this the folder is known again when it has another name.
    number: int
    #: Every file's path, with its number.
    files: list[tuple[str, int]]


def listing(root: Path) -> Listing | None:
    """None if there is no such folder."""
    folders, files = [""], []
    try:
        number = root.stat().st_ino
        for folder in folders:  # which grows
            with os.scandir(f"{root}/{folder}") as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(f"{folder}{entry.name}/")
                    else:
                        files.append((folder + entry.name, entry.inode()))
    except OSError:
        return None
    return Listing(number, files)


class SiteFolder:
    """A new site in the making. `before` says what an earlier build wrote at `old`, the site that is there."""

    def __init__(self, path: Path, old: Path | None = None, before: Mapping[str, Stamp] | None = None) -> None:
        self.path = path
        self._before = before or {}
        #: All files of this site, as far as they were written or kept here.
        self.stamps: Stamps = {}
        self._root, self._old = f"{path}/", f"{old}/"
        self._made: set[str] = set()
        #: Files of an older site that are there from the beginning, and those that were until now.
        self._there: set[str] = set()
        self._removed: list[str] = []

    def write(self, files: Iterable[tuple[str, Content]]) -> Stamps:
        """Write generated files; what is known of each from now on. Workers hand that back, the site belongs to all."""
        stamps = {path: self._make(path, content) for path, content in files}
        self.stamps |= stamps
        return stamps

    def sizes(self) -> dict[str, int]:
        """How many bytes each file has, by its path."""
        return {path: stamp.size for path, stamp in self.stamps.items()}

    def sizes_before(self) -> dict[str, int]:
        """How many bytes each file of the site before has."""
        return {path: stamp.size for path, stamp in self._before.items()}

    def keep(self, path: str) -> Stamp | None:
        """A file of the site before as it is; None if it is no longer what was written."""
        stamp = self._before.get(path)
        if not stamp or not self._link(path, stamp):
            return None
        self.stamps[path] = stamp
        return stamp

    def move(self, path: str, new: str) -> None:
        """Give a file of this site another name."""
        Path(self._root + path).rename(self._root + new)
        self.stamps[new] = self.stamps.pop(path)

    def drop(self, path: str) -> None:
        """Remove a file of this site again."""
        Path(self._root + path).unlink()
        self.stamps.pop(path, None)

    def sift(self, known: Listing | None = None) -> None:
        """Make use of a still older site that the folder holds: only files stay that the site before has, too.

        What lies there may be `known` already.
        """
        if not known or known.number != self.path.stat().st_ino:
            known = listing(self.path)
        assert known
        for path, number in known.files:
            if (stamp := self._before.get(path)) and stamp.number == number:
                self._there.add(path)
            else:
                self._remove(path)
        self._made = {path.rpartition("/")[0] for path in self._there}

    def clear(self, *, of_pages: bool = False) -> None:
        """Remove what the older site had and this one has not: of everything, or of pages while the rest is still to be written."""
        for path in self._there - self.stamps.keys():
            if not of_pages or path.rpartition("/")[2] == PAGE:
                self._remove(path)
                self._there.remove(path)
        for folder in {path.rpartition("/")[0] for path in self._removed}:
            with suppress(OSError):  # not empty, or gone with another
                Path(self._root + folder).rmdir()
                os.removedirs(self._root + folder.rpartition("/")[0])

    def _remove(self, path: str) -> None:
        Path(self._root + path).unlink(missing_ok=True)
        self._removed.append(path)

    def _make(self, path: str, content: Content) -> Stamp:
        if not isinstance(content, Recipe):
            return self._write(path, content)
        known = self._before.get(path)
        if known and known.made_from == content.made_from and self._link(path, known):
            return known
        return self._write(path, content.make())._replace(made_from=content.made_from)

    def _write(self, path: str, content: bytes) -> Stamp:
        digest = hashlib.blake2b(content, digest_size=16).digest()
        known = self._before.get(path)
        if known and known.digest == digest and self._link(path, known):
            return known
        self._make_folder_of(path)
        try:
            state = write_file(self._root + path, content, os.O_EXCL)
        except FileExistsError:  # written twice; what is linked must not change where it is linked from
            Path(self._root + path).unlink()
            state = write_file(self._root + path, content, os.O_EXCL)
        return Stamp(digest, len(content), state.st_ino, state.st_mtime_ns)

    def _link(self, path: str, stamp: Stamp) -> bool:
        try:
            state = os.lstat(self._old + path)  # a hundred thousand times: `Path` would take as long again
            if (state.st_size, state.st_ino, state.st_mtime_ns) != stamp[1:4]:
                return False
            if path in self._there:
                return True
            self._make_folder_of(path)
            os.link(self._old + path, self._root + path, follow_symlinks=False)
        except OSError:  # gone, on another disk, or linked too often: then it is written
            return False
        return True

    def _make_folder_of(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            Path(self._root + folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)


def write(folder: Path, files: Iterable[tuple[str, Content]]) -> None:
    """Write generated files below a folder that nobody publishes."""
    SiteFolder(folder).write(files)


def write_file(path: str, content: bytes, flags: int = os.O_TRUNC) -> os.stat_result:
    """Without the buffers and checks of `Path.write_bytes`, which take as long again as the writing."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | flags, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        return os.fstat(handle)
    finally:
        os.close(handle)
