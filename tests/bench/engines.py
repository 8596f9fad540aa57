"""Three searches over the same pages: this portal's, Pagefind as it comes, and the one that Material brings."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Page
from portal.search import FOLDER
from portal.search.index import pages_of
from portal.search.text import body_of, text_of

from bench.checkout import standing
from bench.costs import measured, megabytes
from bench.visits import Asked

_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class Indexing:
    """What it costs to make an index ready."""

    seconds: float
    #: Memory of all processes together, at its highest, in MB.
    memory: float
    #: On disk, in MB.
    size: float


class Engine(Asked, Protocol):
    def prepare(self) -> Indexing: ...


@dataclass
class Own:
    """The search of this portal, through its search page."""

    data: Path
    site: Path
    name: str = "this search"
    settling: float = 0

    def prepare(self) -> Indexing:
        cost = measured(
            [sys.executable, Path(__file__).with_name("indexing.py"), self.data, self.site], environ=standing(self.data)
        )
        return Indexing(seconds=cost.seconds, memory=cost.memory, size=megabytes(self.site / FOLDER))

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
    settling: float = 0

    def prepare(self) -> Indexing:
        output = self.site / "stock"
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "pagefind_bin",
            "--quiet",
            "--site",
            self.site,
            "--output-path",
            output,
        ]
        cost = measured([*command, "--force-language", "de"])
        return Indexing(seconds=cost.seconds, memory=cost.memory, size=megabytes(output))

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
    settling: float = 0.25

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
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            self.folder / "mkdocs.yml",
        ]
        cost = measured(command, environ={"NO_MKDOCS_2_WARNING": "1"})
        return Indexing(seconds=cost.seconds, memory=cost.memory, size=megabytes(self.site / "search"))

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


def _without_slash(addresses: list[str]) -> list[str]:
    return list(dict.fromkeys(address.lstrip("/") for address in addresses))
