"""What the search knows of a record beside its text."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.register.entries import Key
from portal.search.cards import FILTERS, Card, Rank, card_of

_PAPER = """---
titel: Der Garten
nummer: B 22/0189
art: Antrag
datum: 2022-05-03
beratungsfolge:
  - gremium: {body}
    termin: 2022-06-14
    rolle: Entscheidung
    ergebnis: {result}
    quelle: amtsblatt
    stimmen: {{ja: 29, nein: 6}}
finanzen: [{{betrag: 12000000.00, art: Ansatz, stand: geplant, zweck: Beete, quelle: amtsblatt}}]
quellen: [amtsblatt]
---
"""


@pytest.fixture
def paper(data: DataFolder) -> Card:
    body = next(path for path in data.folder.glob("gremien/*")).stem
    register = data.write({"beschluesse/garten.md": _PAPER.format(body=body, result="beschlossen")}).register()
    return card_of(register.entries[Key("beschluesse", "garten")], register)


def test_a_paper_is_found_by_its_number_its_days_its_votes_and_its_money(paper: Card) -> None:
    assert paper.numbers == ("b220189", "220189", "0189", "189")
    assert {"d20220614", "m202206", "d20220503"} <= set(paper.days)
    assert {"v29x6q", "z12000000q"} <= set(paper.figures)


def test_a_decision_comes_before_a_paper_that_is_not_decided(data: DataFolder, paper: Card) -> None:
    body = next(path for path in data.folder.glob("gremien/*")).stem
    open_paper = _PAPER.format(body=body, result="vertagt").replace("    stimmen: {ja: 29, nein: 6}\n", "")
    register = data.write({"beschluesse/spaeter.md": open_paper}).register()
    other = card_of(register.entries[Key("beschluesse", "spaeter")], register)
    assert paper.rank is Rank.DECISION
    assert other.rank < paper.rank


def test_a_result_says_what_it_is_when_it_was_and_what_became_of_it(paper: Card) -> None:
    assert paper.line == "Vorlage B 22/0189 · 14.\u00a0Juni 2022 · beschlossen"
    assert paper.day == 20220614


def test_a_paper_is_narrowed_by_kind_year_and_state(paper: Card) -> None:
    values = dict(paper.filters)
    assert (values["Art"], values["Jahr"], values["Status"]) == ("Beschlüsse", "2022", "beschlossen")
    assert set(values) <= set(FILTERS.values())


def test_access_to_a_source_is_no_state(data: DataFolder) -> None:
    register = data.register()
    (source, *_) = register.by_type["quellen"]
    assert "Status" not in dict(card_of(source, register).filters)


def test_days_when_somebody_looked_something_up_do_not_lead_to_a_record(data: DataFolder) -> None:
    data.write(
        {
            "ereignisse/fest.yml": "titel: Fest\ndatum: 2024-05-01\nstand: erfolgt\nquellen: [amtsblatt]\ngeprueft: 2026-11-20\n"
        }
    )
    register = data.register()
    card = card_of(register.entries[Key("ereignisse", "fest")], register)
    assert "d20240501" in card.days
    assert "d20261120" not in {*card.days, *card.figures}


def test_a_term_goes_by_all_its_names(data: DataFolder) -> None:
    register = data.write(
        {
            "glossar.yml": "cdo:\n  begriff: Digitalbeauftragte\n  erklaerung: Wer.\n  kurzformen: [CDO]\n  synonyme: [Chief Digital Officer]\n"
        }
    ).register()
    assert card_of(register.entries[Key("glossar", "cdo")], register).names == ("CDO", "Chief Digital Officer")


def test_a_page_without_a_record_belongs_to_the_portal() -> None:
    assert dict(Card().filters) == {"Art": "Über das Portal"}
