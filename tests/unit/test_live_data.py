"""The records in data/ are in order. Of the tests that know them by name, see tests/build/test_the_chain_can_be_walked.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def test_the_live_records_have_no_problems() -> None:
    command = [sys.executable, "hooks/cli.py", "check", "--data", "data"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", cwd=_ROOT)
    assert done.stderr == ""
    assert done.returncode == 0
