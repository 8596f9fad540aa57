"""Meetings of the council system as meetings of the portal, with those agenda items that belong to no paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from portal.dates import PartialDate
from portal.german import NO_BREAK, in_words
from portal.imports.oparl import clean
from portal.imports.oparl.draft import Draft, Values, filled
from portal.imports.oparl.index import Node
from portal.imports.oparl.shape import OWN_DATE
from portal.imports.oparl.words import meeting_state_of, says_result
from portal.imports.oparl.world import World
from portal.load import RawRecord
from portal.records.words import MeetingState
from portal.register.entries import Key
from portal.register.meetings import MEETINGS
from portal.register.occasions import derived_id

#: A meeting with its body and day; without, where it was deleted and stays as it is.
Found = tuple[Node, tuple[str, PartialDate] | None]


def meetings(world: World) -> Iterator[Draft]:
    """Two passes: how many meetings a body had on a day is known only when all have their ids."""
    found: list[Found] = []
    for node in world.of_body("Meeting"):
        start = clean.moment(_start(node))
        body = next(iter(world.known_bodies(node.all("organization"))), None)
        if node.is_deleted and world.is_there(node):
            world.meetings[node.id] = world.shelf.by_origin[node.id]
            found.append((node, None))
        elif start and body:
            found.append((node, (body, PartialDate.of_day(start.date()))))
        elif node.is_whole and not (world.body and not body):
            world.hint(node, f"hat {'kein bekanntes Gremium' if start else 'keinen Tag'}. Sie wurde nicht übernommen.")
    _adopt([(node, occasion) for node, occasion in found if occasion], world)
    moved = {node.id: _give_id(node, *occasion, world) for node, occasion in found if occasion}
    _count(found, moved, world)
    for node, occasion in found:
        key = world.shelf.by_origin[node.id]
        yield Draft(
            key=key,
            node=node,
            is_frozen=occasion is None,
            renamed_from=moved.get(node.id),
            values=_values(node, *occasion, world) if occasion else {},
            silent=frozenset() if "agendaItem" in node.values else frozenset({"tagesordnung"}),
        )


def day_of(node: Node | None) -> str | None:
    found = clean.day(_start(node)) if node else None
    return found.isoformat() if found else None


def _start(node: Node) -> str | None:
    return node.text("start") or node.text(OWN_DATE)


def state_of(node: Node, world: World) -> MeetingState:
    """What has not come yet has not been held, whatever the system says."""
    if node.values.get("cancelled"):
        return MeetingState.CANCELLED
    state = meeting_state_of(node.text("meetingState"))
    day = clean.day(_start(node))
    return MeetingState.UNKNOWN if state is MeetingState.HELD and day and day > world.today else state


def _adopt(found: list[tuple[Node, tuple[str, PartialDate]]], world: World) -> None:
    """A meeting that editors have written down already, where there was only one on that day."""
    new = defaultdict(list)
    for node, (body, date) in found:
        if not world.is_there(node):
            new[body, date.iso()].append(node)
    free = defaultdict(list)
    for key, raw in world.shelf.free().items():
        if key.type == MEETINGS:
            free[_occasion(raw)].append(key)
    for occasion, nodes in new.items():
        if len(nodes) == 1 and len(free[occasion]) == 1:
            world.shelf.claim(nodes[0].id, free[occasion][0])


def _give_id(node: Node, body: str, date: PartialDate, world: World) -> Key | None:
    """Meetings are called by body and day, so that one that is moved gets a new id; returns the old one."""
    expected, old = derived_id(body, date), world.shelf.by_origin.get(node.id)
    if old and (old.id == expected or old.id.startswith(f"{expected}-")):
        world.meetings[node.id] = old
        return None
    gone = world.shelf.was_deleted_here(node.id)
    if old and gone:
        return None
    world.shelf.by_origin.pop(node.id, None)
    world.meetings[node.id] = world.shelf.name_for(node.id, MEETINGS, expected)
    return old


def _count(found: list[Found], moved: dict[str, Key | None], world: World) -> None:
    """How many meetings there will be of each body on each day."""
    delivered = {world.meetings.get(node.id) for node, occasion in found if occasion} | set(moved.values())
    for key, raw in world.shelf.records.items():
        if key.type == MEETINGS and key not in delivered:
            world.occasions[_occasion(raw)] += 1
    for node, occasion in found:
        if occasion and node.id in world.meetings:
            world.occasions[occasion[0], occasion[1].iso()] += 1


def _occasion(raw: RawRecord) -> tuple[str, str]:
    return str(raw.values.get("gremium")), str(raw.values.get("termin"))


def _values(node: Node, body: str, date: PartialDate, world: World) -> Values:
    start = clean.moment(node.text("start"))
    state = state_of(node, world)
    if state is MeetingState.UNKNOWN and meeting_state_of(node.text("meetingState")) is MeetingState.HELD:
        world.hint(node, f"soll stattgefunden haben, liegt aber in der Zukunft ({date}). Der Stand bleibt unbekannt.")
    name = next((world.names[one] for one in node.all("organization") if one in world.names), body)
    return filled(
        {
            "titel": node.text("name") or f"{name}, {in_words(date).replace(NO_BREAK, ' ')}",
            "gremium": body,
            "termin": date.iso(),
            "beginn": clean.hour(start) if start else None,
            "ort": _place(world.index.get("Location", node.one("location"))),
            "stand": str(state),
            "tagesordnung": list(_agenda(node, world)),
        }
    )


def _place(node: Node | None) -> str | None:
    if node is None:
        return None
    parts = [node.text("room"), node.text("streetAddress"), node.text("locality")]
    return node.text("description") or ", ".join(part for part in parts if part) or None


def _agenda(meeting: Node, world: World) -> Iterator[Values]:
    """Public items without a paper: those with one follow from the paper's consultations."""
    items = [item for name in meeting.all("agendaItem") if (item := world.index.get("AgendaItem", name))]
    for item in sorted(items, key=lambda item: item.values.get("order") or 0):
        title = item.text("name")
        if item.is_deleted or item.values.get("public") is False or not title or _has_paper(item, world):
            continue
        result = item.text("result")
        said = f"Ergebnis laut Ratsinformationssystem: „{result}“." if result and says_result(result) else None
        yield filled({"top": item.text("number"), "titel": title, "notiz": said})


def _has_paper(item: Node, world: World) -> bool:
    consultations = [world.index.get("Consultation", name) for name in item.all("consultation")]
    papers = [world.index.get("Paper", node.one("paper")) for node in consultations if node]
    return any(paper and (paper.text("name") or paper.text("reference")) for paper in papers)
