"""`make bench`: how long the portal takes, how that grows, and how a plain documentation site compares.

Prints one table. Figures of one run on one machine: compare the ratios, not the seconds.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import synthetic
from searchbench import search_benchmark

ROOT = Path(__file__).parents[2]
SIZES = (1_000, 4_000)
sys.path.insert(0, str(ROOT / "hooks"))

from portal.pipeline import read, register_of  # noqa: E402


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            data = Path(folder, f"daten-{size}")
            synthetic.write(data, size)
            core, records = _core(data)
            whole, peak = _build(Path(folder, f"site-{size}"), {"DATA": str(data)}, ROOT)
            rows.append((size, records, core, whole, peak))
        in_nav, _ = _plain_material(Path(folder, "material"), SIZES[0])
    print(f"{'records':>8} {'pages':>7} {'core s':>8} {'core ms/rec':>12} {'build s':>8} {'ms/page':>8} {'peak MB':>8}")
    for size, pages, core, whole, peak in rows:
        print(
            f"{size:>8} {pages:>7} {core:>8.2f} {core / size * 1000:>12.2f} {whole:>8.1f} {whole / pages * 1000:>8.2f} {peak:>8.0f}"
        )
    (_, few, _, short, _), (_, many, _, long, _) = rows
    print(
        f"\n{many / few:.1f} times the pages take {long / short:.1f} times the time (linear growth: the same figure)."
    )
    print(
        f"Plain mkdocs-material, {SIZES[0]} pages in the nav: {in_nav:.1f} s, {in_nav / short:.1f} times as long as {few} pages here."
    )


def _core(data: Path) -> tuple[float, int]:
    """Load, validate, check and link; seconds, and records including derived meetings."""
    start = time.perf_counter()
    register = register_of(read(data, {"SOURCE_DATE_EPOCH": str(_epoch())}, dt.date.today))
    return time.perf_counter() - start, len(register.entries)


def _build(site: Path, environ: dict[str, str], folder: Path) -> tuple[float, float]:
    """A whole `mkdocs build`; seconds, and the peak memory of the largest process so far in MB."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
        cwd=folder,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "SITE": str(site),
            "SOURCE_DATE_EPOCH": str(_epoch()),
            **environ,
        },
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _RSS_PER_MB


def _plain_material(folder: Path, size: int) -> tuple[float, float]:
    """The same number of pages the way documentation is usually built: Markdown files, listed in the nav."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    prose = dict(synthetic.files(size))
    texts = [text.split("---\n", 2)[-1] for path, text in prose.items() if path.endswith(".md")]
    names = [f"seite-{number}.md" for number in range(size)]
    for number, name in enumerate(names):
        (docs / name).write_text(f"# Seite {number}\n\n{texts[number % len(texts)]}", encoding="utf-8")
    config = {"site_name": "Vergleich", "theme": {"name": "material"}, "nav": names}
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    return _build(folder / "site", {}, folder)


def _epoch() -> int:
    return int(dt.datetime(2026, 6, 1, tzinfo=dt.UTC).timestamp())


#: ru_maxrss counts kilobytes on Linux and bytes on macOS.
_RSS_PER_MB: float = 1e6 if sys.platform == "darwin" else 1e3

if __name__ == "__main__":
    main()
    with tempfile.TemporaryDirectory() as folder:
        search_benchmark(Path(folder))
