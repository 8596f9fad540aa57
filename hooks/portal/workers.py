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
from typing import Any, TypeVar

Result = TypeVar("Result")

#: What the forks inherit.
_tasks: Sequence[Callable[[], Any]] = ()


def processors() -> int:
    """How many tasks can run at a time. macOS forbids forks of programs that have used its system libraries."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def run(tasks: Sequence[Callable[[], Result]], workers: int) -> Iterator[Result]:
    """What each task returns, in the order of the tasks. The first failure ends all."""
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
