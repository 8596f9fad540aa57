"""`portal compare`: what a change means for readers, from two built sites or from the parcel of another workflow."""

from __future__ import annotations

import argparse
from pathlib import Path

from portal.comparing.compare import compare
from portal.comparing.parcel import Refused, read_parcel, to_json
from portal.comparing.sites import NotASite, read_site
from portal.comparing.words import comment, markdown
from portal.writing.files import replace

from commands.shared import CLEAN, PROBLEMS, wrong_usage


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("compare", help="sagt, was sich zwischen zwei gebauten Seiten für Lesende ändert")
    parser.add_argument("before", nargs="?", metavar="ALT", help="Ordner der gebauten Seite vor der Änderung")
    parser.add_argument("after", nargs="?", metavar="NEU", help="Ordner der gebauten Seite nach der Änderung")
    parser.add_argument("--json", metavar="DATEI", help="schreibt den Vergleich außerdem als JSON")
    parser.add_argument("--paket", metavar="ZIP", help="liest stattdessen einen fertigen Vergleich, ohne ihm zu trauen")
    parser.add_argument(
        "--vorschau", metavar="URL", help="zu --paket: wo die gebaute Seite liegt; gibt den ganzen Kommentar aus"
    )
    parser.add_argument("--commit", metavar="SHA", default="", help="zu --vorschau: der Stand, der verglichen wurde")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Markdown to standard output."""
    if options.paket:
        return _from_parcel(Path(options.paket), options.vorschau, options.commit)
    if not (options.before and options.after):
        return wrong_usage("compare", "Es fehlen zwei Ordner: portal compare ALT NEU")
    try:
        differences = compare(read_site(Path(options.before)), read_site(Path(options.after)))
    except NotASite as error:
        return wrong_usage("compare", str(error))
    if options.json:
        replace(Path(options.json), to_json(differences))
    print(markdown(differences), end="")
    return CLEAN


def _from_parcel(path: Path, preview: str | None, commit: str) -> int:
    if not path.is_file():
        return wrong_usage("compare", f"Die Datei „{path}“ gibt es nicht.")
    try:
        differences = read_parcel(path)
    except Refused as error:
        wrong_usage("compare", str(error))
        return PROBLEMS
    print(comment(differences, preview, commit) if preview else markdown(differences), end="")
    return CLEAN
