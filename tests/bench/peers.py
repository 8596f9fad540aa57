"""Other generators on the same records' text: mkdocs-material with its pages in the nav, Zensical, and a bare Hugo."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from bench import pages
from bench.costs import Cost, Failed, measured
from bench.growth import exponent, extrapolated
from bench.pages import Page
from bench.results import Peer

#: Where the Makefile installs what only the benchmark needs.
_ENVIRONMENT = Path(__file__).resolve().parents[2] / ".venv" / "bench"
#: As many pages as plain documentation reasonably has in its nav; also the half of it is measured, for the growth.
_MOST_IN_NAV = 1_000
#: Nobody waits longer for a site.
_LIMIT = 1_800.0


@dataclass(frozen=True, kw_only=True)
class Generator:
    name: str
    version: str
    note: str
    command: Sequence[str | Path]
    #: Lays the pages out as the generator wants them.
    prepare: Callable[[Path, list[Page]], None]

    def run(self, folder: Path, listed: list[Page]) -> Cost:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.prepare(folder, listed)
        return measured(self.command, folder=folder, environ={"NO_MKDOCS_2_WARNING": "1"}, timeout=_LIMIT)

    def peer(self, amount: int, cost: Cost) -> Peer:
        return Peer(
            name=self.name,
            version=self.version,
            pages=amount,
            seconds=cost.seconds,
            processor=cost.processor,
            memory=cost.memory,
            note=self.note,
        )


def compare(folder: Path, count: int, missing: list[str]) -> list[Peer]:
    """All generators that are installed, with a page for each of so many records; names those `missing`."""
    listed = list(pages.pages(count))
    found = _material(folder / "material", listed, count, missing)
    for generator in (_zensical(), _hugo()):
        if isinstance(generator, str):
            missing.append(generator)
            continue
        print(f"  {generator.name}, {len(listed)} pages …", file=sys.stderr)
        try:
            cost = generator.run(folder / "other", listed)
        except Failed as error:
            missing.append(f"{generator.name} {generator.version}, {len(listed)} pages: {error}")
        else:
            found.append(generator.peer(len(listed), cost))
        shutil.rmtree(folder / "other", ignore_errors=True)
    return found


def _material(folder: Path, listed: list[Page], count: int, missing: list[str]) -> list[Peer]:
    """Measured at two sizes; at that of the others computed from the growth between them."""
    generator = Generator(
        name="mkdocs-material, pages in the nav",
        version=version("mkdocs-material"),
        note="as it comes",
        command=[sys.executable, "-m", "mkdocs", "build", "--quiet"],
        prepare=_prepare_material,
    )
    most = min(count, _MOST_IN_NAV)
    found = []
    try:
        for amount in (most // 2, most):
            print(f"  {generator.name}, {amount} pages …", file=sys.stderr)
            # Spread over all types: sources are short, papers are long.
            cost = generator.run(folder, [listed[place * len(listed) // amount] for place in range(amount)])
            found.append(generator.peer(amount, cost))
    except Failed as error:
        missing.append(f"{generator.name}: {error}")
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    few, many = ((each.pages, each.seconds) for each in found)
    if count > most:
        note = f"computed: it grew by the power of {exponent(few, many):.2f} from {few[0]} to {many[0]} pages"
        seconds = extrapolated(few, many, count)
        found.append(replace(found[-1], pages=count, seconds=seconds, processor=None, memory=None, note=note))
    return found


def _prepare_material(folder: Path, listed: list[Page]) -> None:
    pages.write(folder / "docs", listed, front_matter=False)
    nav = [{page.title: f"{page.path}.md"} for page in listed]
    config = {"site_name": "Vergleich", "theme": {"name": "material", "language": "de"}, "nav": nav}
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")


def _zensical() -> Generator | str:
    program = _ENVIRONMENT / "bin" / "zensical"
    if not program.exists():
        return _not_installed("Zensical", program)
    return Generator(
        name="Zensical",
        version=_said_version([program, "--version"]),
        note="as it comes, only its start page in the nav",
        command=[program, "build", "--clean"],
        prepare=_prepare_zensical,
    )


def _prepare_zensical(folder: Path, listed: list[Page]) -> None:
    pages.write(folder / "docs", listed, front_matter=False)
    (folder / "docs" / "index.md").write_text("# Vergleich\n", encoding="utf-8")
    settings = '[project]\nsite_name = "Vergleich"\nnav = ["index.md"]\n[project.theme]\nlanguage = "de"\n'
    (folder / "zensical.toml").write_text(settings, encoding="utf-8")


def _hugo() -> Generator | str:
    program = _ENVIRONMENT / "bin" / "hugo"
    if not program.exists():
        return _not_installed("Hugo", program)
    return Generator(
        name="Hugo",
        version=_said_version([program, "version"]),
        note="bare: one layout of a few lines, no lists, no feeds, no search",
        command=[program, "--quiet"],
        prepare=_prepare_hugo,
    )


def _not_installed(name: str, program: Path) -> str:
    return f"{name}: not installed ({program} is missing; `make bench` installs it from requirements/bench.txt)"


_LAYOUT = (
    '<!doctype html><html lang="de"><meta charset="utf-8"><title>{{ .Title }}</title>'
    "<h1>{{ .Title }}</h1>{{ .Content }}</html>\n"
)


def _prepare_hugo(folder: Path, listed: list[Page]) -> None:
    pages.write(folder / "content", listed, front_matter=True)
    settings = (
        'baseURL = "https://portal.example/"\ntitle = "Vergleich"\n'
        'disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n'
    )
    for name in ("hugo.toml", "config.toml"):  # the second one for versions before 0.110
        (folder / name).write_text(settings, encoding="utf-8")
    layout = folder / "layouts" / "_default" / "single.html"
    layout.parent.mkdir(parents=True)
    layout.write_text(_LAYOUT, encoding="utf-8")


def _said_version(command: list[str | Path]) -> str:
    said = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False).stdout
    found = re.search(r"\d+\.\d+(\.\d+)?", said)
    return found[0] if found else "unknown"
