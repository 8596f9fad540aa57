from __future__ import annotations

from pathlib import Path

from bench.goals import goals
from bench.report import (
    build_table,
    goal_table,
    number,
    peer_table,
    rebuild_table,
    report,
    serve_table,
    table,
    visit_table,
)
from bench.results import as_json, stored
from measurements import PEERS, REBUILD, SERVE, VISITS, built, results


def _cells(text: str, name: str) -> list[str]:
    """The row with this beginning, without the name."""
    (line,) = (line for line in text.splitlines() if line.startswith(f"| {name}"))
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_sizes_stand_side_by_side_with_their_growth_between_them() -> None:
    shown = build_table([built(100), built(1_000), built(10_000)])
    assert _cells(shown, "records") == ["100", "1,000", "10", "10,000", "10"]
    assert _cells(shown, "whole build, s") == ["0.40", "4", "10", "40", "10"]


def test_a_phase_that_one_size_lacks_leaves_a_gap() -> None:
    shown = build_table([built(100, phases={}), built(1_000, phases={"load": 0.5})])
    assert _cells(shown, "load, s") == ["–", "0.50", "–"]


def test_others_are_compared_only_where_there_are_as_many_records_as_pages() -> None:
    shown = peer_table(PEERS, [built(10_000)])
    assert _cells(shown, "Hugo 1.0 (bare)") == ["10,000", "10", "1", "20", "500", "4", "3", "2"]
    assert _cells(shown, "mkdocs-material, pages in the nav 9 (as it comes)")[-3:] == ["–", "–", "–"]
    assert _cells(shown, "mkdocs-material, pages in the nav 9 (computed)")[-3:] == ["0.013", "–", "–"]


def test_a_change_that_never_came_is_said_and_not_left_out() -> None:
    shown = serve_table(SERVE)
    assert _cells(shown, "the record's page shows a change, s") == ["1.50"]
    assert _cells(shown, "the search index follows, s") == ["not within 300 s"]


def test_a_rebuild_stands_beside_the_cold_build_phase_by_phase() -> None:
    shown = rebuild_table(REBUILD)
    assert _cells(shown, "search, s") == ["20", "5", "4", "0.25", "0.20"]
    assert _cells(shown, "rest") == ["15", "2", "1", "0.13", "0.067"]
    assert _cells(shown, "whole build, s") == ["40", "8", "6", "0.20", "0.15"]
    assert _cells(shown, "processors, s") == ["70", "7", "7", "0.10", "0.10"]


def test_visits_tell_of_the_heaviest_search_too() -> None:
    assert _cells(visit_table(VISITS), "a further search") == ["20 (70)"]


def test_goals_are_met_or_missed() -> None:
    measured = results(built(1_000), built(10_000), peers=PEERS, rebuild=REBUILD, serve=SERVE, visits=VISITS)
    verdicts = {goal.name: goal.verdict for goal in goals(measured)}
    assert verdicts["1,000 → 10,000 records, times as long"] == "met"
    assert verdicts["10,000 records, times as long as a bare Hugo"] == "met"
    assert verdicts["10,000 records, times as long as Zensical"] == "met"
    assert verdicts["10,000 records, whole build, ms a record"] == "missed"
    assert verdicts["10,000 records, `mkdocs serve` shows a change, search index, s"] == "missed"
    assert verdicts["10,000 records, heaviest further search, kB"] == "missed"


def test_a_goal_that_was_not_measured_is_not_counted_as_met() -> None:
    wanted = list(goals(results(built(1_000))))
    assert all(goal.found is None for goal in wanted)
    assert goal_table(wanted).startswith(f"Not measured in this run: {len(wanted)} of {len(wanted)} goals.")


def test_what_is_missing_is_said() -> None:
    assert "- Hugo: not installed" in report(results(built(100), missing=["Hugo: not installed"]))


def test_results_are_read_as_they_were_stored(tmp_path: Path) -> None:
    measured = results(built(100), peers=PEERS, rebuild=REBUILD, serve=SERVE, visits=VISITS, missing=["Hugo"])
    path = tmp_path / "abc.json"
    path.write_bytes(as_json(measured))
    assert stored(path) == measured


def test_numbers_show_three_digits() -> None:
    assert [number(value) for value in (None, 0.0123, 0.5, 12.34, 1234.5, 3.0)] == [
        "–",
        "0.012",
        "0.50",
        "12.3",
        "1,234",
        "3",
    ]


def test_columns_stand_under_each_other() -> None:
    assert table(["", "s"], [["long name", "1"], ["b", "22"]]).splitlines() == [
        "|           |   s |",
        "| --------- | --: |",
        "| long name |   1 |",
        "| b         |  22 |",
    ]
