"""Sites built without a new process for each: what takes longest in a small town's build is to begin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from select import select
from typing import Self

from build.sites import PATIENCE, ROOT, SITE_URL, environment

_PATH = os.pathsep.join(str(ROOT / name) for name in ("hooks", "tests"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    code: int
    #: On both outputs.
    said: str


class Builds:
    """Strict builds by forks of one process, which is there from the first of them to the end of the `with` statement.

    They do what `mkdocs build --strict` does. What Python looks at when it starts (PYTHONPATH, PYTHONHASHSEED, LC_ALL, TZ)
    has no effect on them: whoever tries that, or the command line itself, takes the command, `build.sites.build`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said = folder / "gesagt.txt"
        self._server: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._server:
            self._server.communicate()

    def try_to_make(self, data: Path, site: Path, *arguments: str, **settings: str) -> Ended:
        """One build; settings become environment variables."""
        server = self._server = self._server or _started(self._folder / "vorlagen")
        assert server.stdin
        assert server.stdout
        settings = {"DATA": str(data), "SITE": str(site), "SITE_URL": SITE_URL, **settings}
        wanted = {"arguments": arguments, "settings": settings, "said": str(self._said)}
        server.stdin.write(f"{json.dumps(wanted)}\n")
        server.stdin.flush()
        ready, _, _ = select([server.stdout], [], [], PATIENCE)
        assert ready, f"Nach {PATIENCE} Sekunden nicht fertig: {settings}"
        return Ended(code=int(server.stdout.readline()), said=self._said.read_text(encoding="utf-8"))

    def make(self, data: Path, site: Path, *arguments: str, **settings: str) -> str:
        """What a build says that goes well."""
        ended = self.try_to_make(data, site, *arguments, **settings)
        assert ended.code == 0, ended.said
        return ended.said


def _started(compiled: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "build.buildserver", str(compiled)],
        cwd=ROOT,
        env=environment(PYTHONPATH=_PATH),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
