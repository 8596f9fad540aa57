from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bench.compare import compare, comparison
from bench.results import as_json
from measurements import REBUILD, VISITS, built, results


def _ratio(text: str, name: str) -> str:
    (line,) = (line for line in text.splitlines() if line.startswith(f"| {name} "))
    return line.strip("| ").split("|")[-1].strip()


def test_each_figure_stands_beside_that_of_the_base() -> None:
    shown = comparison(results(built(1_000, seconds=4.0)), results(built(1_000, seconds=3.0)))
    assert _ratio(shown, "1,000 records: whole build, s") == "0.75"
    assert _ratio(shown, "1,000 records: HTML pages") == "1"


def test_only_sizes_that_both_have_are_compared() -> None:
    shown = comparison(results(built(100), built(1_000)), results(built(1_000), built(10_000)))
    assert "| 1,000 records" in shown
    assert "| 100 records" not in shown
    assert "| 10,000 records" not in shown


def test_phases_that_only_one_knows_have_no_ratio() -> None:
    shown = comparison(results(built(1_000, phases={})), results(built(1_000, phases={"load": 1.0})))
    assert _ratio(shown, "1,000 records: load, s") == "–"


def test_rebuilds_and_visits_are_compared_too() -> None:
    base = results(rebuild=REBUILD, visits=VISITS)
    now = results(
        rebuild=replace(REBUILD, again=replace(REBUILD.again, seconds=4.0)), visits=replace(VISITS, first_page=24.3)
    )
    shown = comparison(base, now)
    assert _ratio(shown, "10,000 records, one changed: build, s") == "0.50"
    assert _ratio(shown, "10,000 records: first visit, kB") == "0.50"


def test_nothing_in_common_is_said() -> None:
    assert "no size in common" in comparison(results(built(100)), results(built(1_000)))


def test_different_machines_are_said() -> None:
    assert "different machines" in comparison(results(built(100)), results(built(100), machine="Darwin"))


def test_two_stored_results_are_compared_without_measuring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The checkout is what its stored results are named after."""
    base, now = tmp_path / "base.json", tmp_path / "now.json"
    base.write_bytes(as_json(results(built(100, seconds=2.0))))
    now.write_bytes(as_json(results(built(100, seconds=1.0))))
    monkeypatch.setattr("bench.checkout.Checkout.commit", "now")
    monkeypatch.setattr("bench.checkout.Checkout.is_changed", False)
    monkeypatch.setenv("BENCH_OUT", str(tmp_path))
    assert compare([str(base)]) == 0
    assert _ratio(capsys.readouterr().out, "100 records: whole build, s") == "0.50"


def test_a_base_that_is_neither_file_nor_commit_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(["gibt-es-nicht"]) == 1
    assert "“gibt-es-nicht” is neither a file nor a commit" in capsys.readouterr().err


def test_a_file_that_holds_no_results_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"commit": "abc"}', encoding="utf-8")
    assert compare([str(other)]) == 1
    assert f"{other} holds no results" in capsys.readouterr().err


def test_without_a_base_the_command_says_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare([""]) == 2
    assert "BASE=" in capsys.readouterr().err
