"""What a build cost, figure by figure, and how that grows with the number of records."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bench.results import Build, Run

#: The part of a build that reads records, by the names of its phases.
CORE = ("load", "check", "link")
_PHASE = "{}, s"
_REST, _WHOLE, _PROCESSOR = "rest (MkDocs, start of Python), s", "whole build, s", "processors, s"
#: The command, which does more than the phase of that name; and when it has run before.
CHECK, CHECK_AGAIN = "make check, s", "make check once more, s"


def figures(build: Build) -> dict[str, float]:
    """Everything known of a build, by the names that tables show, in their order."""
    known = seconds_of(build)
    known["ms a record"] = build.seconds / build.records * 1000
    core = [build.phases[name] for name in CORE if name in build.phases]
    if len(core) == len(CORE):
        known["core (load, check, link), ms a record"] = sum(core) / build.records * 1000
    return known | {
        CHECK: build.check,
        CHECK_AGAIN: build.check_again,
        "memory, MB": build.memory,
        "memory without Pagefind, MB": build.memory_without_pagefind,
        "HTML pages": build.pages,
        "files": build.files,
        "size, MB": build.size,
    }


def seconds_of(run: Build | Run) -> dict[str, float]:
    """Phase by phase, what they leave over, and all of it."""
    known = {_PHASE.format(name): seconds for name, seconds in run.phases.items()}
    if run.phases:
        known[_REST] = run.seconds - sum(run.phases.values())
    return known | {_WHOLE: run.seconds, _PROCESSOR: run.processor}


def times(before: float | None, after: float | None) -> float | None:
    """How many times as much; None where one is unknown, or there was next to nothing before."""
    if before is None or after is None or before < 1e-4:
        return None
    return after / before


def exponent(few: tuple[int, float], many: tuple[int, float]) -> float:
    """By which power of the size a cost grew: 1 is linear, 2 quadratic."""
    return math.log(many[1] / few[1]) / math.log(many[0] / few[0])


def extrapolated(few: tuple[int, float], many: tuple[int, float], size: int) -> float:
    """The cost at a size, if it goes on growing as it did between the two."""
    return float(many[1] * (size / many[0]) ** exponent(few, many))


def in_order(columns: Sequence[dict[str, float]]) -> list[str]:
    """All names of several builds: a phase that only some of them know stands after the one before it there."""
    names: list[str] = []
    for column in columns:
        place = 0
        for name in column:
            if name in names:
                place = names.index(name) + 1
            else:
                names.insert(place, name)
                place += 1
    return names
