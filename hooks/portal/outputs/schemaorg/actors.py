"""Who acts: bodies and people in public office."""

from __future__ import annotations

from portal.dates import Precision
from portal.outputs.schemaorg.base import Node, Things, ends, iso, known
from portal.records import Membership, Organization, Person
from portal.register.entries import Key


def organization(record: Organization, _: Key, things: Things) -> Node:
    period = record.period
    start, end = ends(period) if period and period.precision is Precision.RANGE else ("", "")
    return {
        "alternateName": record.short_name,
        "foundingDate": start,
        "dissolutionDate": end if period and period.is_past(things.register.today) else "",
        "parentOrganization": things.one(record.part_of, "gremien"),
        "sameAs": record.website,
    }


def person(record: Person, _: Key, things: Things) -> Node:
    return {
        "affiliation": {"@type": "Organization", "name": record.party} if record.party else None,
        "memberOf": [_office(role, things) for role in record.memberships if role.body],
        "hasOccupation": [_office(role, things) for role in record.memberships if not role.body],
    }


def _office(role: Membership, things: Things) -> Node:
    """An office with its period; schema.org has a role repeat the property that it qualifies."""
    body = things.one(role.body, "gremien")
    return known(
        {
            "@type": "OrganizationRole" if body else "Role",
            "roleName": role.office,
            "startDate": "" if role.inferred else iso(role.start),
            "endDate": "" if role.inferred else iso(role.end),
            "memberOf": body,
            "hasOccupation": None if body else {"@type": "Occupation", "name": role.office},
        }
    )
