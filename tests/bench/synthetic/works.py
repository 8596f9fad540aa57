"""What is done and what is counted: projects with milestones, events, figures over time."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from .language import prose, sentences, words
from .town import COUNCIL, OFFICES, Town, day, topic

_KINDS = ("Projekt", "Projekt", "Projekt", "Pilotprojekt", "Arbeitskreis", "Phase")
_STATES = ("in Arbeit", "pausiert", "in Betrieb", "abgeschlossen", "nicht weiterverfolgt")


def files(town: Town, dice: random.Random) -> Iterator[tuple[str, str]]:
    for number in range(town.amounts["roadmap"]):
        yield f"roadmap/projekt-{number}.md", _project(number, town, dice)
    for number in range(town.amounts["ereignisse"]):
        yield f"ereignisse/ereignis-{number}.md", _event(number, town, dice)
    for number in range(town.amounts["kennzahlen"]):
        yield f"kennzahlen/kennzahl-{number}.md", _figure(number, town, dice)


def _project(number: int, town: Town, dice: random.Random) -> str:
    began = day(dice)
    above = f"teil-von: projekt-{number // 12}\n" if number > 11 else ""
    updates = "".join(
        f"  - {{datum: {began + dt.timedelta(days=90 * turn)}, stand: {dice.choice(_STATES)}, "
        f"notiz: {words(dice, 8)}., quelle: {town.source(dice)}}}\n"
        for turn in range(1, dice.randrange(2, 6))
    )
    return (
        f"---\ntitel: {words(dice, 4)}\nart: {dice.choice(_KINDS)}\n{above}kurzfassung: {sentences(dice, 2)}\n"
        f"federfuehrung: {dice.choice(OFFICES)}\npartner: [{dice.choice(OFFICES)}]\nleitung: [{town.person(dice)}]\n"
        f'grundlage: ["{town.point(dice)}"]\nzeitraum: {began.year}/{began.year + 3}\n'
        f"geld: [{{betrag: {dice.randrange(1000, 90000)}, art: Schätzung, stand: geplant, quelle: {town.source(dice)}}}]\n"
        f"stellen: [{{umfang: {dice.randrange(1, 9)}.5, stichtag: {began.year}}}]\n"
        f"verlauf:\n  - {{datum: {began}, stand: geplant, notiz: {words(dice, 8)}.}}\n{updates}"
        f"meilensteine:\n{_milestones(began, dice)}"
        f"themen: [{topic(dice)}, {topic(dice)}]\ngeprueft: 2026-01-01\n"
        f"quellen: [{town.sources(dice, number)}]\n---\n{prose(dice, [f'[[{town.paper(dice)}]]', f'[[{town.project(dice)}]]'])}"
    )


def _milestones(began: dt.date, dice: random.Random) -> str:
    """Promised, some of them promised again, some reached, some given up."""
    text = ""
    for turn in range(dice.randrange(1, 4)):
        planned = began + dt.timedelta(days=200 + 100 * turn)
        text += f"  - titel: {words(dice, 3)}\n    geplant: {planned}\n"
        later = planned + dt.timedelta(days=120)
        if dice.random() < 0.4:
            text += f"    umplanungen: [{{datum: {planned}, neu: {later}, grund: {words(dice, 5)}.}}]\n"
        fate = dice.randrange(4)
        text += f"    erreicht: {later}\n" if fate < 2 else f"    entfallen: {later}\n" if fate == 2 else ""
    return text


def _event(number: int, town: Town, dice: random.Random) -> str:
    return (
        f"---\ntitel: {words(dice, 5)}\ndatum: {day(dice)}\nstand: erfolgt\nort: Rathaus\n"
        f"beteiligte: [{dice.choice(OFFICES)}, {town.person(dice)}]\nzu: [{town.project(dice)}]\n"
        f"quellen: [{town.sources(dice, number)}]\n---\n{sentences(dice, 3)}\n"
    )


def _figure(number: int, town: Town, dice: random.Random) -> str:
    series = "".join(
        f"  - titel: Reihe {kind} {number}\n    zaehlung: {words(dice, 4)}\n    werte:\n{_values(kind, town, dice)}"
        for kind in ("Soll", "Ist")
    )
    return (
        f"---\ntitel: Kennzahl {number} {words(dice, 3)}\neinheit: Vollzeitstellen\nthemen: [{topic(dice)}]\n"
        f"kurzfassung: {sentences(dice, 2)}\nreihen:\n{series}zu: [{town.project(dice)}, {COUNCIL}]\n"
        f"quellen: [{town.sources(dice, number)}]\n---\n{sentences(dice, 3)}\n"
    )


def _values(kind: str, town: Town, dice: random.Random) -> str:
    first = dice.randrange(2010, 2016)
    return "".join(
        f"      - {{stichtag: {year}, wert: {dice.randrange(10, 900)}, art: {kind}, quelle: {town.source(dice)}}}\n"
        for year in range(first, first + dice.randrange(4, 10))
    )
