"""Compounds are taken apart where both parts are words, and nowhere else."""

from __future__ import annotations

import pytest
from portal.search.compounds import Compounds, Dictionary
from portal.search.lexicon import Lexicon

USED = frozenset(
    [
        "plan",
        "stelle",
        "haushalt",
        "botschafter",
        "beauftragter",
        "bürgermeisterin",
        "knoten",
        "punkt",
        "projekt",
        "stadt",
        "rat",
        "sitzung",
        "antrag",
        "lage",
        "teilung",
        "speicher",
        "saal",
        "amt",
        "konzept",
        "entwicklung",
        "schule",
    ]
)


@pytest.fixture(scope="module")
def compounds() -> Compounds:
    return Compounds(Lexicon().dictionary(USED))


@pytest.mark.parametrize(
    ("word", "tail"),
    [
        ("Zukunftsbotschafter", "botschafter"),
        ("Digitalisierungsbeauftragter", "beauftragter"),
        ("Oberbürgermeisterin", "bürgermeisterin"),
        ("Nachtragshaushalt", "haushalt"),
        ("Stabsstelle", "stelle"),
        ("Knotenpunkt", "punkt"),
        ("Straßenbeleuchtung", "beleuchtung"),
        ("Stadtentwicklungskonzept", "konzept"),
        ("Stadtentwicklungskonzept", "entwicklungskonzept"),
        ("Eisspeicher", "speicher"),
        ("Schulsozialarbeit", "sozialarbeit"),
    ],
)
def test_the_last_part_of_a_compound_is_found(word: str, tail: str, compounds: Compounds) -> None:
    assert tail in compounds.tails(word.lower())


@pytest.mark.parametrize(
    "word",
    [
        "Vorlage",
        "Mitteilung",
        "Antrag",
        "Beschluss",
        "Verwaltung",
        "Redaktion",
        "Schritt",
        "Satzungen",
        "Gemeinschaft",
        "Information",
        "Beteiligung",
        "Unterschied",
        "Auftrag",
        "Transparenz",
        "Digitalisierung",
        "Mobilität",
        "Sitzung",
        "Norderstedt",
    ],
)
def test_words_that_only_look_like_compounds_are_left_alone(word: str, compounds: Compounds) -> None:
    assert compounds.tails(word.lower()) == []


def test_an_inflected_compound_keeps_its_ending(compounds: Compounds) -> None:
    assert "haushalte" in compounds.tails("doppelhaushalte")


def test_nobody_takes_apart_what_is_too_long_for_a_word() -> None:
    asked: list[str] = []

    def note(word: str) -> bool:
        asked.append(word)
        return False

    compounds = Compounds(Dictionary(is_noun=note, is_verb=note, is_used=note, basic_form=lambda word: word))
    assert compounds.tails("x" * 20_000) == []
    assert not asked
    assert compounds.tails("x" * 60) == []
    assert asked
