"""Independent tasks, shared among the machine's processors.

Workers are forks: they know all that the build knows without being told, and write their files themselves. Where a
machine cannot fork, or has one processor, the tasks run one after the other, with the same result.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Result = TypeVar("Result")

#: Is told what is being done, how much of it is done, and of how much.
Progress = Callable[[str, int, int], None]

#: What the forks inherit.
_tasks: Sequence[Callable[[], Any]] = ()


def unseen(label: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def processors() -> int:
    """How many tasks can run at a time. macOS forbids forks of programs that have used its system libraries."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


@dataclass(frozen=True, slots=True)
class Crew:
    """Those who do the tasks, and who is told how far they are."""

    size: int = 1
    progress: Progress = unseen

    def run(self, label: str, tasks: Sequence[Callable[[], Result]]) -> Iterator[Result]:
        """What each task returns, in the order of the tasks. The first failure ends all."""
        for done, result in enumerate(_results(tasks, self.size), start=1):
            self.progress(label, done, len(tasks))
            yield result


#: One after the other, unseen.
ALONE = Crew()


def _results(tasks: Sequence[Callable[[], Result]], workers: int) -> Iterator[Result]:
    global _tasks  # noqa: PLW0603 - forks inherit it, arguments would be copied
    if workers < 2 or len(tasks) < 2:
        for task in tasks:
            yield task()
        return
    _tasks = tasks
    gc.collect()
    gc.freeze()  # objects that all know stay where they are, instead of being copied when the collector looks at them
    try:
        with multiprocessing.get_context("fork").Pool(min(workers, len(tasks))) as pool:
            yield from pool.imap(_run, range(len(tasks)))
    finally:
        gc.unfreeze()
        _tasks = ()


def _run(number: int) -> Any:
    return _tasks[number]()
