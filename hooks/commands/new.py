"""`portal new`: asks for what a record needs and writes a file that the check accepts."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path

from portal.asking.answers import Answer, Refused, judge_id
from portal.asking.dialogue import Dialogue
from portal.asking.fields import Field, fields_of
from portal.asking.outcome import field_at, file_of, problems_of
from portal.pipeline import Reading, read
from portal.records import RECORD_TYPES, RecordType, Source
from portal.records.references import Location
from portal.register.asof import NoDay
from portal.register.meetings import with_derived
from portal.register.names import Names
from portal.writing.files import write_new

from commands.shared import CLEAN, add_data, wrong_usage

_INTERRUPTED = 130


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    new = commands.add_parser("new", help="fragt nach allem Nötigen und schreibt einen neuen Eintrag")
    new.add_argument(
        "type", choices=sorted(RECORD_TYPES), metavar="ART", help=f"Art des Eintrags: {', '.join(RECORD_TYPES)}"
    )
    new.add_argument(
        "--feld", action="append", default=[], metavar="NAME=WERT", help="Antwort im Voraus; mehrfach möglich"
    )
    new.add_argument("--id", metavar="KENNUNG", help="Kennung des neuen Eintrags (sonst wird eine vorgeschlagen)")
    add_data(new)
    new.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Ask, check the whole, write once at the very end: whoever stops before leaves nothing behind."""
    folder = Path(options.data)
    record_type = RECORD_TYPES[options.type]
    if not folder.is_dir():
        return wrong_usage("new", f"Den Ordner „{folder}“ gibt es nicht.")
    try:
        reading = read(folder, os.environ, dt.date.today)
        path = _ask_and_write(record_type, options, folder, reading)
    except (Refused, NoDay) as error:
        return wrong_usage("new", f"{error} Es ist nichts geschrieben.")
    except EOFError:
        return wrong_usage("new", "Es fehlen noch Antworten. Es ist nichts geschrieben.")
    except OSError as error:
        return wrong_usage("new", f"Die Datei lässt sich nicht schreiben: {error.strerror}.")
    except KeyboardInterrupt:
        print("\nAbgebrochen. Es ist nichts geschrieben.", file=sys.stderr)
        return _INTERRUPTED
    _tell(path, record_type)
    return CLEAN


def _given(pairs: list[str], fields: list[Field]) -> dict[str, str]:
    known = {field.name for field in fields}
    given: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or name.strip() not in known:
            raise Refused(
                f"„{pair[:60]}“ passt nicht. Erwartet: --feld name=wert, mit einem dieser Namen: {', '.join(sorted(known))}."
            )
        given[name.strip()] = value
    return given


def _ask_and_write(record_type: RecordType, options: argparse.Namespace, folder: Path, reading: Reading) -> Path:
    fields = fields_of(record_type)
    given = _given(options.feld, fields)
    taken = _taken(record_type, folder, reading)
    entries = {entry.key: entry for entry in reading.entries}
    dialogue = Dialogue(
        record_type=record_type,
        names=Names.of(with_derived(entries).values()),
        taken=taken,
        read=input,
        say=print,
        strict=not sys.stdin.isatty(),
    )
    if len(given) < len(fields):
        print(f"Neuer Eintrag: {record_type.singular}. Abbrechen mit Strg+C; geschrieben wird erst am Schluss.")
    answers = dialogue.ask_all(fields, given)
    if options.id:
        judge_id(record_type, options.id, taken)
    record_id = options.id or dialogue.ask_id(answers)
    while True:
        relative, text = file_of(record_type, record_id, answers)
        path = folder / relative
        problems = problems_of(record_type, record_id, path, text, reading)
        if not problems:
            write_new(path, text)
            return path
        _ask_again(dialogue, fields, answers, problems[0].location, problems[0].message)


def _ask_again(
    dialogue: Dialogue, fields: list[Field], answers: dict[Location, Answer], place: Location, message: str
) -> None:
    """Answers that are right alone may not fit together."""
    field = field_at(fields, place)
    if field is None or dialogue.strict:
        raise Refused(message)
    print(f"\nDas passt noch nicht: {message}")
    answers[field.place] = dialogue.ask(field)


def _taken(record_type: RecordType, folder: Path, reading: Reading) -> frozenset[str]:
    """Ids that somebody has or had, and names of files that could not be read."""
    own = [entry for entry in reading.entries if entry.key.type == record_type.name]
    former = {old for entry in own for old in entry.record.former_ids}
    files = {file.stem for file in (folder / record_type.name).glob("*.*")}
    return frozenset({entry.key.id for entry in own} | former | files)


def _tell(path: Path, record_type: RecordType) -> None:
    print(f"\nGeschrieben: {path}")
    if record_type.model is Source:
        print(
            "Als Nächstes: die Quelle in einem Eintrag unter „quellen“ nennen; bis dahin meldet „portal check“, dass sie nichts belegt."
        )
    else:
        print("Als Nächstes: die Datei öffnen und ergänzen, mit „portal check“ prüfen, mit „make serve“ ansehen.")
