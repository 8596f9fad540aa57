"""Builds on request: reads settings as JSON from its input, one build a line, and says how each ended.

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
from portal.search.lexicon import lexicon


def main() -> None:
    lexicon()  # a second's work, once for all builds
    for line in sys.stdin:
        settings = json.loads(line)
        said = Path(settings.pop("OUTPUT"))
        code = run(partial(_build, settings), said)
        print(json.dumps({"code": code, "said": said.read_text(encoding="utf-8")}), flush=True)


def _build(settings: dict[str, str]) -> None:
    os.environ |= settings
    sys.argv = ["mkdocs", "build", "--strict", "--quiet"]
    cli()


if __name__ == "__main__":
    main()
