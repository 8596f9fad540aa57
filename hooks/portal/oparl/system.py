"""Where clients begin: the system, its one body, the terms of its council."""

from __future__ import annotations

from portal.oparl.base import SPECIFICATION, Node, World, day, inexact, known
from portal.records import Organization
from portal.records.words import OrganizationKind

#: Query parameters of the standard that files cannot answer.
NOT_ANSWERED = ("created_since", "created_until", "modified_since", "modified_until", "elementsPerPage")


def system(world: World) -> Node:
    settings = world.register.settings
    return {
        "id": f"{world.site_url}oparl/v1/system.json",
        "type": f"{SPECIFICATION}System",
        "oparlVersion": SPECIFICATION,
        **known(
            {
                "license": settings.licence.url,
                "body": world.url("bodies"),
                "name": settings.name,
                "website": world.site_url,
                "vendor": settings.repository,
                "product": settings.repository,
                "web": f"{world.site_url}daten/",
                "portal_attribution": settings.licence.attribution,
                "portal_asOf": world.register.today.isoformat(),
                "portal_static": True,
                "portal_parametersNotAnswered": list(NOT_ANSWERED),
                "portal_deletedObjects": "werden nicht geführt",
                "portal_timestamps": "Versionsgeschichte"
                if world.times.history.exists
                else "Datumsangaben der Einträge",
            }
        ),
        **world.times.overall(),
    }


def body(world: World, lists: Node) -> Node:
    """The town. The standard requires the list of terms even where it is empty."""
    settings = world.register.settings
    return {
        "id": world.body,
        "type": f"{SPECIFICATION}Body",
        "system": f"{world.site_url}oparl/v1/system.json",
        "name": settings.town,
        "legislativeTerm": terms(world),
        **known(
            {
                "license": settings.licence.url,
                "ags": settings.municipality_key,
                "mainOrganization": _council(world),
                **lists,
                "web": world.site_url,
            }
        ),
        **world.times.overall(),
    }


def terms(world: World) -> list[Node]:
    """The terms of the council, from the portal's settings."""
    return [
        {
            "id": world.url("legislativeTerm", term.id),
            "type": f"{SPECIFICATION}LegislativeTerm",
            **known(
                {
                    "body": world.body,
                    "name": term.title,
                    "startDate": None if term.inferred else day(term.start),
                    "endDate": None if term.inferred else day(term.end),
                    "portal_start": str(term.start) if term.inferred else inexact(term.start),
                    "portal_end": str(term.end) if term.inferred and term.end else inexact(term.end),
                    "portal_inferred": term.inferred or None,
                }
            ),
            **world.times.overall(),
        }
        for term in world.register.settings.terms
    ]


def _council(world: World) -> str | None:
    """The highest body, where there is only one that it can be."""
    found = [
        entry.key
        for entry in world.register.by_type["gremien"]
        if isinstance(entry.record, Organization) and entry.record.kind is OrganizationKind.COUNCIL
    ]
    return world.url("organization", found[0].id) if len(found) == 1 else None
