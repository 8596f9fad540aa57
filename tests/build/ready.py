"""What every build would have to do anew, done once for all builds that are forks of this process."""

from __future__ import annotations

import gc
import importlib
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from portal.build.templates import Templates
from portal.search.lexicon import shipped


def get_ready(folder: Path) -> None:
    """Load modules, read the dictionary, and keep compiled templates in this folder."""
    importlib.import_module("main")
    shipped()
    folder.mkdir()
    compiled, made = FileSystemBytecodeCache(str(folder)), Templates.__init__
    Templates.__init__ = lambda self, other, build, _=None: made(self, other, build, compiled)  # type: ignore[method-assign]
    gc.freeze()
