"""`portal import`: records from what others publish, one subcommand for each kind of source."""

from __future__ import annotations

import argparse

from commands import import_oparl, import_vorlage
from commands.shared import wrong_usage

#: In the order in which `portal import --help` lists them.
_SOURCES = (import_vorlage, import_oparl)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    imports = commands.add_parser("import", help="macht Einträge aus Papieren und aus den Daten anderer Systeme")
    sources = imports.add_subparsers(dest="source", metavar="Quelle")
    for source in _SOURCES:
        source.add_to(sources)
    imports.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - the same signature for every command
    return wrong_usage("import", "Bitte sagen, was eingelesen wird, zum Beispiel „portal import vorlage datei.pdf“.")
