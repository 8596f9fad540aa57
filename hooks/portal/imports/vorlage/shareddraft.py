"""What drafts of papers and of inquiries have in common."""

from __future__ import annotations

import re

from portal.german import count
from portal.imports.vorlage.paper import PaperFound
from portal.imports.vorlage.register import Known
from portal.imports.vorlage.sheet import Sheet, where
from portal.validate import slugify


def add_title(sheet: Sheet, paper: PaperFound) -> None:
    if paper.title is None:
        sheet.missing.append("Titel")
        sheet.open("titel", "kurz und in Alltagssprache", "Nicht gefunden: der Titel.")
        return
    place = where(paper.title.lines)
    doubt = "" if paper.title.sure else " Unsicher: Bitte prüfen, ob das der Titel ist."
    sheet.put("titel", paper.title.text, f"{place}, wie auf dem Papier: Bitte kurz und in Alltagssprache.{doubt}")
    sheet.found.append(f"Titel ({place})")
    if re.search(r"\b(?:Herrn?|Frau)\s+[A-ZÄÖÜ]", paper.title.text):
        sheet.note(("titel",), "Im Titel steht ein Name: Genannt wird nur, wer ein öffentliches Amt hat.")
        sheet.unsure.append(f"ob der Name im Titel stehen darf ({place})")
    if doubt:
        sheet.unsure.append(f"ob der Titel der Titel ist ({place})")


def add_sources(sheet: Sheet, paper: PaperFound, known: Known) -> None:
    """The paper itself is the source, once it has been entered as one."""
    source = known.source(paper.number.text) if paper.number else None
    if source:
        sheet.put("quellen", [source], "Diese Quelle trägt dieselbe Nummer.")
        return
    wanted = f"vorlage-{slugify(paper.number.text)}" if paper.number else "vorlage-b-26-0042"
    sheet.open(
        "quellen",
        f"[{wanted}]",
        "Das Papier selbst: erst als Quelle anlegen mit „portal new quellen“, dann hier nennen.",
    )


def free_number(wanted: str | None, taken: set[str]) -> str:
    """The printed number, or the next one that nobody has: two with one number could not be told apart."""
    number = wanted if wanted and wanted not in taken else next(str(n) for n in range(1, 1000) if str(n) not in taken)
    taken.add(number)
    return number


def tell_amounts(sheet: Sheet, paper: PaperFound) -> None:
    """The report's lines on money, the same for papers and inquiries."""
    if paper.amounts:
        lines = [amount.line for amount in paper.amounts]
        sheet.found.append(
            f"{count(len(lines), 'Betrag', 'Beträge')} ({'; '.join(dict.fromkeys(where([line]) for line in lines))})"
        )
    for budget in paper.budget_lines:
        sheet.found.append(f"Haushaltsstelle {budget.account} ({where([budget.line])})")
    if paper.jobs:
        sheet.found.append(
            f"{count(len(paper.jobs), 'Zahl', 'Zahlen')} von Stellen ({'; '.join(dict.fromkeys(where([jobs.line]) for jobs in paper.jobs))})"
        )
