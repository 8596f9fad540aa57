"""What came of all trials, as a table; part of `make hostile`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from build.sites import ROOT, environment

from faults.forks import NONE, Trial

_HEAD = """\
| Vorgang | Schritt | Fehler | was vorher da war | Exit | letzte Meldung |
|---|---|---|---|--:|---|"""
_LONGEST = 90


def made(folder: Path) -> list[Trial]:
    """All trials, each in a fork of one process."""
    path = os.pathsep.join(str(ROOT / name) for name in ("hooks", "tests"))
    command = [sys.executable, "-m", "faults.trials", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(PYTHONPATH=path), check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return [Trial(**json.loads(line)) for line in done.stdout.splitlines()]


def table(trials: Iterable[Trial]) -> str:
    """One line a trial."""
    rows = (
        f"| {t.family} | {t.step} | {t.fault} | {'unversehrt' if t.is_intact else 'BESCHÄDIGT'} | {t.exit} | {_short(t.said)} |"
        for t in trials
    )
    return "\n".join([_HEAD, *rows])


def summary(trials: Iterable[Trial]) -> str:
    """One sentence."""
    found = [trial for trial in trials if trial.fault != NONE]
    harmed = sum(not trial.is_intact for trial in found)
    return f"{len(found)} Fehlschläge herbeigeführt, danach war {harmed}-mal etwas beschädigt."


def _short(said: str) -> str:
    said = " ".join(said.replace("|", "/").split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
