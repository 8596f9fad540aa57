"""`portal init STADT`: a small data folder for another town, which builds at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from portal.validate import slugify
from portal.writing.files import write_folder
from portal.writing.newtown import files

from commands.shared import CLEAN, wrong_usage

_LONGEST = 80


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    init = commands.add_parser("init", help="legt für eine andere Stadt einen kleinen Ordner mit Einträgen an")
    init.add_argument("town", metavar="STADT", help="Name der Stadt oder Gemeinde, zum Beispiel Musterstadt")
    init.add_argument("--to", metavar="ORDNER", help="neuer oder leerer Ordner (sonst der Name der Stadt)")
    init.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    town = " ".join(options.town.split())
    if not town or len(town) > _LONGEST or not town.isprintable():
        return wrong_usage("init", f"Bitte den Namen der Stadt nennen, höchstens {_LONGEST} Zeichen.")
    name = options.to or slugify(town)
    if not name:
        return wrong_usage("init", "Aus diesem Namen wird kein Ordner. Bitte mit --to einen nennen.")
    folder = Path(name)
    try:
        write_folder(folder, files(town))
    except FileExistsError:
        return wrong_usage("init", f"„{folder}“ gibt es schon, und es ist nicht leer. Nichts wurde geschrieben.")
    except OSError as error:
        return wrong_usage("init", f"„{folder}“ lässt sich nicht anlegen: {error.strerror}. Nichts wurde geschrieben.")
    print(f"„{folder}“ ist angelegt. So geht es weiter:")
    print(f"  make check DATA={folder}   prüft die Einträge")
    print(f"  make serve DATA={folder}   zeigt das Portal unter http://127.0.0.1:8000")
    print(f"Was hineingehört, steht in {folder / 'README.md'}.")
    return CLEAN
