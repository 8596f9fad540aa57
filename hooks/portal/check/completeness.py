"""What a record must say to be believed: a source, and an answer where it claims one."""

from __future__ import annotations

from collections.abc import Iterator

from portal.problems import Problem
from portal.records import UNKNOWN, Inquiry, Record
from portal.records.references import Location
from portal.records.words import AnswerState
from portal.register.entries import Entry

_WITH_ANSWER = {AnswerState.ANSWERED, AnswerState.PARTLY}


def problems(entry: Entry[Record]) -> Iterator[Problem]:
    record = entry.record
    if (
        record.needs_source
        and not record.is_backed
        and not any(mention.ref.types == ("quellen",) and mention.text != UNKNOWN for mention in entry.mentions)
    ):
        yield entry.problem(
            (),
            "Der Eintrag nennt keine Quelle. Bitte unter „quellen“ mindestens eine Kennung angeben, zum Beispiel quellen: [sn67491].",
        )
    if isinstance(record, Inquiry):
        for location, message in _inquiry(record):
            yield entry.problem(location, message)


def _inquiry(inquiry: Inquiry) -> Iterator[tuple[Location, str]]:
    for index, question in enumerate(inquiry.questions):
        location = ("fragen", index, "stand")
        if question.state in _WITH_ANSWER and not question.answer:
            yield location, f"Der Stand ist „{question.state}“, aber das Feld „antwort“ fehlt."
        if question.state is AnswerState.OPEN and question.answer:
            yield location, "Der Stand ist „offen“, aber es gibt eine Antwort. Meinten Sie „teilweise beantwortet“?"
        if question.state in _WITH_ANSWER and not inquiry.answered and not question.answered_on:
            yield location, "Die Frage ist beantwortet, aber nirgends steht, wann. Bitte „beantwortet“ ergänzen."
