"""The made-up town of the benchmark must stay a town without problems, or `make bench` measures nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from bench import synthetic
from portal.pipeline import read

DAY = dt.date(2026, 6, 1)


def test_the_made_up_town_has_no_problems(tmp_path: Path) -> None:
    synthetic.write(tmp_path, 1_000)
    assert [problem.as_text() for problem in read(tmp_path, {}, lambda: DAY).problems] == []


def test_the_made_up_town_is_the_same_every_time() -> None:
    assert list(synthetic.files(100)) == list(synthetic.files(100))
