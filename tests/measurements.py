"""Made-up measurements."""

from __future__ import annotations

from bench.results import Build, Peer, Rebuild, Results, Run, Serve, Visits


def built(records: int, **changes: object) -> Build:
    """A town that takes 4 ms a record and 1 MB for ten."""
    values: dict[str, object] = {
        "records": records,
        "pages": records * 2,
        "files": records * 5,
        "size": records / 50,
        "seconds": records * 0.004,
        "processor": records * 0.006,
        "check": records * 0.0005,
        "check_again": records * 0.0002,
        "phases": {"load": records * 0.0001, "check": records * 0.0001, "link": records * 0.0001},
        "memory": records / 10,
        "memory_without_pagefind": records / 20,
    }
    return Build(**(values | changes))  # type: ignore[arg-type]


def results(*builds: Build, **parts: object) -> Results:
    values: dict[str, object] = {"commit": "abc", "taken": "2026-11-21", "machine": "Linux, 2 processors"}
    return Results(**(values | {"builds": list(builds)} | parts))  # type: ignore[arg-type]


PEERS = [
    Peer(name="Hugo", version="1.0", pages=10_000, seconds=10, processor=20, memory=500, note="bare"),
    Peer(name="Zensical", version="0.1", pages=10_000, seconds=100, processor=150, memory=2_000, note="as it comes"),
    Peer(
        name="mkdocs-material, pages in the nav",
        version="9",
        pages=1_000,
        seconds=30,
        processor=30,
        memory=90,
        note="as it comes",
    ),
    Peer(
        name="mkdocs-material, pages in the nav",
        version="9",
        pages=10_000,
        seconds=3_000,
        processor=None,
        memory=None,
        note="computed",
    ),
]
REBUILD = Rebuild(
    records=10_000,
    cold=Run(seconds=40, processor=70, phases={"load": 5, "search": 20}),
    again=Run(seconds=8, processor=7, phases={"load": 1, "search": 5}),
    later=Run(seconds=6, processor=7, phases={"load": 1, "search": 4}),
)
SERVE = Serve(records=10_000, start=50, page=1.5, search=None, limit=300)
VISITS = Visits(
    records=10_000,
    first_page=48.6,
    second_page=7.8,
    first_search=200,
    further_search=20,
    heaviest_search=70,
    first_search_seconds=0.4,
)
