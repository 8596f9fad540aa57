"""Builds that fail: each trial breaks one step of a real `mkdocs build`, and looks at what became of the site before.

Run as a program, with a data folder and a work folder, it prints one JSON line per trial. Every trial is a fork of this
process, so that a hundred of them need not import everything a hundred times.
"""

from __future__ import annotations

import atexit
import errno
import hashlib
import importlib
import json
import os
import random
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

from mkdocs.__main__ import cli

#: The steps of a build in their order, each with a function that it calls by this name.
STEPS = {
    "Laden": "portal.load.disk._read_file",
    "Prüfen der Felder": "portal.validate._validated",
    "Prüfen der Bezüge": "portal.check.references.cycles",
    "Verknüpfen": "portal.register.link._incoming",
    "Seiten zählen": "portal.views.pages.record_page",
    "Ordner anlegen": "tempfile.mkdtemp",
    "Vorlagen": "portal.build.templates.filters",
    "Seiten von Hand": "portal.build.knowledge.Build.context",
    "Einträge als JSON": "portal.outputs.api.records.files",
    "Tabellen": "portal.tables.sqlite.database",
    "OParl": "portal.oparl.encode",
    "Feeds": "portal.follow.feeds.of_homes",
    "Formulare": "portal.editing.files._sources",
    "Verzeichnis": "portal.outputs.exports.index",
    "Sitemap": "portal.build.sitemap._document",
    "Seiten": "portal.build.rendering.Renderer.html",
    "Links": "portal.build.steps.links_of",
    "Suche: lesen": "portal.search.index._bodies",
    "Suche: schreiben": "portal.search.index._copies",
    "Suche: Pagefind": "portal.search.index._run_pagefind",
    "Suche: Wortdateien": "portal.search.wordfiles._packed",
    "Suche: Treffer": "portal.search.index.slimmed",
    "Kassensturz": "portal.outputs.ledger.count",
    "Tauschen": "portal.outputs.publish._exchange",
}
#: What can go wrong; at each of them two of these, in turn.
FAULTS = ("Fehler", "Platte voll", "kill -9")
#: Builds that are killed at some moment, whatever they do just then.
RANDOM_KILLS = 8
#: After so many writes the disk is full.
FULL_AFTER = (0, 5, 20, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What was broken, and what came of it."""

    step: str
    fault: str
    exit: int
    #: Whether the site is the one before, byte for byte.
    is_intact: bool
    #: The last line that was said.
    said: str


def digest(site: Path) -> str:
    """Changes with every change of the site."""
    found = hashlib.sha256()
    for file in sorted(site.rglob("*")):
        found.update(f"{file.relative_to(site)} {file.stat().st_mode}\n".encode())
        found.update(file.read_bytes() if file.is_file() else b"")
    return found.hexdigest()


def trials(work: Path) -> Iterator[Trial]:
    site, said = work / "site", work / "gesagt.txt"
    assert _build(said) == 0, said.read_text(encoding="utf-8")
    before = digest(site)

    def tried(step: str, fault: str, prepare: Callable[[], object]) -> Trial:
        code = _build(said, prepare)
        lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return Trial(
            step=step, fault=fault, exit=code, is_intact=digest(site) == before, said=lines[-1] if lines else ""
        )

    for number, (step, place) in enumerate(STEPS.items()):
        for fault in (FAULTS[number % 3], FAULTS[(number + 1) % 3]):
            yield tried(step, fault, lambda place=place, fault=fault: _break(place, fault))
    for writes in FULL_AFTER:
        yield tried(f"nach {writes} Dateien", "Platte voll", lambda writes=writes: _fill_disk(writes))
    start = time.monotonic()
    assert _build(said) == 0
    takes = time.monotonic() - start
    moments = random.Random(1)  # noqa: S311 - the same moments every time
    for _ in range(RANDOM_KILLS):
        moment = moments.uniform(0, 0.9 * takes)
        yield tried(f"nach {moment / takes:.0%} der Zeit", "kill -9", lambda moment=moment: _kill_after(moment))
    assert _build(said) == 0, said.read_text(encoding="utf-8")
    left = sorted(path.name for path in work.iterdir())
    yield Trial(step="danach", fault="keiner", exit=0, is_intact=digest(site) == before, said=" ".join(left))


def _build(said: Path, prepare: Callable[[], object] = lambda: None) -> int:
    """One `mkdocs build --strict` in a process of its own; its exit code, negative for a signal."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code: Any = 1
    try:
        with said.open("wb", buffering=0) as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        prepare()
        sys.argv = ["mkdocs", "build", "--strict", "--quiet"]
        cli()
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


def _break(place: str, fault: str) -> None:
    """From now on, the function at this place does nothing but fail."""
    main = os.getpid()

    def fail(*_: object, **__: object) -> NoReturn:
        if fault == "kill -9":
            os.kill(main, signal.SIGKILL)
            time.sleep(60)  # a worker, which ends with the build
        if fault == "Platte voll":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise RuntimeError("absichtlich")

    owner, name = _owner(place)
    setattr(owner, name, fail)


def _owner(place: str) -> tuple[Any, str]:
    """The module or class that a name stands in, and the name; it must be there."""
    path, _, name = place.rpartition(".")
    try:
        owner = importlib.import_module(path)
    except ModuleNotFoundError:
        outer, _, inner = path.rpartition(".")
        owner = getattr(importlib.import_module(outer), inner)
    getattr(owner, name)
    return owner, name


def _fill_disk(writes: int) -> None:
    """Every process of the build can write this often, then no more."""
    real, left = os.write, [writes]

    def write(handle: int, content: Any) -> int:
        if handle > 2:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(handle, content)

    os.write = write


def _kill_after(seconds: float) -> None:
    timer = threading.Timer(seconds, os.kill, [os.getpid(), signal.SIGKILL])
    timer.daemon = True
    timer.start()


if __name__ == "__main__":
    data, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    os.environ |= {"DATA": str(data), "SITE": str(work / "site"), "NO_MKDOCS_2_WARNING": "1"}
    sys.path.insert(0, str(Path("hooks").resolve()))
    for place in STEPS.values():
        _owner(place)
    importlib.import_module("portal.search.lexicon").lexicon()  # a second's work, once for all trials
    for trial in trials(work):
        print(json.dumps(asdict(trial), ensure_ascii=False), flush=True)
