"""All trials. Run as a program, with a work folder and the names of families, it prints one JSON line per trial.

    PYTHONPATH=hooks:tests python -m faults.trials FOLDER

Two lanes go on side by side, each with a site of its own; every trial is a fork of this process.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from build.ready import get_ready
from cli import main as portal

from faults import builds, writes
from faults.builds import STEPS, Case
from faults.forks import NONE, Trial, digest, ended, owner_of, run, start

LANES = 2


def trials(folder: Path) -> Iterator[Trial]:
    data = folder / "daten"
    assert run(partial(portal, ("init", "Probestadt", "--to", str(data))), folder / "gesagt.txt") == 0
    # One after the other: what takes longest comes first, so that both lanes end together.
    cases = [builds.at_once, *writes.cases(), builds.read_only, *builds.broken()]
    lanes = [folder / f"bahn-{number}" for number in range(LANES)]
    children = [
        start(partial(_follow, cases[number::LANES], lane, data), lane.with_suffix(".txt"))
        for number, lane in enumerate(lanes)
    ]
    codes = [ended(child) for child in children]
    for lane, code in zip(lanes, codes, strict=True):
        told = lane.with_suffix(".txt").read_text(encoding="utf-8")
        assert code == 0, told
        yield from (Trial(**json.loads(line)) for line in told.splitlines())


def _follow(cases: Sequence[Case], work: Path, data: Path) -> int:
    """One trial after the other; the last one looks at what is left after all of them."""
    work.mkdir()
    lane = builds.whole(work, data)
    before = digest(lane.town.site)
    for case in cases:
        for trial in case(lane):
            print(json.dumps(asdict(trial), ensure_ascii=False), flush=True)
    code = run(lane.town.build, lane.said)
    left = " ".join(sorted(path.name for path in work.iterdir()))
    is_intact = digest(lane.town.site) == before and left == "gesagt.txt site"
    last = Trial(family=builds.FAMILY, step="danach", fault=NONE, exit=code, is_intact=is_intact, said=left)
    print(json.dumps(asdict(last), ensure_ascii=False), flush=True)
    return 0


def _prepare(folder: Path) -> None:
    """What every trial would have to do anew."""
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795219200"}
    for place in STEPS.values():
        owner_of(place)
    get_ready(folder / "vorlagen")


if __name__ == "__main__":
    work = Path(sys.argv[1]).resolve()
    _prepare(work)
    for found in trials(work):
        print(json.dumps(asdict(found), ensure_ascii=False), flush=True)
