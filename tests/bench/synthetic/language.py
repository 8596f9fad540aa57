"""Sentences that look like those of council papers: a few words are everywhere, most are rare."""

from __future__ import annotations

import random
from itertools import accumulate, pairwise


def _listed(text: str) -> list[str]:
    return text.split()


_WORDS = _listed(
    """
    Stadt Rat Beschluss Antrag Haushalt Projekt Verwaltung Schule Verkehr Radweg Energie Digitalisierung
    Beteiligung Sitzung Ausschuss Konzept Planung Kosten Bericht Vorlage Straße Park Bücherei Netz App Daten
    Portal Stelle Jahr soll wird wurde mit für und oder auf bei nach über unter neu offen gemeinsam langfristig
    zusätzlich deutlich
    """
)
#: Council papers are full of compounds, each of which is rare: without them a search index would be small.
_FIRST = _listed(
    """
    Abfall Arbeits Ausbau Bau Betriebs Bildungs Brand Brücken Bürger Denkmal Energie Feuerwehr Finanz Förder
    Friedhofs Garten Gebühren Gesundheits Gewerbe Grundstücks Hafen Haushalts Hochwasser Jugend Kanal Kultur
    Lärm Landschafts Markt Mobilitäts Musik Natur Pflege Rechnungs Sanierungs Schul Senioren Siedlungs Sozial
    Spiel Sport Stadt Straßen Theater Umwelt Verkehrs Wahl Wald Wärme Wasser Wohnungs
    """
)
_LAST = _listed(
    """
    abgabe amt anlage antrag aufsicht ausschuss bedarf beirat bericht betrieb bilanz büro dienst entwicklung
    erweiterung fläche fonds gebiet gesellschaft gutachten haus kataster konferenz konzept kosten leitung liste
    maßnahme netz ordnung plan platz preis programm projekt prüfung rat satzung schutz sicherung stelle steuer
    strategie studie team umlage verband verein vertrag wesen zentrum
    """
)
COMPOUNDS = [first + last for first in _FIRST for last in _LAST]
#: One word in so many is a compound; the first of them are the most frequent.
_COMPOUND_EVERY = 5
_VOCABULARY = _WORDS + COMPOUNDS
_ROOTS = [(index / len(COMPOUNDS)) ** (1 / 3) for index in range(len(COMPOUNDS) + 1)]
_WEIGHTS = [
    *((_COMPOUND_EVERY - 1) / len(_WORDS) for _ in _WORDS),
    *(after - before for before, after in pairwise(_ROOTS)),
]
_CUMULATED = list(accumulate(_WEIGHTS))


def words(dice: random.Random, length: int) -> str:
    text = " ".join(dice.choices(_VOCABULARY, cum_weights=_CUMULATED, k=length))
    return text[0].upper() + text[1:]


def sentences(dice: random.Random, amount: int, length: int = 13) -> str:
    return " ".join(f"{words(dice, dice.randrange(length - 5, length + 6))}." for _ in range(amount))


def prose(dice: random.Random, links: list[str]) -> str:
    """Markdown of the length of a real record, with a heading, a list and links to other records."""
    seen = " und ".join(links)
    items = "".join(f"- {words(dice, 9)}\n" for _ in range(dice.randrange(2, 5)))
    return (
        f"{sentences(dice, 5)} Mehr dazu steht in {seen}.\n\n## {words(dice, 3)}\n\n{items}\n"
        f"{sentences(dice, 4)} **{words(dice, 4)}.**\n\n{sentences(dice, dice.randrange(2, 5))}\n"
    )
