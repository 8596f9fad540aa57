"""Dates that cannot be in that order, and things said to have happened in the future."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from portal.dates import PartialDate
from portal.german import in_words
from portal.problems import Problem
from portal.records import Event, Inquiry, Meeting, Paper, Person, Project, Record, Source
from portal.records.references import Location
from portal.records.words import EventState, MeetingState, Result
from portal.register.entries import Entry

Finding = tuple[Location, str]


def problems(entry: Entry[Record], today: dt.date) -> Iterator[Problem]:
    for location, message in _findings(entry.record, PartialDate.of_day(today)):
        yield entry.problem(location, message)


def _findings(record: Record, today: PartialDate) -> Iterator[Finding]:
    if record.checked:
        yield from _future(record.checked, today, ("geprueft",), "Nachgesehen")
    for index, correction in enumerate(record.corrections):
        yield from _future(correction.date, today, ("korrekturen", index, "datum"), "Berichtigt")
    match record:
        case Paper():
            yield from _paper(record, today)
        case Project():
            yield from _project(record, today)
        case Inquiry():
            yield from _inquiry(record, today)
        case Person():
            yield from _person(record)
        case Source():
            if isinstance(record.date, PartialDate):
                yield from _future(record.date, today, ("datum",), "Erschienen")
            if record.retrieved:
                yield from _future(record.retrieved, today, ("abgerufen",), "Gelesen")
        case Meeting():
            if record.date.day is None:
                yield (
                    ("termin",),
                    "Eine Sitzung braucht einen Tag, zum Beispiel 2022-06-14. Ist er unbekannt, gehört sie nur in die Beratungsfolge.",
                )
            if record.state is MeetingState.HELD:
                yield from _future(record.date, today, ("termin",), "Stattgefunden")
        case Event():
            if record.state is EventState.HAPPENED:
                yield from _future(record.date, today, ("datum",), "Geschehen")


def _paper(paper: Paper, today: PartialDate) -> Iterator[Finding]:
    dated = [(i, c.date) for i, c in enumerate(paper.consultations) if isinstance(c.date, PartialDate)]
    for (_, before), (index, date) in pairwise(dated):
        if date.is_before(before):
            yield (
                ("beratungsfolge", index, "termin"),
                f"Diese Station ({in_words(date)}) liegt vor der Station darüber ({in_words(before)}). Bitte der Reihe nach aufführen.",
            )
    for index, point in enumerate(paper.resolutions):
        if point.implementation and point.implementation.as_of:
            place = ("beschlusspunkte", index, "umsetzung", "datum")
            yield from _future(point.implementation.as_of, today, place, "Festgestellt")
    if isinstance(paper.date, PartialDate):
        yield from _future(paper.date, today, ("datum",), "Verfasst")
        for index, date in dated[:1]:
            if date.is_before(paper.date):
                yield (
                    ("beratungsfolge", index, "termin"),
                    f"Beraten ({in_words(date)}), bevor das Papier verfasst war ({in_words(paper.date)}). Eines der Daten stimmt nicht.",
                )
    for index, consultation in enumerate(paper.consultations):
        location = ("beratungsfolge", index)
        if consultation.result is Result.UNKNOWN:
            continue
        if isinstance(consultation.date, PartialDate):
            yield from _future(
                consultation.date, today, (*location, "termin"), f"Das Ergebnis „{consultation.result}“ steht fest"
            )
        elif not (consultation.sources or consultation.note or consultation.inferred or paper.is_backed):
            yield (
                (*location, "termin"),
                "Ein Ergebnis ohne Termin braucht eine „quelle“ oder eine „notiz“, warum der Termin unbekannt ist.",
            )


def _project(project: Project, today: PartialDate) -> Iterator[Finding]:
    began = project.period or min((update.date for update in project.updates), default=None)
    for index, update in enumerate(project.updates):
        yield from _future(update.date, today, ("verlauf", index, "datum"), "Festgestellt")
    yield from _sequence(
        [(("verlauf", i, "datum"), u.date) for i, u in enumerate(project.updates)], "Neues kommt im Verlauf unten dazu"
    )
    for index, milestone in enumerate(project.milestones):
        location = ("meilensteine", index)
        if isinstance(milestone.reached, PartialDate):
            yield from _future(milestone.reached, today, (*location, "erreicht"), "Erreicht")
            if began and milestone.reached.is_before(began):
                yield (
                    (*location, "erreicht"),
                    f"Der Meilenstein wurde erreicht ({in_words(milestone.reached)}), bevor das Vorhaben begann ({in_words(began)}). Eines der Daten stimmt nicht.",
                )
        if milestone.dropped:
            yield from _future(milestone.dropped, today, (*location, "entfallen"), "Entfallen")
        for number, replanning in enumerate(milestone.replannings):
            yield from _future(replanning.date, today, (*location, "umplanungen", number, "datum"), "Umgeplant")
        if milestone.reached and milestone.dropped:
            yield (*location, "entfallen"), "Ein Meilenstein ist entweder erreicht oder entfallen, nicht beides."
        if milestone.replannings and "planned" not in milestone.model_fields_set:
            yield (
                (*location, "geplant"),
                "Eine Umplanung setzt einen ersten Termin voraus. Bitte „geplant“ ergänzen, notfalls mit „unbekannt“.",
            )
        yield from _sequence(
            [((*location, "umplanungen", i, "datum"), r.date) for i, r in enumerate(milestone.replannings)],
            "Umplanungen werden unten angefügt",
        )


def _inquiry(inquiry: Inquiry, today: PartialDate) -> Iterator[Finding]:
    asked = inquiry.asked.date
    answered = inquiry.answered.date if inquiry.answered else None
    if isinstance(asked, PartialDate):
        yield from _future(asked, today, ("gestellt", "am"), "Gestellt")
        if isinstance(answered, PartialDate) and answered.is_before(asked):
            yield (
                ("beantwortet", "am"),
                f"Beantwortet ({in_words(answered)}), bevor gefragt wurde ({in_words(asked)}). Eines der Daten stimmt nicht.",
            )
        if isinstance(inquiry.due, PartialDate) and inquiry.due.is_before(asked):
            yield (
                ("frist",),
                f"Die Frist ({in_words(inquiry.due)}) endet, bevor die Anfrage gestellt wurde ({in_words(asked)}).",
            )
    for index, question in enumerate(inquiry.questions):
        if question.answered_on:
            yield from _future(question.answered_on, today, ("fragen", index, "beantwortet-am"), "Beantwortet")
    if isinstance(answered, PartialDate):
        yield from _future(answered, today, ("beantwortet", "am"), "Beantwortet")


def _person(person: Person) -> Iterator[Finding]:
    for index, membership in enumerate(person.memberships):
        start, end = membership.start, membership.end
        if isinstance(start, PartialDate) and isinstance(end, PartialDate) and end.is_before(start):
            yield ("rollen", index, "bis"), f"Das Amt endet ({in_words(end)}), bevor es beginnt ({in_words(start)})."


def _sequence(dated: Iterable[tuple[Location, PartialDate]], rule: str) -> Iterator[Finding]:
    before: PartialDate | None = None
    for location, date in dated:
        if before and date.is_before(before):
            yield location, f"{in_words(date)} liegt vor dem Eintrag darüber ({in_words(before)}). {rule}."
        before = date


def _future(date: PartialDate, today: PartialDate, location: Location, what: str) -> Iterator[Finding]:
    if today.is_before(date):
        yield (
            location,
            f"{what}, aber das Datum ({in_words(date)}) liegt nach dem Stand der Daten ({in_words(today)}). Bitte prüfen.",
        )
