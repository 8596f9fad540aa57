"""`portal import oparl`: records from a council information system, from its address or from a folder of its objects."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portal.imports.oparl import folder
from portal.imports.oparl.clean import ZONE
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.run import Impossible, run
from portal.imports.oparl.telling import summary
from portal.register.asof import NoDay, given_day

from commands.progress import Progress
from commands.shared import CLEAN, PROBLEMS, wrong_usage

_STOPPED = 130


def add_to(sources: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    oparl = sources.add_parser(
        "oparl",
        help="übernimmt Vorlagen, Sitzungen und Gremien aus einem Ratsinformationssystem",
        description="Was Sie hier geschrieben haben, bleibt: Ein neuer Lauf ändert nur, was er selbst übernommen hat.",
    )
    oparl.add_argument("source", metavar="ADRESSE|ORDNER", help="OParl-Adresse oder Ordner mit JSON-Dateien")
    oparl.add_argument(
        "--to", default=os.environ.get("DATA") or "data", metavar="ORDNER", help="Ordner mit den Einträgen (data)"
    )
    oparl.add_argument("--stadt", metavar="NAME", help="welche, wenn das System mehreren Städten dient")
    oparl.add_argument(
        "--personen", action="store_true", help="auch Menschen in öffentlichen Ämtern: Name, Amt und Zeitraum"
    )
    oparl.set_defaults(run=run_import)


def run_import(options: argparse.Namespace) -> int:
    """Notes to standard error, one line each; the summary to standard output."""
    source, progress, notes = Path(options.source), Progress(), Notes()
    if not source.is_dir():
        return wrong_usage("import oparl", f"Den Ordner „{source}“ gibt es nicht.")
    try:
        today = given_day(os.environ) or dt.datetime.now(ZONE).date()
        paths = folder.files(source)
        objects = folder.objects(source, paths, notes)
        outcome = run(
            _counted(objects, len(paths), progress),
            Path(options.to),
            today=today,
            notes=notes,
            progress=progress,
            with_people=options.personen,
            body=options.stadt,
        )
    except (NoDay, Impossible) as error:
        progress.close()
        _report(notes)
        return wrong_usage("import oparl", str(error))
    except KeyboardInterrupt:
        progress.close()
        print("Abgebrochen. Was schon geschrieben ist, bleibt; der nächste Lauf macht weiter.", file=sys.stderr)
        return _STOPPED
    progress.close()
    _report(notes)
    print(summary(outcome))
    return PROBLEMS if notes.failures else CLEAN


def _counted(objects: Iterator[tuple[Any, str]], files: int, progress: Progress) -> Iterator[tuple[Any, str]]:
    """The objects, with the files counted as they come up."""
    seen, last = 0, ""
    for raw, where in objects:
        if where != last:
            seen, last = seen + 1, where
            progress("Dateien", seen, files)
        yield raw, where
    progress("Dateien", files, files)


def _report(notes: Notes) -> None:
    for line in notes.lines():
        print(line, file=sys.stderr)
