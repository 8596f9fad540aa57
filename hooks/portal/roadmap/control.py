"""Control of decisions: every decided point, and what became of it.

Only what the deciding body adopted counts; recommendations, rejected papers, reports and answers
decide nothing. A point without evidence stays in the list: that nothing is known is the finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.dates import PartialDate
from portal.lists.paging import Heading, Sheet, sheets
from portal.parts.cut import Cut, cut
from portal.records import UNKNOWN, Milestone, Paper, Project, Record, Resolution
from portal.records.words import Delivery, Result
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import Target
from portal.roadmap.totals import Total, totals

ADDRESS = "beschlusskontrolle/"
#: Points on one page; with their chains about 3 kB each.
PAGE_SIZE = 50
#: Branches of one chain; a point that many projects lean on names the rest by number.
BRANCHES = 4
ADOPTED = (Result.ADOPTED, Result.ADOPTED_CHANGED, Result.PARTLY_ADOPTED)
#: How well a point was carried out, and last what nobody knows.
STATES = (*Delivery, UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way a point was taken further: a project and its milestones, or any other evidence."""

    target: Target
    project: Project | None = None
    reached: int = 0

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        return self.project.milestones if self.project else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A decided point with its state and the chain that begins at it."""

    target: Target
    paper: Paper
    number: str
    resolution: Resolution
    state: str
    branches: tuple[Branch, ...]
    #: Branches that are not drawn.
    more: int

    @property
    def is_broken(self) -> bool:
        """Whether the evidence ends at the decision."""
        return self.state in (Delivery.UNTRACEABLE, UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One page of the control, and the totals of all."""

    sheet: Sheet[Point]
    totals: tuple[Total, ...]
    decisions: int
    #: Adopted papers whose points nobody has written down; they stand on the last page.
    without_points: Cut[Key]
    #: Papers with points of which nobody knows whether they were adopted.
    undecided: int
    topics: tuple[Key, ...]


def control(register: Register) -> tuple[Control, ...]:
    """All pages, the newest decision first."""
    papers = [(entry, entry.record) for entry in register.by_type["beschluesse"] if isinstance(entry.record, Paper)]
    adopted = [(entry, paper) for entry, paper in papers if register.states[entry.key].label in ADOPTED]
    adopted.sort(key=lambda pair: _decided_on(register, pair[0]))
    points = [point for entry, paper in adopted for point in _points(register, entry, paper)]
    topics = dict.fromkeys(
        register.resolve(t, "themen").key for _, paper in adopted if paper.resolutions for t in paper.topics
    )
    counted = totals((point.state for point in points), STATES)
    without = cut(entry.key for entry, paper in adopted if not paper.resolutions)
    undecided = sum(register.states[e.key].label.endswith(UNKNOWN) and bool(paper.resolutions) for e, paper in papers)
    return tuple(
        Control(
            sheet=sheet,
            totals=counted,
            decisions=len({point.target.key for point in points}),
            without_points=without if sheet.number == sheet.count else cut(()),
            undecided=undecided,
            topics=tuple(sorted(topics, key=lambda key: register.entries[key].record.title)),
        )
        for sheet in sheets(points, ADDRESS, [_heading], PAGE_SIZE)
    )


def _decided_on(register: Register, entry: Entry[Record]) -> tuple[bool, int, str]:
    consultation = register.states[entry.key].consultation
    date = consultation.date if consultation else None
    known = isinstance(date, PartialDate)
    return not known, -date.first.toordinal() if isinstance(date, PartialDate) else 0, entry.key.id


def _heading(point: Point) -> Heading:
    return Heading(words=point.paper.title, anchor=point.target.key.id)


def _points(register: Register, entry: Entry[Record], paper: Paper) -> Iterator[Point]:
    carriers = _carriers(register, entry.key)
    for anchor, resolution in zip(anchors(paper), paper.resolutions, strict=True):
        done = resolution.implementation
        evidence = [register.resolve(text) for text in done.evidence] if done else []
        targets = list(dict.fromkeys([*evidence, *carriers.get(anchor, ())]))
        yield Point(
            target=Target(entry.key, anchor),
            paper=paper,
            number=anchor.partition("-")[2],
            resolution=resolution,
            state=done.state if done else UNKNOWN,
            branches=tuple(_branch(register, target) for target in targets[:BRANCHES]),
            more=max(0, len(targets) - BRANCHES),
        )


def _carriers(register: Register, key: Key) -> Mapping[str, Sequence[Target]]:
    """The projects that name a point of this paper as their basis."""
    found: dict[str, list[Target]] = {}
    for link in register.incoming.get(key, ()):
        if link.source.type == "roadmap" and link.target_fragment:
            found.setdefault(link.target_fragment, []).append(Target(link.source))
    return found


def _branch(register: Register, target: Target) -> Branch:
    record = register.entries[target.key].record
    if not isinstance(record, Project):
        return Branch(target=target)
    return Branch(target=target, project=record, reached=sum(m.reached is not None for m in record.milestones))
