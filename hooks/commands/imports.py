"""`portal import`: records from what others publish, one module for each kind of it."""

from __future__ import annotations

import argparse

from commands import import_oparl

#: In the order in which `portal import --help` lists them.
_SOURCES = (import_oparl,)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    imports = commands.add_parser("import", help="übernimmt Einträge aus anderen Quellen")
    sources = imports.add_subparsers(dest="source", metavar="Quelle", required=True)
    for source in _SOURCES:
        source.add_to(sources)
