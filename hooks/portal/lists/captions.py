"""What a list says about a record beside its title: the few words by which one tells it from its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.dates import PartialDate
from portal.german import count, enumeration
from portal.records import (
    UNKNOWN,
    Article,
    Event,
    Indicator,
    Inquiry,
    Meeting,
    Organization,
    Paper,
    Person,
    Project,
    Record,
    Source,
    Term,
    Topic,
)
from portal.records.words import InquiryKind, Style
from portal.register.entries import Entry
from portal.register.link import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words, then the date the record is listed under, if any."""

    words: tuple[str, ...]
    date: PartialDate | None
    inferred: bool


def caption(entry: Entry[Record], register: Register) -> Caption:
    record = entry.record
    return Caption(
        words=tuple(word for word in _words(entry, register) if word),
        date=record.dated,
        inferred=_is_inferred(record),
    )


def _words(entry: Entry[Record], register: Register) -> Iterator[str]:
    match entry.record:
        case Paper() as paper:
            yield paper.number or ""
            yield _deciding_body(paper, register)
        case Project() as project:
            yield project.kind
        case Inquiry() as inquiry:
            yield inquiry.kind if inquiry.kind is not InquiryKind.INQUIRY else ""
            yield count(len(inquiry.questions), "Frage", "Fragen")
        case Meeting():
            items = len(register.agendas.get(entry.key, ())) + len(entry.record.agenda)
            yield count(items, "Punkt im Portal", "Punkte im Portal") if items else ""
        case Organization() as organization:
            yield organization.kind
            yield organization.short_name or ""
        case Person() as person:
            yield enumeration(list(dict.fromkeys(office.office for office in person.memberships)))
        case Topic():
            yield count(len(register.incoming.get(entry.key, ())), "Eintrag dazu", "Einträge dazu")
        case Indicator() as indicator:
            yield indicator.unit
        case Event() as event:
            yield event.place or ""
        case Term() as term:
            yield enumeration([*term.short_forms, *term.synonyms])
        case Source() as source:
            yield source.kind
            yield source.publisher
        case Article() as article:
            yield article.language if article.language is not Style.EVERYDAY else ""


def _deciding_body(paper: Paper, register: Register) -> str:
    """Who dealt with a paper on the day it is listed under."""
    for station in paper.consultations:
        if station.date == paper.dated:
            if station.body == UNKNOWN:
                return "Gremium unbekannt"
            key = register.resolve(station.body, "gremien").key
            return register.entries[key].record.title
    return "Beratung unbekannt"


def _is_inferred(record: Record) -> bool:
    """Whether the date in the list does not stand in a source as it is."""
    match record:
        case Paper():
            return any(station.inferred for station in record.consultations if station.date == record.dated)
        case Project():
            return bool(record.last_news.inferred if record.last_news else record.period_inferred)
        case Inquiry():
            dated = [part for part in (record.answered, record.asked) if part and part.date == record.dated]
            return any(part.inferred for part in dated)
        case Event():
            return bool(record.inferred)
        case Source():
            return bool(record.date_inferred)
    return False
