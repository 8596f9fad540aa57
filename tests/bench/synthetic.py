"""A made-up town of any size, the same for the same size: records shaped like real ones."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

_WORDS = [
    "Stadt",
    "Rat",
    "Beschluss",
    "Antrag",
    "Haushalt",
    "Projekt",
    "Verwaltung",
    "Schule",
    "Verkehr",
    "Radweg",
    "Energie",
    "Digitalisierung",
    "Beteiligung",
    "Sitzung",
    "Ausschuss",
    "Konzept",
    "Planung",
    "Kosten",
    "Bericht",
    "Vorlage",
    "Straße",
    "Park",
    "Bücherei",
    "Netz",
    "App",
    "Daten",
    "Portal",
    "Stelle",
    "Jahr",
    "soll",
    "wird",
    "wurde",
    "mit",
    "für",
    "und",
    "oder",
    "auf",
    "bei",
    "nach",
    "über",
    "unter",
    "neu",
    "offen",
    "gemeinsam",
    "langfristig",
    "zusätzlich",
    "deutlich",
]
#: Council papers are full of compounds, each of which is rare: without them a search index would be small.
_FIRST = [
    "Abfall",
    "Arbeits",
    "Ausbau",
    "Bau",
    "Betriebs",
    "Bildungs",
    "Brand",
    "Brücken",
    "Bürger",
    "Denkmal",
    "Energie",
    "Feuerwehr",
    "Finanz",
    "Förder",
    "Friedhofs",
    "Garten",
    "Gebühren",
    "Gesundheits",
    "Gewerbe",
    "Grundstücks",
    "Hafen",
    "Haushalts",
    "Hochwasser",
    "Jugend",
    "Kanal",
    "Kultur",
    "Lärm",
    "Landschafts",
    "Markt",
    "Mobilitäts",
    "Musik",
    "Natur",
    "Pflege",
    "Rechnungs",
    "Sanierungs",
    "Schul",
    "Senioren",
    "Siedlungs",
    "Sozial",
    "Spiel",
    "Sport",
    "Stadt",
    "Straßen",
    "Theater",
    "Umwelt",
    "Verkehrs",
    "Wahl",
    "Wald",
    "Wärme",
    "Wasser",
    "Wohnungs",
]
_LAST = [
    "abgabe",
    "amt",
    "anlage",
    "antrag",
    "aufsicht",
    "ausschuss",
    "bedarf",
    "beirat",
    "bericht",
    "betrieb",
    "bilanz",
    "büro",
    "dienst",
    "entwicklung",
    "erweiterung",
    "fläche",
    "fonds",
    "gebiet",
    "gesellschaft",
    "gutachten",
    "haus",
    "kataster",
    "konferenz",
    "konzept",
    "kosten",
    "leitung",
    "liste",
    "maßnahme",
    "netz",
    "ordnung",
    "plan",
    "platz",
    "preis",
    "programm",
    "projekt",
    "prüfung",
    "rat",
    "satzung",
    "schutz",
    "sicherung",
    "stelle",
    "steuer",
    "strategie",
    "studie",
    "team",
    "umlage",
    "verband",
    "verein",
    "vertrag",
    "wesen",
    "zentrum",
]
_COMPOUNDS = [first + last for first in _FIRST for last in _LAST]
#: One word in so many is a compound.
_COMPOUND_EVERY = 5
_BODIES = [f"ausschuss-{number}" for number in range(1, 12)] + ["stadtvertretung"]
_TOPICS = [f"thema-{number}" for number in range(1, 13)]

#: How a register is made up, in parts of a hundred.
_SHARES = {"beschluesse": 62, "roadmap": 8, "fragen": 10, "quellen": 12, "ereignisse": 5, "personen": 3}


def write(folder: Path, count: int) -> None:
    """Write a data folder with about `count` records."""
    for path, text in files(count):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def files(count: int) -> Iterator[tuple[str, str]]:
    dice = random.Random(count)  # noqa: S311 - the same town every time, not a secret
    amounts = {name: max(1, count * share // 100) for name, share in _SHARES.items()}
    yield "portal.yml", _PORTAL
    yield "themen.yml", "".join(f"{topic}:\n  titel: Thema {topic[6:]}\n" for topic in _TOPICS)
    for body in _BODIES:
        kind = "Vertretung" if body == "stadtvertretung" else "Ausschuss"
        yield f"gremien/{body}.md", f"---\nname: {body.title()}\nart: {kind}\nquellen: [quelle-0]\n---\n"
    for number in range(amounts["quellen"]):
        yield f"quellen/quelle-{number}.yml", _source(number, dice)
    for number in range(amounts["personen"]):
        yield f"personen/person-{number}.md", _person(number)
    for number in range(amounts["beschluesse"]):
        yield f"beschluesse/vorlage-{number}.md", _paper(number, amounts["quellen"], dice)
    for number in range(amounts["roadmap"]):
        yield f"roadmap/projekt-{number}.md", _project(number, amounts, dice)
    for number in range(amounts["fragen"]):
        yield f"fragen/anfrage-{number}.md", _inquiry(number, amounts, dice)
    for number in range(amounts["ereignisse"]):
        yield f"ereignisse/ereignis-{number}.md", _event(number, amounts["quellen"], dice)


_PORTAL = """\
name: Musterstadt Transparenzportal
programm: Musterstadt
stadt: Musterstadt
leitsatz: Was in Musterstadt beschlossen wurde.
einleitung: Eine erfundene Stadt zum Messen.
lizenz: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/", nennung: Musterstadt}
repository: https://git.example/musterstadt/portal
"""


def _source(number: int, dice: random.Random) -> str:
    return (
        f"titel: Quelle {number} {_sentence(dice, 4)}\nart: Presse\nherausgeber: Tageblatt\n"
        f"datum: {_day(dice)}\nurl: https://presse.example/{number}\nabgerufen: 2026-01-01\n"
    )


def _person(number: int) -> str:
    return f"---\nname: Person {number}\nrollen: [{{funktion: Mitglied, gremium: stadtvertretung, von: 2018}}]\nquellen: [quelle-0]\n---\n"


def _paper(number: int, sources: int, dice: random.Random) -> str:
    day = _day(dice)
    committee = dice.randrange(len(_BODIES) - 1)
    first = _sitting(day, committee + 1)
    second = _sitting(first, 20)
    yes, no = dice.randrange(20, 39), dice.randrange(0, 18)
    result = dice.choice(("beschlossen", "beschlossen", "abgelehnt", "vertagt", "unbekannt"))
    if result == "abgelehnt":
        yes, no = no, yes
    predecessor = f"vorgaenger: [vorlage-{dice.randrange(number)}]\n" if number and dice.random() < 0.3 else ""
    points = "".join(f"  - {_sentence(dice, 14)}\n" for _ in range(dice.randrange(1, 5)))
    return (
        f"---\ntitel: {_sentence(dice, 6)}\nnummer: B {day:%y}/{number:04}\nart: Beschlussvorlage\ndatum: {day}\n"
        f"themen: [{dice.choice(_TOPICS)}]\nkurzfassung: {_sentence(dice, 18)}\nberatungsfolge:\n"
        f"  - {{gremium: {_BODIES[committee]}, termin: {first}, rolle: Vorberatung, ergebnis: empfohlen}}\n"
        f"  - gremium: stadtvertretung\n    termin: {second}\n    rolle: Entscheidung\n    ergebnis: {result}\n"
        f"    stimmen: {{ja: {yes}, nein: {no}}}\n    quelle: quelle-{dice.randrange(sources)}\n"
        f"beschlusspunkte:\n{points}finanzen: [{{betrag: {dice.randrange(1000, 900000)}.00, art: Ansatz, zweck: {_sentence(dice, 3)}}}]\n"
        f"{predecessor}quellen: [quelle-{dice.randrange(sources)}]\n---\n{_prose(dice)}"
    )


def _project(number: int, amounts: dict[str, int], dice: random.Random) -> str:
    day = _day(dice)
    return (
        f"---\ntitel: {_sentence(dice, 4)}\nkurzfassung: {_sentence(dice, 15)}\nfederfuehrung: stadtvertretung\n"
        f"grundlage: [vorlage-{dice.randrange(amounts['beschluesse'])}#punkt-1]\nverlauf:\n"
        f"  - {{datum: {day}, stand: geplant, notiz: {_sentence(dice, 8)}}}\n"
        f"  - {{datum: {day + dt.timedelta(days=200)}, stand: in Arbeit}}\n"
        f"meilensteine: [{{titel: {_sentence(dice, 3)}, geplant: {day + dt.timedelta(days=300)}}}]\n"
        f"themen: [{dice.choice(_TOPICS)}]\nquellen: [quelle-{dice.randrange(amounts['quellen'])}]\n---\n{_prose(dice)}"
    )


def _inquiry(number: int, amounts: dict[str, int], dice: random.Random) -> str:
    day = _day(dice)
    questions = "".join(
        f"  - frage: {_sentence(dice, 10)}\n    stand: beantwortet\n    antwort: {_sentence(dice, 40)}\n"
        for _ in range(dice.randrange(1, 6))
    )
    return (
        f"---\ntitel: {_sentence(dice, 5)}\ngestellt: {{am: {day}, von: person-0}}\n"
        f"beantwortet: {{am: {day + dt.timedelta(days=40)}, gremium: {dice.choice(_BODIES)}}}\nfragen:\n{questions}"
        f"quellen: [quelle-{dice.randrange(amounts['quellen'])}]\n---\nSiehe [[vorlage-{dice.randrange(amounts['beschluesse'])}]].\n"
    )


def _event(number: int, sources: int, dice: random.Random) -> str:
    return f"---\ntitel: {_sentence(dice, 5)}\ndatum: {_day(dice)}\nstand: erfolgt\nquellen: [quelle-{dice.randrange(sources)}]\n---\n"


def _sitting(after: dt.date, day: int) -> dt.date:
    """Bodies meet once a month, so that a meeting has several papers."""
    return (after.replace(day=28) + dt.timedelta(days=4)).replace(day=day)


def _day(dice: random.Random) -> dt.date:
    return dt.date(2010, 1, 1) + dt.timedelta(days=dice.randrange(5400))


def _sentence(dice: random.Random, length: int) -> str:
    text = " ".join(_word(dice) for _ in range(length))
    return text[0].upper() + text[1:]


def _word(dice: random.Random) -> str:
    """A few words are everywhere, most are rare."""
    if dice.randrange(_COMPOUND_EVERY):
        return dice.choice(_WORDS)
    return _COMPOUNDS[int(len(_COMPOUNDS) * dice.random() ** 3)]


def _prose(dice: random.Random) -> str:
    return "\n\n".join(_sentence(dice, 60) + "." for _ in range(3)) + "\n"
