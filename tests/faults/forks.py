"""Something is run in a fork of this process and breaks there: so that a hundred trials need not import everything a hundred times."""

from __future__ import annotations

import atexit
import errno
import hashlib
import importlib
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

#: What can go wrong.
ERROR, FULL, KILL = "Fehler", "Platte voll", "kill -9"
FAULTS = (ERROR, FULL, KILL)
NONE = "keiner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What was broken, and what came of it."""

    #: What was being done.
    family: str
    step: str
    fault: str
    exit: int
    #: Whether what was there before is there, byte for byte.
    is_intact: bool
    #: The last line that was said.
    said: str


def digest(folder: Path) -> str:
    """Changes with every change of the folder."""
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        found.update(f"{file.relative_to(folder)} {file.stat().st_mode}\n".encode())
        found.update(file.read_bytes() if file.is_file() else b"")
    return found.hexdigest()


def last_line(said: Path) -> str:
    lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def start(action: Callable[[], object], said: Path) -> int:
    """Do it in a process of its own, as a program would; returns at once, with the number of the process."""
    if child := os.fork():
        return child
    code: Any = 1
    try:
        with said.open("wb", buffering=0) as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        code = action()
    except SystemExit as end:
        code = end.code
        if isinstance(code, str):
            print(code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else int(code is not None))


def ended(child: int) -> int:
    """The exit code of a process, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(action: Callable[[], object], said: Path) -> int:
    return ended(start(action, said))


def break_at(place: str, fault: str, *, after: int = 0) -> None:
    """From now on, the function at this place does nothing but fail, once it has worked so often."""
    main, left = os.getpid(), [after]
    owner, name = owner_of(place)
    real = getattr(owner, name)

    def fail(*arguments: Any, **named: Any) -> Any:
        if left[0]:
            left[0] -= 1
            return real(*arguments, **named)
        _fail(fault, main)

    setattr(owner, name, fail)


def break_writing(fault: str, *, after: int = 0) -> None:
    """A file of a record is written by half when it happens, once so many were written."""
    main, left, real = os.getpid(), [after], os.fdopen

    def opened(*arguments: Any, **named: Any) -> Any:
        file = real(*arguments, **named)
        left[0] -= 1
        return file if left[0] >= 0 else _Half(file, fault, main)

    os.fdopen = opened


class _Half:
    """A file that takes the first half of what is written."""

    def __init__(self, file: Any, fault: str, main: int) -> None:
        self._file, self._fault, self._main = file, fault, main

    def __enter__(self) -> _Half:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, content: bytes) -> NoReturn:
        self._file.write(content[: len(content) // 2])
        self._file.flush()
        _fail(self._fault, self._main)


def fill_disk(writes: int) -> None:
    """Every process of the build can write this often, then no more."""
    real, left = os.write, [writes]

    def write(handle: int, content: Any) -> int:
        if handle > 2:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(handle, content)

    os.write = write


def kill_after(seconds: float) -> None:
    timer = threading.Timer(seconds, os.kill, [os.getpid(), signal.SIGKILL])
    timer.daemon = True
    timer.start()


def forbid_writing(folder: Path) -> None:
    """Whoever changes anything below a folder is refused, as on a disk that is mounted read-only.

    Permissions do not stop root, and not every machine lets tests mount something. So Python's own audit says what is
    opened, made, moved and removed, in this process and in all of its forks.
    """
    inside = f"{folder.resolve()}/"
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in _CHANGING and not (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & writing
        ):
            return
        for named in arguments[: 2 if event in _TWO_PATHS else 1]:
            if isinstance(named, str | bytes | os.PathLike) and f"{os.path.realpath(named)!s}/".startswith(inside):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(named))

    sys.addaudithook(refuse)


_TWO_PATHS = ("os.rename", "os.link", "shutil.move")
_CHANGING = (
    *("os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime"),
    *("os.setxattr", "shutil.rmtree", *_TWO_PATHS),
)


def _fail(fault: str, main: int) -> NoReturn:
    if fault == KILL:
        os.kill(main, signal.SIGKILL)
        time.sleep(60)  # a worker, which ends with the build
    if fault == FULL:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    raise RuntimeError("absichtlich")


def owner_of(place: str) -> tuple[Any, str]:
    """The module or class that a name stands in, and the name; it must be there."""
    path, _, name = place.rpartition(".")
    try:
        owner = importlib.import_module(path)
    except ModuleNotFoundError:
        outer, _, inner = path.rpartition(".")
        owner = getattr(importlib.import_module(outer), inner)
    getattr(owner, name)
    return owner, name
