"""What searching costs, and what it finds: this search, stock Pagefind and Material's built-in one side by side."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator
from pathlib import Path

from browser.chromium import arguments, chromium, make_driver_run
from browser.server import serving
from playwright.sync_api import Browser, sync_playwright
from search.success import outcome

from bench import synthetic
from bench.checkout import ROOT, Checkout
from bench.engines import Engine, Indexing, Material, Own, Stock
from bench.visits import QUESTIONS, Visit, visit

SIZES = (100, 1_000, 10_000)
#: The town of 10,000 takes a quarter of an hour, most of it for Material; BENCH_MAX=10000 asks for it.
MOST = int(os.environ.get("BENCH_MAX") or 1_000)


def search_benchmark(folder: Path) -> None:
    with sync_playwright() as playwright:
        make_driver_run()
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        print(f"\n{'':>24} {'first':>9} {'further':>16} {'time to':>8} {'index':>8} {'index':>8} {'memory':>8}")
        print(f"{'':>24} {'kB':>9} {'kB (most)':>16} {'first s':>8} {'MB disk':>8} {'s':>8} {'MB':>8}")
        for size in [size for size in SIZES if size <= MOST]:
            data = folder / f"suche-{size}"
            synthetic.write(data, size)
            _compare(f"{size:,} records", _engines(data, folder / f"suche-site-{size}"), browser)
        print("\nsuccess@3 on the records of this repository")
        engines = _engines(ROOT / "data", folder / "suche-site-live")
        for engine in engines:
            engine.prepare()
        for name in ("queries", "unseen"):
            for engine in engines:
                print(f"  {name:<8} {engine.name:<16} {_shares(engine, browser, name)}")
        browser.close()


def _engines(data: Path, site: Path) -> list[Engine]:
    Checkout(root=ROOT).build(data, site, site.with_name(f"{site.name}-cache"))
    return [Own(data, site), Stock(site), Material(site, site.with_name(f"{site.name}-material"))]


def _compare(title: str, engines: list[Engine], browser: Browser) -> None:
    rows = [(engine.name, engine.prepare(), list(visit(engine, browser, QUESTIONS))) for engine in engines]
    print(title)
    for name, indexing, visits in rows:
        print(_row(name, indexing, visits))
    own = rows[0]
    for name, indexing, visits in rows[1:]:
        print(f"  {name} / {own[0]}: {' '.join(_ratios(own, (name, indexing, visits)))}")


def _row(name: str, indexing: Indexing, visits: list[Visit]) -> str:
    first, *further = visits
    sizes = [each.kilobytes for each in further]
    spread = f"{statistics.median(sizes):.0f} ({max(sizes):.0f})"
    note = " (whole build)" if name == "Material" else ""
    return (
        f"  {name:<22} {first.kilobytes:>9.0f} {spread:>16} {first.seconds:>8.2f} "
        f"{indexing.size:>8.1f} {indexing.seconds:>8.1f} {indexing.memory:>8.0f}{note}"
    )


def _ratios(own: tuple[str, Indexing, list[Visit]], other: tuple[str, Indexing, list[Visit]]) -> Iterator[str]:
    yield f"bytes {other[2][0].kilobytes / own[2][0].kilobytes:.2f}"
    yield f"time {other[2][0].seconds / own[2][0].seconds:.2f}"
    yield f"disk {other[1].size / own[1].size:.2f}"
    yield f"indexing {other[1].seconds / own[1].seconds:.2f}"
    yield f"memory {other[1].memory / own[1].memory:.2f}"


def _shares(engine: Engine, browser: Browser, name: str) -> str:
    with serving(engine.site) as root:
        page = browser.new_page(locale="de-DE", bypass_csp=True)
        engine.open(page, root)
        found = outcome(name, lambda words: engine.ask(page, words))
        page.close()
    return "  ".join(f"{group} {share:.0%}" for group, share in found.shares.items())
