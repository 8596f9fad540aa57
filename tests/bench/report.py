"""Results as Markdown, ready for a terminal and for a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench.goals import HUGE, LARGE, Goal, goals
from bench.growth import figures, in_order, seconds_of, times
from bench.results import Build, Peer, Rebuild, Results, Serve, Visits

_NOTHING = "–"


def report(results: Results) -> str:
    parts = [
        f"Commit {results.commit}, {results.taken}; {results.machine}. One run on one machine: compare the ratios, not the seconds."
    ]
    if results.builds:
        parts += ["## Builds\n\n" + build_table(results.builds)]
    if results.peers:
        parts += ["## Other generators, a page for each record\n\n" + peer_table(results.peers, results.builds)]
    if results.rebuild:
        title = f"## One of {results.rebuild.records:,} records changed, built again"
        parts += [f"{title}\n\n{rebuild_table(results.rebuild)}"]
    if results.serve:
        title = f"## One of {results.serve.records:,} records changed under `mkdocs serve`"
        parts += [f"{title}\n\n{serve_table(results.serve)}"]
    if results.visits:
        parts += [f"## A visitor, {results.visits.records:,} records\n\n" + visit_table(results.visits)]
    if results.missing:
        parts += ["## Not measured\n\n" + "\n".join(f"- {reason}" for reason in results.missing)]
    parts += ["## Goals\n\n" + goal_table(list(goals(results)))]
    return "\n\n".join(parts) + "\n"


def build_table(builds: Sequence[Build]) -> str:
    """Sizes side by side, after each how many times as much as the one before."""
    columns = [figures(build) for build in builds]
    head = [f"{builds[0].records:,}"]
    for build in builds[1:]:
        head += [f"{build.records:,}", "×"]
    rows = [["records", *_side_by_side([build.records for build in builds])]]
    rows += [[name, *_side_by_side([column.get(name) for column in columns])] for name in in_order(columns)]
    return table(["", *head], rows)


def _side_by_side(values: Sequence[float | None]) -> Iterator[str]:
    before: float | None = None
    for place, value in enumerate(values):
        yield number(value)
        if place:
            yield number(times(before, value))
        before = value


def peer_table(peers: Iterable[Peer], builds: Iterable[Build]) -> str:
    """Ratios only where this portal has been built with as many records as the other has pages."""
    own = {build.records: build for build in builds}
    rows = []
    for peer in peers:
        build = own.get(peer.pages)
        rows.append(
            [
                f"{peer.name} {peer.version} ({peer.note})",
                f"{peer.pages:,}",
                number(peer.seconds),
                number(peer.seconds / peer.pages * 1000),
                number(peer.processor),
                number(peer.memory),
                *(number(ratio) for ratio in _ratios(peer, build)),
            ]
        )
    titles = ["", "pages", "s", "ms a page", "processors, s", "memory, MB"]
    return table([*titles, "this portal: time ×", "processors ×", "memory ×"], rows)


def _ratios(peer: Peer, build: Build | None) -> list[float | None]:
    if not build:
        return [None, None, None]
    return [
        times(peer.seconds, build.seconds),
        times(peer.processor, build.processor),
        times(peer.memory, build.memory),
    ]


def rebuild_table(rebuild: Rebuild) -> str:
    cold, *others = runs = [seconds_of(run) for run in (rebuild.cold, rebuild.again, rebuild.later)]
    rows = [
        [
            name,
            *(number(run.get(name)) for run in runs),
            *(number(times(cold.get(name), run.get(name))) for run in others),
        ]
        for name in in_order(runs)
    ]
    return table(["", "cold", "again", "later", "again / cold", "later / cold"], rows)


def serve_table(served: Serve) -> str:
    late = f"not within {served.limit:.0f} s"
    rows = [
        ["first page after the start, s", number(served.start)],
        ["the record's page shows a change, s", late if served.page is None else number(served.page)],
        ["the search index follows, s", late if served.search is None else number(served.search)],
    ]
    return table(["", ""], rows)


def visit_table(visits: Visits) -> str:
    rows = [
        ["first visit, a record's page, kB", number(visits.first_page)],
        ["second visit, another record's page, kB", number(visits.second_page)],
        ["first search, kB", number(visits.first_search)],
        ["a further search, kB (the heaviest)", f"{number(visits.further_search)} ({number(visits.heaviest_search)})"],
        ["first search, s", number(visits.first_search_seconds)],
    ]
    return table(["", ""], rows)


def goal_table(wanted: Sequence[Goal]) -> str:
    """Those that this run can tell of; the others are counted, so that nobody takes them for met."""
    measured = [goal for goal in wanted if goal.found is not None]
    rows = [[goal.name, number(goal.limit), number(goal.found), goal.verdict] for goal in measured]
    parts = [table(["", "at most", "found", ""], rows)] if rows else []
    if left := len(wanted) - len(measured):
        parts.append(
            f"Not measured in this run: {left} of {len(wanted)} goals. They are set for {LARGE:,} and {HUGE:,} records."
        )
    return "\n\n".join(parts)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns stand under each other, figures to the right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(3, *(len(line[place]) for line in lines)) for place in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines.insert(1, rule)
    return "\n".join(
        "| " + " | ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]) + " |"
        for line in lines
    )  # fmt: skip


def number(value: float | None) -> str:
    """Three digits that count, thousands with commas."""
    if value is None:
        return _NOTHING
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.3f}"
