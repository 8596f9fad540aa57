"""The command line `portal`: checking records and starting new ones, without MkDocs.

Exit codes: 0 clean, 1 problems in records, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from portal.pipeline import read
from portal.problems import summary


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.command:
        parser.print_help(sys.stderr)
        return 2
    return int(options.run(options))


def _check(options: argparse.Namespace) -> int:
    """All problems to standard error, one line each; the summary to standard output."""
    folder = Path(options.data)
    if not folder.is_dir():
        print(f"portal check: Den Ordner „{folder}“ gibt es nicht.", file=sys.stderr)
        return 2
    reading = read(folder, os.environ, dt.date.today)
    for problem in reading.problems:
        print(problem.as_github() if options.format == "github" else problem.as_text(), file=sys.stderr)
    print(summary(reading.problems, reading.read.total()))
    return 1 if reading.problems else 0


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
    check.set_defaults(run=_check)
    return parser


if __name__ == "__main__":
    sys.exit(main())
