"""`make bench-compare BASE=…`: two commits side by side, as ratios.

BASE is a commit or a stored JSON file. A commit that has no stored results is checked out into a temporary folder, set up
from its own lock file and measured with today's benchmark on today's made-up towns; then so is this checkout, in the same run,
because seconds of two days or machines cannot be compared. Of older commits only what they tell is shown: before PHASES, builds
had no phases. A commit whose code refuses today's towns ends the comparison, with what it said.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.checkout import ROOT, Checkout, checked_out, git
from bench.costs import Failed
from bench.growth import figures, in_order, times
from bench.plan import Plan
from bench.report import number, table
from bench.results import Build, Results, Unreadable, stored
from bench.run import run

#: What is compared where nothing is stored: enough to see growth, and done in minutes.
SIZES = (1_000, 10_000)
PARTS = frozenset({"builds", "rebuild"})


def comparison(base: Results, now: Results) -> str:
    """Size by size, for the sizes that both have."""
    old, new = ({build.records: build for build in results.builds} for results in (base, now))
    rows = [row for size in sorted(old.keys() & new.keys()) for row in _rows(old[size], new[size])]
    rows += _other_rows(base, now)
    title = f"base: {base.commit}, {base.taken}; now: {now.commit}, {now.taken}."
    if base.machine != now.machine:
        title += f"\n\nMeasured on different machines ({base.machine}; {now.machine}): the ratios say little."
    if not rows:
        return f"{title}\n\nThe two have no size in common."
    return f"{title}\n\n{table(['', 'base', 'now', 'now / base'], rows)}\n"


def _rows(old: Build, new: Build) -> Iterator[list[str]]:
    columns = [figures(old), figures(new)]
    for name in in_order(columns):
        yield _row(f"{old.records:,} records: {name}", *(column.get(name) for column in columns))


def _other_rows(base: Results, now: Results) -> Iterator[list[str]]:
    if base.rebuild and now.rebuild and base.rebuild.records == now.rebuild.records:
        name = f"{now.rebuild.records:,} records, one changed: build, s"
        yield _row(name, base.rebuild.again.seconds, now.rebuild.again.seconds)
    if base.serve and now.serve and base.serve.records == now.serve.records:
        name = f"{now.serve.records:,} records, one changed: mkdocs serve"
        yield _row(f"{name}, page, s", base.serve.page, now.serve.page)
        yield _row(f"{name}, search, s", base.serve.search, now.serve.search)
    if base.visits and now.visits and base.visits.records == now.visits.records:
        for label, attribute in (
            ("first visit", "first_page"),
            ("second visit", "second_page"),
            ("first search", "first_search"),
            ("further search", "further_search"),
        ):
            old, new = getattr(base.visits, attribute), getattr(now.visits, attribute)
            yield _row(f"{now.visits.records:,} records: {label}, kB", old, new)


def _row(name: str, old: float | None, new: float | None) -> list[str]:
    return [name, number(old), number(new), number(times(old, new))]


def compare(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0]:
        print("make bench-compare BASE=<commit or JSON file of `make bench`>", file=sys.stderr)
        return 2
    plan = Plan.from_environment(sizes=SIZES, parts=PARTS)
    try:
        base, now = _both(arguments[0], plan)
    except (Failed, NoBase, Unreadable) as error:
        print(error, file=sys.stderr)
        return 1
    print(comparison(base, now))
    return 0


class NoBase(Exception):
    """There is nothing to compare with; the message says why."""


def _both(name: str, plan: Plan) -> tuple[Results, Results]:
    here = Checkout(root=ROOT)
    if Path(name).is_file():
        return stored(Path(name)), _stored_or_measured(here, plan)
    try:
        commit = git(ROOT, "rev-parse", "--short=12", "--verify", "--quiet", f"{name}^{{commit}}")
    except subprocess.CalledProcessError:
        raise NoBase(f"“{name}” is neither a file nor a commit of this repository.") from None
    if plan.file_of(commit).is_file():
        return stored(plan.file_of(commit)), _stored_or_measured(here, plan)
    with checked_out(commit) as checkout:
        return run(checkout, plan), run(here, plan)


def _stored_or_measured(here: Checkout, plan: Plan) -> Results:
    path = plan.file_of(here.commit)
    return stored(path) if path.is_file() and not here.is_changed else run(here, plan)
