"""Builds on request, with a folder of its own: reads what is wanted as JSON from its input, one build a line, and says how each ended.

Every build is a fork of this process, so that many of them need not import everything each time.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path

from faults.forks import run
from mkdocs.__main__ import cli

from build.ready import get_ready


def main() -> None:
    get_ready(Path(sys.argv[1]))
    for line in sys.stdin:
        wanted = json.loads(line)
        code = run(partial(_build, wanted["arguments"], wanted["settings"]), Path(wanted["said"]))
        print(code, flush=True)


def _build(arguments: list[str], settings: dict[str, str]) -> None:
    os.environ |= settings
    sys.argv = ["mkdocs", "build", "--strict", *arguments]
    cli()


if __name__ == "__main__":
    main()
