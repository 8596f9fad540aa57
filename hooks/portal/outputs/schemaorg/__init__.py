"""Records in the vocabulary of schema.org, so that search engines and other programs understand them.

Only what is known is said: no „unbekannt“, no inferred dates (machines would take them at their word), and
no date that ISO 8601 has no notation for, such as a quarter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.outputs.schemaorg.actors import organization, person
from portal.outputs.schemaorg.base import Node, Things, known
from portal.outputs.schemaorg.events import event, meeting, project
from portal.outputs.schemaorg.papers import paper, questions
from portal.outputs.schemaorg.works import article, indicator, source, term
from portal.records import (
    Article,
    Event,
    Indicator,
    Inquiry,
    Meeting,
    Organization,
    Paper,
    Person,
    Project,
    Record,
    Source,
    Term,
)
from portal.register.entries import Entry, Key

__all__ = ["Node", "Things", "known", "things_on"]

#: What each type says beyond name and description; topics say no more.
_MORE: dict[type[Record], Callable[[Any, Key, Things], Node]] = {
    Article: article,
    Event: event,
    Indicator: indicator,
    Meeting: meeting,
    Organization: organization,
    Paper: paper,
    Person: person,
    Project: project,
    Source: source,
    Term: term,
}


def things_on(entry: Entry[Record], things: Things) -> list[Node]:
    """What the page of a record is about: one thing, or the questions of an inquiry."""
    record = entry.record
    if isinstance(record, Inquiry):
        return questions(record, entry.key, things)
    more = _MORE.get(type(record))
    node = things.reference(entry.key) | {"description": things.words(record.summary)}
    return [known(node | (more(record, entry.key, things) if more else {}))]
