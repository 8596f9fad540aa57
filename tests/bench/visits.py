"""What visitors pay for pages and searches: bytes over the wire, in a real browser."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from browser.server import serving
from playwright.sync_api import Browser, Page, Response

#: What a web server would compress on its way.
_TEXT = {".js", ".json", ".css", ".html", ".svg"}


#: The first one pays for the engine; the others are further searches.
QUESTIONS = [
    "Gebührenordnung",
    "Waldrat",
    "Kulturbeirat Sanierung",
    "Juni 2022",
    "12/0042",
    "Haushaltsplan",
    "Sportamt",
]


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


def opened(site: Path, browser: Browser, addresses: Iterable[str]) -> Iterator[float]:
    """What each page adds, in kB, in a browser that has seen the ones before it and nothing else."""
    with serving(site) as root:
        page = browser.new_page()
        loaded = _noted(page)
        before = 0
        for address in addresses:
            page.goto(root + address, wait_until="networkidle")
            now = _all_bytes(loaded, site, root)
            yield (now - before) / 1000
            before = now
        page.close()


def visit(engine: Asked, browser: Browser, questions: list[str]) -> Iterator[Visit]:
    """Questions one after the other; the first pays for everything that all need."""
    with serving(engine.site) as root:
        page = browser.new_page(bypass_csp=True)
        loaded = _noted(page)
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


def _noted(page: Page) -> list[Response]:
    """Everything that comes for a page from now on, its workers included."""
    loaded: list[Response] = []

    def note(response: Response) -> None:
        loaded.append(response)

    page.context.on("response", note)
    return loaded


def _search_bytes(loaded: list[Response], site: Path, root: str) -> int:
    """What a page costs without searching; Material fetches its index with the page already."""
    return sum(sent(path) for path in _paths(loaded, site, root) if "search" not in path.as_posix())


def _all_bytes(loaded: list[Response], site: Path, root: str) -> int:
    return sum(map(sent, _paths(loaded, site, root)))


def _paths(loaded: list[Response], site: Path, root: str) -> set[Path]:
    """Each file once: a browser keeps what it has."""
    paths = {site / response.url.removeprefix(root).partition("?")[0] for response in loaded}
    paths = {path / "index.html" if path.is_dir() else path for path in paths}
    return {path for path in paths if path.is_file()}


def sent(path: Path) -> int:
    content = path.read_bytes()
    return len(gzip.compress(content)) if path.suffix in _TEXT else len(content)
