"""The register as an OParl 1.1 interface of plain files. See ADR 0016."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pydantic_core import to_json

from portal.oparl.actors import organizations, persons
from portal.oparl.base import Node, World
from portal.oparl.documents import Documents
from portal.oparl.lists import pages
from portal.oparl.meetings import Places, meeting
from portal.oparl.papers import all_papers, consultation
from portal.oparl.stations import all_stations, by_meeting
from portal.oparl.system import body, system, terms
from portal.oparl.times import Times
from portal.register.link import Register

SYSTEM = "oparl/v1/system.json"
#: The lists that are there even empty, by the name of the property and the kind of object: those that a body must
#: have, and that of files, which pages lead to.
_ALWAYS = {"organization": "organization", "person": "person", "meeting": "meeting", "paper": "paper", "file": "file"}
_OPTIONAL = {
    "agendaItem": "agendaItem",
    "consultation": "consultation",
    "locationList": "location",
    "legislativeTermList": "legislativeTerm",
    "membership": "membership",
}


def files(register: Register, site_url: str, times: Times) -> Iterator[tuple[str, bytes]]:
    """Path and content of every object and every page of every list."""
    world = World(register=register, site_url=site_url, times=times)
    objects, own_lists = _objects(world)
    lists: dict[tuple[str, ...], list[Node]] = {("body", "1", kind): objects[kind] for kind in _ALWAYS.values()}
    lists |= {("body", "1", kind): objects[kind] for kind in _OPTIONAL.values() if objects[kind]}
    of_body = {
        name: world.url("body", "1", kind)
        for name, kind in (_ALWAYS | _OPTIONAL).items()
        if ("body", "1", kind) in lists
    }
    town = body(world, of_body)
    yield SYSTEM, encode(system(world))
    yield _path(town, world), encode(town)
    for nodes in objects.values():
        yield from ((_path(node, world), encode(node)) for node in nodes)
    for steps, nodes in ({("bodies",): [town]} | lists | own_lists).items():
        yield from ((path, encode(page)) for path, page in pages(world, steps, nodes))


def _objects(world: World) -> tuple[dict[str, list[Node]], dict[tuple[str, ...], list[Node]]]:
    """Every object by kind, and the lists that organizations have of their own."""
    register = world.register
    documents, places, stations = Documents(world), Places.of(world), all_stations(register)
    consultations = [consultation(station, world) for station in stations]
    of_paper = defaultdict(list)
    for station, node in zip(stations, consultations, strict=True):
        of_paper[station.key].append(node)
    at = by_meeting(stations)
    meetings = [
        meeting(entry, at.get(entry.key, ()), world, documents, places)
        for entry in sorted(register.by_type["sitzungen"], key=lambda entry: entry.key)
    ]
    papers = list(all_papers(world, documents, of_paper))
    people = list(persons(world))
    memberships = [node for person in people for node in person.get("membership", ())]
    lists, addresses = _of_organizations(world, meetings, consultations)
    return {
        "paper": papers,
        "consultation": consultations,
        "meeting": meetings,
        "agendaItem": [item for node in meetings for item in node.get("agendaItem", ())],
        "location": list(places.nodes.values()),
        "person": people,
        "membership": memberships,
        "organization": list(organizations(world, _grouped(memberships), addresses)),
        "file": documents.nodes(),
        "legislativeTerm": terms(world),
    }, lists


def _of_organizations(
    world: World, meetings: list[Node], consultations: list[Node]
) -> tuple[dict[tuple[str, ...], list[Node]], dict[str, Node]]:
    """Each organization's meetings and consultations, and the addresses of these lists by organization."""
    lists: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    addresses: defaultdict[str, Node] = defaultdict(dict)
    for kind, nodes in (("meeting", meetings), ("consultation", consultations)):
        for node in nodes:
            for organization in node.get("organization", ()):
                steps = ("organization", _name(organization), kind)
                lists[steps].append(node)
                addresses[organization][kind] = world.url(*steps)
    return lists, addresses


def _grouped(memberships: list[Node]) -> dict[str, list[Node]]:
    found: defaultdict[str, list[Node]] = defaultdict(list)
    for membership in memberships:
        if "organization" in membership:
            found[membership["organization"]].append(membership)
    return found


def _name(url: str) -> str:
    return url.rpartition("/")[2].removesuffix(".json")


def _path(node: Node, world: World) -> str:
    return str(node["id"]).removeprefix(world.site_url)


def encode(node: Node) -> bytes:
    """On one line: with indentation, encoding took most of the time and a quarter of the space."""
    return to_json(node) + b"\n"
