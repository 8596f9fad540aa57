"""Three searches over the same pages: this portal's, Pagefind as it comes, and the one that Material brings."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from browser.server import serving
from playwright.sync_api import Browser, Page, Response
from portal.search.index import FOLDER, pages_of
from portal.search.text import body_of, text_of

#: What a web server would compress on its way.
_TEXT = {".js", ".json", ".css", ".html", ".svg"}
_SHOWN = 10
_POLL = 0.05


@dataclass(frozen=True, kw_only=True)
class Indexing:
    """What it costs to make an index ready."""

    seconds: float
    #: Memory of all processes together, at its highest, in MB.
    memory: float
    #: On disk, in MB.
    size: float


class Engine(Protocol):
    name: str

    def prepare(self) -> Indexing: ...
    def open(self, page: Page, root: str) -> None: ...
    def ask(self, page: Page, words: str) -> list[str]:
        """Addresses of what is found, the best first."""

    @property
    def site(self) -> Path: ...


@dataclass
class Own:
    """The search of this portal, through its search page."""

    data: Path
    site: Path
    name: str = "this search"

    def prepare(self) -> Indexing:
        seconds, memory = measured([sys.executable, str(Path(__file__).with_name("indexing.py")), self.data, self.site])
        return Indexing(seconds=seconds, memory=memory, size=_megabytes(self.site / FOLDER))

    def open(self, page: Page, root: str) -> None:
        page.goto(f"{root}suche/")

    def ask(self, page: Page, words: str) -> list[str]:
        page.get_by_label("Suchwort").fill(words)
        page.get_by_label("Suchwort").press("Enter")
        page.wait_for_function("!['', 'Suche läuft …'].includes(document.getElementById('suchstand').textContent)")
        found = "[...document.querySelectorAll('#treffer > ol > li > :is(h2, h3, h4) > a')].map(link => link.pathname)"
        return _without_slash(page.evaluate(found))


@dataclass
class Stock:
    """Pagefind as it comes, over the same pages, with as many results loaded."""

    site: Path
    name: str = "stock Pagefind"

    def prepare(self) -> Indexing:
        output = self.site / "stock"
        command = [sys.executable, "-m", "pagefind_bin", "--quiet", "--site", self.site, "--output-path", output]
        seconds, memory = measured([*command, "--force-language", "de"])
        return Indexing(seconds=seconds, memory=memory, size=_megabytes(output))

    def open(self, page: Page, root: str) -> None:
        page.goto(f"{root}impressum/")

    def ask(self, page: Page, words: str) -> list[str]:
        script = """async ([words, amount]) => {
            const { results } = await (await import('/stock/pagefind.js')).search(words);
            return (await Promise.all(results.slice(0, amount).map(each => each.data()))).map(({ url }) => url);
        }"""
        return _without_slash(page.evaluate(script, [words, _SHOWN]))


@dataclass
class Material:
    """The same texts as plain pages of documentation, with Material's own search."""

    pages: Path
    folder: Path
    name: str = "Material"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def prepare(self) -> Indexing:
        for url, path in pages_of(self.pages).items():
            if body := body_of(path.read_text(encoding="utf-8")):
                text = text_of(body)
                target = self.folder / "docs" / f"{url.rstrip('/') or 'start'}.md"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(f"# {text.title}\n\n{text.all}\n", encoding="utf-8")
        (self.folder / "docs" / "index.md").write_text("# Vergleich\n", encoding="utf-8")
        config = {
            "site_name": "Vergleich",
            "theme": {"name": "material", "language": "de", "font": False},
            "plugins": [{"search": {"lang": "de"}}],
            "nav": ["index.md"],
            "validation": {"nav": {"omitted_files": "ignore"}},
        }
        (self.folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", self.folder / "mkdocs.yml"]
        seconds, memory = measured(command)
        return Indexing(seconds=seconds, memory=memory, size=_megabytes(self.site / "search"))

    def open(self, page: Page, root: str) -> None:
        page.goto(root, wait_until="commit")

    def ask(self, page: Page, words: str) -> list[str]:
        field = page.locator(".md-search__input")
        page.locator(".md-search-result__meta").wait_for(state="attached")
        page.evaluate("document.getElementById('__search').checked = true")
        # Material looks at the field when a key is let go of. Emptied first, it cannot be mistaken for done.
        for text, is_done in (("", _IS_EMPTY), (words, _SETTLED)):
            field.fill(text)
            field.press("End")
            page.wait_for_function(is_done, timeout=120_000)
        found = "[...document.querySelectorAll('.md-search-result__item > a')].map(link => new URL(link.href).pathname)"
        return _without_slash(page.evaluate(found))


#: Material says how many pages it found; once that has stood still for a moment, it is done.
_IS_EMPTY = "() => !/\\d|Keine/.test(document.querySelector('.md-search-result__meta').textContent)"
_SETTLED = """() => {
    const said = document.querySelector('.md-search-result__meta')?.textContent.trim() ?? '';
    const now = performance.now();
    if (said !== window.said) [window.said, window.since] = [said, now];
    return /\\d|Keine/.test(said) && now - window.since > 250;
}"""
#: Time that only waiting for Material to stand still takes.
SETTLING = {"Material": 0.25}


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One question in a fresh browser: what came over the wire, as a web server would send it, and how long it took."""

    kilobytes: float
    seconds: float


def visit(engine: Engine, browser: Browser, questions: list[str]) -> Iterator[Visit]:
    """Questions one after the other; the first pays for everything that all need."""
    with serving(engine.site) as root:
        page = browser.new_page()
        loaded: list[Response] = []

        def note(response: Response) -> None:
            loaded.append(response)

        page.context.on("response", note)
        engine.open(page, root)
        before = _search_bytes(loaded, engine.site, root)
        for question in questions:
            start = time.perf_counter()
            engine.ask(page, question)
            seconds = time.perf_counter() - start - SETTLING.get(engine.name, 0)
            page.wait_for_load_state("networkidle")
            now = _all_bytes(loaded, engine.site, root)
            yield Visit(kilobytes=(now - before) / 1000, seconds=seconds)
            before = now
        page.close()


def _search_bytes(loaded: list[Response], site: Path, root: str) -> int:
    """What a page costs without searching; Material fetches its index with the page already."""
    return sum(_sent(path) for path in _paths(loaded, site, root) if "search" not in path.as_posix())


def _all_bytes(loaded: list[Response], site: Path, root: str) -> int:
    return sum(map(_sent, _paths(loaded, site, root)))


def _paths(loaded: list[Response], site: Path, root: str) -> set[Path]:
    """Each file once: a browser keeps what it has."""
    paths = {site / response.url.removeprefix(root).partition("?")[0] for response in loaded}
    return {path for path in paths if path.is_file()}


def _sent(path: Path) -> int:
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


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _without_slash(addresses: list[str]) -> list[str]:
    return list(dict.fromkeys(address.lstrip("/") for address in addresses))
