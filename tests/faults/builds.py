"""Builds that fail: each trial breaks one step of a real `mkdocs build`, and looks at what became of the site before."""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mkdocs.__main__ import cli

from faults.forks import (
    FAULTS,
    FULL,
    KILL,
    NONE,
    Trial,
    break_at,
    digest,
    ended,
    fill_disk,
    forbid_writing,
    kill_after,
    last_line,
    run,
    start,
)

#: The steps of a build in their order, each with a function that it calls by this name.
STEPS = {
    "Laden": "portal.load.disk._read_file",
    "Prüfen der Felder": "portal.validate._validated",
    "Prüfen der Bezüge": "portal.check.references.cycles",
    "Verknüpfen": "portal.register.link._incoming",
    "Seiten zählen": "portal.views.pages.record_page",
    "Ordner anlegen": "tempfile.mkdtemp",
    "Vorlagen": "portal.build.templates.filters",
    "Seiten von Hand": "portal.build.knowledge.Build.context",
    "Einträge als JSON": "portal.outputs.api.records.files",
    "Tabellen": "portal.tables.sqlite.database",
    "OParl": "portal.oparl.encode",
    "Feeds": "portal.follow.feeds.of_homes",
    "Formulare": "portal.editing.files._sources",
    "Verzeichnis": "portal.outputs.exports.index",
    "Sitemap": "portal.build.sitemap._document",
    "Seiten": "portal.build.rendering.Renderer.html",
    "Links": "portal.build.pieces.links_of",
    "Suche: lesen": "portal.search.copying._bodies",
    "Suche: schreiben": "portal.search.copying._copied",
    "Suche: Pagefind": "portal.search.index.index_of",
    "Suche: Wortdateien": "portal.search.alphabet.packed",
    "Suche: Treffer": "portal.search.index.slimmed",
    "Kassensturz": "portal.outputs.ledger.count",
    "Tauschen": "portal.outputs.publish._exchange",
}
#: Builds that are killed at some moment, whatever they do just then.
RANDOM_KILLS = 8
#: After so many writes the disk is full.
FULL_AFTER = (0, 5, 20, 60)
FAMILY = "Bauen"


@dataclass(frozen=True, slots=True)
class Town:
    """Records, and a site made of them."""

    data: Path
    site: Path

    def build(self, prepare: Callable[[], object] = lambda: None) -> None:
        """One `mkdocs build --strict`; only ever called in a fork."""
        remembered = self.site.parent.with_name(f"{self.site.parent.name}-gemerkt")
        os.environ |= {"DATA": str(self.data), "SITE": str(self.site), "CACHE": str(remembered)}
        for kept in remembered.glob("*/suche"):
            kept.unlink()  # so that the search is indexed anew, of pages that are taken over
        prepare()
        sys.argv = ["mkdocs", "build", "--strict", "--quiet"]
        cli()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Where trials follow each other: a folder to work in with a whole site, and how many seconds its build took."""

    work: Path
    data: Path
    takes: float

    @property
    def town(self) -> Town:
        return Town(self.data, self.work / "site")

    @property
    def said(self) -> Path:
        return self.work / "gesagt.txt"


Case = Callable[[Lane], Iterator[Trial]]


def whole(work: Path, data: Path) -> Lane:
    """A lane begins with a build that nothing stops; so does its end."""
    lane = Lane(work=work, data=data, takes=0)
    began = time.monotonic()
    assert run(lane.town.build, lane.said) == 0, lane.said.read_text(encoding="utf-8")
    return replace(lane, takes=time.monotonic() - began)


def broken() -> list[Case]:
    """Each step of a build with two faults in turn, disks that fill up, and kills at any moment."""
    found: list[Case] = [
        partial(_broken, step, fault, partial(break_at, place, fault))
        for number, (step, place) in enumerate(STEPS.items())
        for fault in (FAULTS[number % 3], FAULTS[(number + 1) % 3])
    ]
    found += [partial(_broken, f"nach {writes} Dateien", FULL, partial(_full_disk, writes)) for writes in FULL_AFTER]
    moments = random.Random(1)  # noqa: S311 - the same moments every time
    return [*found, *(partial(_killed, moments.uniform(0, 0.9)) for _ in range(RANDOM_KILLS))]


def _full_disk(writes: int) -> None:
    """All files have to be written, for one that can be taken over takes no room."""
    os.environ["CACHE"] = ""
    fill_disk(writes)


def _broken(step: str, fault: str, prepare: Callable[[], object], lane: Lane) -> Iterator[Trial]:
    before = digest(lane.town.site)
    code = run(partial(lane.town.build, prepare), lane.said)
    is_intact = digest(lane.town.site) == before
    yield Trial(family=FAMILY, step=step, fault=fault, exit=code, is_intact=is_intact, said=last_line(lane.said))


def _killed(share: float, lane: Lane) -> Iterator[Trial]:
    """Where in a build this is depends on how busy the machine is; all moments are right."""
    yield from _broken(f"nach {share:.0%} der Zeit", KILL, partial(kill_after, share * lane.takes), lane)


def at_once(lane: Lane) -> Iterator[Trial]:
    """Two builds of different records into the same site: it is that of one of them, and both say how they ended."""
    town, said = lane.town, (lane.said, lane.work / "gesagt-2.txt")
    other = Town(_changed(lane.data, lane.work / "andere"), town.site)
    elsewhere = Town(other.data, lane.work / "vergleich")
    assert run(elsewhere.build, lane.said) == 0
    sites = {digest(town.site), digest(elsewhere.site)}
    assert len(sites) == 2
    for step, prepare, dies in (
        ("zwei zugleich", lambda: None, None),
        ("zwei zugleich, noch ohne Website", lambda: shutil.rmtree(town.site), None),
        ("zwei zugleich, einer stirbt", lambda: None, 0.5 * lane.takes),
    ):
        prepare()
        killed = partial(kill_after, dies) if dies else lambda: None
        children = [start(partial(town.build, killed), said[0]), start(other.build, said[1])]
        codes = [ended(child) for child in children]
        yield Trial(
            family=FAMILY,
            step=step,
            fault=KILL if dies else NONE,
            exit=codes[0],
            is_intact=codes[1] == 0 and digest(town.site) in sites,
            said=" / ".join(filter(None, map(last_line, said))),
        )
    assert run(town.build, lane.said) == 0
    shutil.rmtree(elsewhere.site)
    shutil.rmtree(other.data)
    said[1].unlink()


def _changed(data: Path, folder: Path) -> Path:
    """The same records, but for a title."""
    shutil.copytree(data, folder)
    paper = folder / "beschluesse" / "beispiel-beschluss.md"
    text = paper.read_text(encoding="utf-8")
    paper.write_text(text.replace("Ein Radweg zum Bahnhof", "Ein Radweg zum Hafen"), encoding="utf-8")
    assert paper.read_text(encoding="utf-8") != text
    return folder


def read_only(lane: Lane) -> Iterator[Trial]:
    """Records that nobody may change are built like any others."""
    before = digest(lane.town.site), digest(lane.data)
    shutil.rmtree(lane.town.site)
    code = run(partial(lane.town.build, partial(_locked, lane.data)), lane.said)
    yield Trial(
        family=FAMILY,
        step="Einträge nur lesbar",
        fault=NONE,
        exit=code,
        is_intact=(digest(lane.town.site), digest(lane.data)) == before,
        said=last_line(lane.said),
    )


def _locked(data: Path) -> None:
    """Makes sure that the lock holds, too."""
    forbid_writing(data)
    for name in ("probe.md", "beschluesse/probe.md"):
        try:
            (data / name).write_text("x", encoding="utf-8")
        except OSError:
            continue
        raise AssertionError("Der Ordner lässt sich noch ändern.")
