"""A draft while it is being filled in: values, comments saying where each was found, and what to tell the editor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from portal.imports.vorlage.lines import Line, spot, text_of
from portal.imports.vorlage.money import AmountFound, BudgetLine, JobsFound
from portal.records.references import Location
from portal.records.words import Accuracy
from portal.writing.yamltext import Placeholder, Value


@dataclass(slots=True)
class Sheet:
    """Fields in the order of the record, each with its comment."""

    values: dict[str, Any] = field(default_factory=dict)
    comments: dict[Location, str] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def put(self, key: str, value: Value, comment: str = "") -> None:
        self.values[key] = value
        self.note((key,), comment)

    def open(self, key: str, example: str, comment: str = "") -> None:
        """A field that is still to be filled in."""
        self.put(key, Placeholder(example=example), comment)

    def note(self, place: Location, comment: str) -> None:
        """One more sentence above a place. Lines are those of the paper, not of the draft."""
        if comment:
            comment = re.sub(r"^(?=(?:Seite|Zeile) \d)", "Papier, ", comment)
            self.comments[place] = "\n".join(filter(None, [self.comments.get(place, ""), comment]))


def where(lines: Sequence[Line]) -> str:
    return str(spot(lines))


def begins(lines: Sequence[Line]) -> str:
    """The first words of a passage, enough to find it and too few to copy it."""
    words = re.sub(r"[„“”\"»«]", "", text_of(lines)).split()
    return " ".join(words[:4]) + (" …" if len(words) > 4 else "")


def keys_of(lines: Sequence[Line]) -> set[tuple[int | None, int]]:
    """Lines by their places, to see which passage holds which amount."""
    return {(line.page, line.number) for line in lines if line.words}


def amount_text(amount: Decimal) -> str:
    """As records write numbers: digits, and a point before the cents."""
    return str(int(amount)) if amount == amount.to_integral_value() else f"{amount:.2f}"


def money_item(amount: AmountFound) -> dict[str, Value]:
    exact = amount.accuracy is Accuracy.EXACT
    return {
        "betrag": amount_text(amount.amount),
        **({} if exact else {"genauigkeit": str(amount.accuracy)}),
        **({"zeitraum": amount.period} if amount.period else {}),
        "art": Placeholder(example="Ausgabe"),
        "stand": Placeholder(example="geplant"),
        "zweck": Placeholder(example="wofür das Geld ist, in eigenen Worten"),
    }


def jobs_item(jobs: JobsFound) -> dict[str, Value]:
    exact = jobs.accuracy is Accuracy.EXACT
    return {
        "umfang": format(jobs.amount.normalize(), "f"),
        **({} if exact else {"genauigkeit": str(jobs.accuracy)}),
        "zaehlung": Placeholder(example="wer mitgezählt ist"),
        "stand": Placeholder(example="geplant"),
        "zweck": Placeholder(example="wofür die Stellen sind"),
    }


def budget_item(line: BudgetLine) -> dict[str, Value]:
    return {
        "betrag": "unbekannt",
        "haushaltsstelle": line.account,
        **({"zeitraum": line.years} if line.years else {}),
        "art": Placeholder(example="Ansatz"),
        "zweck": Placeholder(example="wofür das Geld ist, in eigenen Worten"),
    }


def add_money(sheet: Sheet, key: str, place: Location, amounts: Sequence[AmountFound]) -> list[Value]:
    """Items for amounts that stand in one passage, each with its comment; the same amount twice counts once."""
    items: list[Value] = []
    seen: dict[tuple[Decimal, Accuracy, str | None], int] = {}
    for amount in amounts:
        key_of = (amount.amount, amount.accuracy, amount.period)
        known = seen.get(key_of)
        here = where([amount.line])
        if known is not None:
            sheet.note((*place, key, known), f"Auch: {here}")
            continue
        seen[key_of] = len(items)
        doubt = "" if amount.sure else " Ohne Währung daneben: Bitte prüfen, ob das ein Betrag in Euro ist."
        sheet.note((*place, key, len(items)), f"{here}{doubt}")
        items.append(money_item(amount))
    return items


def add_jobs(sheet: Sheet, key: str, place: Location, jobs: Sequence[JobsFound]) -> list[Value]:
    items: list[Value] = []
    for found in jobs:
        sheet.note((*place, key, len(items)), where([found.line]))
        items.append(jobs_item(found))
    return items
