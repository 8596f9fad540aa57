"""`portal import oparl`: records from a council information system, from its address or from a folder of its objects."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portal.imports.oparl import folder
from portal.imports.oparl.clean import ZONE
from portal.imports.oparl.client import Client, Unreachable, host_of
from portal.imports.oparl.endpoint import Endpoint
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.run import Impossible, Outcome, run
from portal.imports.oparl.spool import Spool
from portal.imports.oparl.telling import summary
from portal.register.asof import NoDay, given_day

from commands.progress import Progress
from commands.shared import CLEAN, PROBLEMS, wrong_usage

_STOPPED = 130
_ADDRESS = ("http://", "https://")


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
    oparl.add_argument(
        "--von-vorn", action="store_true", help="die Kopie früherer Abrufe verwerfen und alles neu abrufen"
    )
    oparl.add_argument(
        "--kopie", default=".cache/oparl", metavar="ORDNER", help="wo die Kopie der Abrufe liegt (.cache/oparl)"
    )
    oparl.add_argument(
        "--pause", type=float, default=0.2, metavar="SEKUNDEN", help="zwischen zwei Abrufen, aus Rücksicht (0.2)"
    )
    oparl.set_defaults(run=run_import)


def run_import(options: argparse.Namespace) -> int:
    """Notes to standard error, one line each; the summary to standard output."""
    progress, notes = Progress(), Notes()
    try:
        outcome = _import(options, notes, progress)
    except (NoDay, Impossible) as error:
        _say(notes, progress)
        return wrong_usage("import oparl", str(error))
    except Unreachable as error:
        _say(notes, progress)
        print(f"{error} Was schon da ist, ist gemerkt; der nächste Lauf macht dort weiter.", file=sys.stderr)
        return PROBLEMS
    except OSError as error:
        _say(notes, progress)
        where = f"„{error.filename}“" if error.filename else "Eine Datei"
        return wrong_usage("import oparl", f"{where} lässt sich nicht lesen oder schreiben: {error.strerror}.")
    except KeyboardInterrupt:
        _say(notes, progress)
        print("Abgebrochen. Was schon geschrieben ist, bleibt; der nächste Lauf macht weiter.", file=sys.stderr)
        return _STOPPED
    _say(notes, progress)
    print(summary(outcome))
    return PROBLEMS if notes.failures else CLEAN


def _import(options: argparse.Namespace, notes: Notes, progress: Progress) -> Outcome:
    today = given_day(os.environ) or dt.datetime.now(ZONE).date()
    common = {"today": today, "notes": notes, "progress": progress, "with_people": options.personen}
    if options.source.startswith(_ADDRESS):
        endpoint = _endpoint(options, notes, progress)
        endpoint.sync(options.stadt)
        return run(endpoint.objects(), Path(options.to), **common, missing=endpoint.missing)
    source = Path(options.source)
    if not source.is_dir():
        raise Impossible(f"Den Ordner „{source}“ gibt es nicht.")
    paths = folder.files(source)
    objects = _counted(folder.objects(source, paths, notes), len(paths), progress)
    return run(objects, Path(options.to), **common, body=options.stadt)


def _endpoint(options: argparse.Namespace, notes: Notes, progress: Progress) -> Endpoint:
    url = options.source
    copy = f"{host_of(url).replace(':', '-')}-{hashlib.sha256(f'{url} {options.stadt}'.encode()).hexdigest()[:8]}"
    spool = Spool.at(Path(options.kopie, copy))
    if options.von_vorn:
        spool.forget()
    return Endpoint(
        url=url,
        client=Client(hosts={host_of(url)}, pause=max(0.0, options.pause), sleep=time.sleep),
        spool=spool,
        notes=notes,
        progress=progress,
        now=lambda: dt.datetime.now(dt.UTC),
        with_people=options.personen,
    )


def _counted(objects: Iterator[tuple[Any, str]], files: int, progress: Progress) -> Iterator[tuple[Any, str]]:
    """The objects, with the files counted as they come up."""
    seen, last = 0, ""
    for raw, where in objects:
        if where != last:
            seen, last = seen + 1, where
            progress("Dateien", seen, files + 1)
        yield raw, where
    progress("Dateien", files, files)


def _say(notes: Notes, progress: Progress) -> None:
    """Say everything that came up, below the line that moved."""
    progress.close()
    for line in notes.lines():
        print(line, file=sys.stderr)
