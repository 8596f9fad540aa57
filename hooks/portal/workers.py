"""Independent tasks, shared among the machine's processors.

Workers are forks that live as long as their crew: they know all that is `Shared` with them without being sent it, and
write their files themselves. Where a machine cannot fork, or has one processor, the tasks run one after the other,
with the same result.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, Self, TypeVar
from weakref import WeakValueDictionary

Result = TypeVar("Result")
Item = TypeVar("Item")
T = TypeVar("T")

#: Is told what is being done, how much of it is done, and of how much.
Progress = Callable[[str, int, int], None]

#: Linux: which signal a process gets when its parent ends.
_DEATH_SIGNAL = 1

_shared: WeakValueDictionary[int, Shared[Any]] = WeakValueDictionary()


def unseen(label: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def collect_rarely() -> None:
    """Nearly all that is made lives to the end; looking for garbage among it took half the time of reading."""
    gc.set_threshold(200_000, 50, 50)


@contextmanager
def uncollected() -> Iterator[None]:
    """For what is over before garbage could matter, and remembers nearly all it makes."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def leave_behind(it: object) -> None:
    """For the end of a process: its memory goes back at once, but Python would first take all of `it` apart, for seconds."""
    gc.freeze()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(it))


def processors() -> int:
    """How many tasks can run at a time. macOS forbids forks of programs that have used its system libraries."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """What makes a task that is worth handing to a worker."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


class Shared(Generic[T]):
    """Something large that workers inherit: as an argument of a task, only its name travels.

    It has to be made before the crew's first task begins.
    """

    def __init__(self, it: T) -> None:
        self.it = it
        _shared[id(self)] = self

    def __reduce__(self) -> tuple[Callable[[int], Shared[Any]], tuple[int]]:
        return _inherited, (id(self),)


def _inherited(name: int) -> Shared[Any]:
    return _shared[name]


class Crew:
    """Those who do the tasks, and who is told how far they are. Used in a `with` statement, they go home after it."""

    def __init__(self, size: int = 1, progress: Progress = unseen) -> None:
        self.size = size
        self.progress = progress
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.go_home()

    def go_home(self) -> None:
        """What workers have come to know goes with them: for steps that have nothing in common. New ones come when there are tasks."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
            gc.unfreeze()

    def run(self, label: str, tasks: Sequence[Callable[[], Result]]) -> Iterator[Result]:
        """What each task returns, in the order of the tasks. The first failure ends all."""
        results = (task() for task in tasks) if self.size < 2 else self._workers().map(_do, tasks)
        for done, result in enumerate(results, start=1):
            self.progress(label, done, len(tasks))
            yield result

    def _workers(self) -> ProcessPoolExecutor:
        if not self._pool:
            gc.freeze()  # what all know stays where it is, instead of being copied when the collector looks at it
            self._pool = ProcessPoolExecutor(
                self.size, multiprocessing.get_context("fork"), initializer=partial(_end_with, os.getpid())
            )
        return self._pool


class Meanwhile(Generic[Result]):
    """A task that another processor does while this one goes on; where there is none, it waits until it is asked for."""

    def __init__(self, task: Callable[[], Result]) -> None:
        self._task = task
        self._answer: Connection | None = None
        if processors() > 1:
            forks = multiprocessing.get_context("fork")
            self._answer, theirs = forks.Pipe(duplex=False)
            self._process = forks.Process(target=_answer, args=(task, theirs, os.getpid()), daemon=True)
            self._process.start()
            theirs.close()

    def result(self) -> Result:
        """Where the other process could not say it, the task is done here, and says why."""
        if self._answer:
            with self._answer as answer, suppress(EOFError):
                (found,) = answer.recv()
                self._process.join()
                return found  # type: ignore[no-any-return]
        return self._task()


def _answer(task: Callable[[], object], answer: Connection, parent: int) -> None:
    _end_with(parent)
    with answer, suppress(Exception):
        answer.send((task(),))


def _end_with(parent: int) -> None:
    """Workers whose parent is killed would wait for their next task for ever."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _do(task: Callable[[], Result]) -> Result:
    return task()


#: One after the other, unseen.
ALONE = Crew()
