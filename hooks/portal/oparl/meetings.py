"""Meetings with their agenda items, and the places where they were held."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from portal.council.agenda import number_order, sitting
from portal.oparl.base import Node, World, embedded, line
from portal.oparl.documents import Documents
from portal.oparl.stations import Station
from portal.oparl.times import ZONE, offset
from portal.records import UNKNOWN, AgendaItem, GroupVotes, Meeting, Paper, Record, Votes
from portal.records.words import MeetingState, Result, SourceKind, Stance
from portal.register.entries import Entry, Key

#: The words that the standard recommends.
_STATES = {MeetingState.HELD: "durchgeführt", MeetingState.PLANNED: "terminiert"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every place of a meeting, by its words: two meetings in one hall are in one place."""

    nodes: dict[str, Node]

    @classmethod
    def of(cls, world: World) -> Places:
        held: dict[str, list[Key]] = {}
        for entry in sorted(world.register.by_type["sitzungen"], key=lambda entry: entry.key):
            if isinstance(entry.record, Meeting) and entry.record.place:
                held.setdefault(entry.record.place, []).append(entry.key)
        return cls(nodes={place: cls._node(place, keys, world) for place, keys in held.items()})

    @staticmethod
    def _node(place: str, keys: list[Key], world: World) -> Node:
        name = hashlib.sha256(place.encode()).hexdigest()[:12]
        meetings = [world.url("meeting", key.id) for key in keys]
        return world.node("location", (name,), keys, description=place, meetings=meetings)


def meeting(
    entry: Entry[Record], stations: tuple[Station, ...], world: World, documents: Documents, places: Places
) -> Node:
    record = entry.record
    assert isinstance(record, Meeting)
    url = world.url("meeting", entry.key.id)
    files = list(documents.named(record.sources, url, "meeting"))
    minutes = [node for node, source in files if source.kind is SourceKind.MINUTES]
    shown = sitting(world.register, entry).state
    start = _start(record)
    return world.node(
        "meeting",
        (entry.key.id,),
        [entry.key, *sorted({station.key for station in stations})],
        name=line(record.title),
        meetingState=next((word for state, word in _STATES.items() if shown == state), None),
        cancelled=True if record.state is MeetingState.CANCELLED else None,
        start=start,
        portal_date=None if start else record.date.iso(),
        location=embedded(places.nodes[record.place]) if record.place else None,
        organization=[world.organization(record.body)],
        resultsProtocol=minutes[0] if len(minutes) == 1 else None,
        auxiliaryFile=[node for node, _ in files if len(minutes) != 1 or node is not minutes[0]],
        agendaItem=list(_agenda(entry.key, record, stations, world, documents)),
        web=world.web(entry.key),
    )


def _start(record: Meeting) -> str | None:
    """The standard wants day, hour and offset; without the hour there is no start that would not be invented."""
    if not record.date.day or not record.start:
        return None
    return offset(dt.datetime.combine(record.date.day, dt.time.fromisoformat(record.start), ZONE))


def _agenda(
    key: Key, record: Meeting, stations: tuple[Station, ...], world: World, documents: Documents
) -> Iterator[Node]:
    """In the order of the printed agenda, as far as that is known."""
    items: list[tuple[str, Station | tuple[int, AgendaItem]]] = [(_number(station), station) for station in stations]
    items += [(item.number or "", (place, item)) for place, item in enumerate(record.agenda, start=1)]
    items.sort(key=lambda pair: number_order(pair[0]))
    for order, (_, item) in enumerate(items, start=1):
        if isinstance(item, Station):
            yield _consulted(key, item, order, world, documents)
        else:
            yield _declared(key, item, order, world, documents)


def _number(station: Station) -> str:
    return (station.consultation.agenda_number or "") if station.consultation else ""


def _consulted(meeting: Key, station: Station, order: int, world: World, documents: Documents) -> Node:
    url = world.url("agendaItem", *station.steps)
    found, paper = station.consultation, world.register.entries[station.key].record
    return world.node(
        "agendaItem",
        station.steps,
        [station.key, meeting],
        meeting=world.url("meeting", meeting.id),
        number=_number(station),
        order=order,
        name=paper.title + (f": {found.subject}" if found and found.subject else ""),
        public=paper.is_public if isinstance(paper, Paper) else None,
        consultation=world.url("consultation", *station.steps),
        result=found.result if found and found.result is not Result.UNKNOWN else None,
        resolutionText=found.result_wording if found else None,
        auxiliaryFile=[node for node, _ in documents.named(station.fact.sources, url, "agendaItem")],
        portal_votes=_votes(found.votes, world) if found and found.votes else None,
        portal_inferred=station.fact.inferred or None,
        web=world.web(station.key),
    )


def _declared(meeting: Key, placed: tuple[int, AgendaItem], order: int, world: World, documents: Documents) -> Node:
    place, item = placed
    steps = (meeting.type, meeting.id, str(place))
    return world.node(
        "agendaItem",
        steps,
        [meeting],
        meeting=world.url("meeting", meeting.id),
        number=item.number,
        order=order,
        name=item.title,
        auxiliaryFile=[
            node for node, _ in documents.named(item.sources, world.url("agendaItem", *steps), "agendaItem")
        ],
        portal_inferred=item.inferred or None,
        web=world.web(meeting),
    )


def _votes(votes: Votes, world: World) -> Node:
    """The counts that are known; nothing stands for nought."""
    groups = [
        {"organization": world.organization(group.group), **_counts(group), **_stance(group)}
        for group in votes.by_group
    ]
    return _counts(votes) | ({"byGroup": groups} if groups else {})


def _counts(votes: Votes | GroupVotes) -> Node:
    counts = {"yes": votes.yes, "no": votes.no, "abstained": votes.abstained}
    return {name: count for name, count in counts.items() if count != UNKNOWN}


def _stance(group: GroupVotes) -> Node:
    return {} if group.stance is Stance.UNKNOWN else {"stance": group.stance}
