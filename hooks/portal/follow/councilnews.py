"""What happens in the council: papers brought in, results of consultations, inquiries and their answers."""

from __future__ import annotations

from collections.abc import Iterator

from portal.dates import PartialDate
from portal.follow import sentences
from portal.follow.news import Happening, Kind, Names
from portal.parts.prose import Prose
from portal.records import Inquiry, Paper
from portal.records.words import Delivery, InquiryKind, MeetingState, Result
from portal.register.anchors import anchors
from portal.register.entries import Key
from portal.register.link import Register
from portal.validate import slugify


def of_paper(key: Key, paper: Paper, register: Register, prose: Prose) -> Iterator[Happening]:
    if isinstance(paper.date, PartialDate):
        yield Happening(
            key=key,
            name="vorgelegt",
            kind=Kind.PAPER,
            date=paper.date,
            title=f"{sentences.kind_of(paper)} vorgelegt",
            text=sentences.of_paper(paper, prose),
            field="datum",
        )
    yield from _stations(key, paper, register, prose)
    for point, anchor in zip(paper.resolutions, anchors(paper), strict=True):
        delivery = point.implementation
        # That nothing was found is no news; and looking again on a later day is none either, if nothing is new.
        if delivery and delivery.as_of and delivery.state not in (Delivery.OPEN, Delivery.UNTRACEABLE):
            yield Happening(
                key=key,
                name=f"{anchor}/umsetzung/{slugify(delivery.state)}",
                kind=Kind.DELIVERY,
                date=delivery.as_of,
                title=f"Umsetzung von Punkt {anchor.partition('-')[2]}: {delivery.state}",
                text=sentences.of_delivery(point, delivery, prose),
                field="beschlusspunkte",
                fragment=anchor,
            )


def _stations(key: Key, paper: Paper, register: Register, prose: Prose) -> Iterator[Happening]:
    """A station is known by its body. That its result becomes known is news of its own, under another name."""
    names = Names()
    for place, station in enumerate(paper.consultations, start=1):
        name, has_result = names.next(station.body), station.result is not Result.UNKNOWN
        if isinstance(station.date, PartialDate) and (has_result or station.state is MeetingState.HELD):
            yield Happening(
                key=key,
                name=f"station/{name}/{'ergebnis' if has_result else 'beratung'}",
                kind=Kind.CONSULTATION,
                date=station.date,
                title=sentences.outcome(station, register),
                text=sentences.of_station(station, register, prose),
                field="beratungsfolge",
                fragment=f"station-{place}",
                meeting=register.meeting_of(station.body, station.date, station.meeting),
            )


def of_inquiry(key: Key, inquiry: Inquiry, register: Register) -> Iterator[Happening]:
    if inquiry.kind is InquiryKind.OPEN:
        return  # written down by the portal itself: nothing happened that day
    asked, answered = inquiry.asked, inquiry.answered
    if isinstance(asked.date, PartialDate):
        yield Happening(
            key=key,
            name="gestellt",
            kind=Kind.QUESTION,
            date=asked.date,
            title=f"{inquiry.kind} gestellt",
            text=sentences.of_asking(inquiry, register),
            field="gestellt",
            meeting=register.meeting_of(asked.body, asked.date),
        )
    if answered and isinstance(answered.date, PartialDate):
        yield Happening(
            key=key,
            name="beantwortet",
            kind=Kind.ANSWER,
            date=answered.date,
            title="Antwort liegt vor",
            text=sentences.of_answering(inquiry, answered, register),
            field="beantwortet",
            meeting=register.meeting_of(answered.body, answered.date),
        )
    for question, anchor in zip(inquiry.questions, anchors(inquiry), strict=True):
        if question.answered_on:
            yield Happening(
                key=key,
                name=f"{anchor}/beantwortet",
                kind=Kind.ANSWER,
                date=question.answered_on,
                title=f"Frage {anchor.partition('-')[2]} {question.state}",
                text=sentences.of_answer(question),
                field="fragen",
                fragment=anchor,
            )
