"""What a command costs: seconds, and the memory of all its processes at the highest."""

from __future__ import annotations

import os
import resource
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

#: Looking costs time itself: never sooner again than after so many seconds, and so that looking takes a tenth of a
#: processor at most; but never later, for a look that had to wait for a processor says little of what looking costs.
_PAUSE, _SHARE, _LONGEST = 0.05, 10, 0.5
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class Cost:
    seconds: float
    #: Seconds that processors worked for it: says more than the clock where others use the machine, too.
    processor: float
    #: All processes together at their highest, in MB; what forks share counts once.
    memory: float
    #: The same without the processes that were to be kept apart.
    memory_apart: float


class Failed(Exception):
    """A command did not work; the message is the end of what it said."""


def measured(
    command: Sequence[str | Path],
    *,
    folder: Path | None = None,
    environ: Mapping[str, str] = _NOTHING,
    without: str = "",
    timeout: float | None = None,
) -> Cost:
    """Run a command to its end. `memory_apart` leaves out children with the word `without` in their command lines."""
    with tempfile.TemporaryFile() as said:
        start, worked = time.perf_counter(), _worked()
        process = psutil.Popen(
            list(map(str, command)), cwd=folder, env={**os.environ, **environ}, stdout=said, stderr=said
        )
        watcher = _Watcher(process, without)
        watcher.start()
        try:
            code = process.wait(timeout)
        except psutil.TimeoutExpired:
            end(process)
            raise Failed(f"not done after {timeout:.0f} s") from None
        finally:
            seconds = time.perf_counter() - start
            watcher.join()
        if code:
            raise Failed(f"exit {code}: {_end_of(said)}")
    return Cost(
        seconds=seconds,
        processor=_worked() - worked,
        memory=watcher.highest,
        memory_apart=watcher.highest_apart,
    )


def end(process: psutil.Process) -> None:
    """Stop a process and all that it started."""
    family = _family(process)
    for each in family:
        each.terminate()
    _, left = psutil.wait_procs(family, timeout=5)
    for each in left:
        each.kill()


class _Watcher(threading.Thread):
    """Looks at a process and its children until it has ended."""

    def __init__(self, process: psutil.Process, without: str) -> None:
        super().__init__(daemon=True)
        self.highest = self.highest_apart = 0.0
        self._process, self._without = process, without

    def run(self) -> None:
        while self._process.is_running() and self._process.status() != psutil.STATUS_ZOMBIE:
            start = time.perf_counter()
            kept = left_out = 0.0
            for each in _family(self._process):
                memory, is_apart = _memory(each), bool(self._without) and _is_named(each, self._without)
                left_out += memory * is_apart
                kept += memory * (not is_apart)
            self.highest = max(self.highest, kept + left_out)
            self.highest_apart = max(self.highest_apart, kept)
            time.sleep(min(max(_PAUSE, _SHARE * (time.perf_counter() - start)), _LONGEST))


def _worked() -> float:
    """Of all processes that have ended and were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(process: psutil.Process) -> list[psutil.Process]:
    try:
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _memory(process: psutil.Process) -> float:
    """The proportional set size where the system knows it (Linux), else what is resident; in MB."""
    try:
        known = process.memory_full_info() if psutil.LINUX else process.memory_info()
        return float(getattr(known, "pss", known.rss)) / 1e6
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0.0


def _is_named(process: psutil.Process, word: str) -> bool:
    try:
        return any(word in part for part in process.cmdline())
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def _end_of(said: IO[bytes]) -> str:
    said.seek(0)
    lines = said.read().decode(errors="replace").strip().splitlines()
    return " / ".join(lines[-3:])


def megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
