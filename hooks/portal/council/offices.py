"""Who held which office when, and what they did in it: asked, answered, answer for. Nothing beside the office."""

from __future__ import annotations

from dataclasses import dataclass

from portal.dates import PartialDate
from portal.parts.rows import Listing, labels, listing, named_by, others
from portal.records import Membership, Person, Record
from portal.register.entries import Entry, Key
from portal.register.link import Register

#: How a person names the body of an office.
MEMBERS = "Personen"
#: In the order of the page.
_DEEDS = ("Fragen gestellt", "Fragen beantwortet", "Verantwortlich für", "Bearbeitet", "Beantragt", "Ereignisse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """A person in public office, ready to be shown."""

    memberships: tuple[Membership, ...]
    deeds: tuple[Listing, ...]
    others: tuple[Listing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody's office in a body."""

    key: Key
    membership: Membership


def offices(register: Register, entry: Entry[Record]) -> Offices:
    key = entry.key
    memberships = entry.record.memberships if isinstance(entry.record, Person) else ()
    present = labels(register, key)
    return Offices(
        memberships=tuple(sorted(memberships, key=latest_first)),
        deeds=tuple(listing(register, label, named_by(register, key, label)) for label in _DEEDS if label in present),
        others=others(register, key, *_DEEDS),
    )


def members_of(register: Register, body: Key) -> list[Member]:
    """Everybody with an office in a body: those without a known end first, then the latest."""
    found = [
        Member(key=target.key, membership=membership)
        for target in named_by(register, body, MEMBERS)
        if isinstance(person := register.entries[target.key].record, Person)
        for membership in person.memberships
        if membership.body and register.resolve(membership.body, body.type).key == body
    ]
    return sorted(found, key=lambda member: latest_first(member.membership))


def latest_first(membership: Membership) -> tuple[bool, int]:
    """Offices without a known end first, then the latest; what has no date at all comes last of its kind."""
    for date in (membership.start, membership.attested, membership.end):
        if isinstance(date, PartialDate):
            return membership.end is not None, -date.first.toordinal()
    return membership.end is not None, 0
