"""`portal check`: all problems of all records, or a report on what is hard to read or not filled in."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path

from portal import keeping
from portal.check import editorial, privacy, readability
from portal.check.legal import placeholders
from portal.keeping import NoPast
from portal.load import texts
from portal.pipeline import Memory, Reading, read
from portal.problems import Problem, in_order, summary
from portal.register.asof import NoDay
from portal.workers import Crew, processors

from commands.shared import CLEAN, PROBLEMS, add_data, hint, remembered, report, wrong_usage
from commands.watching import watch


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="prüft alle Einträge und nennt jedes Problem mit Datei und Zeile")
    add_data(check)
    check.add_argument(
        "--format", choices=["text", "github"], default="text", help="text oder github (Anmerkungen im Pull Request)"
    )
    instead = check.add_mutually_exclusive_group()
    instead.add_argument(
        "--legal", action="store_true", help="nennt stattdessen, was der Betreiber noch ausfüllen muss"
    )
    instead.add_argument(
        "--lesbarkeit",
        action="store_true",
        help="zeigt stattdessen, wie schwer die Texte zu lesen sind, schwere zuerst",
    )
    instead.add_argument(
        "--watch", action="store_true", help="prüft nach jeder Änderung im Ordner neu, bis Strg+C gedrückt wird"
    )
    check.add_argument(
        "--base",
        metavar="STAND",
        help="vergleicht außerdem mit einem älteren Stand: ein Git-Zweig oder Commit, oder ein Ordner mit Einträgen",
    )
    check.add_argument(
        "--docs", default="docs", metavar="ORDNER", help="Ordner mit den Seiten von Hand, für --legal (docs)"
    )
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """All problems to standard error, one line each; the summary, or a report, to standard output."""
    if options.legal:
        return _legal(options)
    folder = Path(options.data)
    if not folder.is_dir():
        return wrong_usage("check", f"Den Ordner „{folder}“ gibt es nicht.")
    if options.watch:
        memory = Memory()
        watch(folder, lambda: _again(folder, options, memory))
        print("\nBeendet.")
        return CLEAN
    return _check(folder, options)


def _check(folder: Path, options: argparse.Namespace, memory: Memory | None = None) -> int:
    """`memory` is for who checks again and again: then all but a few files are read already, and nobody has to help."""
    with Crew(1 if memory else processors()) as crew:
        return _checked(folder, options, memory, crew)


def _checked(folder: Path, options: argparse.Namespace, memory: Memory | None, crew: Crew) -> int:
    store = remembered(folder)
    try:
        reading = read(folder, os.environ, dt.date.today, memory=memory, store=store, crew=crew)
    except NoDay as error:
        return wrong_usage("check", str(error))
    if options.lesbarkeit:
        print(readability.report(reading.entries, [reading.settings.programme] if reading.settings else []))
        return CLEAN
    try:
        kept = _kept(folder, reading, options)
    except NoPast as error:
        return wrong_usage("check", str(error))
    private = privacy.problems(
        texts(folder), reading.entries, reading.privacy, reading.privacy_file, store=store, crew=crew
    )
    problems = in_order([*reading.problems, *editorial.problems(reading.entries), *private, *kept])
    report(problems, options.format)
    print(summary(problems, reading.read.total()))
    return PROBLEMS if problems else CLEAN


def _kept(folder: Path, reading: Reading, options: argparse.Namespace) -> list[Problem]:
    """What was published and is gone or rewritten; what could not be compared is said, and is nobody's fault."""
    if not options.base:
        return []
    with keeping.past(folder, options.base) as past:
        hint(past.not_compared, options.format)
        return [*keeping.problems(past, reading)]


def _again(folder: Path, options: argparse.Namespace, memory: Memory) -> None:
    """One more round under the time of day; nothing of the rounds before is wiped away."""
    print(f"\n— {dt.datetime.now().astimezone():%H:%M:%S} —", flush=True)
    _check(folder, options, memory)
    sys.stdout.flush()


def _legal(options: argparse.Namespace) -> int:
    """What the operator still has to fill in."""
    folder = Path(options.docs)
    if not folder.is_dir():
        return wrong_usage("check", f"Den Ordner „{folder}“ gibt es nicht.")
    places = in_order(placeholders(folder))
    report(places, options.format)
    print(f"{len(places)} Angaben fehlen noch." if places else "Alle Angaben des Betreibers sind ausgefüllt.")
    return PROBLEMS if places else CLEAN
