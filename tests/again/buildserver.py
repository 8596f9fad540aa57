"""Builds on request: reads settings as JSON from its input, one build a line, and says how each ended.

Every build is a fork of this process, so that many of them need not import everything each time.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli


def main() -> None:
    sys.path.insert(0, str(Path("hooks").resolve()))
    importlib.import_module("portal.search.lexicon").lexicon()  # a second's work, once for all builds
    for line in sys.stdin:
        settings = json.loads(line)
        output = Path(settings.pop("OUTPUT"))
        code = _build(settings, output)
        print(json.dumps({"code": code, "said": output.read_text(encoding="utf-8")}), flush=True)


def _build(settings: dict[str, str], output: Path) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code: Any = 1
    try:
        with output.open("wb", buffering=0) as said:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
        os.environ |= settings
        sys.argv = ["mkdocs", "build", "--strict", "--quiet"]
        cli()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    main()
