"""The steps of an import in order: from objects to files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from portal.imports.oparl.index import Index, Node
from portal.imports.oparl.ledger import Ledger
from portal.imports.oparl.meetings import meetings
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.organizations import organizations
from portal.imports.oparl.papers import papers
from portal.imports.oparl.people import people
from portal.imports.oparl.settings import settings_of
from portal.imports.oparl.shelf import Shelf
from portal.imports.oparl.world import World
from portal.imports.oparl.write import Desk, Tally, write
from portal.load import Loaded, load
from portal.problems import in_order
from portal.writing.files import write_new

T = TypeVar("T")
#: Told what is being done, how far it is, and of how much.
Progress = Callable[[str, int, int], None]

#: Fetches what others name and nobody has delivered yet.
Missing = Callable[[Index], Iterable[tuple[Any, str]]]

SETTINGS = "portal.yml"


class Impossible(Exception):
    """The import cannot begin; the message says why, in German."""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What an import has to tell."""

    counts: Mapping[str, int]
    notes: Notes
    tally: Tally = field(default_factory=Tally)
    has_new_settings: bool = False


def run(
    objects: Iterable[tuple[Any, str]],
    data: Path,
    *,
    today: dt.date,
    notes: Notes,
    progress: Progress,
    with_people: bool = False,
    body: str | None = None,
    missing: Missing = lambda _index: (),
) -> Outcome:
    """Read everything, then write organizations, people, meetings and papers, in this order."""
    index = Index(notes)
    for source in (objects, missing(index)):
        for raw, where in source:
            index.add(raw, where)
    index.finish()
    if not any(index.nodes.values()):
        raise Impossible("Kein einziges OParl-Objekt gefunden.")
    chosen = _body(index, body)
    outcome = Outcome(counts=index.counts(), notes=notes)
    ledger = Ledger(data)
    shelf = _shelf(data, ledger, progress)
    outcome.has_new_settings = _write_settings(index, chosen, data)
    world = World(
        index=index,
        shelf=shelf,
        notes=notes,
        today=today,
        with_people=with_people,
        body=chosen.id if chosen and body else None,
    )
    desk = Desk(shelf=shelf, data=data, notes=notes, tally=outcome.tally)
    try:
        for label, step, amount in (
            ("Gremien", organizations, len(index.nodes["Organization"])),
            ("Personen", people, len(index.nodes["Person"]) if with_people else 0),
            ("Sitzungen", meetings, len(index.nodes["Meeting"])),
            ("Vorlagen", papers, len(index.nodes["Paper"])),
        ):
            write(_told(step(world), label, amount, progress), desk)
    finally:
        # Also when someone stops it: what is written is remembered, and the next run goes on.
        ledger.close()
    return outcome


def _shelf(data: Path, ledger: Ledger, progress: Progress) -> Shelf:
    progress("Vorhandene Einträge", 0, 1)
    loaded = load(data) if data.is_dir() else Loaded()
    has_settings = (data / SETTINGS).exists()
    problems = [each for each in loaded.problems if has_settings or not each.path.endswith(f"/{SETTINGS}")]
    if problems:
        first = in_order(problems)[0]
        raise Impossible(f"Erst müssen alle vorhandenen Einträge lesbar sein (portal check). {first.as_text()}")
    progress("Vorhandene Einträge", 1, 1)
    return Shelf.of(loaded, ledger)


def _body(index: Index, wanted: str | None) -> Node | None:
    """The town: the only one, or the one that was asked for."""
    found = [node for node in index.of("Body") if node.is_whole and not node.is_deleted] or list(index.of("Body"))
    if wanted is None:
        named = [f"„{node.text('name') or node.id}“" for node in found]
        if len(found) > 1:
            raise Impossible(f"Das System dient mehreren: {', '.join(named)}. Bitte eine nennen, mit --stadt NAME.")
        return found[0] if found else None
    for node in found:
        if wanted in (node.id, node.text("name"), node.text("shortName")):
            return node
    raise Impossible(f"„{wanted}“ kennt das System nicht.")


def _write_settings(index: Index, body: Node | None, data: Path) -> bool:
    """A folder without settings is a new portal: it gets the least that a portal needs."""
    if (data / SETTINGS).exists():
        return False
    write_new(data / SETTINGS, settings_of(index, body))
    return True


def _told(items: Iterator[T], label: str, amount: int, progress: Progress) -> Iterator[T]:
    number = 0
    for number, item in enumerate(items, start=1):
        yield item
        progress(label, number, max(amount, number + 1))
    progress(label, number, number)
