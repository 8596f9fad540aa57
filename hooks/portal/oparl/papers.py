"""Papers with their consultations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portal.oparl.base import Node, World, day, inexact
from portal.oparl.documents import Documents
from portal.oparl.stations import PAPERS, Station, paper_steps, papers
from portal.records import UNKNOWN, Inquiry, Paper, Record
from portal.records.words import Role
from portal.register.entries import Entry, Key
from portal.register.link import Register


def consultation(station: Station, world: World) -> Node:
    """One station. Whether it decides is said only where the role is known."""
    found = station.consultation
    organization = world.organization(station.body)
    is_known = found is None or found.role is not Role.UNKNOWN
    return world.node(
        "consultation",
        station.steps,
        [station.key],
        paper=world.url("paper", *paper_steps(station.key)),
        agendaItem=world.url("agendaItem", *station.steps) if station.meeting else None,
        meeting=world.url("meeting", station.meeting.id) if station.meeting else None,
        organization=[organization] if organization else None,
        authoritative=bool(found and found.role is Role.DECISION) if is_known else None,
        role=station.role,
        portal_date=inexact(found.date) if found else None,
        portal_inferred=station.fact.inferred or None,
        web=world.web(station.key),
    )


def all_papers(world: World, documents: Documents, consultations: Mapping[Key, list[Node]]) -> Iterator[Node]:
    related = _related(world.register)
    for entry in papers(world.register):
        yield _paper(entry, world, documents, consultations.get(entry.key, []), related.get(entry.key, set()))


def _paper(
    entry: Entry[Record], world: World, documents: Documents, consultations: list[Node], related: set[Key]
) -> Node:
    steps, record = paper_steps(entry.key), entry.record
    others = sorted(related)
    fields: Node = {
        "body": world.body,
        "name": record.title,
        "relatedPaper": [world.url("paper", *paper_steps(key)) for key in others],
        "keyword": [world.register.entries[_topic(world, name)].record.title for name in record.topics],
        "consultation": consultations,
        "web": world.web(entry.key),
    }
    match record:
        case Paper() as paper:
            fields |= _of_paper(paper, world) | _files(entry.key, paper, world, documents)
        case Inquiry() as inquiry:
            fields |= _of_inquiry(inquiry, world)
    return world.node("paper", steps, [entry.key, *others], **fields)


def _of_paper(paper: Paper, world: World) -> Node:
    return {
        "reference": paper.number,
        "date": day(paper.date),
        "portal_date": inexact(paper.date),
        "paperType": paper.kind_wording or paper.kind,
        "underDirectionOf": _organizations(paper.lead, world),
        **_originators((mover.who for mover in paper.movers if not mover.inferred), world),
    }


def _of_inquiry(inquiry: Inquiry, world: World) -> Node:
    asked = inquiry.asked
    return {
        "date": None if asked.inferred else day(asked.date),
        "portal_date": asked.date.iso() if asked.date != UNKNOWN and asked.inferred else inexact(asked.date),
        "paperType": inquiry.kind,
        **_originators(asked.by, world),
    }


def _files(key: Key, paper: Paper, world: World, documents: Documents) -> Node:
    found = list(documents.of_paper(key, paper, world.url("paper", *paper_steps(key))))
    return {
        "mainFile": next((node for node, is_main in found if is_main), None),
        "auxiliaryFile": [node for node, is_main in found if not is_main],
    }


def _originators(names: Iterable[str], world: World) -> Node:
    keys = list(dict.fromkeys(world.register.resolve(name, "gremien", "personen").key for name in names))
    return {
        "originatorPerson": [world.url("person", key.id) for key in keys if key.type == "personen"],
        "originatorOrganization": [world.url("organization", key.id) for key in keys if key.type == "gremien"],
    }


def _organizations(names: Iterable[str], world: World) -> list[str]:
    return [url for name in names if (url := world.organization(name))]


def _topic(world: World, name: str) -> Key:
    return world.register.resolve(name, "themen").key


def _related(register: Register) -> dict[Key, set[Key]]:
    """Papers that build on each other or answer an inquiry, in both directions."""
    known = {entry.key for entry in papers(register)}
    found: dict[Key, set[Key]] = {}
    for entry in papers(register):
        match entry.record:
            case Paper() as paper:
                names = paper.predecessors
            case Inquiry() as inquiry:
                names = inquiry.papers
            case _:
                names = ()
        for name in names:
            target = register.resolve(name, PAPERS).key
            found.setdefault(entry.key, set()).add(target)
            found.setdefault(target, set()).add(entry.key)
    return {key: others & known for key, others in found.items()}
