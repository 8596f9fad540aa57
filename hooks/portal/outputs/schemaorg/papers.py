"""What politics works on: papers with their points, questions with their answers."""

from __future__ import annotations

from portal.outputs.schemaorg.base import Node, Things, iso, known
from portal.records import Inquiry, Paper, Question
from portal.records.words import AnswerState, Role
from portal.register.anchors import anchors
from portal.register.entries import Key
from portal.register.states import PaperState, Tone


def paper(record: Paper, key: Key, things: Things) -> Node:
    """Who passed it, and when, only where a deciding body is known to have done so."""
    state = things.register.states[key]
    return {
        "description": "",  # said as its abstract
        "abstract": things.words(record.summary),
        "legislationIdentifier": record.number,
        "legislationType": record.kind,
        "creativeWorkStatus": "" if state.tone is Tone.UNKNOWN else state.label,
        "dateCreated": iso(record.date),
        **_passing(state, things),
        "legislationResponsible": things.named(record.lead, "gremien"),
        "author": things.named([m.who for m in record.movers if not m.inferred], "gremien", "personen"),
        "isBasedOn": things.named(record.predecessors, "beschluesse"),
        "hasPart": [
            known(
                {
                    "@type": "Legislation",
                    "@id": things.id_of(key, anchor),
                    "legislationIdentifier": anchor.partition("-")[2],
                    "name": point.title,
                    "text": things.words(point.text),
                }
            )
            for anchor, point in zip(anchors(record), record.resolutions, strict=True)
        ],
    }


def _passing(state: PaperState, things: Things) -> Node:
    station = state.consultation
    if not station or station.role is not Role.DECISION or station.inferred:
        return {}
    if state.tone not in (Tone.GOOD, Tone.PARTLY):
        return {}
    return {"legislationDate": iso(station.date), "legislationPassedBy": things.one(station.body, "gremien")}


def questions(record: Inquiry, key: Key, things: Things) -> list[Node]:
    """Each question by itself; an answer counts as accepted only if it answers everything."""
    pairs = zip(anchors(record), record.questions, strict=True)
    return [_question(question, things.id_of(key, anchor), record, things) for anchor, question in pairs]


def _question(question: Question, name: str, inquiry: Inquiry, things: Things) -> Node:
    answer = _answer(question, inquiry, things) if question.answer else None
    is_complete = question.state is AnswerState.ANSWERED
    return known(
        {
            "@type": "Question",
            "@id": name,
            "name": things.words(question.text),
            "dateCreated": "" if inquiry.asked.inferred else iso(inquiry.asked.date),
            "author": things.named(inquiry.asked.by, "personen", "gremien"),
            "answerCount": None if question.state is AnswerState.UNKNOWN else int(bool(answer)),
            "acceptedAnswer": answer if is_complete else None,
            "suggestedAnswer": None if is_complete else answer,
            "about": things.named(question.projects, "roadmap") + things.named(question.papers, "beschluesse"),
        }
    )


def _answer(question: Question, inquiry: Inquiry, things: Things) -> Node:
    answered = inquiry.answered
    date = question.answered_on or (answered.date if answered and not answered.inferred else None)
    return known(
        {
            "@type": "Answer",
            "text": things.words(question.answer),
            "dateCreated": iso(date),
            "author": things.named(answered.by, "gremien", "personen") if answered else None,
        }
    )
