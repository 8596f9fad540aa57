"""`portal links`: whether the addresses that records name can still be reached. Asks the web; no other command does."""

from __future__ import annotations

import argparse
from pathlib import Path

from portal.load import load
from portal.weblinks import report
from portal.weblinks.asking import Manners, ask_all
from portal.weblinks.places import places
from portal.writing.files import replace

from commands import shared
from commands.shared import CLEAN, PROBLEMS, add_data, wrong_usage


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("links", help="fragt im Netz nach, ob die Adressen in den Einträgen noch da sind")
    add_data(parser)
    parser.add_argument("--docs", default="docs", metavar="ORDNER", help="Ordner mit den Seiten von Hand (docs)")
    parser.add_argument("--format", choices=["text", "github"], default="text", help="text oder github (Anmerkungen)")
    parser.add_argument("--bericht", metavar="DATEI", help="schreibt den ganzen Bericht außerdem als Markdown")
    parser.add_argument(
        "--pause", type=float, default=1.0, metavar="SEKUNDEN", help="zwischen zwei Fragen an einen Server (1)"
    )
    parser.add_argument(
        "--geduld", type=float, default=20.0, metavar="SEKUNDEN", help="so lange auf Antwort warten (20)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Dead links to standard error, one line each; the summary to standard output."""
    data, docs = Path(options.data), Path(options.docs)
    for folder in (data, docs):
        if not folder.is_dir():
            return wrong_usage("links", f"Den Ordner „{folder}“ gibt es nicht.")
    if options.pause < 0 or options.geduld <= 0:
        return wrong_usage("links", "--pause darf nicht negativ sein, --geduld muss größer als 0 sein.")
    loaded = load(data)
    own = loaded.settings.values.get("repository", "") if loaded.settings else ""
    manners = Manners(agent=f"Transparenzportal-Linkpruefung (+{own})", pause=options.pause, patience=options.geduld)
    found = [*places(loaded, docs)]
    done = report.report(found, ask_all([place.address for place in found], manners))
    if done.nobody_answered:
        return wrong_usage("links", "Kein einziger Server hat geantwortet. Ist dieser Rechner mit dem Netz verbunden?")
    shared.report(done.dead, options.format)
    if options.bericht:
        replace(Path(options.bericht), report.markdown(done))
    print(report.summary(done))
    return PROBLEMS if done.dead else CLEAN
