"""Git, asked twice: one `log` for what changed when, one `cat-file` for the contents. Nothing else starts a process.

Only the line of first parents is read: what was published, one state after the other. A merged
branch counts as one change, at the moment when it was merged.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

#: Answers must not depend on how somebody has set up Git, and reading must neither write nor fetch.
_SETTINGS = ("log.showSignature=false", "log.showRoot=true", "log.follow=false", "diff.renames=false")
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_LOG = (
    *("log", "--first-parent", "-m", "--reverse", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative"),
    *("--encoding=UTF-8", "--format=%H%x00%P%x00%cI%x00%B", "--", "."),
)
_REGULAR = {b"100644", b"100755"}
#: A file of this size is no record; the loader refuses it, too.
_MAX_BYTES = 2_000_000
#: Questions that fit into a pipe while Git is still busy answering.
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file below the folder and its contents by hash; None where it did not exist."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit that touched the folder."""

    hash: str
    #: What it was compared with; None for the first commit there is.
    parent: str | None
    is_merge: bool
    time: dt.datetime
    message: str
    files: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """All commits that touched a folder, oldest first."""

    commits: tuple[Commit, ...]
    #: Where the folder lies in its repository: empty, or a path that ends in a slash.
    prefix: str
    #: Commits whose parents a shallow clone left out: they seem to add everything there is.
    cut_at: frozenset[str]


def read_log(folder: Path) -> Log | None:
    """None without Git, without a repository or without a commit."""
    where = ask(folder, "rev-parse", "--show-prefix", "--git-path", "shallow")
    out = ask(folder, *_LOG) if where is not None else None
    if not where or not out:
        return None
    prefix, shallow = os.fsdecode(where).split("\n")[:2]
    return Log(commits=tuple(_commits(out)), prefix=prefix, cut_at=_cut_at(folder / shallow))


def standing(folder: Path) -> bytes | None:
    """What tells whether `read_log` would read the same again; None where there is nothing to read."""
    where = ask(folder, "rev-parse", "--show-prefix", "--git-path", "shallow", "HEAD")
    if where is None:
        return None
    shallow = os.fsdecode(where).split("\n")[1]
    return where + "\n".join(sorted(_cut_at(folder / shallow))).encode()


class Contents:
    """One `cat-file` that answers as long as it is asked, so that no more than one commit's files are in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Contents:
        self._git = subprocess.Popen(
            _command(self._folder, "cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT},
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._git.communicate()

    def read(self, hashes: Iterable[str]) -> dict[str, bytes]:
        """Contents by hash. What is missing, as in a partial clone, or too large for a record, is left out."""
        found: dict[str, bytes] = {}
        wanted = [*dict.fromkeys(hashes)]
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            try:
                self._ask(some)
            except OSError:  # Git has gone away: what it did not hand out counts as missing
                break
            found |= {each: content for each in some if (content := self._answer()) is not None}
        return found

    def _ask(self, hashes: Iterable[str]) -> None:
        assert self._git.stdin
        self._git.stdin.write("".join(f"{each}\n" for each in hashes).encode())
        self._git.stdin.flush()

    def _answer(self) -> bytes | None:
        assert self._git.stdout
        head = self._git.stdout.readline().split()
        if len(head) != 3:  # „<hash> missing“
            return None
        size = int(head[2])
        content = self._git.stdout.read(size + 1)[:-1]
        return content if size <= _MAX_BYTES else None


def _commits(out: bytes) -> Iterator[Commit]:
    """Fields and files are divided by zero bytes, the one thing that neither messages nor names can hold."""
    parts = iter(out.split(b"\0"))
    part = next(parts, None)
    while part is not None:
        if not part:  # between two commits
            part = next(parts, None)
            continue
        name, parents = part.decode(), next(parts, b"").decode().split()
        time, message = next(parts, b"").decode(), next(parts, b"").decode(errors="replace")
        files: list[FileChange] = []
        while (part := next(parts, None)) is not None and part.lstrip(b"\n").startswith(b":"):
            files += file_change(part, next(parts, b""))
        yield Commit(
            hash=name,
            parent=parents[0] if parents else None,
            is_merge=len(parents) > 1,
            time=_time(time),
            message=message,
            files=tuple(files),
        )


def file_change(raw: bytes, path: bytes) -> Iterator[FileChange]:
    """`:100644 100644 <before> <after> M` and a path; links and submodules count as not being there."""
    old_mode, new_mode, before, after, _ = raw.lstrip(b"\n:").split()
    old = before.decode() if old_mode in _REGULAR else None
    new = after.decode() if new_mode in _REGULAR else None
    if old != new:
        yield FileChange(path.decode(errors="replace"), old, new)


def _time(text: str) -> dt.datetime:
    """Git accepts times that no calendar has; such a commit counts as made at the beginning of time."""
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _cut_at(file: Path) -> frozenset[str]:
    try:
        return frozenset(file.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def ask(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None where there is no git, no repository or nothing to be told."""
    try:
        done = subprocess.run(
            _command(folder, *arguments), capture_output=True, check=True, env={**os.environ, **_ENVIRONMENT}
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def _command(folder: Path, *arguments: str) -> list[str]:
    return ["git", "-C", str(folder), *(part for setting in _SETTINGS for part in ("-c", setting)), *arguments]
