"""A question paper's record: who asked and when, each question, and where its answer stands."""

from __future__ import annotations

import re
from typing import Any

from portal.german import count
from portal.imports.vorlage.germandates import first_date
from portal.imports.vorlage.paper import PaperFound
from portal.imports.vorlage.questions import Asked
from portal.imports.vorlage.register import Known
from portal.imports.vorlage.shareddraft import add_sources, add_title, free_number, tell_amounts
from portal.imports.vorlage.sheet import Sheet, add_jobs, add_money, begins, keys_of, where
from portal.imports.vorlage.stationdraft import sentence
from portal.records.words import AnswerState
from portal.writing.yamltext import Placeholder, Value


def add_inquiry(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    """All fields of the model in its order, as far as the paper speaks of them."""
    add_title(sheet, paper)
    _kind(sheet, paper)
    sheet.open("themen", "[haushalt]", "Kennungen aus themen.yml.")
    _asked(sheet, paper, known)
    _answered(sheet, paper, known)
    _paper(sheet, paper, known)
    sheet.open("kurzfassung", "ein bis drei Sätze, die man mit 15 Jahren versteht.")
    _questions(sheet, paper)
    add_sources(sheet, paper, known)
    tell_amounts(sheet, paper)


def _kind(sheet: Sheet, paper: PaperFound) -> None:
    title = paper.title.text if paper.title else ""
    if re.search(r"einwohner|bürger(?:innen)?(?:frage|anfrage)", title, re.IGNORECASE):
        sheet.put("art", "Einwohnerfrage", "Aus dem Titel gefolgert.")


def _asked(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    """Mostly told by the title: „Anfrage der Fraktion … vom …“."""
    asked: dict[str, Value] = {}
    title = paper.title.text if paper.title else ""
    named = re.search(r"anfrage\b.*", title, re.IGNORECASE | re.DOTALL)
    in_title = first_date(named[0]) if named else None
    unanswered = not any(question.answer for question in paper.questions)
    if paper.received and (received := first_date(paper.received.text)):
        asked["am"] = received
        sheet.note(("gestellt", "am"), where([paper.received.line]))
    elif in_title and paper.title:
        asked["am"] = in_title
        sheet.note(("gestellt", "am"), f"{where(paper.title.lines)}, im Titel")
    elif paper.date and unanswered:
        asked["am"] = paper.date.text
        sheet.note(("gestellt", "am"), f"{where([paper.date.line])}: das Datum des Papiers")
    else:
        asked["am"] = Placeholder(example="2026-01-16")
        sheet.missing.append("Tag der Anfrage")
    by = known.directory.named_in(paper.mover.text) if paper.mover else []
    lines = [paper.mover.line] if paper.mover else []
    if not by and paper.title:
        by, lines = known.directory.named_in(title), [*paper.title.lines]
    if by:
        asked["von"] = [*by]
        sheet.note(("gestellt", "von"), f"{where(lines)}. Bitte prüfen.")
        sheet.found.append(f"wer gefragt hat ({where(lines)})")
    else:
        asked["von"] = Placeholder(example="kennung-der-fraktion")
        sheet.missing.append("wer gefragt hat")
    asked["als"] = Placeholder(example="Stadtvertreterin")
    sheet.put("gestellt", asked)
    if "am" in asked and isinstance(asked["am"], str):
        sheet.found.append(f"gestellt am {asked['am']}")


def _answered(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    if not any(question.answer for question in paper.questions):
        return
    station = next(iter(paper.stations), None)
    if station is None:
        if paper.date:
            sheet.put(
                "beantwortet",
                {"am": paper.date.text},
                f"{where([paper.date.line])}: das Datum des Papiers. Bitte prüfen.",
            )
        else:
            sheet.put(
                "beantwortet",
                {"am": Placeholder(example="2026-02-27"), "gremium": Placeholder(example="hauptausschuss")},
                "Nicht gefunden: wann und wo geantwortet wurde.",
            )
            sheet.missing.append("wann und wo geantwortet wurde")
        return
    match = known.directory.body(station.body)
    doubt = (
        ""
        if match.known and match.sure
        else f" Auf dem Papier: „{station.body}“. Bitte prüfen, ob das Register dieses Gremium kennt."
    )
    sheet.put(
        "beantwortet",
        {"am": station.said.date or "unbekannt", "gremium": match.id, "von": Placeholder(example="stadtverwaltung")},
        f"{where(station.lines)}: die Station, in der das Papier vorlag.{doubt}",
    )
    sheet.found.append(f"beantwortet am {station.said.date or 'unbekannt'} ({where(station.lines)})")


def _paper(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    """Number, date and stations belong to the paper, which is a record of its own."""
    facts = []
    if paper.number:
        facts.append(f"Nummer {paper.number.text}, {where([paper.number.line])}")
    if paper.date:
        facts.append(f"Datum {paper.date.text}, {where([paper.date.line])}")
    facts += [f"Station {index}: {sentence(station, known)}" for index, station in enumerate(paper.stations, start=1)]
    same = known.paper(paper.number.text) if paper.number else None
    comment = "Auf dem Papier steht außerdem: " + "; ".join(facts) + "." if facts else ""
    if same:
        sheet.put("vorlage", same, comment)
        return
    hint = "Das gehört in einen Eintrag unter „beschluesse“; „portal import vorlage … --als beschluesse“ schreibt ihn aus demselben Papier."
    sheet.open("vorlage", "kennung-des-papiers", f"{comment}\n{hint}" if comment else hint)
    if paper.number:
        sheet.found.append(f"Nummer {paper.number.text} ({where([paper.number.line])})")
    if paper.stations:
        sheet.found.append(
            f"{count(len(paper.stations), 'Station', 'Stationen')} ({'; '.join(where(station.lines) for station in paper.stations)})"
        )


def _questions(sheet: Sheet, paper: PaperFound) -> None:
    if not paper.questions:
        sheet.missing.append("Fragen")
        sheet.open("fragen", "[{frage: die Frage in eigenen Worten, stand: offen}]", "Nicht gefunden: die Fragen.")
        return
    some_answered = any(question.answer for question in paper.questions)
    taken: set[str] = set()
    items = [
        _question(sheet, index, asked, paper, taken, some_answered=some_answered)
        for index, asked in enumerate(paper.questions)
    ]
    sheet.put("fragen", items)
    answered = sum(bool(asked.answer) for asked in paper.questions)
    sheet.found.append(
        f"{count(len(items), 'Frage', 'Fragen')}, {answered} mit Antwort ({where([line for asked in paper.questions for line in asked.lines])})"
    )


def _question(
    sheet: Sheet, index: int, asked: Asked, paper: PaperFound, taken: set[str], *, some_answered: bool
) -> dict[str, Any]:
    number = free_number(asked.number, taken)
    place = ("fragen", index)
    again = "" if asked.number in {number, None} else f"Die Nummer {asked.number} kommt auf dem Papier mehrfach vor."
    sheet.note(
        place, " ".join(filter(None, [f"Frage: {where(asked.lines)}, „{begins(asked.lines)}“", asked.remark, again]))
    )
    if asked.remark:
        sheet.unsure.append(f"Frage {number} ({where(asked.lines)}): {asked.remark}")
    item: dict[str, Any] = {"nr": number, "frage": Placeholder(example="die Frage in eigenen Worten")}
    if asked.answer:
        item["stand"] = str(AnswerState.ANSWERED)
        item["antwort"] = Placeholder(example="die Antwort in eigenen Worten")
        sheet.note((*place, "antwort"), f"Antwort: {where(asked.answer)}, „{begins(asked.answer)}“")
    else:
        item["stand"] = str(AnswerState.OPEN if some_answered else AnswerState.ASKED)
        sheet.note((*place, "stand"), "Eine Antwort war nicht zu finden.")
        if some_answered:
            sheet.unsure.append(f"ob Frage {number} eine Antwort hat")
    keys = keys_of([*asked.lines, *(() if asked.shared else asked.answer)])
    if money := add_money(sheet, "geld", place, [a for a in paper.amounts if (a.line.page, a.line.number) in keys]):
        item["geld"] = money
    if jobs := add_jobs(sheet, "stellen", place, [j for j in paper.jobs if (j.line.page, j.line.number) in keys]):
        item["stellen"] = jobs
    return item
