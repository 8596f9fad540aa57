"""A checkout of the portal that is measured: this one, or an older commit beside it."""

from __future__ import annotations

import datetime as dt
import json
import platform
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.costs import Cost, measured

ROOT = Path(__file__).resolve().parents[2]
#: The made-up towns stand at this day, so that builds do not depend on when they are measured.
_EPOCH = str(int(dt.datetime(2026, 6, 1, tzinfo=dt.UTC).timestamp()))


def standing(data: Path) -> dict[str, str]:
    """The day that records stand at; those of this repository know theirs."""
    return {} if data.is_relative_to(ROOT) else {"SOURCE_DATE_EPOCH": _EPOCH}


@dataclass(frozen=True, kw_only=True)
class Checkout:
    root: Path

    @property
    def commit(self) -> str:
        """Short and for good; with an addition where files differ from it."""
        name = git(self.root, "rev-parse", "--short=12", "HEAD")
        return f"{name}-changed" if self.is_changed else name

    @property
    def is_changed(self) -> bool:
        return bool(git(self.root, "status", "--porcelain"))

    @property
    def mkdocs(self) -> list[str | Path]:
        return [self.root / ".venv/bin/python", "-m", "mkdocs"]

    def environ(self, data: Path, cache: Path) -> dict[str, str]:
        return {
            "DATA": str(data),
            "CACHE": str(cache),
            **standing(data),
            "NO_MKDOCS_2_WARNING": "1",
            # As CI and people build; what make hands down is not for its children.
            "SITE_URL": "https://portal.example/",
            "MAKEFLAGS": "",
        }

    def build(self, data: Path, site: Path, cache: Path) -> tuple[Cost, dict[str, float]]:
        """What `make build` does; also the seconds of its phases, where this commit tells them."""
        with tempfile.TemporaryDirectory() as folder:
            phases = Path(folder, "phases.json")
            cost = measured(
                [*self.mkdocs, "build", "--strict", "--quiet"],
                folder=self.root,
                environ={**self.environ(data, cache), "SITE": str(site), "PHASES": str(phases)},
                without="pagefind",
            )
            return cost, json.loads(phases.read_bytes()) if phases.exists() else {}

    def check(self, data: Path, cache: Path) -> Cost:
        """What `make check` does."""
        command: list[str | Path] = [self.root / ".venv/bin/portal", "check", "--data", data]
        return measured(command, environ={**standing(data), "CACHE": str(cache)})


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@contextmanager
def checked_out(commit: str) -> Iterator[Checkout]:
    """A commit in a temporary folder of its own, with the libraries of its own lock file."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "portal")
        measured(["git", "worktree", "add", "--quiet", "--detach", root, commit], folder=ROOT)
        try:
            measured(["requirements/setup.sh", "build.txt"], folder=root)
            yield Checkout(root=root)
        finally:
            git(ROOT, "worktree", "remove", "--force", str(root))


def machine() -> str:
    memory = psutil.virtual_memory().total / 1e9
    return f"{platform.system()} {platform.machine()}, {psutil.cpu_count()} processors, {memory:.0f} GB, Python {platform.python_version()}"
