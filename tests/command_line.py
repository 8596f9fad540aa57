"""The command line as people and CI call it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import portal

_SCRIPT = Path(portal.__file__).parents[1] / "cli.py"


def run(*arguments: str, timeout: float = 60, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the script in the current folder, with no more of the environment than it needs."""
    environ = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1795219200", **environ}
    command = [sys.executable, str(_SCRIPT), *arguments]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8", env=environ, timeout=timeout
    )
