"""People in public office, only where the operator asks for them: name, office, period, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from portal.imports.oparl import clean
from portal.imports.oparl.draft import Draft, Values, filled
from portal.imports.oparl.index import Node
from portal.imports.oparl.organizations import BODIES
from portal.imports.oparl.wordtable import plain
from portal.imports.oparl.world import World

PEOPLE = "personen"
#: Who only helps or listens holds no public office.
_NO_OFFICE = {
    plain(word)
    for word in [
        "Gast",
        "Gäste",
        "Zuhörer",
        "Zuhörerin",
        "Schriftführer",
        "Schriftführerin",
        "Schriftführung",
        "Protokollführer",
        "Protokollführerin",
        "Protokollführung",
        "Sachbearbeiter",
        "Sachbearbeiterin",
        "Sachbearbeitung",
        "Presse",
        "Verwaltung",
        "Berichterstatter",
        "Gutachter",
    ]
}


def people(world: World) -> Iterator[Draft]:
    for node in world.of_body("Person") if world.with_people else ():
        roles = list(_roles(node, world))
        name = node.text("name") or _composed(node)
        is_here = world.is_there(node)
        if node.is_deleted and is_here:
            world.hint(node, "ist dort gelöscht. Bitte prüfen Sie, ob der Eintrag hier stehen bleiben darf.")
        elif not (name and roles):
            continue
        key = world.shelf.name_for(node.id, PEOPLE, name, also_free=(BODIES,))
        if not world.shelf.was_deleted_here(node.id):
            world.people[node.id] = key.id
        yield Draft(
            key=key,
            node=node,
            values=filled({"name": name, "rollen": roles}),
            is_frozen=node.is_deleted and key in world.shelf.records,
        )


def _composed(node: Node) -> str | None:
    parts = [node.text(key) for key in ("title", "givenName", "affix", "familyName")]
    return " ".join(part for part in parts if part) if node.text("familyName") else None


def _roles(person: Node, world: World) -> Iterator[Values]:
    found = [world.index.get("Membership", name) for name in person.all("membership")]
    for node in sorted((node for node in found if node), key=lambda node: (node.text("startDate") or "", node.id)):
        body, role = next(iter(world.known_bodies(node.all("organization"))), None), node.text("role")
        if node.is_deleted or not body or (role and plain(role) in _NO_OFFICE):
            continue
        start, end = clean.day(node.text("startDate")), clean.day(node.text("endDate"))
        if start and end and end < start:
            world.hint(person, f"hat ein Amt, das endet ({end}), bevor es beginnt ({start}). Das Ende fehlt.")
            end = None
        yield filled(
            {
                "funktion": role or "Mitglied",
                "gremium": body,
                "von": start.isoformat() if start else "unbekannt",
                "bis": end.isoformat() if end else None,
            }
        )
