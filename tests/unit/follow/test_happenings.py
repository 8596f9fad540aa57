"""News: what counts as one, what it is called, and that its name stays."""

from __future__ import annotations

import datetime as dt

import pytest
from data_folder import DataFolder
from portal.follow.happenings import happenings
from portal.follow.news import Happening

_SOURCE = "quellen: amtsblatt\n"
_PROJECT = "titel: {title}\n" + _SOURCE
_PAPER = "titel: Ein Papier\nart: Beschlussvorlage\n" + _SOURCE


def _news(data: DataFolder, today: dt.date = dt.date(2026, 11, 21)) -> dict[str, Happening]:
    found = happenings(data.register(today))
    by_id = {happening.id: happening for happening in found}
    assert len(by_id) == len(found), "Zwei Nachrichten heißen gleich"
    return by_id


def test_every_kind_of_event_is_news_with_a_link_to_its_exact_place(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/p.yml": _PAPER
            + "datum: 2024-01-05\nberatungsfolge:\n"
            + "  - {gremium: ausschuss, termin: 2024-02-01, rolle: Vorberatung, ergebnis: empfohlen}\n"
            + "  - {gremium: rat, termin: 2024-03-01, rolle: Entscheidung, ergebnis: beschlossen, stimmen: {ja: 9, nein: 1}}\n"
            + "beschlusspunkte:\n  - {text: Ein Weg., umsetzung: {stand: teilweise, datum: 2024-06-01, belege: weg}}\n"
            + "korrekturen: {datum: 2024-07-01, text: Ein Name war falsch.}\n",
            "roadmap/weg.yml": _PROJECT.format(title="Weg")
            + "verlauf: [{datum: 2024-04-01, stand: in Arbeit}]\nmeilensteine:\n"
            + "  - {titel: Plan, geplant: 2024-05, umplanungen: [{datum: 2024-05-02, neu: 2024-08, grund: Regen}], erreicht: 2024-08-30}\n"
            + "  - {titel: Fest, geplant: 2025, entfallen: 2024-09-01}\n",
            "fragen/f.yml": "titel: Frage\ngestellt: {am: 2024-10-01}\nbeantwortet: {am: 2024-11-01}\n"
            + "fragen: [{frage: Wer?, stand: beantwortet, antwort: Wir., beantwortet-am: 2024-12-01}]\n"
            + _SOURCE,
            "ereignisse/e.yml": "titel: Fest\ndatum: 2025-01-01\nstand: erfolgt\n" + _SOURCE,
            "kennzahlen/k.yml": "titel: Zahl\neinheit: Menschen\nreihen: [{titel: Tor, werte: [{stichtag: 2025-02-01, wert: 12, quelle: amtsblatt}]}]\n"
            + _SOURCE,
        }
    )
    found = [(h.id, h.kind.value, h.fragment) for h in reversed(_news(data).values())]
    assert found == [
        ("beschluesse/p/vorgelegt", "Vorlage", ""),
        ("beschluesse/p/station/ausschuss/ergebnis", "Beratungsergebnis", "station-1"),
        ("beschluesse/p/station/rat/ergebnis", "Beratungsergebnis", "station-2"),
        ("roadmap/weg/verlauf/2024-04-01", "Neuer Stand", "verlauf-1"),
        ("roadmap/weg/meilenstein-1/umplanung-1", "Umplanung", "meilenstein-1"),
        ("beschluesse/p/punkt-1/umsetzung/teilweise", "Umsetzung", "punkt-1"),
        ("beschluesse/p/korrektur/2024-07-01", "Korrektur", "korrektur-1"),
        ("roadmap/weg/meilenstein-1/erreicht", "Meilenstein", "meilenstein-1"),
        ("roadmap/weg/meilenstein-2/entfallen", "Meilenstein", "meilenstein-2"),
        ("fragen/f/gestellt", "Anfrage", ""),
        ("fragen/f/beantwortet", "Antwort", ""),
        ("fragen/f/frage-1/beantwortet", "Antwort", "frage-1"),
        ("ereignisse/e/ereignis", "Ereignis", ""),
        ("kennzahlen/k/reihe-1/2025-02-01", "Zahl", ""),
    ]


def test_a_recommendation_says_whose_it_is_and_that_it_decides_nothing(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/p.yml": _PAPER
            + "beratungsfolge: [{gremium: ausschuss, termin: 2024-02-01, rolle: Vorberatung, ergebnis: empfohlen, "
            + "mehrheit: einstimmig, stimmen: {ja: 9, nein: 0}, erschlossen: Der Tag fehlt}]\n"
        }
    )
    found = _news(data)["beschluesse/p/station/ausschuss/ergebnis"]
    assert found.title == "empfohlen (Hauptausschuss)"
    assert found.text == (
        "Hauptausschuss, Vorberatung, 1. Februar 2024: empfohlen, einstimmig, 9 Ja, 0 Nein, Enthaltungen unbekannt. "
        "Erschlossen: Der Tag fehlt."
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("ereignisse/e.yml", "titel: Fest\ndatum: 2027-01-01\nstand: geplant\n"),
        ("ereignisse/e.yml", "titel: Fest\ndatum: 2026-01-01\nstand: geplant\n"),
        ("ereignisse/e.yml", "titel: Fest\ndatum: 2026-01-01\nstand: unbekannt\n"),
        ("ereignisse/e.yml", "titel: Fest\ndatum: 2026-01-01\nstand: abgesagt\n"),
        ("roadmap/p.yml", "titel: Weg\nverlauf: [{datum: 2026-01-01, stand: unbekannt}]\n"),
        ("roadmap/p.yml", "titel: Weg\nmeilensteine: [{titel: Plan, geplant: 2026-01-01}]\n"),
        ("roadmap/p.yml", "titel: Weg\nmeilensteine: [{titel: Plan, geplant: 2026-01-01, erreicht: unbekannt}]\n"),
        (
            "beschluesse/p.yml",
            "titel: Papier\nart: Bericht\nberatungsfolge: [{gremium: rat, termin: 2026-01-01, ergebnis: unbekannt}]\n",
        ),
        (
            "beschluesse/p.yml",
            "titel: Papier\nart: Bericht\nbeschlusspunkte: [{text: A, umsetzung: {stand: nicht nachvollziehbar, datum: 2026-01-01}}]\n",
        ),
        (
            "fragen/f.yml",
            "titel: F\nart: Offene Fragen\ngestellt: {am: 2026-01-01}\nfragen: [{frage: Wer?, stand: offen}]\n",
        ),
    ],
)
def test_what_nobody_knows_to_have_happened_is_no_news(path: str, text: str, data: DataFolder) -> None:
    assert _news(data.write({path: text + _SOURCE})) == {}


def test_that_a_result_becomes_known_is_news_under_a_name_of_its_own(data: DataFolder) -> None:
    station = "beratungsfolge: [{{gremium: rat, termin: 2024-03-01, stand: stattgefunden, ergebnis: {}}}]\n"
    before = _news(data.write({"beschluesse/p.yml": _PAPER + station.format("unbekannt")}))
    after = _news(data.write({"beschluesse/p.yml": _PAPER + station.format("beschlossen")}))
    assert list(before) == ["beschluesse/p/station/rat/beratung"]
    assert list(after) == ["beschluesse/p/station/rat/ergebnis"]


def test_names_survive_other_titles_and_corrected_dates_but_digests_do_not(data: DataFolder) -> None:
    paper = "titel: {}\nart: Bericht\nquellen: amtsblatt\nberatungsfolge: [{{gremium: rat, termin: {}, ergebnis: beschlossen}}]\n"
    before = _news(data.write({"beschluesse/p.yml": paper.format("Alt", "2024-03")}))
    renamed = _news(data.write({"beschluesse/p.yml": paper.format("Neu", "2024-03")}))
    redated = _news(data.write({"beschluesse/p.yml": paper.format("Neu", "2024-03-05")}))
    (name,) = before
    assert list(before) == list(renamed) == list(redated)
    assert before[name].digest == renamed[name].digest
    assert before[name].digest != redated[name].digest


def test_two_updates_of_one_day_and_two_visits_to_one_body_have_names_of_their_own(data: DataFolder) -> None:
    data.write(
        {
            "roadmap/weg.yml": _PROJECT.format(title="Weg")
            + "verlauf: [{datum: 2024-04-01, stand: geplant}, {datum: 2024-04-01, stand: in Arbeit}]\n",
            "beschluesse/p.yml": _PAPER
            + "beratungsfolge: [{gremium: rat, termin: 2024-01-01, ergebnis: vertagt}, {gremium: rat, termin: 2024-02-01, ergebnis: beschlossen}]\n",
        }
    )
    assert set(_news(data)) == {
        "roadmap/weg/verlauf/2024-04-01",
        "roadmap/weg/verlauf/2024-04-01-2",
        "beschluesse/p/station/rat/ergebnis",
        "beschluesse/p/station/rat-2/ergebnis",
    }
