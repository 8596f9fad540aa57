"""Drafts hold what stands in a paper, in every layout, and none of its prose."""

from __future__ import annotations

import re

import pytest
from council_papers import EXPECTED, FOLDER, assert_holds, drafted, paper_text, town, values_of
from hypothesis import given, settings
from hypothesis import strategies as st
from portal.imports.vorlage.draft import draft_of
from portal.imports.vorlage.reading import from_text

_NAMES = sorted(EXPECTED)


def test_every_paper_has_an_expectation() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == {*EXPECTED}


@pytest.mark.parametrize("name", _NAMES)
def test_a_draft_holds_all_that_the_paper_says(name: str) -> None:
    assert_holds(drafted(paper_text(name).encode(), f"{name}.txt"), EXPECTED[name])


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n").encode("cp1252"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace(" ", "\u00a0").encode(),
        lambda text: ("\ufeff" + text).encode(),
    ],
    ids=["windows", "utf-16", "no-break-spaces", "byte-order-mark"],
)
def test_how_a_text_was_saved_makes_no_difference(name: str, change: object) -> None:
    assert_holds(drafted(change(paper_text(name)), f"{name}.txt"), EXPECTED[name])  # type: ignore[operator]


@pytest.mark.parametrize("name", _NAMES)
def test_every_field_says_where_it_was_found_or_that_it_is_still_to_be_filled_in(name: str) -> None:
    draft = drafted(paper_text(name).encode(), f"{name}.txt")
    lines = draft.text.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"(?:titel|nummer|datum|aktenzeichen|bearbeitung|anlagen):|  - (?:nr|gremium|betrag):", line):
            above = " ".join(lines[max(0, number - 8) : number])
            assert "Zeile " in above, line


@pytest.mark.parametrize("name", _NAMES)
def test_no_sentence_of_the_paper_is_copied(name: str) -> None:
    """Titles of papers and annexes are facts; beyond them, no seven words in a row."""
    draft = drafted(paper_text(name).encode(), f"{name}.txt")
    kept = f"{draft.text} {EXPECTED[name].title}"
    titles = " ".join([EXPECTED[name].title, *values_of(draft).get("anlagen", [])])
    words = " ".join(paper_text(name).split()).split()
    written = " ".join(kept.replace("#", " ").split())
    for start in range(len(words) - 6):
        run = " ".join(words[start : start + 7])
        assert run not in written or run in titles or "…" in run, run


def test_results_and_votes_by_group_come_to_their_station() -> None:
    stations = values_of(drafted(paper_text("eine-zelle-je-zeile").encode(), "x.txt"))["beratungsfolge"]
    assert "ergebnis" not in stations[0]
    assert stations[2]["ergebnis"] == "geändert beschlossen"
    assert stations[2]["stimmen"] == {
        "ja": "29",
        "nein": "6",
        "enthaltung": "0",
        "nach-fraktion": [
            {"fraktion": "fraktion-sonne", "ja": "14"},
            {"fraktion": "fraktion-mond", "ja": "9", "nein": "2"},
            {"fraktion": "fraktion-stern", "haltung": "Nein"},
        ],
    }


def test_results_in_the_table_are_read_with_the_way_they_were_reached() -> None:
    stations = values_of(drafted(paper_text("tabulatoren").encode(), "x.txt"))["beratungsfolge"]
    told = [(station["top"], station["ergebnis"], station["mehrheit"]) for station in stations]
    assert told == [("Ö 7", "empfohlen", "einstimmig"), ("Ö 12", "beschlossen", "mehrheitlich")]


_WAY = """Beschlussvorlage
Vorlage-Nr.: B 24/0001

Beratungsfolge | Sitzungstermin | Zuständigkeit
Hauptausschuss | 05.02.2024 | Vorberatung
Stadtrat | 15.02.2024 | Entscheidung

Ein Titel für alles

Beschlussvorschlag:
1. Es geschieht.

Sachverhalt:
Es geschah.

"""


@pytest.mark.parametrize(
    ("told", "first", "second"),
    [
        (
            "Beratungsergebnis:\nHauptausschuss, 05.02.2024: einstimmig empfohlen\n"
            "Stadtrat, 15.02.2024: mit Stimmenmehrheit beschlossen (Ja 21, Nein 9, Enthaltung 2)\n",
            {"ergebnis": "empfohlen", "mehrheit": "einstimmig"},
            {
                "ergebnis": "beschlossen",
                "mehrheit": "mehrheitlich",
                "stimmen": {"ja": "21", "nein": "9", "enthaltung": "2"},
            },
        ),
        (
            "Auszug aus der Niederschrift\nSitzung des Hauptausschusses vom 05.02.2024\nDer Ausschuss ist dafür.\n"
            "Abstimmung: 8 dafür, 3 dagegen, 1 Enthaltung\n\nSitzung des Stadtrates vom 15.02.2024\n"
            "ungeändert beschlossen\nJa-Stimmen 20\nNein-Stimmen 10\nkeine Enthaltungen\n",
            {"stimmen": {"ja": "8", "nein": "3", "enthaltung": "1"}},
            {"ergebnis": "beschlossen", "stimmen": {"ja": "20", "nein": "10", "enthaltung": "0"}},
        ),
        ("Abstimmungsergebnis\nJa: 21   Nein: 9\n", {}, {"stimmen": {"ja": "21", "nein": "9"}}),
        (
            "Abstimmungsergebnis: Einstimmig, 2 Enthaltungen\n",
            {},
            {"mehrheit": "einstimmig", "stimmen": {"enthaltung": "2"}},
        ),
        ("Stadtrat 15.02.2024\nvertagt\n", {}, {"ergebnis": "vertagt"}),
        ("Ergebnis:\nSPD 12 Ja\n", {}, {"stimmen": {"nach-fraktion": [{"fraktion": "spd", "ja": "12"}]}}),
    ],
    ids=["by-station", "minutes", "columns", "unanimous", "postponed", "one-group"],
)
def test_results_in_many_words_come_to_the_station_they_belong_to(
    told: str, first: dict[str, object], second: dict[str, object]
) -> None:
    stations = values_of(drafted((_WAY + told).encode(), "x.txt"))["beratungsfolge"]
    outcomes = [
        {key: station[key] for key in ("ergebnis", "mehrheit", "stimmen") if key in station} for station in stations
    ]
    assert outcomes == [first, second]


def test_an_outcome_without_a_body_is_given_to_the_deciding_one_and_marked_as_doubtful() -> None:
    draft = drafted((_WAY + "Abstimmungsergebnis: einstimmig\n").encode(), "x.txt")
    assert "Bitte prüfen" in draft.text
    assert any("zu welcher Station" in sentence for sentence in draft.unsure)


def test_votes_in_columns_are_counted_and_empty_cells_stay_unknown() -> None:
    stations = values_of(drafted(paper_text("senkrechte-striche").encode(), "x.txt"))["beratungsfolge"]
    assert [station.get("stimmen") for station in stations] == [
        {"ja": "8", "nein": "2", "enthaltung": "1"},
        {"ja": "24", "nein": "5", "enthaltung": "0"},
        None,
    ]


def test_money_stands_with_its_point_and_keeps_how_exact_it_is() -> None:
    values = values_of(drafted(paper_text("tabulatoren").encode(), "x.txt"))
    assert values["beschlusspunkte"][5]["geld"] == [{"betrag": "48500", "genauigkeit": "höchstens"}]
    assert values["finanzen"] == [
        {"betrag": "31000", "genauigkeit": "rund"},
        {"betrag": "6500", "genauigkeit": "rund"},
        {"betrag": "unbekannt", "haushaltsstelle": "55110.524100", "zeitraum": "2024"},
    ]


def test_amounts_of_a_table_know_their_year_and_jobs_are_counted() -> None:
    values = values_of(drafted(paper_text("luecken").encode(), "x.txt"))
    by_year = [(item["betrag"], item["zeitraum"]) for item in values["finanzen"] if "zeitraum" in item]
    assert by_year == [("120000", "2022"), ("2100000", "2023"), ("1230000", "2024")]
    assert values["stellen"] == [{"umfang": "0.5"}]


def test_who_holds_no_public_office_is_not_named() -> None:
    for name, person in (("tabulatoren", "Blum"), ("eine-zelle-je-zeile", "Kern")):
        draft = drafted(paper_text(name).encode(), "x.txt")
        assert person not in draft.text
        assert any("nicht übernommen" in sentence for sentence in draft.unsure)


def test_a_body_that_the_register_does_not_know_is_named_with_a_suggestion() -> None:
    draft = drafted(paper_text("senkrechte-striche").encode(), "x.txt")
    assert "„Kinder- und Jugendbeirat“ steht nicht im Register." in " ".join(draft.text.replace("#", "").split())
    assert any("Jugendbeirat" in sentence for sentence in draft.unsure)


def test_a_title_is_not_mistaken_for_the_value_of_a_label_far_above() -> None:
    text = "Mitteilungsvorlage    M 25/0033\nBearb.: X    Tel.: 1    öffentlich\n\nMitteilung über den Stand der Dinge\n\nSachverhalt:\nEs.\n"
    draft = drafted((text + "Datum: 4.2.2025\n").encode(), "x.txt")
    assert values_of(draft)["titel"] == "Mitteilung über den Stand der Dinge"


def test_an_id_is_never_given_twice() -> None:
    text = "Beschlussvorlage\nVorlage-Nr.: Schlicht\nBeschlussvorschlag:\n1. Es wird etwas getan.\n"
    draft = draft_of(from_text(text.replace("Schlicht", "M 24/0001")), "x.txt", town())
    assert draft is not None
    assert (draft.type, draft.id) not in town().ids
    assert draft.id == "m-24-0001" or draft.id.startswith("m-24-0001-")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sehr geehrte Damen und Herren,\nwir laden ein zum Sommerfest.\n",
        "Kuchen\n\n1. Mehl sieben\n2. Eier trennen\n",
        "Was ist neu?\n\nNichts.\n",
    ],
    ids=["empty", "letter", "recipe", "headline"],
)
def test_what_is_no_council_paper_makes_no_draft(text: str) -> None:
    assert draft_of(from_text(text), "x.txt", town()) is None


_PIECES = st.sampled_from(
    [
        *(line for name in _NAMES for line in paper_text(name).splitlines()),
        "1.", "a)", "(1)", "II.", "?", "|", "\t", "€", "12.000.000,00 Euro", "16.05.2022", "99.99.9999", "Ja 29 Nein", "-", "\f", "---", "# Titel",
        "Beratungsfolge", "Beschlussvorschlag:", "Frage 1:", "Antwort:", "zu 1.", "\x00", "\ud7ff", "x" * 300,
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=60)), max_size=40).map("\n".join))
def test_no_text_whatsoever_stops_the_reading_and_every_draft_can_be_loaded(text: str) -> None:
    draft = draft_of(from_text(text), "datei\nmit: #zeichen.txt", town())
    if draft is not None:
        values = values_of(draft)
        for key, part in (("beschlusspunkte", "nr"), ("fragen", "nr")):
            numbers = [item[part] for item in values.get(key, []) if isinstance(item, dict)]
            assert len(numbers) == len({*numbers})
