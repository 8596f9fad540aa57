"""The roadmap as a page: projects by state and by working group, promises kept and broken, the time chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from portal.parts.cut import Cut, cut
from portal.parts.rows import list_of
from portal.records import UNKNOWN, Project
from portal.records.words import ProjectKind, ProjectState
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.timeline import due_date
from portal.roadmap.gantt import Chart, roadmap_chart
from portal.roadmap.plan import MEANING, NOT_KEPT, Promise, Verdict, by_urgency, promises
from portal.roadmap.totals import Total, totals
from portal.validate import slugify

#: How many of each the page shows before it sends its readers to the list; with these it stays below 200 kB.
CARDS, CIRCLES, GROUPED, ROWS, MILESTONES, LATE = 100, 20, 60, 50, 40, 40
#: Promises of late projects together, and of one of them.
BROKEN, OF_ONE = 50, 5
_NEXT = (Verdict.OPEN, Verdict.REPLANNED, Verdict.OVERDUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A project on the board, with the promise that is due next or overdue."""

    key: Key
    project: Project
    next: Promise | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The projects of one state, those with the latest news first."""

    state: str
    cards: tuple[Card, ...]
    #: How many there are, also those not shown.
    total: int
    #: The list that holds them all.
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A working group with its projects; without a key those whose group is unknown."""

    key: Key | None
    cards: tuple[Card, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateProject:
    """A project with the promises that were not kept, or not yet."""

    key: Key
    promises: Cut[Promise]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    total: int
    columns: tuple[Column, ...]
    circles: Cut[Circle]
    #: Projects that name no working group at all.
    without_circle: int
    verdicts: tuple[Total, ...]
    milestones: tuple[Promise, ...]
    milestones_total: int
    late: tuple[LateProject, ...]
    late_total: int
    chart: Chart
    #: What each verdict means.
    meaning: Mapping[Verdict, str]


def board(register: Register) -> Board:
    """All that the roadmap page shows. Made once, when its turn comes."""
    found = promises(register)
    by_project: dict[Key, list[Promise]] = defaultdict(list)
    for promise in found:
        by_project[promise.target.key].append(promise)
    cards = [
        Card(key=entry.key, project=entry.record, next=_next(by_project[entry.key]))
        for entry in register.by_type["roadmap"]
        if isinstance(entry.record, Project)
    ]
    late = _late(found)
    return Board(
        total=len(cards),
        columns=tuple(_columns(cards)),
        circles=cut(_circles(register, cards), CIRCLES),
        without_circle=sum(not card.project.working_group for card in cards),
        verdicts=totals((promise.outcome.verdict for promise in found), list(Verdict)),
        milestones=by_urgency(found)[:MILESTONES],
        milestones_total=len(found),
        late=tuple(islice(_as_far_as_there_is_room(late), LATE)),
        late_total=len(late),
        chart=roadmap_chart(register.by_type["roadmap"], register.today, ROWS),
        meaning=MEANING,
    )


def state_of(project: Project) -> str:
    return project.updates[-1].state if project.updates else UNKNOWN


def _next(found: Iterable[Promise]) -> Promise | None:
    awaited = [promise for promise in found if promise.outcome.verdict in _NEXT]
    return min(awaited, key=_urgency, default=None)


def _urgency(promise: Promise) -> tuple[int, str]:
    """What is still to come goes before what is overdue; without a date it comes last."""
    due = due_date(promise.milestone)
    rank = 2 if due == UNKNOWN else int(promise.outcome.verdict is Verdict.OVERDUE)
    return rank, str(due)


def _columns(cards: list[Card]) -> Iterator[Column]:
    by_state: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        by_state[state_of(card.project)].append(card)
    room = CARDS // max(1, len(by_state)) if len(cards) > CARDS else len(cards)
    for state in ProjectState:
        if found := by_state.get(state):
            more = list_of("roadmap", stand=slugify(state))
            yield Column(state=state, cards=tuple(found[:room]), total=len(found), more=more)


def _circles(register: Register, cards: list[Card]) -> Iterator[Circle]:
    """Every working group, also those nobody has joined; then the projects whose group is unknown."""
    by_circle: dict[Key | None, list[Card]] = {
        card.key: [] for card in cards if card.project.kind is ProjectKind.WORKING_GROUP
    }
    for card in cards:
        if name := card.project.working_group:
            key = None if name == UNKNOWN else register.resolve(name, "roadmap").key
            by_circle.setdefault(key, []).append(card)
    unknown = by_circle.pop(None, [])
    named = sorted(by_circle.items(), key=lambda item: register.entries[item[0]].record.title if item[0] else "")
    room = max(3, GROUPED // (len(by_circle) + 1))
    for key, found in named:
        yield Circle(key=key, cards=tuple(found[:room]), total=len(found))
    if unknown:
        yield Circle(key=None, cards=tuple(unknown[:room]), total=len(unknown))


def _late(found: Iterable[Promise]) -> tuple[LateProject, ...]:
    """The longest wait first, with all broken promises of a project together."""
    by_project: dict[Key, list[Promise]] = defaultdict(list)
    for promise in by_urgency(promise for promise in found if promise.outcome.verdict in NOT_KEPT):
        by_project[promise.target.key].append(promise)
    return tuple(LateProject(key=key, promises=cut(some, OF_ONE)) for key, some in by_project.items())


def _as_far_as_there_is_room(late: Iterable[LateProject]) -> Iterator[LateProject]:
    room = BROKEN
    for project in late:
        room -= len(project.promises.shown)
        if room < 0:
            return
        yield project
