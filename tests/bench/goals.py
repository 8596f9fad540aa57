"""What the portal wants to reach, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench.growth import CHECK, figures, times
from bench.results import Build, Results

LARGE, HUGE = 10_000, 30_000
_FROM = 1_000


@dataclass(frozen=True, kw_only=True)
class Goal:
    name: str
    #: At most.
    limit: float
    #: None: not measured in this run.
    found: float | None

    @property
    def verdict(self) -> str:
        return "met" if self.found is not None and self.found <= self.limit else "missed"


def goals(results: Results) -> Iterator[Goal]:
    builds = {build.records: build for build in results.builds}
    large, huge = builds.get(LARGE), builds.get(HUGE)
    small = builds.get(_FROM)
    known = figures(large) if large else {}
    grown = times(small.seconds, large.seconds) if small and large else None
    yield Goal(name=f"{_FROM:,} → {LARGE:,} records, times as long", limit=11, found=grown)
    for name, beginning, limit in (
        ("as long as a bare Hugo", "Hugo", 4),
        ("as long as Zensical", "Zensical", 0.5),
        ("as long as mkdocs-material with pages in the nav, computed", "mkdocs-material", 0.02),
    ):
        yield Goal(name=f"{LARGE:,} records, times {name}", limit=limit, found=_beside(results, large, beginning))
    core = "core (load, check, link), ms a record"
    yield Goal(name=f"{LARGE:,} records, {core}", limit=0.4, found=known.get(core))
    yield Goal(name=f"{LARGE:,} records, whole build, ms a record", limit=3.5, found=known.get("ms a record"))
    yield Goal(name=f"{LARGE:,} records, {CHECK}", limit=5, found=known.get(CHECK))
    memory = huge.memory_without_pagefind if huge else None
    yield Goal(name=f"{HUGE:,} records, memory without Pagefind, MB", limit=600, found=memory)
    yield from _after_a_change(results)
    yield from _for_visitors(results)


def _after_a_change(results: Results) -> Iterator[Goal]:
    rebuild, served = results.rebuild, results.serve
    again = times(rebuild.cold.seconds, rebuild.again.seconds) if rebuild and rebuild.records == LARGE else None
    yield Goal(name=f"{LARGE:,} records, one changed, times as long as cold", limit=0.25, found=again)
    page = search = None
    if served and served.records == LARGE:
        # What did not come in time took longer than the limit.
        page = served.limit if served.page is None else served.page
        search = served.limit if served.search is None else served.search
    name = f"{LARGE:,} records, `mkdocs serve` shows a change"
    yield Goal(name=f"{name}, page, s", limit=2, found=page)
    yield Goal(name=f"{name}, search index, s", limit=15, found=search)


def _for_visitors(results: Results) -> Iterator[Goal]:
    visits = results.visits if results.visits and results.visits.records == LARGE else None
    name = f"{LARGE:,} records"
    yield Goal(name=f"{name}, first visit, kB", limit=80, found=visits.first_page if visits else None)
    yield Goal(name=f"{name}, first search, kB", limit=260, found=visits.first_search if visits else None)
    yield Goal(name=f"{name}, heaviest further search, kB", limit=60, found=visits.heaviest_search if visits else None)


def _beside(results: Results, build: Build | None, beginning: str) -> float | None:
    """How many times as long as a generator whose name begins like this, on as many pages as there are records."""
    found = [
        peer for peer in results.peers if peer.name.startswith(beginning) and build and peer.pages == build.records
    ]
    return times(found[0].seconds, build.seconds) if found and build else None
