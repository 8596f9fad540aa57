"""`mkdocs serve` for many records: a changed record is on its page at once, search and data files follow.

Pages are made when the browser asks for them. What cannot be made one by one, such as the search index and the feeds,
comes from a whole build that runs in the background after every change, the search index first; until then, that of the
build before is shown.
"""

from __future__ import annotations

import logging
import os
import posixpath
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from portal.build.face import Face
from portal.build.knowledge import LAST
from portal.build.preview import LivePages
from portal.build.rendering import Renderer
from portal.build.templates import CompiledTemplates
from portal.history import HistoryAgain
from portal.pipeline import Memory
from portal.search import FOLDER
from portal.store import NOWHERE

log = logging.getLogger("mkdocs.hooks.portal")

#: How long a file is waited for that only the first whole build will bring; seconds.
_PATIENCE = 300
#: How far the build steps back behind everything else that runs; 19 is farthest.
_PATIENT = 15
_PAGE = "index.html"
_FROM_WHOLE = {f"{LAST}{_PAGE}"}


class WholeBuild:
    """A build in the background, in a process of its own; a newer one takes the place of one that is not done yet."""

    def __init__(self) -> None:
        self._place = Path(tempfile.mkdtemp(prefix="vorschau-"))
        self._site = self._place / "site"
        #: Where a build lays the search index as soon as that is done.
        self._index = self._place / "suche"
        self._process: subprocess.Popen[str] | None = None
        self._is_over = threading.Event()

    def start(self, address: str) -> None:
        self._stop()
        self._is_over.clear()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            env={
                **os.environ,
                "SITE": str(self._site),
                "SITE_URL": address,
                "NO_MKDOCS_2_WARNING": "1",
                "PREVIEW": str(self._index),
                "CACHE": str(self._place / "gemerkt"),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        with suppress(AttributeError, OSError):  # what is looked at comes first
            os.setpriority(os.PRIO_PGRP, self._process.pid, _PATIENT)
        threading.Thread(target=self._wait, args=[self._process], daemon=True).start()

    def content(self, path: str) -> bytes | None:
        """A file of the newest whole build, or of the search index that is ahead of it; waits while there has been none."""
        if not self._site.exists():
            self._is_over.wait(_PATIENCE)
        below = PurePath(path)
        is_of_index = below.is_relative_to(FOLDER) and self._index.exists()
        try:
            return (self._index / below.relative_to(FOLDER) if is_of_index else self._site / path).read_bytes()
        except OSError:
            return None

    def close(self) -> None:
        self._stop()
        shutil.rmtree(self._place, ignore_errors=True)

    def _wait(self, process: subprocess.Popen[str]) -> None:
        _, said = process.communicate()
        if process is not self._process:
            return
        self._is_over.set()
        if process.returncode == 0:
            log.info("Suche, Feeds und Datendateien sind auf dem neuen Stand.")
        else:
            log.error("Suche, Feeds und Datendateien bleiben auf dem alten Stand:\n%s", said.strip())

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process and process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


class Live:
    """What a running preview keeps from one change to the next."""

    def __init__(self) -> None:
        self.pages = LivePages()
        self.whole = WholeBuild()
        self.memory = Memory()
        self.history = HistoryAgain()
        self.compiled = CompiledTemplates(NOWHERE)
        #: Files put below the server's root, where the rest is MkDocs's.
        self._put: set[str] = set()

    def show(self, renderer: Renderer, by_hand: Mapping[str, Face]) -> None:
        """Pages are new from now on, everything else as soon as it is built."""
        self.pages.show(renderer, dict(by_hand))
        self.whole.start(renderer.build.site_url)

    def answer(self, server: LiveReloadServer) -> Callable[..., Iterable[bytes]]:
        """The server's answers, with files put in their place just before they are read."""

        def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = _file_of(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"), server.mount_path)
            if path is None:
                return server.serve_request(environ, start_response)
            while True:
                generation = self.pages.generation
                self._provide(Path(server.root), path)
                said: list[tuple[Any, ...]] = []
                content = server.serve_request(environ, lambda *words, said=said: said.append(words))
                if generation == self.pages.generation:  # else the records changed while it was read
                    start_response(*said[0])
                    return content

        return app

    def _provide(self, root: Path, path: str) -> None:
        target = root / path
        if target.exists() and path not in self._put and not path.endswith(_PAGE):
            return None
        content = self.pages.file(path)
        if content is None and (path in _FROM_WHOLE or not path.endswith(_PAGE)):
            if "." not in target.name:  # without a slash at the end the server leads on to the page, if there is one
                return self._provide(root, f"{path}/{_PAGE}")
            content = self.whole.content(path)
        if content is not None:
            self._put.add(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        elif path in self._put:  # a page of a record that is gone
            target.unlink(missing_ok=True)
        return None


class Rebuilder:
    """What the server calls after a change: the short way where only records changed, else all of MkDocs."""

    def __init__(
        self, builder: Callable[[], object], show_records: Callable[[], bool], by_mkdocs: Sequence[Path]
    ) -> None:
        self._builder = builder
        self._show_records = show_records
        self._by_mkdocs = by_mkdocs
        self._seen = self._stamps()

    def __call__(self) -> None:
        """A record not in order yet must not leave the preview hanging: it keeps the last good pages."""
        now = self._stamps()
        try:
            if now != self._seen or not self._show_records():
                self._builder()
            self._seen = now
        except Abort as error:
            log.error("%s Die Vorschau zeigt den letzten guten Stand.", error.format_message())

    def _stamps(self) -> dict[Path, int]:
        """When each file that MkDocs itself reads was changed."""
        files = [file for place in self._by_mkdocs for file in (place, *place.rglob("*"))]
        return {file: file.stat().st_mtime_ns for file in files if file.is_file()}


def _file_of(path: str, mount_path: str) -> str | None:
    """The file below the site's root that an address means; None for what is not the site's."""
    if not path.startswith(mount_path) or path.startswith("/livereload/"):
        return None
    name = path[len(mount_path) :] + (_PAGE if path.endswith("/") else "")
    return posixpath.normpath("/" + name).lstrip("/")
