"""Two versions of a record become sentences in the words of the models."""

from __future__ import annotations

from typing import Any

import pytest
from portal.history.compare import compare, compare_prose
from portal.history.model import ChangeKind
from portal.history.phrases import NOT_NAMED, Phrases
from portal.load.yamlevents import parse
from portal.records import RECORD_TYPES
from portal.register.entries import Key

_TITLES = {
    Key("gremien", "rat"): "Stadtrat",
    Key("gremien", "sonne"): "Fraktion Sonne",
    Key("quellen", "blatt"): "Amtsblatt",
    Key("quellen", "heft"): "Heft 3",
    Key("beschluesse", "platz"): "Ein Platz für alle",
}
_PHRASES = Phrases(_TITLES)


def told(type_name: str, before: str, after: str) -> list[str]:
    """What changed, with plain spaces."""
    values: list[dict[str, Any]] = [parse(text) if text else {} for text in (before, after)]
    changes = compare(RECORD_TYPES[type_name].model, *values, _PHRASES)
    return [change.words.replace("\u00a0", " ") for change in changes]


_STATION = "beratungsfolge: [{{gremium: rat, termin: 2022-06-14, {0}}}]"
_RAT = "Beratungsfolge, Stadtrat, 14. Juni 2022"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("ergebnis: unbekannt", "ergebnis: beschlossen, stimmen: {ja: 29, nein: 6}", f"{_RAT}, Ergebnis: unbekannt → beschlossen, 29 : 6"),
        ("rolle: Entscheidung", "rolle: Entscheidung, ergebnis: vertagt", f"{_RAT}, Ergebnis: unbekannt → vertagt"),
        (
            "ergebnis: beschlossen, stimmen: {ja: 29, nein: 6}",
            "ergebnis: beschlossen, stimmen: {ja: 29, nein: 5, enthaltung: 1}",
            f"{_RAT}, Ergebnis: beschlossen, 29 : 6 → beschlossen, 29 : 5, 1 Enthaltung",
        ),
        ("top: Ö 5", "top: Ö 6", f"{_RAT}, TOP: Ö 5 → Ö 6"),
        ("mehrheit: unbekannt", "mehrheit: einstimmig", f"{_RAT}, Mehrheit: unbekannt → einstimmig"),
        ("quelle: blatt", "quelle: [blatt, heft]", f"{_RAT}, Quelle hinzugefügt: Heft 3"),
        (
            "stimmen: {ja: 9, nein: 0}",
            "stimmen: {ja: 9, nein: 0, nach-fraktion: [{fraktion: sonne, ja: 9, nein: 0}]}",
            f"{_RAT}, Stimmen, Nach Fraktion hinzugefügt: Fraktion Sonne: 9 : 0",
        ),
    ],
)  # fmt: skip
def test_a_station_is_told_by_body_and_day(before: str, after: str, expected: str) -> None:
    assert told("beschluesse", _STATION.format(before), _STATION.format(after)) == [expected]


def test_saying_what_goes_without_saying_is_no_change() -> None:
    assert (
        told("beschluesse", "art: Antrag", "art: Antrag\noeffentlich: ja\ndatum: unbekannt\nnummer:\nthemen: []") == []
    )


def test_an_inserted_item_moves_no_other() -> None:
    before = "beratungsfolge: [{gremium: rat, termin: 2022-06-14, ergebnis: beschlossen}]"
    after = "beratungsfolge:\n- {gremium: sonne, termin: 2022-05-01, ergebnis: empfohlen}\n- {gremium: rat, termin: 2022-06-14, ergebnis: beschlossen}"
    assert told("beschluesse", before, after) == ["Beratungsfolge hinzugefügt: Fraktion Sonne, 1. Mai 2022: empfohlen"]
    assert told("beschluesse", after, before) == ["Beratungsfolge entfernt: Fraktion Sonne, 1. Mai 2022: empfohlen"]


def test_a_station_whose_day_becomes_known_is_the_same_station() -> None:
    before = "beratungsfolge: [{gremium: rat, termin: unbekannt, rolle: Entscheidung}, {gremium: sonne, termin: 2021}]"
    after = "beratungsfolge: [{gremium: rat, termin: 2022-06, rolle: Entscheidung}, {gremium: sonne, termin: 2021}]"
    assert told("beschluesse", before, after) == ["Beratungsfolge, Stadtrat, Juni 2022, Termin: unbekannt → Juni 2022"]


def test_a_milestone_is_replanned_and_reached() -> None:
    before = "meilensteine: [Konzept, {titel: Eröffnung, geplant: 2026-06}]"
    after = (
        "meilensteine:\n- Konzept\n- titel: Eröffnung\n  geplant: 2026-06\n  erreicht: 2027-05-01\n"
        "  umplanungen: [{datum: 2026-05, neu: 2027-Q2, grund: Lieferung}]"
    )
    assert told("roadmap", before, after) == [
        "Meilensteine, Eröffnung, Umplanungen hinzugefügt: Mai 2026: 2. Quartal 2027, Lieferung",
        "Meilensteine, Eröffnung, Erreicht hinzugefügt: 1. Mai 2027",
    ]


def test_a_new_status_is_told_with_its_day() -> None:
    before = "verlauf: [{datum: 2024, stand: geplant}]"
    after = "verlauf: [{datum: 2024, stand: geplant}, {datum: 2025-02-01, stand: in Betrieb, notiz: Sie läuft.}]"
    assert told("roadmap", before, after) == ["Verlauf hinzugefügt: 1. Februar 2025: in Betrieb, Sie läuft."]


def test_values_of_a_series_are_found_by_their_day() -> None:
    row = "reihen: [{{titel: Personal, werte: [{{stichtag: 2023, wert: {0}}}, {{stichtag: 2024, wert: 3.0}}]}}]"
    assert told("kennzahlen", row.format("2.3"), row.format("2.5, genauigkeit: rund")) == [
        "Reihen, Personal, Werte, 2023, Wert: 2,3 → rund 2,5"
    ]


def test_money_and_jobs_are_told_as_amounts() -> None:
    before = "finanzen: [{zweck: Leuchttürme, betrag: unbekannt}]\nstellen: [{zweck: Büro, umfang: 3}]"
    after = "finanzen: [{zweck: Leuchttürme, betrag: 12000000.00, genauigkeit: höchstens}]\nstellen: [{zweck: Büro, umfang: 3.5}]"
    assert told("beschluesse", before, after) == [
        "Finanzen, Leuchttürme, Betrag: unbekannt → höchstens 12.000.000 Euro",
        "Stellen, Büro, Umfang: 3 Vollzeitstellen → 3,5 Vollzeitstellen",
    ]


def test_points_and_questions_have_the_numbers_they_have_on_the_page() -> None:
    before = "beschlusspunkte:\n- Der Garten entsteht.\n- {nr: 2a, text: Er kostet etwas.}"
    after = "beschlusspunkte:\n- {text: Der Garten entsteht., umsetzung: {stand: umgesetzt}}\n- {nr: 2a, text: Er kostet nichts.}"
    assert told("beschluesse", before, after) == [
        "Beschlusspunkte, Punkt 1, Umsetzung, Stand der Umsetzung hinzugefügt: umgesetzt",
        "Beschlusspunkte, Punkt 2a, Text: Er kostet etwas. → Er kostet nichts.",
    ]


def test_a_text_rewritten_in_part_is_the_same_item() -> None:
    before = "offen: [Wie lang ist der Faden am Ende?, Wer zahlt?]"
    after = "offen: [Wie lang ist der rote Faden am Ende?, Wer zahlt?]"
    assert told("roadmap", before, after) == [
        "Offene Punkte, Wie lang ist der rote Faden am Ende?, Offene Frage: "
        "Wie lang ist der Faden am Ende? → Wie lang ist der rote Faden am Ende?"
    ]


def test_another_order_of_points_is_told() -> None:
    before, after = "beschlusspunkte: [Erstens dies, Dann jenes]", "beschlusspunkte: [Dann jenes, Erstens dies]"
    assert told("beschluesse", before, after) == ["Beschlusspunkte: Reihenfolge geändert"]


def test_names_of_records_are_their_titles_and_of_points_their_numbers() -> None:
    assert told("roadmap", "grundlage: []", "grundlage: [platz#punkt-2a, beschluesse/platz, weg]") == [
        "Grundlage hinzugefügt: Ein Platz für alle, Punkt 2a, Ein Platz für alle, weg"
    ]


def test_who_is_no_longer_in_the_register_is_not_named() -> None:
    assert told("beschluesse", "bearbeitung: otto-normal", "") == [f"Bearbeitung entfernt: {NOT_NAMED}"]


def test_a_long_text_is_shown_as_a_difference() -> None:
    long = "Norderstedt bekommt einen Plan für die smarte Stadt. Stadt und Stadtwerke führen ihn gemeinsam aus."
    model = RECORD_TYPES["roadmap"].model
    (change,) = compare(model, {"kurzfassung": long}, {"kurzfassung": f"{long} Siehe [[platz|den Platz]]."}, _PHRASES)
    assert change.kind is ChangeKind.TEXT
    assert change.words == "Kurzfassung geändert"
    assert change.after.endswith("Siehe den Platz.")


def test_a_link_that_leads_elsewhere_is_a_change() -> None:
    (change,) = compare_prose("Siehe [[platz|hier]].", "Siehe [[rat|hier]].", _PHRASES)
    assert (change.before, change.after) == ("Siehe [[platz|hier]].", "Siehe [[rat|hier]].")


def test_lines_broken_elsewhere_are_no_change() -> None:
    assert list(compare_prose("Ein Satz.\nNoch einer.\n", "Ein Satz. Noch\n\neiner.", _PHRASES)) == []
    assert told("roadmap", "kurzfassung: Ein Satz.", "kurzfassung: >-\n  Ein\n  Satz.") == []


def test_dates_and_numbers_that_are_none_are_said_as_they_stand() -> None:
    assert told("roadmap", "zeitraum: bald", "zeitraum: 2022-13") == ["Zeitraum: bald → 2022-13"]
    assert told("beschluesse", "finanzen: [{zweck: a, betrag: viel}]", "finanzen: [{zweck: a, betrag: NaN}]") == [
        "Finanzen, a, Betrag: viel → NaN"
    ]
