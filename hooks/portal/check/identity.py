"""Every record and every numbered part has exactly one name, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.problems import Problem
from portal.records import RECORD_TYPES, Inquiry, Paper, Record
from portal.register.anchors import numbered
from portal.register.entries import Entry, Key
from portal.register.names import Names
from portal.register.urls import TAKEN


def duplicates(entries: Iterable[Entry[Record]]) -> Iterator[Problem]:
    first: dict[Key, Entry[Record]] = {}
    for entry in entries:
        other = first.setdefault(entry.key, entry)
        if other is not entry and other.raw:
            message = f"Die Kennung „{entry.key.id}“ ist schon vergeben: {other.raw.path}. Bitte eine andere wählen."
            yield entry.problem((), message)


def taken_addresses(entries: Iterable[Entry[Record]]) -> Iterator[Problem]:
    """Records at the root share their place with the portal's own pages."""
    for entry in entries:
        if RECORD_TYPES[entry.key.type].at_root and entry.key.id in TAKEN:
            message = f"Die Adresse „/{entry.key.id}/“ braucht das Portal selbst. Bitte eine andere Kennung wählen."
            yield entry.problem((), message)


def former_ids(names: Names) -> Iterator[Problem]:
    for entry in names.entries.values():
        for index, old in enumerate(entry.record.former_ids):
            location = ("fruehere-kennungen", index)
            key = Key(entry.key.type, old)
            if key == entry.key:
                yield entry.problem(location, f"„{old}“ ist die heutige Kennung dieses Eintrags. Bitte hier löschen.")
            elif key in names.entries:
                yield entry.problem(
                    location,
                    f"Die frühere Kennung „{old}“ trägt heute ein anderer Eintrag. Kennungen werden nie neu vergeben.",
                )
            elif names.former[key] != entry.key:
                yield entry.problem(
                    location,
                    f"Die frühere Kennung „{old}“ nennt auch „{names.former[key].id}“. Nur ein Eintrag kann sie gehabt haben.",
                )


def numbering(entry: Entry[Record]) -> Iterator[Problem]:
    """Two points with one number could not be told apart when cited."""
    match entry.record:
        case Paper() as paper:
            key, found = "beschlusspunkte", numbered("punkt", [point.number for point in paper.resolutions])
        case Inquiry() as inquiry:
            key, found = "fragen", numbered("frage", [question.number for question in inquiry.questions])
        case _:
            return
    seen: set[str] = set()
    for index, anchor in enumerate(found):
        if anchor in seen:
            number = anchor.partition("-")[2]
            yield entry.problem(
                (key, index),
                f"Die Nummer {number} kommt doppelt vor. Bitte „nr“ so setzen, dass jede nur einmal vorkommt.",
            )
        seen.add(anchor)
