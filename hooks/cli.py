"""The command line `portal`: checking records and starting new ones, without MkDocs.

Exit codes: 0 clean, 1 problems in records, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from portal.check import editorial, readability
from portal.check.legal import placeholders
from portal.pipeline import read
from portal.problems import Problem, in_order, summary
from portal.register.asof import NoDay


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.command:
        parser.print_help(sys.stderr)
        return 2
    return int(options.run(options))


def _check(options: argparse.Namespace) -> int:
    """All problems to standard error, one line each; the summary, or a report, to standard output."""
    if options.legal:
        return _check_legal(options)
    folder = Path(options.data)
    if not folder.is_dir():
        return _wrong_usage(f"Den Ordner „{folder}“ gibt es nicht.")
    try:
        reading = read(folder, os.environ, dt.date.today)
    except NoDay as error:
        return _wrong_usage(str(error))
    if options.lesbarkeit:
        print(readability.report(reading.entries, [reading.settings.programme] if reading.settings else []))
        return 0
    problems = in_order([*reading.problems, *editorial.problems(reading.entries)])
    _report(problems, options.format)
    print(summary(problems, reading.read.total()))
    return 1 if problems else 0


def _check_legal(options: argparse.Namespace) -> int:
    """What the operator still has to fill in."""
    folder = Path(options.docs)
    if not folder.is_dir():
        return _wrong_usage(f"Den Ordner „{folder}“ gibt es nicht.")
    places = in_order(placeholders(folder))
    _report(places, options.format)
    print(f"{len(places)} Angaben fehlen noch." if places else "Alle Angaben des Betreibers sind ausgefüllt.")
    return 1 if places else 0


def _report(problems: Iterable[Problem], style: str) -> None:
    for problem in problems:
        print(problem.as_github() if style == "github" else problem.as_text(), file=sys.stderr)


def _wrong_usage(message: str) -> int:
    print(f"portal check: {message}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="portal", description="Werkzeug für die Einträge des Transparenzportals.")
    commands = parser.add_subparsers(dest="command", metavar="Befehl")
    check = commands.add_parser("check", help="prüft alle Einträge und nennt jedes Problem mit Datei und Zeile")
    check.add_argument(
        "--data", default=os.environ.get("DATA") or "data", metavar="ORDNER", help="Ordner mit den Einträgen (data)"
    )
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
    check.add_argument(
        "--docs", default="docs", metavar="ORDNER", help="Ordner mit den Seiten von Hand, für --legal (docs)"
    )
    check.set_defaults(run=_check)
    return parser


if __name__ == "__main__":
    sys.exit(main())
