"""A paper's record: head, way through the bodies, points, money, annexes."""

from __future__ import annotations

from typing import Any

from portal.german import count
from portal.imports.vorlage.paper import PaperFound
from portal.imports.vorlage.points import Point
from portal.imports.vorlage.register import Known
from portal.imports.vorlage.shareddraft import add_sources, add_title, free_number, tell_amounts
from portal.imports.vorlage.sheet import Sheet, add_jobs, add_money, begins, budget_item, keys_of, where
from portal.imports.vorlage.stationdraft import add_stations
from portal.records.words import PaperKind
from portal.writing.yamltext import Placeholder


def add_paper(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    """All fields of the model in its order, as far as the paper speaks of them."""
    add_title(sheet, paper)
    _number(sheet, paper, known)
    _kind(sheet, paper)
    _date(sheet, paper)
    _offices(sheet, paper, known)
    sheet.open("themen", "[haushalt]", "Kennungen aus themen.yml.")
    sheet.open("kurzfassung", "ein bis drei Sätze, die man mit 15 Jahren versteht.", _to_sum_up(paper))
    add_stations(sheet, paper.stations, known)
    _points(sheet, paper)
    _money(sheet, paper)
    if paper.attachments:
        sheet.put(
            "anlagen", [value.text for value in paper.attachments], where([value.line for value in paper.attachments])
        )
        sheet.found.append(
            f"{count(len(paper.attachments), 'Anlage', 'Anlagen')} ({where([value.line for value in paper.attachments])})"
        )
    add_sources(sheet, paper, known)


def _number(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    if paper.number is None:
        sheet.missing.append("Nummer")
        sheet.open("nummer", "B 26/0042", "Nicht gefunden: die Vorlage-Nummer.")
        return
    place = where([paper.number.line])
    doubt = "" if paper.number_is_sure else " Unsicher: Davor steht nicht, dass es die Nummer ist."
    sheet.put("nummer", paper.number.text, f"{place}.{doubt}" if doubt else place)
    sheet.found.append(f"Nummer {paper.number.text} ({place})")
    if doubt:
        sheet.unsure.append(f"ob {paper.number.text} die Nummer ist ({place})")
    if same := known.paper(paper.number.text):
        sheet.note(("nummer",), f"Diese Nummer trägt schon der Eintrag „{same}“.")
        sheet.unsure.append(f"ob es den Eintrag schon gibt: „{same}“ trägt dieselbe Nummer")


def _kind(sheet: Sheet, paper: PaperFound) -> None:
    if paper.kind and paper.kind_line:
        sheet.put("art", str(paper.kind), where([paper.kind_line]))
        sheet.found.append(f"Art: {paper.kind} ({where([paper.kind_line])})")
        return
    kind = paper.kind or (PaperKind.RESOLUTION_PAPER if paper.points else PaperKind.UNKNOWN)
    why = "aus dem Titel" if paper.kind else "weil es etwas zu beschließen gibt"
    if kind is PaperKind.UNKNOWN:
        sheet.missing.append("Art des Papiers")
        sheet.open("art", "Beschlussvorlage", "Nicht gefunden: was für ein Papier das ist.")
    else:
        sheet.put("art", str(kind), f"Steht nicht auf dem Papier, sondern ist gefolgert, {why}.")
        sheet.unsure.append(f"die Art: „{kind}“ ist gefolgert, {why}")


def _date(sheet: Sheet, paper: PaperFound) -> None:
    if paper.date is None:
        sheet.missing.append("Datum des Papiers")
        sheet.open("datum", "2026-02-03", "Nicht gefunden: das Datum des Papiers.")
        return
    place = where([paper.date.line])
    sheet.put(
        "datum", paper.date.text, place if paper.date_is_sure else f"{place}. Unsicher: Davor steht nicht „Datum“."
    )
    sheet.found.append(f"Datum {paper.date.text} ({place})")
    if not paper.date_is_sure:
        sheet.unsure.append(f"ob {paper.date.text} das Datum des Papiers ist ({place})")


def _offices(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    """Offices and people by their ids; whoever holds no public office is not named, not even in a comment."""
    if paper.lead:
        match, place = known.directory.office(paper.lead.text), where([paper.lead.line])
        if match.known:
            sheet.put(
                "federfuehrung", match.id, place if match.sure else f"{place}: „{paper.lead.text}“. Bitte prüfen."
            )
            sheet.found.append(f"Federführung ({place})")
        else:
            sheet.open(
                "federfuehrung",
                match.id,
                f"{place}: „{paper.lead.text}“ steht nicht im Register. Anlegen mit „portal new gremien“ oder weglassen.",
            )
            sheet.unsure.append(f"„{paper.lead.text}“ ist keine Stelle des Registers ({place})")
    if paper.author:
        place = where([paper.author.line])
        if person := known.directory.person(paper.author.text):
            sheet.put("bearbeitung", person, place)
            sheet.found.append(f"Bearbeitung ({place})")
        else:
            sheet.open(
                "bearbeitung",
                "kennung-der-person",
                f"{place} nennt jemanden, der nicht im Register steht. Nur eintragen, wer ein öffentliches Amt hat.",
            )
            sheet.unsure.append(
                f"wer die Vorlage bearbeitet hat, steht nicht im Register und ist nicht übernommen ({place})"
            )
    if paper.mover:
        place = where([paper.mover.line])
        ids = known.directory.named_in(paper.mover.text)
        if ids:
            sheet.put("eingebracht-von", [*ids], place)
            sheet.found.append(f"Eingebracht von ({place})")
        else:
            sheet.open("eingebracht-von", "[kennung-der-fraktion]", f"{place}: nicht im Register gefunden.")
    if paper.is_public:
        is_public, line = paper.is_public
        if not is_public:
            sheet.put("oeffentlich", "nein", where([line]))
        sheet.found.append(f"{'öffentlich' if is_public else 'nicht öffentlich'} ({where([line])})")
    if paper.file_number:
        sheet.put("aktenzeichen", paper.file_number.text, where([paper.file_number.line]))
        sheet.found.append(f"Aktenzeichen ({where([paper.file_number.line])})")


def _to_sum_up(paper: PaperFound) -> str:
    """Where the text stands that only people can sum up."""
    places = [
        f"{part.heading.words.rstrip(':') if part.heading else 'Text'}: {where(part.lines)}" for part in paper.prose
    ]
    return ("Zusammenzufassen, auch unter dem Kopf dieser Datei – " + "; ".join(places) + ".") if places else ""


def _points(sheet: Sheet, paper: PaperFound) -> None:
    if not paper.points:
        if paper.kind in {PaperKind.RESOLUTION_PAPER, PaperKind.MOTION, PaperKind.AMENDMENT, None}:
            sheet.missing.append("Beschlusspunkte")
            sheet.open(
                "beschlusspunkte", "[Der Punkt in eigenen Worten.]", "Nicht gefunden: was beschlossen werden soll."
            )
        return
    items: list[dict[str, Any]] = []
    taken: set[str] = set()
    for index, point in enumerate(paper.points):
        items.append(_point(sheet, index, point, paper, taken))
    sheet.put("beschlusspunkte", items)
    sheet.found.append(
        f"{count(len(items), 'Beschlusspunkt', 'Beschlusspunkte')} ({where([line for point in paper.points for line in point.lines])})"
    )


def _point(sheet: Sheet, index: int, point: Point, paper: PaperFound, taken: set[str]) -> dict[str, Any]:
    number = free_number(point.number, taken)
    place = ("beschlusspunkte", index)
    remark = point.remark or ("" if point.number else "Auf dem Papier ohne Nummer.")
    sheet.note(place, " ".join(filter(None, [f"{where(point.lines)}: „{begins(point.lines)}“", remark])))
    item: dict[str, Any] = {
        "nr": number,
        "titel": Placeholder(example="drei bis fünf Wörter"),
        "text": Placeholder(example="der Punkt in eigenen Worten"),
    }
    keys = keys_of(point.lines)
    if money := add_money(sheet, "geld", place, [a for a in paper.amounts if (a.line.page, a.line.number) in keys]):
        item["geld"] = money
    if jobs := add_jobs(sheet, "stellen", place, [j for j in paper.jobs if (j.line.page, j.line.number) in keys]):
        item["stellen"] = jobs
    return item


def _money(sheet: Sheet, paper: PaperFound) -> None:
    """What does not stand in a point."""
    of_points = keys_of([line for point in paper.points for line in point.lines])
    rest = [amount for amount in paper.amounts if (amount.line.page, amount.line.number) not in of_points]
    items = add_money(sheet, "finanzen", (), rest)
    for line in paper.budget_lines:
        sheet.note(("finanzen", len(items)), where([line.line]))
        items.append(budget_item(line))
    if items:
        sheet.put("finanzen", items)
    jobs = [found for found in paper.jobs if (found.line.page, found.line.number) not in of_points]
    if more := add_jobs(sheet, "stellen", (), jobs):
        sheet.put("stellen", more)
    tell_amounts(sheet, paper)
