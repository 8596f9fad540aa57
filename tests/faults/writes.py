"""Commands that write records, stopped while they write: no file is there by half, and nothing that was there is lost."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cli import main
from oparl_town import Town

from faults.builds import Case, Lane
from faults.forks import FAULTS, KILL, NONE, Trial, break_at, break_writing, forbid_writing, last_line, run

FAMILY = "Schreiben"
_PAPER = Path(__file__).parents[1] / "papers" / "tabulatoren.txt"
_PAPERS = 30
_LATER = "2027-01-01T00:00:00+01:00"
#: How a file gets to its place, once it is written.
_PLACING = {"einsetzen": "os.link", "ersetzen": "pathlib.Path.replace", "umbenennen": "pathlib.Path.rename"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What is called, in a folder with `data/` in it."""

    name: str
    arguments: tuple[str, ...]
    #: What is broken, and after how often it worked.
    moments: tuple[tuple[str, int], ...]
    #: Makes the folder.
    before: Callable[[Path], object]
    #: Takes a second, so that two faults at each moment must do.
    is_long: bool = False


def cases() -> list[Case]:
    """Each command with each fault at each moment; and all of them together with records that must not change."""
    return [*(partial(_stopped, command) for command in _commands()), _read_only]


def _commands() -> Iterator[Command]:
    yield Command(
        name="portal init",
        arguments=("init", "Probestadt", "--to", "stadt"),
        moments=(("schreiben", 3), ("einsetzen", 5), ("ersetzen", 0)),
        before=Path.mkdir,
    )
    yield Command(
        name="portal new",
        arguments=("new", "themen", "--feld", "titel=Grün", "--id", "gruen"),
        moments=(("schreiben", 0), ("einsetzen", 0)),
        before=_with_records,
    )
    yield Command(
        name="portal import vorlage",
        arguments=("import", "vorlage", str(_PAPER)),
        moments=(("schreiben", 0), ("einsetzen", 0)),
        before=_with_records,
    )
    yield Command(
        name="portal import oparl, zum ersten Mal",
        arguments=("import", "oparl", "quelle"),
        moments=(("schreiben", 9), ("einsetzen", 12), ("merken", 4), ("ersetzen", 0)),
        before=_with_council,
        is_long=True,
    )
    yield Command(
        name="portal import oparl, noch einmal",
        arguments=("import", "oparl", "quelle"),
        moments=(("schreiben", 1), ("ersetzen", 1), ("umbenennen", 0), ("merken", 1)),
        before=_with_news,
        is_long=True,
    )


def _stopped(command: Command, lane: Lane) -> Iterator[Trial]:
    """Faults at every moment; the next run makes good what the broken one left undone."""
    start, folder = lane.work / "ausgang", lane.work / "versuch"
    command.before(start)
    call, before = partial(_call, command.arguments, folder), _content(start)
    shutil.copytree(start, folder)
    assert run(call, lane.said) == 0, lane.said.read_text(encoding="utf-8")
    done = _content(folder)
    assert done != before
    for number, (moment, after) in enumerate(command.moments):
        for fault in (FAULTS[number % 3], FAULTS[(number + 1) % 3]) if command.is_long else FAULTS:
            shutil.rmtree(folder)
            shutil.copytree(start, folder)
            code = run(
                lambda moment=moment, fault=fault, after=after: call(partial(_stop, moment, fault, after)), lane.said
            )
            left = _content(folder)
            said = last_line(lane.said)
            is_intact = _is_whole(before, left, done, was_killed=fault == KILL)
            is_intact &= run(call, lane.said) == 0 and _content(folder) == done
            yield Trial(
                family=FAMILY, step=f"{command.name}: {moment}", fault=fault, exit=code, is_intact=is_intact, said=said
            )
    shutil.rmtree(start)
    shutil.rmtree(folder)


def _is_whole(before: dict[str, bytes], left: dict[str, bytes], done: dict[str, bytes], *, was_killed: bool) -> bool:
    """Every file is as it was or as it should become; only who was killed leaves something that nobody takes for a record."""
    kept = all(left.get(path) in (content, done.get(path)) for path, content in before.items() if path in done)
    moved = all(path in left or new in left for path, new in _moved(before, done))
    more = {path: content for path, content in left.items() if path not in before and done.get(path) != content}
    known = {path for path in more if "/.oparl/" in path}  # how far it got
    if was_killed:
        known |= {
            path for path in more if any(part.startswith(".") and part.endswith(".neu") for part in Path(path).parts)
        }
    return kept and moved and more.keys() <= known


def _moved(before: dict[str, bytes], done: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Records that get another name: one of the two is there at every moment."""
    gone, new = sorted(before.keys() - done.keys()), sorted(done.keys() - before.keys())
    assert len(gone) <= 1
    yield from ((path, other) for path in gone for other in new)


def _stop(moment: str, fault: str, after: int) -> None:
    if moment == "schreiben":
        break_writing(fault, after=after)
    elif moment == "merken":
        break_at("portal.imports.oparl.ledger.Ledger.note", fault, after=after)
    else:
        break_at(_PLACING[moment], fault, after=after)


def _call(arguments: tuple[str, ...], folder: Path, prepare: Callable[[], object] = lambda: None) -> int:
    """The command, in this folder; only ever called in a fork."""
    os.chdir(folder)
    os.environ.pop("DATA", None)
    sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - nobody answers
    prepare()
    return main(arguments)


def _read_only(lane: Lane) -> Iterator[Trial]:
    """Checking needs no right to write; who needs it says so and leaves everything as it is."""
    folder = lane.work / "versuch"
    _with_records(folder)
    before = _content(folder)
    for name, arguments in (
        ("portal check", ("check",)),
        ("portal new", ("new", "themen", "--feld", "titel=Grün", "--id", "gruen")),
        ("portal import vorlage", ("import", "vorlage", str(_PAPER))),
    ):
        code = run(partial(_call, arguments, folder, partial(forbid_writing, folder)), lane.said)
        is_intact = _content(folder) == before and code == (0 if name == "portal check" else 2)
        yield Trial(
            family=FAMILY,
            step=f"{name}: Einträge nur lesbar",
            fault=NONE,
            exit=code,
            is_intact=is_intact,
            said=last_line(lane.said),
        )
    shutil.rmtree(folder)


def _with_records(folder: Path) -> None:
    folder.mkdir()
    said = folder.with_name("gesagt.txt")
    assert run(partial(_call, ("init", "Probestadt", "--to", "data"), folder), said) == 0


def _with_council(folder: Path) -> None:
    Town(_PAPERS).write(folder / "quelle")


def _with_news(folder: Path) -> None:
    """A council system that was imported before, and then changed a title and moved a meeting."""
    town = Town(_PAPERS)
    town.write(folder / "quelle")
    said = folder.with_name("gesagt.txt")
    assert run(partial(_call, ("import", "oparl", "quelle"), folder), said) == 0
    town.meetings[4].update(start="2019-12-24T18:00:00+01:00", modified=_LATER)
    for node in town.files.values():
        if isinstance(node, dict) and str(node.get("type", "")).endswith("/Paper") and "name" in node:
            node.update(name=f"{node['name']} (neu)", modified=_LATER)
    town.write(folder / "quelle")


def _content(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones, too, but for what the next run clears away."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
