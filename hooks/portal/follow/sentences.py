"""The German sentences of feeds and calendars: plain words, no markup, on one line."""

from __future__ import annotations

from collections import Counter

from portal.dates import PartialDate
from portal.german import NO_BREAK, enumeration, in_words
from portal.parts.prose import Prose
from portal.records import (
    UNKNOWN,
    Answered,
    Consultation,
    Event,
    Fact,
    Implementation,
    Inquiry,
    Measurement,
    Milestone,
    Paper,
    Question,
    Resolution,
    Series,
    StatusUpdate,
    Votes,
)
from portal.records.words import Majority, PaperKind, Result, Role
from portal.register.link import Register


def plain_spaces(text: str) -> str:
    """Feed readers and calendars break lines as they like."""
    return text.replace(NO_BREAK, " ")


def on(date: PartialDate | str) -> str:
    """A date in words; one that names no day stays as inexact as it is."""
    return plain_spaces(in_words(date)) if isinstance(date, PartialDate) else UNKNOWN


def name_of(text: str | None, register: Register, *types: str) -> str:
    return register.entries[register.resolve(text, *types).key].record.title if text and text != UNKNOWN else ""


def kind_of(paper: Paper) -> str:
    return "Vorlage" if paper.kind is PaperKind.UNKNOWN else paper.kind


def of_paper(paper: Paper, prose: Prose) -> str:
    number = f" {paper.number}" if paper.number else ""
    return _joined(f"{kind_of(paper)}{number}, {on(paper.date)}.", paper.summary, prose=prose)


def outcome(station: Consultation, register: Register) -> str:
    """`geändert beschlossen (Stadtvertretung)`."""
    what = "beraten, Ergebnis unbekannt" if station.result is Result.UNKNOWN else station.result
    body = name_of(station.body, register, "gremien")
    return f"{what} ({body})" if body else str(what)


def of_station(station: Consultation, register: Register, prose: Prose) -> str:
    """A recommendation must not read like a decision: the role is always said."""
    body = name_of(station.body, register, "gremien") or "Gremium unbekannt"
    role = "Zuständigkeit unbekannt" if station.role is Role.UNKNOWN else station.role
    parts = [station.subject, "Ergebnis unbekannt" if station.result is Result.UNKNOWN else station.result]
    parts += [station.majority if station.majority is not Majority.UNKNOWN else None, votes(station.votes)]
    said = ", ".join(str(part) for part in parts if part)
    wording = f"Im Wortlaut: {station.result_wording}" if station.result_wording else None
    change = f"Änderung: {station.change}" if station.change else None
    return _joined(f"{body}, {role}, {on(station.date)}: {said}.", wording, change, fact=station, prose=prose)


def votes(found: Votes | None) -> str:
    """`29 Ja, 6 Nein, Enthaltungen unbekannt`; nothing where nothing was counted."""
    if found is None or (found.yes, found.no, found.abstained) == (UNKNOWN,) * 3:
        return ""
    names = (("Ja", "Ja-Stimmen", found.yes), ("Nein", "Nein-Stimmen", found.no))
    words = [f"{plural} {UNKNOWN}" if count == UNKNOWN else f"{count} {word}" for word, plural, count in names]
    some = "Enthaltung" if found.abstained == 1 else "Enthaltungen"
    words.append(f"Enthaltungen {UNKNOWN}" if found.abstained == UNKNOWN else f"{found.abstained} {some}")
    return ", ".join(words)


def of_delivery(point: Resolution, delivery: Implementation, prose: Prose) -> str:
    """The day is the one on which somebody looked, not the one on which it happened."""
    said = f"Festgestellt: {on(delivery.as_of or UNKNOWN)}. Was daraus wurde: {delivery.state}."
    return _joined(said, f"Beschlossen war: {point.title or point.text}", fact=delivery, prose=prose)


def of_update(update: StatusUpdate, prose: Prose) -> str:
    return _joined(f"{on(update.date)}: {update.state}.", fact=update, prose=prose)


def of_replanning(milestone: Milestone, number: int, prose: Prose) -> str:
    change = milestone.replannings[number - 1]
    before = milestone.replannings[number - 2].new if number > 1 else milestone.planned
    reason = f"Grund: {change.reason}" if change.reason else "Ein Grund ist nicht bekannt."
    said = f"{on(change.date)}: neuer Termin {on(change.new)}, vorher {on(before)}."
    return _joined(said, reason, fact=change, prose=prose)


def of_milestone(milestone: Milestone, date: PartialDate, word: str, prose: Prose) -> str:
    return _joined(f"{on(date)}: {word}. Zuerst geplant: {on(milestone.planned)}.", fact=milestone, prose=prose)


def of_asking(inquiry: Inquiry, register: Register) -> str:
    asked = inquiry.asked
    who = enumeration([name_of(text, register, "personen", "gremien") for text in asked.by])
    where = name_of(asked.body, register, "gremien")
    count = f"{len(inquiry.questions)} Fragen" if len(inquiry.questions) > 1 else "eine Frage"
    parts = [on(asked.date), f"gestellt von {who}" if who else "", where, count]
    return ", ".join(part for part in parts if part) + "."


def of_answering(inquiry: Inquiry, answered: Answered, register: Register) -> str:
    """`3 Fragen beantwortet, 1 Frage offen`: an answer that leaves questions open says so."""
    who = enumeration([name_of(text, register, "gremien", "personen") for text in answered.by])
    parts = [on(answered.date), f"geantwortet hat: {who}" if who else "", name_of(answered.body, register, "gremien")]
    states = Counter(question.state for question in inquiry.questions)
    counts = [f"{amount} {'Frage' if amount == 1 else 'Fragen'} {state}" for state, amount in states.items()]
    return f"{', '.join(part for part in parts if part)}. {', '.join(counts)}."


def of_answer(question: Question) -> str:
    return " ".join(f"{question.text} {question.answer or 'Eine Antwort ist nicht verzeichnet.'}".split())


def of_value(value: Measurement, series: Series, number: str) -> str:
    return f"{value.label or series.title}, Stichtag {on(value.as_of)}: {plain_spaces(number)}."


def of_event(event: Event, prose: Prose) -> str:
    where = f"Ort: {event.place}." if event.place else None
    inferred = f"Das Datum ist erschlossen: {event.inferred}" if isinstance(event.inferred, str) else None
    return _joined(f"{on(event.date)}.", where, event.summary, inferred, prose=prose)


def _joined(first: str, *more: str | None, fact: Fact | None = None, prose: Prose) -> str:
    """Sentences in a row; at the end what is said of the fact itself, and whether it is only inferred."""
    texts = [text for text in (*more, fact.note if fact else None) if text]
    if fact and fact.inferred:
        texts.append(f"Erschlossen: {fact.inferred}" if isinstance(fact.inferred, str) else "Das ist erschlossen.")
    return " ".join([first, *(closed(prose.words(text)) for text in texts)])


def closed(text: str) -> str:
    """With a full stop where the next sentence would run into this one."""
    return text if not text or text.rstrip('“")')[-1:] in ".?!…" else f"{text}."
