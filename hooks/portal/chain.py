"""The chain from decision to delivery, as every record on it shows it: decision, projects, milestones, questions.

Each page of the chain names its neighbours in this order. Where nothing is known of a link, the
chain breaks there, and the page says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain as joined

from portal import german
from portal.anchors import anchors
from portal.entries import Entry, Key
from portal.link import Register
from portal.names import Target
from portal.records import Inquiry, Milestone, Paper, Project, Question, Record
from portal.records.words import AnswerState, InquiryKind, ProjectState
from portal.states import inquiry_state
from portal.urls import url_of

_FINISHED = (ProjectState.RUNNING, ProjectState.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One link of a chain: what kind, what it says, where it leads."""

    #: Which sign stands beside it, by type of record or `i-…`.
    sign: str
    kind: str
    title: str
    note: str = ""
    url: str = ""
    here: bool = False
    #: Nothing is known from here on.
    broken: bool = False


class Chains:
    """Who hangs on whom in a register; made once, asked for every page."""

    def __init__(self, register: Register) -> None:
        self._register = register
        #: Decided papers to the projects that carry them out, and back.
        self._projects: dict[Key, dict[Key, None]] = defaultdict(dict)
        self._papers: dict[Key, dict[Key, None]] = defaultdict(dict)
        #: Papers and projects to the questions asked about them.
        self._questions: dict[Key, dict[Target, Question]] = defaultdict(dict)
        for entry in register.entries.values():
            match entry.record:
                case Project() as project:
                    for text in project.basis:
                        self._join(register.resolve(text, "beschluesse").key, entry.key)
                case Paper() as paper:
                    for text in _evidence(paper):
                        target = register.resolve(text)
                        if target.key.type == "roadmap":
                            self._join(entry.key, target.key)
                case Inquiry() as inquiry:
                    for anchor, question in zip(anchors(inquiry), inquiry.questions, strict=True):
                        for about in (*question.papers, *question.projects):
                            key = register.resolve(about, "beschluesse", "roadmap").key
                            self._questions[key][Target(entry.key, anchor)] = question

    def _join(self, paper: Key, project: Key) -> None:
        self._projects[paper][project] = None
        self._papers[project][paper] = None

    def of(self, entry: Entry[Record]) -> tuple[ChainLink, ...]:
        """The chain through a record; empty for records that stand on none."""
        match entry.record:
            case Paper() as paper if paper.resolutions or entry.key in self._projects:
                projects = self._projects.get(entry.key, {})
                about = [entry.key, *projects]
                papers = (_here(entry, "Beschluss", paper.number or paper.title, _points(paper)),)
                return (*papers, self._project_link(projects), self._milestones(projects), self._question_link(about))
            case Project() as project:
                links = (
                    self._paper_link(self._papers.get(entry.key, {})),
                    _here(entry, project.kind, project.title, ""),
                    self._milestones([entry.key]),
                    self._question_link([entry.key]),
                )
                return links if any(not (link.broken or link.here) for link in links) else ()
            case Inquiry() as inquiry:
                return self._through_inquiry(entry, inquiry)
        return ()

    def _through_inquiry(self, entry: Entry[Record], inquiry: Inquiry) -> tuple[ChainLink, ...]:
        resolve = self._register.resolve
        named = [key for key, questions in self._questions.items() if any(q.key == entry.key for q in questions)]
        projects = dict.fromkeys(key for key in named if key.type == "roadmap")
        papers = dict.fromkeys(key for key in named if key.type == "beschluesse")
        papers |= {key: None for project in projects for key in self._papers.get(project, {})}
        for text in inquiry.papers:
            papers.pop(resolve(text, "beschluesse").key, None)  # the paper of the answer is no decision behind it
        if not (papers or projects):
            return ()
        note = str(inquiry_state(inquiry)) if inquiry.kind is not InquiryKind.OPEN else "noch nicht beantwortet"
        return (
            self._paper_link(papers),
            self._project_link(projects),
            self._milestones(projects),
            _here(entry, "Fragen", german.count(len(inquiry.questions), "Frage", "Fragen"), note),
        )

    def _paper_link(self, keys: Iterable[Key]) -> ChainLink:
        keys = list(keys)
        if not keys:
            return ChainLink(sign="beschluesse", kind="Beschluss", title="Kein Beschluss bekannt", broken=True)
        first = self._register.entries[keys[0]]
        if len(keys) == 1:
            state = self._register.states[first.key]
            return ChainLink(
                sign="beschluesse", kind="Beschluss", title=first.record.title, note=state.label, url=url_of(first.key)
            )
        title = german.count(len(keys), "Beschluss", "Beschlüsse")
        return ChainLink(
            sign="beschluesse",
            kind="Beschlüsse",
            title=title,
            note=f"darunter {first.record.title}",
            url=url_of(first.key),
        )

    def _project_link(self, keys: Iterable[Key]) -> ChainLink:
        projects = [(key, record) for key in keys if isinstance(record := self._register.entries[key].record, Project)]
        if not projects:
            return ChainLink(sign="roadmap", kind="Vorhaben", title="Kein Vorhaben bekannt", broken=True)
        if len(projects) == 1:
            key, project = projects[0]
            return ChainLink(
                sign="roadmap", kind=project.kind, title=project.title, note=_state(project), url=url_of(key)
            )
        finished = sum(
            project.last_news is not None and project.last_news.state in _FINISHED for _, project in projects
        )
        unknown = sum(project.last_news is None for _, project in projects)
        notes = [f"{finished} in Betrieb oder abgeschlossen"] if finished else []
        notes += [f"{unknown} ohne bekannten Stand"] if unknown else []
        title = german.count(len(projects), "Vorhaben", "Vorhaben")
        return ChainLink(
            sign="roadmap", kind="Vorhaben", title=title, note=", ".join(notes), url=url_of(projects[0][0])
        )

    def _milestones(self, keys: Iterable[Key]) -> ChainLink:
        found = [
            (Target(key, anchor), milestone)
            for key in keys
            if isinstance(project := self._register.entries[key].record, Project)
            for anchor, milestone in zip(anchors(project), project.milestones, strict=True)
        ]
        if not found:
            return ChainLink(sign="i-meilenstein", kind="Meilensteine", title="Kein Meilenstein bekannt", broken=True)
        reached = sum(_is_reached(milestone) for _, milestone in found)
        target = found[0][0]
        return ChainLink(
            sign="i-meilenstein",
            kind="Meilensteine",
            title=f"{reached} von {len(found)} erreicht",
            note=found[0][1].title if len(found) == 1 else "",
            url=url_of(target.key, target.fragment),
            broken=not reached,
        )

    def _question_link(self, keys: Iterable[Key]) -> ChainLink:
        found = dict(joined.from_iterable(self._questions.get(key, {}).items() for key in keys))
        if not found:
            return ChainLink(sign="fragen", kind="Fragen", title="Keine Frage bekannt", broken=True)
        answered = sum(question.state is AnswerState.ANSWERED for question in found.values())
        target = next(iter(found))
        left = len(found) - answered
        return ChainLink(
            sign="fragen",
            kind="Fragen",
            title=f"{german.count(answered, 'Antwort', 'Antworten')}",
            note=f"{german.count(left, 'Frage', 'Fragen')} ohne ganze Antwort" if left else "",
            url=url_of(target.key, target.fragment),
            broken=not answered,
        )


def _here(entry: Entry[Record], kind: str, title: str, note: str) -> ChainLink:
    note = f"{note}. Sie sind hier." if note else "Sie sind hier."
    return ChainLink(sign=entry.key.type, kind=kind, title=title, note=note, here=True)


def _points(paper: Paper) -> str:
    return german.count(len(paper.resolutions), "Punkt", "Punkte") if paper.resolutions else ""


def _state(project: Project) -> str:
    return str(project.last_news.state) if project.last_news else "Stand unbekannt"


def _is_reached(milestone: Milestone) -> bool:
    return milestone.reached is not None and milestone.dropped is None


def _evidence(paper: Paper) -> Iterable[str]:
    return joined.from_iterable(point.implementation.evidence for point in paper.resolutions if point.implementation)
