"""Writing the site: files below a folder, and a new site that replaces the old one only when whole."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write(site: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, int]:
    """Write generated files below the site's root; how many bytes each has, by its path."""
    root = f"{site}/"
    made: set[str] = set()
    sizes = {}
    for path, content in files:
        folder = path.rpartition("/")[0]
        if folder not in made:
            Path(root + folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        _write_file(root + path, content)
        sizes[path] = len(content)
    return sizes


def _write_file(path: str, content: bytes) -> None:
    """Without the buffers and checks of `Path.write_bytes`, which take as long again as the writing."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)


class Staging:
    """A fresh folder beside the site, to build in; `publish` swaps it in, a failed build leaves the old site."""

    def __init__(self, site: Path) -> None:
        self.site = site
        site.parent.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-neu-", dir=site.parent))
        self.folder.chmod(0o755)
        atexit.register(self.discard)  # also when the build is interrupted

    def publish(self) -> Path:
        """Put the finished folder in the old site's place."""
        if self.site.exists():
            old = self.folder.with_name(self.folder.name.replace("-neu-", "-alt-"))
            self.site.rename(old)
            self.folder.rename(self.site)
            shutil.rmtree(old)
        else:
            self.folder.rename(self.site)
        return self.site

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
