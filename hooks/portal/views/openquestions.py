"""Questions that wait for an answer: those somebody asked first, then those the portal asks itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from portal.dates import PartialDate
from portal.parts.clock import Clock, Span, clock, span
from portal.parts.rows import list_of
from portal.records import Inquiry, Question
from portal.records.words import AnswerState, InquiryKind
from portal.register.anchors import anchors
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.names import Target

#: Questions of one group that the page lists.
_SHOWN = 40


class Why(StrEnum):
    """Why a question is on the page; in the order of the page."""

    UNANSWERED = "Ohne Antwort"
    PARTLY = "Teilweise beantwortet"
    LEFT_OPEN = "Beantwortet, aber nicht ganz"
    UNKNOWN = "Ob es eine Antwort gibt, ist unbekannt"
    OWN = "Was das Portal selbst wissen will"


_EXPLAINED = {
    Why.UNANSWERED: "Jemand hat gefragt, und es gibt noch keine Antwort.",
    Why.PARTLY: "Es gibt eine Antwort, aber nur auf einen Teil der Frage.",
    Why.LEFT_OPEN: "Die Frage gilt als beantwortet. Etwas bleibt trotzdem offen.",
    Why.UNKNOWN: "Die Fragen sind belegt, die Antworten nicht.",
    Why.OWN: "Diese Fragen hat niemand in einem Gremium gestellt. Sie zeigen, was gesucht und nicht gefunden wurde.",
}
#: The list of questions with its filter set, where one of its states fits.
_FILTERED = {Why.UNANSWERED: "offen", Why.PARTLY: "teilweise-beantwortet", Why.UNKNOWN: "unbekannt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """One question without a full answer."""

    target: Target
    inquiry: Inquiry
    question: Question
    clock: Clock
    #: How long it has been open; None where that is not known.
    waiting: Span | None
    #: Whether that counts from an answer which left something open.
    since_answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that are open for the same reason, those that wait longest first."""

    title: Why
    anchor: str
    lead: str
    questions: tuple[OpenQuestion, ...]
    total: int
    more: str

    @property
    def hidden(self) -> int:
        return self.total - len(self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestions:
    """The page, ready to be shown."""

    #: How many questions that somebody asked are in which state, in the order of the list of states.
    totals: tuple[tuple[AnswerState, int], ...]
    asked: int
    groups: tuple[Group, ...]


def open_questions(register: Register) -> OpenQuestions:
    entries = cast("tuple[Entry[Inquiry], ...]", register.by_type["fragen"])
    states = Counter(
        _counted(question.state)
        for entry in entries
        if entry.record.kind is not InquiryKind.OPEN
        for question in entry.record.questions
    )
    found: dict[Why, list[OpenQuestion]] = {why: [] for why in Why}
    for entry in entries:
        for why, item in _open(entry, register):
            found[why].append(item)
    order = (AnswerState.ANSWERED, AnswerState.PARTLY, AnswerState.OPEN, AnswerState.UNKNOWN)
    return OpenQuestions(
        totals=tuple((state, states[state]) for state in order),
        asked=states.total(),
        groups=tuple(_group(why, questions) for why, questions in found.items() if questions),
    )


def _open(entry: Entry[Inquiry], register: Register) -> Iterator[tuple[Why, OpenQuestion]]:
    inquiry, of_inquiry = entry.record, clock(entry.record, register.today)
    for anchor, question in zip(anchors(inquiry), inquiry.questions, strict=True):
        if question.answer and question.state is AnswerState.ANSWERED and not question.still_open:
            continue
        why = Why.OWN if inquiry.kind is InquiryKind.OPEN else _why(question)
        since = question.answered_on or of_inquiry.answered if why is Why.LEFT_OPEN else of_inquiry.asked
        waiting = span(since, PartialDate.of_day(register.today)) if since and why is not Why.UNKNOWN else None
        yield (
            why,
            OpenQuestion(
                target=Target(entry.key, anchor),
                inquiry=inquiry,
                question=question,
                clock=of_inquiry,
                waiting=waiting,
                since_answer=why is Why.LEFT_OPEN,
            ),
        )


def _why(question: Question) -> Why:
    match question.state:
        case AnswerState.PARTLY:
            return Why.PARTLY
        case AnswerState.UNKNOWN:
            return Why.UNKNOWN
        case AnswerState.ANSWERED if question.answer:
            return Why.LEFT_OPEN
    return Why.UNANSWERED


def _counted(state: AnswerState) -> AnswerState:
    """„gestellt“ and „offen“ are both without an answer."""
    return AnswerState.OPEN if state is AnswerState.ASKED else state


def _group(why: Why, questions: list[OpenQuestion]) -> Group:
    ordered = sorted(questions, key=lambda item: -item.waiting.least if item.waiting else 1)
    state = _FILTERED.get(why)
    return Group(
        title=why,
        anchor=why.name.lower().replace("_", "-"),
        lead=_EXPLAINED[why],
        questions=tuple(ordered[:_SHOWN]),
        total=len(ordered),
        more=list_of("fragen", stand=state) if state else "fragen/",
    )
