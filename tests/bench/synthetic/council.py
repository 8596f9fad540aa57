"""Council papers with their way through the bodies, and meetings that have files of their own."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from .language import prose, sentences, words
from .town import COMMITTEES, COUNCIL, GROUPS, OFFICES, Town, is_notice, sitting_of, topic

_KINDS = ("Beschlussvorlage", "Beschlussvorlage", "Beschlussvorlage", "Antrag", "Satzung")
_RESULTS = ("beschlossen", "beschlossen", "geändert beschlossen", "abgelehnt", "vertagt", "unbekannt")
_STATES = ("umgesetzt", "teilweise", "in Arbeit", "offen", "nicht nachvollziehbar")
#: The last day that something can be known of.
_KNOWN = dt.date(2026, 1, 1)


def files(town: Town, dice: random.Random) -> Iterator[tuple[str, str]]:
    for number in range(town.amounts["beschluesse"]):
        yield f"beschluesse/vorlage-{number}.md", _paper(number, town, dice)
    for number in range(town.amounts["sitzungen"]):
        yield _meeting(number, town, dice)


def _paper(number: int, town: Town, dice: random.Random) -> str:
    date = town.paper_days[number]
    notice = is_notice(number)
    kind = "Mitteilungsvorlage" if notice else dice.choice(_KINDS)
    lead = f"federfuehrung: {dice.choice(OFFICES)}\n"
    mover = f"eingebracht-von: [{dice.choice(list(GROUPS))}]\n" if kind == "Antrag" else lead
    before = f"vorgaenger: [vorlage-{dice.randrange(number)}]\n" if number and dice.random() < 0.3 else ""
    points = "" if notice else "beschlusspunkte:\n" + "".join(_points(town, date, dice))
    links = [f"[[{town.project(dice)}]]", town.paper_numbers[dice.randrange(number + 1)]]
    return (
        f"---\ntitel: {words(dice, 6)}\nnummer: {town.paper_numbers[number]}\nart: {kind}\ndatum: {date}\n{mover}"
        f"themen: [{topic(dice)}]\nkurzfassung: {sentences(dice, 2)}\n"
        f"beratungsfolge:\n{_way(town, date, notice=notice, dice=dice)}{points}"
        f"finanzen: [{{betrag: {dice.randrange(1000, 900000)}.00, art: Ansatz, zweck: {words(dice, 3)}}}]\n"
        f"{before}{_asides(number, town, dice)}quellen: [{town.sources(dice, number)}]\n---\n{prose(dice, links)}"
    )


def _way(town: Town, date: dt.date, *, notice: bool, dice: random.Random) -> str:
    committee = dice.choice(COMMITTEES)
    first = sitting_of(committee, date)
    if notice:
        return f"  - {{gremium: {committee}, termin: {first}, rolle: Kenntnisnahme, ergebnis: zur Kenntnis genommen}}\n"
    final = sitting_of(COUNCIL, first)
    top = f"Ö {dice.randrange(1, 30)}"
    return (
        f"  - {{gremium: {committee}, termin: {first}, rolle: Vorberatung, top: {top}, ergebnis: empfohlen}}\n"
        f"  - gremium: {COUNCIL}\n    termin: {final}\n    rolle: Entscheidung\n    top: {top}\n"
        f"{_outcome(dice)}    quelle: {town.source(dice)}\n"
    )


def _outcome(dice: random.Random) -> str:
    """What came out, how many were for it, and in one of three cases how the groups voted."""
    result = dice.choice(_RESULTS)
    if result in ("vertagt", "unbekannt"):
        return f"    ergebnis: {result}\n"
    counts = _votes(dice)
    if result == "abgelehnt":
        counts = {group: (no, yes, abstained) for group, (yes, no, abstained) in counts.items()}
    yes, no, abstained = (sum(votes) for votes in zip(*counts.values(), strict=True))
    groups = "".join(
        f"        - {{fraktion: {group}, ja: {for_it}, nein: {against}, enthaltung: {neither}}}\n"
        for group, (for_it, against, neither) in counts.items()
    )
    by_group = f"      nach-fraktion:\n{groups}" if dice.random() < 0.33 else ""
    majority = "mehrheitlich" if no else "einstimmig"
    return (
        f"    ergebnis: {result}\n    mehrheit: {majority}\n    stimmen:\n      ja: {yes}\n      nein: {no}\n"
        f"      enthaltung: {abstained}\n{by_group}"
    )


def _votes(dice: random.Random) -> dict[str, tuple[int, int, int]]:
    """Groups vote for it until it has a majority; the others as they like."""
    counts: dict[str, tuple[int, int, int]] = {}
    majority = sum(GROUPS.values()) // 2
    won = 0
    for group in dice.sample(list(GROUPS), len(GROUPS)):
        seats = GROUPS[group]
        way = 0 if won <= majority else dice.randrange(3)
        won += seats if way == 0 else 0
        counts[group] = (seats * (way == 0), seats * (way == 1), seats * (way == 2))
    return counts


def _points(town: Town, date: dt.date, dice: random.Random) -> Iterator[str]:
    for _ in range(dice.randrange(1, 5)):
        if dice.random() < 0.5:
            yield f"  - {words(dice, 14)}.\n"
            continue
        known = min(date + dt.timedelta(days=400), _KNOWN)
        yield (
            f"  - titel: {words(dice, 3)}\n    text: {sentences(dice, 2)}\n    frist: {date.year + 2}\n"
            f"    geld: [{{betrag: {dice.randrange(1000, 90000)}, art: Obergrenze, stand: geplant}}]\n"
            f"    umsetzung: {{stand: {dice.choice(_STATES)}, datum: {known}, belege: [{town.project(dice)}], "
            f"quelle: [{town.source(dice)}]}}\n"
        )


def _asides(number: int, town: Town, dice: random.Random) -> str:
    """What only some papers have."""
    text = f"anlagen: [{{titel: {words(dice, 3)}, url: https://rat.example/{number}.pdf}}]\n" if number % 2 else ""
    if number % 20 == 3:
        text += (
            f"widersprueche:\n  - worum: {words(dice, 6)}?\n    angaben:\n"
            f"      - {{wert: {dice.randrange(10, 90)}, quelle: {town.source(dice)}}}\n"
            f"      - {{wert: {dice.randrange(100, 900)}, quelle: {town.source(dice)}}}\n"
        )
    if number % 20 == 5:
        text += f"offen: [{{frage: {words(dice, 7)}?, gesucht: {words(dice, 4)}}}]\n"
    if number % 50 == 7:
        text += f"korrekturen: [{{datum: 2025-11-03, text: {words(dice, 9)}.}}]\n"
    if number % 50 == 9:
        text += f"fruehere-kennungen: [alte-vorlage-{number}]\n"
    return text


def _meeting(number: int, town: Town, dice: random.Random) -> tuple[str, str]:
    """The committees in turn, month by month."""
    body = COMMITTEES[number % len(COMMITTEES)]
    month = number // len(COMMITTEES)
    date = sitting_of(body, dt.date(2012 + month // 12, month % 12 + 1, 1))
    text = (
        f"---\ntitel: Sitzung {words(dice, 3)}\ngremium: {body}\ntermin: {date}\nbeginn: 18:15\nort: Ratssaal\n"
        f"stand: stattgefunden\ntagesordnung:\n  - {{titel: {words(dice, 4)}, top: Ö 1, zu: [{town.project(dice)}]}}\n"
        f"quellen: [{town.sources(dice, number)}]\n---\n{sentences(dice, 3)}\n"
    )
    return f"sitzungen/{body}-{date}.md", text
