"""What a search costs: time and memory of its index, and what a visitor downloads."""

from __future__ import annotations

import gzip
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from browser.server import serving
from playwright.sync_api import Browser, Page, Response

#: What a web server would compress on its way.
_TEXT = {".js", ".json", ".css", ".html", ".svg"}
_POLL = 0.05


class Asked(Protocol):
    """A search that can be asked in a browser."""

    name: str
    #: Seconds that only waiting for it to stand still takes.
    settling: float

    @property
    def site(self) -> Path: ...
    def open(self, page: Page, root: str) -> None: ...
    def ask(self, page: Page, words: str) -> list[str]: ...


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One question in a fresh browser: what came over the wire, as a web server would send it, and how long it took."""

    kilobytes: float
    seconds: float


def visit(engine: Asked, browser: Browser, questions: list[str]) -> Iterator[Visit]:
    """Questions one after the other; the first pays for everything that all need."""
    with serving(engine.site) as root:
        page = browser.new_page(bypass_csp=True)
        loaded: list[Response] = []

        def note(response: Response) -> None:
            loaded.append(response)

        page.context.on("response", note)
        engine.open(page, root)
        before = _search_bytes(loaded, engine.site, root)
        for question in questions:
            start = time.perf_counter()
            engine.ask(page, question)
            seconds = time.perf_counter() - start - engine.settling
            page.wait_for_load_state("networkidle")
            now = _all_bytes(loaded, engine.site, root)
            yield Visit(kilobytes=(now - before) / 1000, seconds=seconds)
            before = now
        page.close()


def _search_bytes(loaded: list[Response], site: Path, root: str) -> int:
    """What a page costs without searching; Material fetches its index with the page already."""
    return sum(sent(path) for path in _paths(loaded, site, root) if "search" not in path.as_posix())


def _all_bytes(loaded: list[Response], site: Path, root: str) -> int:
    return sum(map(sent, _paths(loaded, site, root)))


def _paths(loaded: list[Response], site: Path, root: str) -> set[Path]:
    """Each file once: a browser keeps what it has."""
    paths = {site / response.url.removeprefix(root).partition("?")[0] for response in loaded}
    return {path for path in paths if path.is_file()}


def sent(path: Path) -> int:
    content = path.read_bytes()
    return len(gzip.compress(content)) if path.suffix in _TEXT else len(content)


def measured(command: list[str | Path]) -> tuple[float, float]:
    """Seconds, and the memory of a process and all it starts, at its highest, in MB."""
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), env=environ, stdout=subprocess.DEVNULL)
    highest = [0.0]

    def watch() -> None:
        while process.poll() is None:
            highest[0] = max(highest[0], sum(_resident(each) for each in _family(process.pid)))
            time.sleep(_POLL)

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return time.perf_counter() - start, highest[0]


def _family(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    family = [pid]
    for member in family:
        family += [child for child, parent in pairs if parent == member]
    return family


def _resident(pid: int) -> float:
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return int(done.stdout or 0) / 1000


def megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
