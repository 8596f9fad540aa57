"""Whatever goes wrong while a site is built or a record is written: what was there stays whole, and it is said."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict

import pytest
from build.fixtures import alone

from faults import builds, writes
from faults.forks import FULL, KILL, NONE, Trial
from faults.report import made, table


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> list[Trial]:
    """Every trial on a new town's few records, once a run: workers take over each other's tests, and these with them."""
    with alone(tmp_path_factory, "fehlschlaege") as folder:
        result = folder / "versuche.json"
        if not result.exists():
            (folder / "arbeit").mkdir()
            tried = [asdict(trial) for trial in made(folder / "arbeit")]
            result.write_text(json.dumps(tried), encoding="utf-8")
    found = [Trial(**trial) for trial in json.loads(result.read_text(encoding="utf-8"))]
    print(table(found))
    return found


def test_the_old_site_stays_whole_and_the_build_fails(trials: list[Trial]) -> None:
    tried = [trial for trial in trials if trial.family == builds.FAMILY and trial.fault != NONE]
    broken = [trial for trial in tried if not trial.is_intact or (trial.exit == 0 and not _came_too_late(trial))]
    assert not broken, table(broken)
    assert len(tried) > 50


def test_a_command_that_is_stopped_leaves_no_part_of_a_file_and_loses_nothing(trials: list[Trial]) -> None:
    tried = [trial for trial in trials if trial.family == writes.FAMILY and trial.fault != NONE]
    broken = [trial for trial in tried if not trial.is_intact or trial.exit == 0]
    assert not broken, table(broken)
    assert len(tried) > 30


def test_every_failure_but_a_kill_says_what_it_was(trials: list[Trial]) -> None:
    silent = [trial for trial in trials if trial.fault not in (KILL, NONE) and not trial.said]
    assert not silent, table(silent)
    killed = {trial.exit for trial in trials if trial.fault == KILL and not _came_too_late(trial)}
    assert killed == {-9}


def test_a_command_tells_of_a_full_disk_in_a_sentence(trials: list[Trial]) -> None:
    full = [trial for trial in trials if trial.family == writes.FAMILY and trial.fault == FULL]
    rude = [trial for trial in full if trial.exit != 2 or not trial.said.startswith("portal ")]
    assert full
    assert not rude, table(rude)


def test_two_builds_at_once_end_well_and_the_site_is_that_of_one(trials: list[Trial]) -> None:
    together = [trial for trial in trials if trial.step.startswith("zwei zugleich")]
    assert [trial.exit for trial in together if trial.fault == NONE] == [0, 0]
    assert all(trial.is_intact for trial in together), table(together)
    assert len(together) == 3


def test_records_that_may_only_be_read_can_be_built_and_checked(trials: list[Trial]) -> None:
    tried = {trial.step: trial for trial in trials if trial.step.endswith("nur lesbar")}
    assert {step: trial.exit for step, trial in tried.items()} == {
        "Einträge nur lesbar": 0,
        "portal check: Einträge nur lesbar": 0,
        "portal new: Einträge nur lesbar": 2,
        "portal import vorlage: Einträge nur lesbar": 2,
    }
    assert all(trial.is_intact for trial in tried.values()), table([*tried.values()])


def test_the_next_build_works_and_clears_away_what_was_left(trials: list[Trial]) -> None:
    after = [trial for trial in trials if trial.step == "danach"]
    assert {(trial.exit, trial.is_intact, trial.said) for trial in after} == {(0, True, "gesagt.txt site")}


def test_every_step_of_a_build_and_every_command_that_writes_is_tried(trials: list[Trial]) -> None:
    steps = Counter(trial.step for trial in trials if trial.family == builds.FAMILY)
    assert all(steps[step] == 2 for step in builds.STEPS)
    commands = {trial.step.partition(":")[0].partition(",")[0] for trial in trials if trial.family == writes.FAMILY}
    assert commands - {"portal check"} == {
        "portal init",
        "portal new",
        "portal import vorlage",
        "portal import oparl",
    }


def _came_too_late(trial: Trial) -> bool:
    """A build that was to be killed at some moment may be done before, and then has published the same site."""
    return trial.exit == 0 and (trial.step.endswith("der Zeit") or trial.step.endswith("einer stirbt"))
