"""Questions put to the administration, with answers from several sources."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from .language import sentences, words
from .town import COMMITTEES, GROUPS, OFFICES, Town, day, sitting_of, topic


def files(town: Town, dice: random.Random) -> Iterator[tuple[str, str]]:
    for number in range(town.amounts["fragen"]):
        yield f"fragen/anfrage-{number}.md", _inquiry(number, town, dice)


def _inquiry(number: int, town: Town, dice: random.Random) -> str:
    asked = day(dice)
    body = dice.choice(COMMITTEES)
    waits = number % 10 == 0
    answered = sitting_of(body, asked + dt.timedelta(days=40))
    answer = f"beantwortet: {{am: {answered}, gremium: {body}, von: [{dice.choice(OFFICES)}]}}\n"
    questions = "".join(_question(town, waits=waits, dice=dice) for _ in range(dice.randrange(1, 6)))
    return (
        f"---\ntitel: {words(dice, 5)}\nart: Anfrage\nthemen: [{topic(dice)}]\nkurzfassung: {sentences(dice, 2)}\n"
        f"gestellt: {{am: {asked}, von: [{town.person(dice)}, {dice.choice(list(GROUPS))}]}}\n"
        f"frist: {asked + dt.timedelta(days=60)}\n{'' if waits else answer}vorlage: [{town.paper(dice)}]\n"
        f"fragen:\n{questions}quellen: [{town.sources(dice, number)}]\n---\n"
        f"{sentences(dice, 3)} Siehe [[{town.paper(dice)}]].\n"
    )


def _question(town: Town, *, waits: bool, dice: random.Random) -> str:
    text = f"  - frage: {words(dice, 10)}?\n"
    if waits or dice.random() < 0.1:
        return f"{text}    stand: offen\n"
    partly = dice.random() < 0.2
    text += f"    stand: {'teilweise beantwortet' if partly else 'beantwortet'}\n    antwort: {sentences(dice, 3)}\n"
    text += f"    offen: {words(dice, 9)}.\n" if partly else ""
    sources = ", ".join({town.source(dice): None, town.source(dice): None})
    text += f"    projekte: [{town.project(dice)}]\n    beschluesse: [{town.paper(dice)}]\n    quelle: [{sources}]\n"
    if dice.random() < 0.2:
        text += f"    kennzahlen: [{town.figure(dice)}]\n    geld: [{{betrag: {dice.randrange(100, 9000)}, art: Ausgabe}}]\n"
    return text
