"""`portal import vorlage`: the draft of a record from a council paper, as PDF or text."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path

from portal.check import check
from portal.check.editorial import problems as editorial_problems
from portal.imports.vorlage.draft import INQUIRIES, PAPERS, Draft, draft_of
from portal.imports.vorlage.reading import CannotRead, read_document
from portal.imports.vorlage.register import Known
from portal.imports.vorlage.telling import report
from portal.pipeline import Reading, read
from portal.problems import Problem, in_order
from portal.register.asof import NoDay
from portal.validate.single import entry_of
from portal.writing.files import write_new

from commands.shared import CLEAN, PROBLEMS, add_data, wrong_usage


def add_to(sources: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    vorlage = sources.add_parser(
        "vorlage", help="Entwurf eines Eintrags aus einer Vorlage oder Anfrage (PDF oder Text)"
    )
    vorlage.add_argument("file", metavar="DATEI", help="das Papier als .pdf oder .txt")
    vorlage.add_argument(
        "--to", metavar="DATEI", help="wohin der Entwurf geschrieben wird (sonst an seinen Platz im Datenordner)"
    )
    vorlage.add_argument(
        "--als", choices=[PAPERS, INQUIRIES], help="Art des Eintrags, wenn das Programm sie nicht selbst wählen soll"
    )
    add_data(vorlage)
    vorlage.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, write what was found, say what was not; nothing is ever replaced."""
    folder = Path(options.data)
    if not folder.is_dir() and not options.to:
        return wrong_usage(
            "import vorlage",
            f"Den Ordner „{folder}“ gibt es nicht. Bitte mit --data einen anderen oder mit --to eine Datei nennen.",
        )
    if options.to and Path(options.to).exists():
        return wrong_usage("import vorlage", f"„{options.to}“ gibt es schon und wird nicht überschrieben.")
    try:
        reading = read(folder, os.environ, dt.date.today)
        document = read_document(Path(options.file))
    except (NoDay, CannotRead) as error:
        return wrong_usage("import vorlage", str(error))
    known = Known.of(reading.entries, also=_files(folder))
    draft = draft_of(document, Path(options.file).name, known, type_name=options.als)
    if draft is None:
        print(
            f"„{options.file}“ sieht nicht wie eine Vorlage oder Anfrage aus: weder Nummer noch Beratungsfolge, "
            "Beschlussvorschlag oder Fragen gefunden. Es ist nichts geschrieben.",
            file=sys.stderr,
        )
        return PROBLEMS
    path = Path(options.to) if options.to else folder / draft.type / f"{draft.id}.md"
    try:
        write_new(path, draft.text)
    except FileExistsError:
        return wrong_usage("import vorlage", f"„{path}“ gibt es schon und wird nicht überschrieben.")
    except OSError as error:
        return wrong_usage("import vorlage", f"„{path}“ lässt sich nicht schreiben: {error.strerror}.")
    print(report(draft, str(path), _to_fill(draft, path, reading), f"portal check --data {folder}"))
    return CLEAN


def _files(folder: Path) -> list[tuple[str, str]]:
    """Names that are taken by files, readable or not."""
    return [(name, file.stem) for name in (PAPERS, INQUIRIES) for file in (folder / name).glob("*.*")]


def _to_fill(draft: Draft, path: Path, reading: Reading) -> list[Problem]:
    """What `portal check` will say about the draft, as if it stood in its place."""
    entries, problems = entry_of(path, draft.type, draft.id, draft.text)
    own = [
        *problems,
        *(problem for problem in check([*reading.entries, *entries], reading.as_of.day) if problem.path == str(path)),
    ]
    return in_order([*own, *editorial_problems(entries)])
