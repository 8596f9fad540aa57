"""Whatever goes wrong while a site is built, the one before stays whole, and the build says that it failed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from build.sites import ROOT, environment

_TRIALS = Path(__file__).with_name("trials.py")


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Every trial on a new town's few records; the last one looks at what is left after all of them."""
    folder = tmp_path_factory.mktemp("fehlschlaege")
    data, work = folder / "daten", folder / "arbeit"
    work.mkdir()
    portal = [sys.executable, "hooks/cli.py", "init", "Probestadt", "--to", str(data)]
    subprocess.run(portal, cwd=ROOT, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, str(_TRIALS), str(data), str(work)],
        cwd=ROOT,
        env=environment(SOURCE_DATE_EPOCH="1795219200"),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_old_site_stays_whole_and_the_build_fails(trials: list[dict[str, Any]]) -> None:
    print(_table(trials))
    broken = [
        trial for trial in trials[:-1] if not trial["is_intact"] or (trial["exit"] == 0 and not _came_too_late(trial))
    ]
    assert not broken, _table(broken)
    assert len(trials) > 50


def test_every_failure_but_a_kill_says_what_it_was(trials: list[dict[str, Any]]) -> None:
    silent = [trial for trial in trials[:-1] if trial["fault"] != "kill -9" and not trial["said"]]
    assert not silent, _table(silent)
    killed = {trial["exit"] for trial in trials[:-1] if trial["fault"] == "kill -9" and not _came_too_late(trial)}
    assert killed == {-9}


def test_the_next_build_works_and_clears_away_what_was_left(trials: list[dict[str, Any]]) -> None:
    after = trials[-1]
    assert after["is_intact"]
    assert after["said"].split() == ["gesagt.txt", "site"]


def _came_too_late(trial: dict[str, Any]) -> bool:
    """A build that was to be killed at some moment may be done before, and then has published the same site."""
    return bool(trial["exit"] == 0 and trial["step"].endswith("der Zeit"))


def _table(trials: list[dict[str, Any]]) -> str:
    rows = [
        f"| {t['step']} | {t['fault']} | {'heil' if t['is_intact'] else 'BESCHÄDIGT'} | {t['exit']} | {t['said'][:90]} |"
        for t in trials
    ]
    return "\n".join(["| Schritt | Fehler | alte Website | Exit | Meldung |", "|---|---|---|--:|---|", *rows])
