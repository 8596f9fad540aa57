"""Every case through `portal check`, each in a child of one process: with a limit of time and memory.

    python -m hostile.judge RESULT.json

Modules are loaded once; a child costs a few milliseconds.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path

import cli
from build.sites import STANDING
from data_folder import BASE

from hostile.case import Case, write
from hostile.corpus import cases

SECONDS = 5
MEGABYTES = 500
_SLOW_MACHINE = 4  # times as long on the wall, for machines that do other things


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    exit: int
    #: The signal that ended it, if any.
    signal: int
    seconds: float
    megabytes: float
    said: str

    @property
    def is_crash(self) -> bool:
        return self.exit not in (0, 1) or "Traceback" in self.said or bool(self.signal and not self.is_hang)

    @property
    def is_hang(self) -> bool:
        return self.signal in (signal.SIGALRM, signal.SIGXCPU) or self.seconds > SECONDS

    @property
    def is_too_large(self) -> bool:
        return self.megabytes > MEGABYTES


def judged(case: Case, folder: Path) -> Verdict:
    """What the command says to the case, in a process of its own."""
    write(
        folder / "data",
        {name: content for name, content in BASE.items() if name not in case.files and not _is_hidden(name, case)},
    )
    write(folder / "data", case.files)
    heard = folder / "gesagt"
    child = os.fork()
    if not child:
        _run(folder, heard)
    _, status, used = os.wait4(child, 0)
    return Verdict(
        exit=os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else -1,
        signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        seconds=round(used.ru_utime + used.ru_stime, 3),
        megabytes=round(
            used.ru_maxrss / (1 if sys.platform == "darwin" else 1024) / (1024 if sys.platform == "darwin" else 1), 1
        ),
        said=heard.read_text(encoding="utf-8", errors="replace"),
    )


def _is_hidden(name: str, case: Case) -> bool:
    """Whether a file of the case stands where a folder of the base would."""
    return any(name.startswith(f"{other}/") or other.startswith(f"{name}/") for other in case.files)


def _run(folder: Path, heard: Path) -> None:
    """The child: never returns."""
    code = 70
    try:
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 1))
        if sys.platform != "darwin":
            resource.setrlimit(resource.RLIMIT_AS, (2 * MEGABYTES << 20, 2 * MEGABYTES << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(SECONDS * _SLOW_MACHINE)
        with heard.open("w") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        os.environ |= STANDING
        code = cli.main(["check", "--data", "data"])
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        os.write(2, traceback.format_exc().encode(errors="replace"))
    finally:
        os._exit(code)


def main(result: str) -> None:
    found = {}
    parent = Path(tempfile.mkdtemp())
    started = time.monotonic()
    found_cases = cases()
    gc.freeze()  # children must not copy what they only read
    for number, case in enumerate(found_cases):
        folder = parent / str(number)
        found[case.id] = asdict(judged(case, folder))
        shutil.rmtree(folder)
    shutil.rmtree(parent)
    Path(result).write_text(json.dumps(found), encoding="utf-8")
    print(f"{len(found)} cases in {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1])
