"""The chain as the title band shows it: decision, projects, milestones, questions.

Every page of the chain names its neighbours in this order. Where nothing is known the chain breaks,
and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from portal import german
from portal.dates import PartialDate
from portal.records import (
    RECORD_TYPES,
    UNKNOWN,
    Inquiry,
    Milestone,
    Paper,
    Project,
    Question,
    Record,
    StatusUpdate,
)
from portal.records.words import AnswerState, InquiryKind, ProjectState
from portal.register.anchors import anchors, part_of
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import Target
from portal.register.states import inquiry_state
from portal.register.urls import url_of
from portal.views.chain import Chain

_FINISHED = (ProjectState.RUNNING, ProjectState.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One link of a chain: what kind, what it says, where it leads."""

    #: Which sign stands beside it.
    sign: str
    kind: str
    title: str
    note: str = ""
    url: str = ""
    here: bool = False
    #: Nothing is known, or nothing was reached or answered yet.
    broken: bool = False


_paper_link = partial(ChainLink, sign="beschluesse")
_project_link = partial(ChainLink, sign="roadmap")
_milestone_link = partial(ChainLink, sign="i-meilenstein")
_question_link = partial(ChainLink, sign="fragen")


def chain_links(chain: Chain, entry: Entry[Record]) -> tuple[ChainLink, ...]:
    """The chain through a record; empty for records that stand on none."""
    match entry.record:
        case Paper() as paper:
            return _through_paper(chain, entry, paper)
        case Project() as project:
            links = (
                _papers(chain, chain.papers_of(entry.key)),
                _here(entry, project.kind, project.title),
                _milestones(chain, [entry.key]),
                _questions(chain, [entry.key]),
            )
            return links if any(not (link.broken or link.here) for link in links) else ()
        case Inquiry() as inquiry:
            return _through_inquiry(chain, entry, inquiry)
    return ()


def example(register: Register, names: Iterable[str]) -> tuple[ChainLink, ...]:
    """A chain put together by hand, for the start page: records, milestones, questions."""
    return tuple(_example_link(register, register.resolve(name)) for name in names)


def _example_link(register: Register, target: Target) -> ChainLink:
    record = register.entries[target.key].record
    url = url_of(target.key, target.fragment)
    match record, part_of(record, target.fragment):
        case Paper(), _:
            state = register.states[target.key]
            date = state.consultation.date if state.consultation else UNKNOWN
            when = f", {german.in_words(date)}" if isinstance(date, PartialDate) else ""
            return _paper_link(kind="Beschluss", title=record.title, note=f"{state.label}{when}", url=url)
        case Project(), Milestone() as milestone:
            reached = milestone.reached
            note = f"erreicht: {german.in_words(reached)}" if isinstance(reached, PartialDate) else "Termin unbekannt"
            return _milestone_link(
                kind="Meilenstein", title=milestone.title, note=note, url=url, broken=not _is_reached(milestone)
            )
        case Project() as project, _:
            return _project_link(kind=project.kind, title=project.title, note=_state(project.last_news), url=url)
        case Inquiry(), Question() as question:
            answered = question.state is AnswerState.ANSWERED
            kind = "Frage" if answered else "Offene Frage"
            return _question_link(kind=kind, title=question.text, note=question.state, url=url, broken=not answered)
    return ChainLink(sign=target.key.type, kind=RECORD_TYPES[target.key.type].singular, title=record.title, url=url)


def _through_paper(chain: Chain, entry: Entry[Record], paper: Paper) -> tuple[ChainLink, ...]:
    projects = chain.projects_of(entry.key)
    if not (paper.resolutions or projects):
        return ()
    points = german.count(len(paper.resolutions), "Punkt", "Punkte") if paper.resolutions else ""
    # Projects stand at the points that they carry out, else among the other records that name the paper.
    place = url_of(entry.key, "beschlusspunkte" if paper.resolutions else "zusammenhang")
    return (
        _here(entry, "Beschluss", paper.number or paper.title, points),
        _projects(chain, projects, several_at=place),
        _milestones(chain, projects),
        _questions(chain, [entry.key, *projects], several_at=url_of(entry.key, "fragen")),
    )


def _through_inquiry(chain: Chain, entry: Entry[Record], inquiry: Inquiry) -> tuple[ChainLink, ...]:
    subjects = chain.subjects_of(entry.key)
    projects = [key for key in subjects if key.type == "roadmap"]
    papers = dict.fromkeys(key for key in subjects if key.type == "beschluesse")
    papers |= dict.fromkeys(key for project in projects for key in chain.papers_of(project))
    for text in inquiry.papers:
        papers.pop(chain.register.resolve(text, "beschluesse").key, None)  # it holds the answer, it decided nothing
    if not (papers or projects):
        return ()
    state = "noch nicht beantwortet" if inquiry.kind is InquiryKind.OPEN else str(inquiry_state(inquiry))
    return (
        _papers(chain, list(papers)),
        _projects(chain, projects),
        _milestones(chain, projects),
        _here(entry, "Fragen", german.count(len(inquiry.questions), "Frage", "Fragen"), state),
    )


def _here(entry: Entry[Record], kind: str, title: str, note: str = "") -> ChainLink:
    note = f"{note}. Sie sind hier." if note else "Sie sind hier."
    return ChainLink(sign=entry.key.type, kind=kind, title=title, note=note, here=True)


def _papers(chain: Chain, keys: list[Key]) -> ChainLink:
    if not keys:
        return _paper_link(kind="Beschluss", title="Kein Beschluss bekannt", broken=True)
    title, url = chain.register.entries[keys[0]].record.title, url_of(keys[0])
    if len(keys) == 1:
        return _paper_link(kind="Beschluss", title=title, note=chain.register.states[keys[0]].label, url=url)
    number = german.count(len(keys), "Beschluss", "Beschlüsse")
    return _paper_link(kind="Beschlüsse", title=number, note=f"darunter {title}", url=url)


def _projects(chain: Chain, keys: list[Key], several_at: str = "") -> ChainLink:
    projects = [record for key in keys if isinstance(record := chain.register.entries[key].record, Project)]
    if not projects:
        return _project_link(kind="Vorhaben", title="Kein Vorhaben bekannt", broken=True)
    news = [project.last_news for project in projects]
    if len(projects) == 1:
        project = projects[0]
        return _project_link(kind=project.kind, title=project.title, note=_state(news[0]), url=url_of(keys[0]))
    finished = sum(update is not None and update.state in _FINISHED for update in news)
    unknown = news.count(None)
    notes = [f"{finished} in Betrieb oder abgeschlossen"] if finished else []
    notes += [f"{unknown} ohne bekannten Stand"] if unknown else []
    number = german.count(len(projects), "Vorhaben", "Vorhaben")
    return _project_link(kind="Vorhaben", title=number, note=", ".join(notes), url=several_at or url_of(keys[0]))


def _milestones(chain: Chain, keys: Iterable[Key]) -> ChainLink:
    found = [
        (Target(key, anchor), milestone)
        for key in keys
        if isinstance(project := chain.register.entries[key].record, Project)
        for anchor, milestone in zip(anchors(project), project.milestones, strict=True)
    ]
    if not found:
        return _milestone_link(kind="Meilensteine", title="Kein Meilenstein bekannt", broken=True)
    reached = sum(_is_reached(milestone) for _, milestone in found)
    target, first = found[0]
    return _milestone_link(
        kind="Meilensteine",
        title=f"{reached} von {len(found)} erreicht",
        note=first.title if len(found) == 1 else "",
        url=url_of(target.key, target.fragment),
        broken=not reached,
    )


def _questions(chain: Chain, keys: Iterable[Key], several_at: str = "") -> ChainLink:
    found = chain.questions_about(keys)
    if not found:
        return _question_link(kind="Fragen", title="Keine Frage bekannt", broken=True)
    answered = sum(question.state is AnswerState.ANSWERED for question in found.values())
    left = len(found) - answered
    target = next(iter(found))
    return _question_link(
        kind="Fragen",
        title=german.count(answered, "Antwort", "Antworten"),
        note=f"{german.count(left, 'Frage', 'Fragen')} ohne ganze Antwort" if left else "",
        url=several_at or url_of(target.key, target.fragment),
        broken=not answered,
    )


def _state(news: StatusUpdate | None) -> str:
    return str(news.state) if news else "Stand unbekannt"


def _is_reached(milestone: Milestone) -> bool:
    return milestone.reached is not None and milestone.dropped is None
