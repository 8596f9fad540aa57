"""Organizations of the council system as bodies of the portal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from portal.imports.oparl import clean
from portal.imports.oparl.draft import Draft, filled
from portal.imports.oparl.index import Node
from portal.imports.oparl.words import body_kind_of
from portal.imports.oparl.wordtable import plain
from portal.imports.oparl.world import World, without_cycles
from portal.records.words import OrganizationKind

BODIES = "gremien"


def organizations(world: World) -> Iterator[Draft]:
    found = [node for node in world.of_body("Organization") if _has_name(node, world)]
    _give_ids(found, world)
    parents = _parents(found, world)
    main = {name for body in world.index.of("Body") for name in body.all("mainOrganization")}
    for node in found:
        key = world.shelf.by_origin[node.id]
        name = node.text("name") or node.text("shortName") or ""
        kind = body_kind_of(name, node.text("classification"), node.text("organizationType"))
        yield Draft(
            key=key,
            node=node,
            is_frozen=node.is_deleted and key in world.shelf.records,
            values=filled(
                {
                    "name": name,
                    "kurzname": node.text("shortName") if node.text("shortName") != name else None,
                    "art": str(OrganizationKind.COUNCIL if node.id in main else kind),
                    "teil-von": world.bodies.get(parents.get(node.id, "")),
                    "zeitraum": _period(node, world),
                    "webseite": node.text("website"),
                }
            ),
        )


def _has_name(node: Node, world: World) -> bool:
    if node.text("name") or node.text("shortName") or (node.is_deleted and world.is_there(node)):
        return True
    if node.is_whole:
        said = "ist gelöscht und war hier nie verzeichnet" if node.is_deleted else "hat keinen Namen"
        world.hint(node, f"{said}. Es wurde nicht übernommen.")
    return False


def _give_ids(nodes: list[Node], world: World) -> None:
    """A body that editors have written down already is that body, if only one is called so."""
    free = {
        key: plain(str(raw.values.get("name", ""))) for key, raw in world.shelf.free().items() if key.type == BODIES
    }
    amounts = Counter(plain(node.text("name") or "") for node in nodes)
    for node in nodes:
        name = plain(node.text("name") or "")
        same = [key for key, other in free.items() if other == name]
        if not world.is_there(node) and len(same) == 1 and amounts[name] == 1:
            world.shelf.claim(node.id, same[0])
        key = world.shelf.name_for(node.id, BODIES, node.text("name"), node.text("shortName"), also_free=("personen",))
        if not world.shelf.was_deleted_here(node.id):
            world.bodies[node.id] = key.id
            world.names[node.id] = node.text("name") or key.id


def _parents(nodes: list[Node], world: World) -> dict[str, str]:
    edges = {}
    for node in nodes:
        parent = node.one("subOrganizationOf")
        if parent in world.bodies:
            edges[node.id] = [str(parent)]
        elif parent:
            world.hint(node, f"gehört zu {parent}, das nicht dabei ist. „teil-von“ bleibt leer.")
    kept, dropped = without_cycles(edges)
    for child, parent in dropped:
        if part := world.index.get("Organization", child):
            world.hint(part, f"wäre über {parent} sein eigener Teil. „teil-von“ bleibt leer.")
    return {child: found[0] for child, found in kept.items()}


def _period(node: Node, world: World) -> str | None:
    start, end = clean.day(node.text("startDate")), clean.day(node.text("endDate"))
    if start and end and end < start:
        world.hint(node, f"endet ({end}), bevor es beginnt ({start}). Der Zeitraum bleibt leer.")
        return None
    if start:
        return f"{start}/{end or '..'}"
    # Only the end is known: a range needs both.
    return None
