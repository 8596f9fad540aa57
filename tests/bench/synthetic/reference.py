"""What the other records lean on: settings, topics, terms, sources, bodies, people, articles."""

from __future__ import annotations

import random
from collections.abc import Iterator

from .language import COMPOUNDS, prose, sentences, words
from .town import ARTICLES, COUNCIL, GROUPS, OFFICES, TOPICS, Town, day

_SETTINGS = """\
name: Musterstadt Transparenzportal
programm: Musterstadt
stadt: Musterstadt
leitsatz: Was in Musterstadt beschlossen wurde.
einleitung: Eine erfundene Stadt zum Messen.
wahlperioden: [{kennung: "2018", name: Wahlperiode 2018–2023, von: 2018-06-01, bis: 2023-05-31, quelle: quelle-0}]
lizenz: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/", nennung: Musterstadt}
repository: https://git.example/musterstadt/portal
einstieg: [projekt-0, vorlage-0]
kette: ["vorlage-0#punkt-1", projekt-0]
zahlen: [kennzahl-0]
suchbeispiele: [Haushaltsplan]
"""
_SOURCES = ("Presse", "Vorlage", "Niederschrift", "Amtliche Webseite", "Seite im Ratsinformationssystem")
_GIVEN = (
    "Ada", "Bo", "Cem", "Dora", "Enno", "Fee", "Gesa", "Hauke",
    "Ina", "Jonte", "Kaja", "Lasse", "Merle", "Nele", "Onno", "Pia",
)  # fmt: skip
_FAMILY = (
    "Aderhold", "Bieske", "Clausnitz", "Drewitz", "Ehmke", "Fintel", "Griepentrog", "Hinrichsen",
    "Iwersen", "Jessen", "Kruse", "Lüttjohann",
)  # fmt: skip


def files(town: Town, dice: random.Random) -> Iterator[tuple[str, str]]:
    yield "portal.yml", _SETTINGS
    yield "themen.yml", "".join(_topic(number) for number in range(TOPICS))
    yield "glossar.yml", "".join(_term(number, town, dice) for number in range(town.amounts["glossar"]))
    for number in range(town.amounts["quellen"]):
        yield f"quellen/quelle-{number}.yml", _source(number, town, dice)
    yield from _bodies(town, dice)
    for number in range(town.amounts["personen"]):
        yield f"personen/person-{number}.md", _person(number, town, dice)
    for number in range(ARTICLES):
        yield f"seiten/hintergrund-{number}.md", _article(number, town, dice)


def _topic(number: int) -> str:
    """Three fields of action, and topics that belong to them."""
    kind = "Handlungsfeld" if number < 3 else "Thema"
    above = "" if number < 3 else f"  teil-von: thema-{number % 3}\n"
    return f"thema-{number}:\n  titel: {kind} {number}\n  art: {kind}\n{above}"


def _term(number: int, town: Town, dice: random.Random) -> str:
    """Words that occur in the texts, so that pages explain them; of all kinds, from the rare to the frequent."""
    word = COMPOUNDS[number * len(COMPOUNDS) // town.amounts["glossar"]]
    see = f"  siehe: [{town.paper(dice)}]\n" if number % 3 == 0 else ""
    short = f"  kurzformen: [{word[:3].upper()}{number}]\n" if number % 4 == 0 else ""
    return f"wort-{number}:\n  begriff: {word}\n  erklaerung: {words(dice, 10)}.\n{short}{see}"


def _source(number: int, town: Town, dice: random.Random) -> str:
    kind = _SOURCES[number % len(_SOURCES)]
    paper = f"vorlage: vorlage-{number % town.amounts['beschluesse']}\n" if kind == "Vorlage" else ""
    caution = f"vorsicht: {words(dice, 8)}.\n" if number % 10 == 0 else ""
    return (
        f"titel: Quelle {number} {words(dice, 4)}\nart: {kind}\nherausgeber: Tageblatt\n"
        f"datum: {day(dice)}\nurl: https://presse.example/{number}\nabgerufen: 2026-01-01\nzugang: frei\n"
        f"belegt: {words(dice, 8)}.\n{paper}{caution}"
    )


def _bodies(town: Town, dice: random.Random) -> Iterator[tuple[str, str]]:
    standing = town.standing_bodies
    others = [f"verein-{number}" for number in range(town.amounts["gremien"] - len(standing))]
    for number, body in enumerate([*standing, *others]):
        yield (
            f"gremien/{body}.md",
            (
                f"---\nname: {body.title()}\n{_kind_of(body)}themen: [thema-{number % TOPICS}]\n"
                f"quellen: [{town.sources(dice, number)}]\n---\n{sentences(dice, 2)}\n"
            ),
        )


def _kind_of(body: str) -> str:
    if body == COUNCIL:
        return f"art: Vertretung\nsitze: [{{zahl: {sum(GROUPS.values())}, stichtag: 2018-06-01, quelle: quelle-0}}]\n"
    if body.startswith("ausschuss"):
        return f"art: Ausschuss\nteil-von: {COUNCIL}\n"
    if body in GROUPS:
        return f"art: Fraktion\nteil-von: {COUNCIL}\nsitze: [{{zahl: {GROUPS[body]}, stichtag: 2018-06-01, quelle: quelle-0}}]\n"
    if body in OFFICES:
        return "art: Verwaltung\n" if body == OFFICES[0] else f"art: Amt\nteil-von: {OFFICES[0]}\n"
    return "art: Verein oder Initiative\nwebseite: https://verein.example/\n"


def _person(number: int, town: Town, dice: random.Random) -> str:
    name = f"{_GIVEN[number % len(_GIVEN)]} {_FAMILY[number // len(_GIVEN) % len(_FAMILY)]}-{_numeral(number)}"
    group = list(GROUPS)[number % len(GROUPS)]
    return (
        f"---\nname: {name}\nrollen:\n  - {{funktion: Mitglied, gremium: {COUNCIL}, von: 2018, quelle: quelle-0}}\n"
        f"  - {{funktion: Mitglied, gremium: {group}, von: 2013-06, bis: 2018-05}}\n"
        f"quellen: [{town.sources(dice, number)}]\n---\n"
    )


def _numeral(number: int) -> str:
    """A made-up second name for every number, so that nobody shares a name."""
    syllables = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu")
    return "".join(syllables[int(digit)] for digit in f"{number:03}").title()


def _article(number: int, town: Town, dice: random.Random) -> str:
    style = "Leichte Sprache" if number == 0 else "Alltagssprache"
    links = [f"[[{town.paper(dice)}]]", f"[[{town.project(dice)}]]"]
    return (
        f"---\ntitel: Hintergrund {number} {words(dice, 3)}\nsprache: {style}\nreihenfolge: {number + 1}\n"
        f"kurzfassung: {sentences(dice, 2)}\nquellen: [{town.sources(dice, number)}]\n---\n{prose(dice, links)}\n{prose(dice, links)}"
    )
