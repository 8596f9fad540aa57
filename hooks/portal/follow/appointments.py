"""What belongs into a calendar: meetings, milestones, deadlines and events, past and planned.

Nothing here depends on today: a calendar changes only when one of its records does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from portal.dates import PartialDate
from portal.follow import sentences
from portal.follow.belonging import Homes, unique
from portal.follow.news import Names
from portal.follow.sittings import sitting
from portal.follow.spans import Span, span
from portal.parts.prose import Prose
from portal.records import UNKNOWN, Event, Inquiry, Meeting, Milestone, Paper, Project, Record
from portal.records.words import EventState
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.timeline import due_date

#: Types whose records have a calendar: those that have dates, and those that others with dates belong to.
TYPES = ("beschluesse", "roadmap", "fragen", "sitzungen", "gremien", "themen", "ereignisse")


class Status(StrEnum):
    """How sure it is, in the words of RFC 5545."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


class Category(StrEnum):
    MEETING = "Sitzung"
    MILESTONE = "Meilenstein"
    DEADLINE = "Frist"
    EVENT = "Ereignis"


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """One thing that takes up days, with a name that stays; without a span there is no honest day for it."""

    key: Key
    name: str
    category: Category
    span: Span | None
    title: str
    text: str
    status: Status
    #: The pages in whose calendars it stands.
    homes: tuple[Key, ...]
    #: The records it is made from: when one of them changes, it does.
    made_from: tuple[Key, ...]
    fragment: str = ""
    place: str = ""

    @cached_property
    def id(self) -> str:
        """Its name among all appointments."""
        return f"{self.key}/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """All appointments in the order of their days, and how many had to be left out of each calendar."""

    appointments: tuple[Appointment, ...]
    left_out: Mapping[Key, int]


def diary(register: Register, homes: Homes) -> Diary:
    prose = Prose(register)
    found = [item for entry in register.entries.values() for item in _of(entry, register, homes, prose)]
    shown = [(item.span.first, item.key, item.name, item) for item in found if item.span]
    left_out = Counter(home for item in found if not item.span for home in item.homes)
    return Diary(appointments=tuple(item for *_, item in sorted(shown, key=lambda row: row[:3])), left_out=left_out)


def _of(entry: Entry[Record], register: Register, homes: Homes, prose: Prose) -> Iterator[Appointment]:
    key = entry.key
    match entry.record:
        case Meeting() as meeting:
            yield _of_meeting(key, meeting, register, homes, is_derived=entry.raw is None)
        case Paper() as paper:
            yield from _of_paper(key, paper, register, homes, prose)
        case Project() as project:
            for milestone, anchor in zip(project.milestones, anchors(project), strict=True):
                yield _of_milestone(key, project, milestone, anchor, homes)
        case Inquiry() as inquiry if inquiry.due:
            yield _deadline(key, homes, inquiry.due, title=inquiry.title, text="Antwort auf eine Anfrage.")
        case Event() as event:
            yield _of_event(key, event, homes, prose)


def _of_meeting(key: Key, meeting: Meeting, register: Register, homes: Homes, *, is_derived: bool) -> Appointment:
    """Stands in the calendars of its body, of what is on its agenda, and of the topics of that."""
    matters = unique(item.key for item in register.agendas.get(key, ()))
    topics = (home for matter in matters for home in homes[matter] if home.type == "themen")
    found = sitting(meeting, key, register)
    return Appointment(
        key=key,
        name="sitzung",
        category=Category.MEETING,
        span=span(meeting.date, is_plan=False, start=meeting.start),
        title=f"Sitzung: {found.body}" if is_derived else meeting.title,
        text=found.text,
        status=Status(found.status),
        homes=unique((*homes[key], *matters, *topics)),
        made_from=unique((key, *matters)),
        place=meeting.place or "",
    )


def _of_paper(key: Key, paper: Paper, register: Register, homes: Homes, prose: Prose) -> Iterator[Appointment]:
    names = Names()
    topics = [home for home in homes[key] if home.type == "themen"]
    for place, station in enumerate(paper.consultations, start=1):
        name = names.next(station.body)
        if register.meeting_of(station.body, station.date, station.meeting):
            continue  # stands in the calendar as that meeting
        body = [register.resolve(station.body, "gremien").key] if station.body != UNKNOWN else []
        day = span(station.date, is_plan=False)
        yield Appointment(
            key=key,
            name=f"station/{name}",
            category=Category.MEETING,
            span=day,
            title=f"Beratung, Gremium unbekannt: {paper.title}",
            text=sentences.of_station(station, register, prose),
            status=Status.TENTATIVE,
            homes=unique((key, *body, *topics)),
            made_from=(key,),
            fragment=f"station-{place}",
        )
    for point, anchor in zip(paper.resolutions, anchors(paper), strict=True):
        if point.due:
            what = f"Beschlossen war: {sentences.closed(prose.words(point.title or point.text))}"
            yield _deadline(key, homes, point.due, title=paper.title, text=what, anchor=anchor)


def _deadline(
    key: Key, homes: Homes, due: PartialDate | str, *, title: str, text: str, anchor: str = ""
) -> Appointment:
    return Appointment(
        key=key,
        name=f"{anchor}/frist".lstrip("/"),
        category=Category.DEADLINE,
        span=span(due, is_plan=True),
        title=f"Frist: {title}",
        text=f"{text} Frist: {sentences.on(due)}.",
        status=Status.CONFIRMED,
        homes=homes[key],
        made_from=(key,),
        fragment=anchor,
    )


def _of_milestone(key: Key, project: Project, milestone: Milestone, anchor: str, homes: Homes) -> Appointment:
    """Stands where it was reached; before that, where it is due now. The way there is told in words."""
    if milestone.reached:
        state, status, days = "erreicht", Status.CONFIRMED, span(milestone.reached, is_plan=False)
    else:
        state = "entfällt" if milestone.dropped else "geplant"
        status = Status.CANCELLED if milestone.dropped else Status.TENTATIVE
        days = span(due_date(milestone), is_plan=True)
    told = [f"Zuerst geplant: {sentences.on(milestone.planned)}."]
    told += [f"Neu geplant: {sentences.on(change.new)}." for change in milestone.replannings]
    if milestone.reached:
        told.append(f"Erreicht: {sentences.on(milestone.reached)}.")
    if milestone.dropped:
        told.append(f"Entfallen: {sentences.on(milestone.dropped)}.")
    return Appointment(
        key=key,
        name=anchor,
        category=Category.MILESTONE,
        span=days,
        title=f"Meilenstein {state}: {milestone.title} ({project.title})",
        text=" ".join(told),
        status=status,
        homes=homes[key],
        made_from=(key,),
        fragment=anchor,
    )


def _of_event(key: Key, event: Event, homes: Homes, prose: Prose) -> Appointment:
    status = {EventState.HAPPENED: Status.CONFIRMED, EventState.CANCELLED: Status.CANCELLED}
    is_plan = event.state is EventState.PLANNED
    text = sentences.of_event(event, prose)
    return Appointment(
        key=key,
        name="ereignis",
        category=Category.EVENT,
        span=span(event.date, is_plan=is_plan),
        title=event.title,
        text=f"Stand: {event.state}. {text}",
        status=status.get(event.state, Status.TENTATIVE),
        homes=homes[key],
        made_from=(key,),
        place=event.place or "",
    )
