"""`portal schema`: renews what code editors know about records."""

from __future__ import annotations

import argparse
from pathlib import Path

from portal.handbook.editorfiles import files
from portal.writing.files import replace

from commands.shared import CLEAN


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    schema = commands.add_parser("schema", help="erneuert, was Editoren wie VS Code über die Felder wissen")
    schema.add_argument("--to", default=".vscode", metavar="ORDNER", help="Ordner für die Dateien (.vscode)")
    schema.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    changed = [path for path, text in files() if replace(Path(options.to, path), text)]
    print("\n".join(f"{Path(options.to, path)} erneuert" for path in changed) or "Alles ist auf dem neuesten Stand.")
    return CLEAN
