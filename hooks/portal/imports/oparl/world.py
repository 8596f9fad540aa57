"""What every mapping needs: the objects, the records that are there, the day, and a place for notes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from portal.imports.oparl.index import Index, Node
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.shelf import Shelf
from portal.register.entries import Key

#: What objects become.
RECORDS = {"Paper": "beschluesse", "Meeting": "sitzungen", "Organization": "gremien", "Person": "personen"}
#: How notes name objects.
WORDS = {
    "Paper": "Die Vorlage",
    "Meeting": "Die Sitzung",
    "Organization": "Das Gremium",
    "Person": "Die Person",
    "Consultation": "Die Beratung",
    "AgendaItem": "Der Tagesordnungspunkt",
}


@dataclass(slots=True, kw_only=True)
class World:
    """Filled step by step: organizations first, then meetings, then papers."""

    index: Index
    shelf: Shelf
    notes: Notes
    #: What lies after it has not happened yet.
    today: dt.date
    with_people: bool = False
    #: Only objects of this body, where the system serves several.
    body: str | None = None
    #: Records by object, as far as they are or will be there.
    bodies: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, Key] = field(default_factory=dict)
    #: How many meetings a body has on a day.
    occasions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def hint(self, node: Node, message: str) -> None:
        self.notes.hint(node.where, f"{WORDS.get(node.type, node.type)} {node.id} {message}")

    def of_body(self, type_name: str) -> Iterator[Node]:
        """The objects of the chosen body; those that do not say whose they are, too."""
        for node in self.index.of(type_name):
            known = self.shelf.by_origin.get(node.id)
            if known and known.type != RECORDS[type_name]:
                self.hint(node, f"ist hier schon etwas anderes: „{known}“. Nichts wurde übernommen.")
            elif self.body is None or node.one("body") in (None, self.body):
                yield node

    def is_there(self, node: Node) -> bool:
        """Whether an object has a record already, or had one until somebody deleted it here."""
        return node.id in self.shelf.by_origin

    def known_bodies(self, names: Iterable[str]) -> list[str]:
        """The records of organizations, without those that nobody knows."""
        return list(dict.fromkeys(self.bodies[name] for name in names if name in self.bodies))


def without_cycles(edges: dict[str, list[str]]) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """The same relation without what would lead back to its own beginning, and what was left out."""
    kept: dict[str, list[str]] = {}
    dropped: list[tuple[str, str]] = []
    for start in sorted(edges):
        for end in edges[start]:
            if _leads(end, start, kept):
                dropped.append((start, end))
            else:
                kept.setdefault(start, []).append(end)
    return kept, dropped


def _leads(start: str, end: str, edges: dict[str, list[str]]) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        new = [name for name in edges.get(here, ()) if name not in seen]
        seen.update(new)
        waiting += new
    return False
