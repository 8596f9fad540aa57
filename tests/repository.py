"""Real Git repositories for tests: every commit at a given time, by nobody in particular, whatever this machine is set up for."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

_NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_NAME": "Maria Muster" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "maria@muster.example" for role in ("AUTHOR", "COMMITTER")},
}


class Repository:
    """A repository with a data folder."""

    def __init__(self, folder: Path, data: str = "data") -> None:
        self.folder = folder
        self.data = folder / data
        self.data.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, when: str = "") -> str:
        environment = {**os.environ, **_NOBODY}
        if when:
            environment |= {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        command = ["git", "-C", str(self.folder), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(
        self, when: str, message: str, files: Mapping[str, str | bytes] | None = None, without: Iterable[str] = ()
    ) -> str:
        """Write and remove files of the data folder, commit everything there is; returns the commit's hash."""
        for path, content in (files or {}).items():
            file = self.data / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        for path in without:
            (self.data / path).unlink()
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, when=when)
        return self.git("rev-parse", "HEAD")

    def clone(self, folder: Path, *options: str) -> Path:
        """A copy as others have it; returns its data folder."""
        self.git("clone", "--quiet", *options, self.folder.as_uri(), str(folder))
        return folder / self.data.relative_to(self.folder)
