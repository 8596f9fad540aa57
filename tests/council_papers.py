"""Invented council papers in the layouts of several systems, and what a draft made from each must hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from portal.imports.vorlage.draft import Draft, draft_of
from portal.imports.vorlage.reading import document
from portal.imports.vorlage.register import Known
from portal.load import load
from portal.load.text import split_front_matter
from portal.load.yamlevents import parse
from portal.validate import validate

FOLDER = Path(__file__).parent / "papers"
TOWN = Path(__file__).parent / "fixtures" / "musterstadt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What stands in a paper, whatever its layout."""

    type: str
    title: str
    number: str | None = None
    date: str | None = None
    stations: tuple[tuple[str, str, str], ...] = ()
    points: tuple[str, ...] = ()
    #: Number, and the first words of question and answer, for the places told in comments.
    questions: tuple[tuple[str, str, str], ...] = ()
    amounts: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


EXPECTED = {
    "tabulatoren": Expected(
        type="beschluesse",
        title="Blühstreifen statt Rasen an den Ausfallstraßen",
        number="BV 24/0107",
        date="2024-02-12",
        stations=(("bauausschuss", "2024-03-04", "Vorberatung"), ("stadtrat", "2024-03-21", "Entscheidung")),
        points=("1", "2", "2a", "2b", "2c", "3"),
        amounts=("48500", "31000", "6500"),
        fields={
            "art": "Beschlussvorlage",
            "aktenzeichen": "67.20-11",
            "anlagen": ["Lageplan der vier Straßen", "Pflegekonzept"],
        },
    ),
    "senkrechte-striche": Expected(
        type="beschluesse",
        title="Ein Sitzungssaal für alle",
        number="2023/118-1",
        date="2023-11-03",
        stations=(
            ("hauptausschuss", "2023-11-20", "Vorberatung"),
            ("stadtrat", "2023-12-07", "Entscheidung"),
            ("kinder-und-jugendbeirat", "2023-12-18", "Kenntnisnahme"),
        ),
        points=("1", "2", "3"),
        amounts=("1200000",),
        fields={"aktenzeichen": "10.24.6", "federfuehrung": "stadtverwaltung"},
    ),
    "eine-zelle-je-zeile": Expected(
        type="beschluesse",
        title="Neue Öffnungszeiten für das Freibad",
        number="VO/2025/033",
        date="2025-01-07",
        stations=(
            ("hauptausschuss", "2025-01-27", "Vorberatung"),
            ("bauausschuss", "2025-02-03", "Anhörung"),
            ("stadtrat", "2025-02-13", "Entscheidung"),
        ),
        points=("1", "2", "2a", "2b", "3"),
        fields={"art": "Beschlussvorlage", "federfuehrung": "stadtverwaltung"},
    ),
    "luecken": Expected(
        type="beschluesse",
        title="Brücke am Mühlbach: Stand der Arbeiten",
        number="88/2022",
        date="2022-09-09",
        stations=(("bauausschuss", "2022-09-19", "Kenntnisnahme"), ("stadtrat", "unbekannt", "Entscheidung")),
        amounts=("3450000", "1725000", "120000", "2100000", "1230000"),
        fields={"art": "Mitteilungsvorlage", "anlagen": ["Zeitplan", "Ansicht der neuen Brücke von Süden"]},
    ),
    "antrag": Expected(
        type="beschluesse",
        title="Trinkwasser in der Innenstadt",
        date="2024-06-05",
        stations=(("hauptausschuss", "2024-06-17", "Vorberatung"), ("stadtrat", "2024-07-04", "Entscheidung")),
        points=("1", "2"),
        fields={"art": "Antrag", "eingebracht-von": ["fraktion-sonne"]},
    ),
    "frage-antwort": Expected(
        type="fragen",
        title="Beantwortung der Anfrage der Fraktion Mond vom 3. April 2023 zu Ladesäulen",
        number="AF 23/0012",
        date="2023-04-20",
        stations=(("bauausschuss", "2023-05-08", "Kenntnisnahme"),),
        questions=(
            ("1", "Wie viele Ladesäulen gibt", "Es sind 42. Davon"),
            ("2", "Was haben sie gekostet?", "Insgesamt 612.300 Euro. Etwa"),
            ("3", "Wann folgen weitere?", "Das steht noch nicht"),
        ),
        amounts=("612300",),
    ),
    "erst-fragen": Expected(
        type="fragen",
        title="Warteliste für Kleingärten",
        number="2024-F-31",
        date="2024-10-14",
        questions=(
            ("1", "Wie viele Menschen stehen", "Zurzeit sind es 214."),
            ("2", "Wie lange warten sie", "Etwa vier Jahre."),
            ("3", "Plant die Stadt neue", "Ja. Am Südhang entstehen"),
            ("3a", "Falls ja, wo?", "Ja. Am Südhang entstehen"),
            ("3b", "Falls nein, warum nicht?", "Ja. Am Südhang entstehen"),
        ),
        amounts=("90000",),
    ),
    "offene-anfrage": Expected(
        type="fragen",
        title="Taubenhaus am Bahnhof",
        date="2025-03-11",
        questions=(
            ("1", "Seit wann ist das", ""),
            ("2", "Wer kümmert sich um", ""),
            ("3", "Welche Mittel sind im", ""),
        ),
    ),
    "markdown": Expected(
        type="beschluesse",
        title="Mehr Bäume",
        number="A-22-017",
        date="2021-06-04",
        stations=(("hauptausschuss", "2021-06-14", "Vorberatung"), ("stadtrat", "2021-07-08", "Entscheidung")),
        points=("1", "2", "3"),
        amounts=("75000",),
        fields={"art": "Antrag", "eingebracht-von": ["fraktion-stern"]},
    ),
    "spalte-nach-spalte": Expected(
        type="beschluesse",
        title="Hundewiese am Nordpark",
        number="VL-77/2025",
        date="2025-06-17",
        stations=(("hauptausschuss", "2025-07-01", "Vorberatung"), ("stadtrat", "2025-07-10", "Entscheidung")),
        points=("1", "2", "3"),
        amounts=("22400",),
        fields={"aktenzeichen": "612-07", "federfuehrung": "stadtverwaltung"},
    ),
    "ziffern": Expected(
        type="beschluesse",
        title="Radweg an der Talstraße",
        number="17/2041",
        date="2024-03-14",
        stations=(
            ("bauausschuss", "2024-04-08", "Vorberatung"),
            ("hauptausschuss", "2024-04-15", "Vorberatung"),
            ("stadtrat", "2024-04-25", "Entscheidung"),
        ),
        points=("1", "2", "3"),
        amounts=("1850000", "1110000"),
        fields={"art": "Beschlussvorlage", "anlagen": ["Lageplan", "Kostenberechnung"]},
    ),
    "zu-den-fragen": Expected(
        type="fragen",
        title="Anfrage zum Thema Wochenmarkt",
        number="AW-2022-15",
        date="2022-02-01",
        stations=(("hauptausschuss", "2022-02-07", "Kenntnisnahme"), ("stadtrat", "2022-02-17", "Kenntnisnahme")),
        questions=(
            ("1", "Wie hoch sind die", "Die Gebühr beträgt 3,50"),
            ("2", "Wann wird sie erhöht?", "Eine Erhöhung ist nicht"),
            ("3", "Wie viele Händler kommen?", "Etwa 40."),
        ),
        amounts=("3.50",),
    ),
    "fragen-in-klammern": Expected(
        type="fragen",
        title="Beantwortung einer Anfrage: Schulweg",
        date="2024-03-05",
        stations=(("bauausschuss", "2024-03-18", ""),),
        questions=(
            ("1", "Wann wird der Zebrastreifen", "Der Zebrastreifen kommt im"),
            ("2", "Warum dauert es so", "Nein. Es fehlte eine"),
            ("3", "Wird es Kontrollen geben?", "Ja, monatlich."),
        ),
    ),
}


def paper_text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@cache
def town() -> Known:
    """The invented town's bodies, people and sources."""
    return Known.of(validate(load(TOWN).records)[0])


def drafted(data: bytes, name: str) -> Draft:
    """The draft made from a file's bytes."""
    draft = draft_of(document(data, name), name, town())
    assert draft is not None, f"{name} is not taken for a council paper"
    return draft


def values_of(draft: Draft) -> dict[str, Any]:
    """The fields that the portal's loader reads from a draft."""
    return parse(split_front_matter(draft.text)[0])


def assert_holds(draft: Draft, expected: Expected) -> None:
    """Number, date, all stations, points, questions with the places of their answers, and amounts."""
    values = values_of(draft)
    assert (draft.type, values["titel"]) == (expected.type, expected.title)
    assert amounts_in(values) == sorted(expected.amounts, key=float)
    if expected.type == "beschluesse":
        assert (values.get("nummer"), values.get("datum")) == (expected.number, expected.date)
        stations = [(item["gremium"], item["termin"], item["rolle"]) for item in values["beratungsfolge"]]
        assert stations == [*expected.stations]
        assert [item["nr"] for item in values.get("beschlusspunkte", [])] == [*expected.points]
    else:
        comments = " ".join(line.strip("# ") for line in draft.text.splitlines() if line.lstrip().startswith("#"))
        for told in (expected.number, expected.date, *(part for station in expected.stations for part in station)):
            assert told is None or told in draft.text
        assert [item["nr"] for item in values["fragen"]] == [number for number, _, _ in expected.questions]
        for _, question, answer in expected.questions:
            assert re.search(rf"Frage: (?:Seite \d+, )?Zeile [^„]+„{re.escape(question)}", comments)
            assert not answer or re.search(rf"Antwort: (?:Seite \d+, )?Zeile [^„]+„{re.escape(answer)}", comments)
        answered = [bool(answer) for _, _, answer in expected.questions]
        assert [item["stand"] == "beantwortet" for item in values["fragen"]] == answered
    for key, value in expected.fields.items():
        assert values.get(key) == value, key


def amounts_in(value: Any) -> list[str]:
    """Every amount of a record, wherever it stands."""

    def walk(part: Any) -> list[str]:
        if isinstance(part, list):
            return [amount for item in part for amount in walk(item)]
        if isinstance(part, dict):
            own = [part["betrag"]] if part.get("betrag", "unbekannt") != "unbekannt" else []
            return [*own, *(amount for item in part.values() for amount in walk(item))]
        return []

    return sorted(walk(value), key=float)
