"""All news of the register, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from portal.follow import councilnews, projectnews, sentences
from portal.follow.news import Happening, Kind, Names
from portal.parts.prose import Prose
from portal.records import Event, Indicator, Inquiry, Paper, Project, Record
from portal.records.words import EventState
from portal.register.entries import Entry
from portal.register.link import Register


def happenings(register: Register) -> tuple[Happening, ...]:
    """On one day in a fixed order. What lies ahead is no news."""
    prose = Prose(register)
    found = [
        happening
        for entry in register.entries.values()
        for happening in _of(entry, register, prose)
        if happening.date.first <= register.today
    ]
    found.sort(key=lambda h: (h.key, h.name))
    found.sort(key=lambda h: h.date.first, reverse=True)
    return tuple(found)


def _of(entry: Entry[Record], register: Register, prose: Prose) -> Iterator[Happening]:
    match entry.record:
        case Paper() as paper:
            yield from councilnews.of_paper(entry.key, paper, register, prose)
        case Inquiry() as inquiry:
            yield from councilnews.of_inquiry(entry.key, inquiry, register)
        case Project() as project:
            yield from projectnews.of_project(entry.key, project, prose)
        case Indicator() as indicator:
            yield from projectnews.of_indicator(entry.key, indicator)
        case Event() as event if event.state is EventState.HAPPENED:
            yield Happening(
                key=entry.key,
                name="ereignis",
                kind=Kind.EVENT,
                date=event.date,
                title=sentences.on(event.date),
                text=sentences.of_event(event, prose),
                field="datum",
            )
    names = Names()
    for place, correction in enumerate(entry.record.corrections, start=1):
        yield Happening(
            key=entry.key,
            name=f"korrektur/{names.next(correction.date)}",
            kind=Kind.CORRECTION,
            date=correction.date,
            title="berichtigt",
            text=f"{sentences.on(correction.date)}: {prose.words(correction.text)}",
            field="korrekturen",
            fragment=f"korrektur-{place}",
        )
