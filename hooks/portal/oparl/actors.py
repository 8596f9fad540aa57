"""Organizations, persons, and who held which office where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from portal.dates import OPEN_END, PartialDate, Precision
from portal.oparl.base import Node, World, day, inexact
from portal.records import Membership, Organization, Person
from portal.records.words import OrganizationKind
from portal.register.entries import Key

#: The rough categories of the standard.
_TYPES = {
    OrganizationKind.COUNCIL: "Gremium",
    OrganizationKind.COMMITTEE: "Gremium",
    OrganizationKind.GROUP: "Fraktion",
    OrganizationKind.PARTY: "Partei",
    OrganizationKind.ADMINISTRATION: "Verwaltungsbereich",
    OrganizationKind.DEPARTMENT: "Verwaltungsbereich",
    OrganizationKind.OFFICE: "Verwaltungsbereich",
    OrganizationKind.STAFF_UNIT: "Verwaltungsbereich",
    OrganizationKind.OTHER: "Sonstiges",
}
#: The standard asks for one word for the highest body, whatever the town calls it.
_CLASSIFICATIONS = {OrganizationKind.COUNCIL: "Parlament"}


def persons(world: World) -> Iterator[Node]:
    """Name and offices in public life, nothing else."""
    for entry in sorted(world.register.by_type["personen"], key=lambda entry: entry.key):
        assert isinstance(entry.record, Person)
        yield world.node(
            "person",
            (entry.key.id,),
            [entry.key],
            body=world.body,
            name=entry.record.title,
            membership=list(_memberships(entry.key, entry.record, world)),
            portal_party=entry.record.party,
            web=world.web(entry.key),
        )


def _memberships(key: Key, person: Person, world: World) -> Iterator[Node]:
    for number, role in enumerate(person.memberships, start=1):
        yield world.node(
            "membership",
            (key.id, str(number)),
            [key],
            person=world.url("person", key.id),
            organization=world.organization(role.body),
            role=role.office,
            **_period(role),
            web=world.web(key),
        )


def _period(role: Membership) -> Node:
    """Days only where the source says them; what is less exact or concluded stands apart from the standard's fields."""
    if role.inferred:
        return {
            "portal_start": str(role.start) if isinstance(role.start, PartialDate) else None,
            "portal_end": str(role.end) if isinstance(role.end, PartialDate) else None,
            "portal_inferred": role.inferred,
        }
    return {
        "startDate": day(role.start),
        "endDate": day(role.end),
        "portal_start": inexact(role.start),
        "portal_end": inexact(role.end),
        "portal_attested": role.attested.iso() if role.attested else None,
    }


def organizations(world: World, members: dict[str, list[Node]], lists: dict[str, Node]) -> Iterator[Node]:
    """Every body, group and office; `lists` are the addresses of each one's meetings and consultations."""
    people: defaultdict[str, set[Key]] = defaultdict(set)
    for url, memberships in members.items():
        people[url] = {_person(membership) for membership in memberships}
    for entry in sorted(world.register.by_type["gremien"], key=lambda entry: entry.key):
        record = entry.record
        assert isinstance(record, Organization)
        url = world.url("organization", entry.key.id)
        start, end = _ends(record.period)
        yield world.node(
            "organization",
            (entry.key.id,),
            [entry.key, *sorted(people[url])],
            body=world.body,
            name=record.title,
            shortName=record.short_name,
            membership=[membership["id"] for membership in members.get(url, ())],
            **lists.get(url, {}),
            subOrganizationOf=world.organization(record.part_of),
            organizationType=_TYPES.get(record.kind, "Institution"),
            classification=_CLASSIFICATIONS.get(record.kind, record.kind),
            startDate=start,
            endDate=end,
            portal_period=record.period.iso() if record.period and not start and not end else None,
            website=record.website,
            web=world.web(entry.key),
        )


def _person(membership: Node) -> Key:
    return Key("personen", membership["person"].rpartition("/")[2].removesuffix(".json"))


def _ends(period: PartialDate | None) -> tuple[str | None, str | None]:
    """First and last day of a period, where they are known to the day."""
    if not period or period.precision is not Precision.RANGE:
        return None, None
    start, _, end = period.iso().partition("/")
    return day(PartialDate.parse(start)), None if end == OPEN_END else day(PartialDate.parse(end))
