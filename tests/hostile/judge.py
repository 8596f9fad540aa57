"""Every case through `portal check`, in children of one process: with a limit of time and memory.

    python -m hostile.judge RESULT.json

Modules are loaded once, and a child takes many cases, as long as none of them ends it.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from build.sites import STANDING
from commands import check
from data_folder import BASE

from hostile.case import Case, write
from hostile.corpus import cases

SECONDS = 5
MEGABYTES = 500
_BATCH = 40
#: As `portal check` without options reads them.
_OPTIONS = argparse.Namespace(data="data", format="text", legal=False, lesbarkeit=False, watch=False, base=None)
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


def judged(batch: Sequence[Case], parent: Path) -> Iterator[Verdict]:
    """What the command says to each case. A child takes one after the other; if one ends it, another takes the rest."""
    while batch:
        notes = parent / "urteile"
        notes.write_text("", encoding="utf-8")
        child = os.fork()
        if not child:
            _work(batch, parent, notes)
        _, status, used = os.wait4(child, 0)
        done = [Verdict(**json.loads(line)) for line in notes.read_text(encoding="utf-8").splitlines()]
        if len(done) < len(batch):
            heard = parent / str(len(done)) / "gesagt"
            done.append(
                Verdict(
                    exit=os.waitstatus_to_exitcode(status),
                    signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
                    seconds=used.ru_utime + used.ru_stime,
                    megabytes=_megabytes(used),
                    said=heard.read_text(encoding="utf-8", errors="replace") if heard.exists() else "",
                )
            )
        yield from done
        batch = batch[len(done) :]
        for folder in parent.iterdir():
            if folder.is_dir():
                shutil.rmtree(folder)


def _is_hidden(name: str, case: Case) -> bool:
    """Whether a file of the case stands where a folder of the base would."""
    return any(name.startswith(f"{other}/") or other.startswith(f"{name}/") for other in case.files)


def _work(batch: Sequence[Case], parent: Path, notes: Path) -> None:
    """The child: never returns."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":
        resource.setrlimit(resource.RLIMIT_AS, (2 * MEGABYTES << 20, 2 * MEGABYTES << 20))
    os.environ |= STANDING | {"PATH": ""}  # no Git: that no case has a past need not be asked each time
    with notes.open("a", encoding="utf-8") as file:
        for number, case in enumerate(batch):
            verdict = _run(case, parent / str(number))
            file.write(json.dumps(asdict(verdict)) + "\n")
            file.flush()
    os._exit(0)


def _run(case: Case, folder: Path) -> Verdict:
    files = {name: content for name, content in BASE.items() if name not in case.files and not _is_hidden(name, case)}
    write(folder / "data", files)
    write(folder / "data", case.files)
    os.chdir(folder)
    heard = folder / "gesagt"
    with heard.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    began = _seconds()
    resource.setrlimit(resource.RLIMIT_CPU, (int(began) + SECONDS + 2, resource.RLIM_INFINITY))
    signal.alarm(SECONDS * _SLOW_MACHINE)
    try:
        code = check.run(_OPTIONS)
    except BaseException:
        code = 70
        traceback.print_exc()
    signal.alarm(0)
    sys.stdout.flush()
    sys.stderr.flush()
    return Verdict(
        exit=code,
        signal=0,
        seconds=round(_seconds() - began, 3),
        megabytes=_megabytes(resource.getrusage(resource.RUSAGE_SELF)),
        said=heard.read_text(encoding="utf-8", errors="replace"),
    )


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _megabytes(used: resource.struct_rusage) -> float:
    return round(used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)


def main(result: str) -> None:
    all_cases = cases()
    gc.freeze()  # children must not copy what they only read
    parent = Path(tempfile.mkdtemp())
    try:
        batches = (all_cases[start : start + _BATCH] for start in range(0, len(all_cases), _BATCH))
        verdicts = [verdict for batch in batches for verdict in judged(batch, parent)]
    finally:
        shutil.rmtree(parent)
    found = {case.id: asdict(verdict) for case, verdict in zip(all_cases, verdicts, strict=True)}
    Path(result).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
