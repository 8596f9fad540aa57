"""A new site replaces the old one only when it is whole."""

from __future__ import annotations

import atexit
import ctypes
import os
import re
import shutil
import sys
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

from portal.processes import runs
from portal.workers import Meanwhile

#: Linux, renameat2(2).
_RENAME_EXCHANGE = 2
#: Beside the site: what is being built, and what was the site a moment ago.
_LEFT = re.compile(r"(?P<kind>neu|alt)-(?P<process>\d+)-\w+")


class Staging:
    """A fresh folder beside the site, to build in; `publish` swaps it in, a failed build leaves the old site.

    `spare` is where the old site then goes, for the next build to begin with.
    """

    def __init__(self, site: Path, spare: Path | None = None) -> None:
        self.site = site
        self._spare = spare
        site.parent.mkdir(parents=True, exist_ok=True)
        _clear(site)
        self.folder = self._new_folder()
        self._removal: Meanwhile[None] | None = None
        atexit.register(self.discard)  # also when the build is interrupted

    def begin_with_spare(self) -> bool:
        """Whether there was one, which now is the content of the folder."""
        if not self._spare:
            return False
        try:
            self._spare.rename(self.folder)  # an empty folder can be replaced
        except OSError:
            return False
        self.folder.chmod(0o755)
        return True

    def do_without_spare(self) -> None:
        """It is of no use. On many disks, removing a site takes as long as making one, so another processor does it."""
        if self._spare and self._spare.exists():
            folder = self._new_folder()
            with suppress(OSError):
                self._spare.rename(folder)
            self._removal = Meanwhile(partial(shutil.rmtree, folder, ignore_errors=True))

    def publish(self) -> Path:
        """Put the finished folder in the old site's place."""
        if not self.site.exists() and self._is_first():
            return self.site
        if not _exchange(self.folder, self.site):
            old = self.folder.with_name(self.folder.name.replace("-neu-", "-alt-"))
            self.site.rename(old)
            self.folder.rename(self.site)
            self.folder = old
        self._retire()
        if self._removal:
            self._removal.result()
        return self.site

    def _new_folder(self) -> Path:
        """Its name says that it is to go if this process is killed."""
        folder = Path(tempfile.mkdtemp(prefix=f".{self.site.name}-neu-{os.getpid()}-", dir=self.site.parent))
        folder.chmod(0o755)
        return folder

    def _retire(self) -> None:
        """What was the site is of use once more, unless it lies on another disk or another build was faster."""
        with suppress(OSError):
            if self._spare:
                self._spare.parent.mkdir(parents=True, exist_ok=True)
                self.folder.rename(self._spare)
        self.discard()

    def _is_first(self) -> bool:
        """Whether nobody else has published a site just now, who began when there was none either."""
        try:
            self.folder.rename(self.site)
        except OSError:
            if not self.site.exists():
                raise
            return False
        return True

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def lay_out(folder: Path, place: Path) -> None:
    """Let a finished part of a site be seen elsewhere, before the site is whole; its files are the same."""
    staging = Staging(place)
    shutil.copytree(folder, staging.folder, copy_function=os.link, dirs_exist_ok=True)
    staging.publish()


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change their names in a single step, so that there is a site at every moment; only Linux can."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    here = -100  # AT_FDCWD: paths are meant from the current folder
    paths = os.fsencode(one), os.fsencode(other)
    return rename is not None and rename(here, paths[0], here, paths[1], _RENAME_EXCHANGE) == 0


def _clear(site: Path) -> None:
    """Remove what builds left behind that were killed; a folder's name says which process it belongs to."""
    for left in site.parent.glob(f".{site.name}-*"):
        found = _LEFT.fullmatch(left.name.removeprefix(f".{site.name}-"))
        if not found or runs(int(found["process"])):
            continue
        if found["kind"] == "alt" and not site.exists():
            left.rename(site)  # killed between two renames, where there is no exchange
        else:
            shutil.rmtree(left, ignore_errors=True)
