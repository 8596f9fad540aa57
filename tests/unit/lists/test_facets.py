"""What lists can be narrowed by: the values of an entry, and the choices that a whole list offers."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.lists.facets import Value, facets, marks_of, marks_of_moment
from portal.register.entries import Key
from portal.register.link import Register

_EVERYTHING = {
    "themen.yml": "gruen:\n  titel: Grünes\nklima:\n  titel: Klima\n",
    "personen/erika.yml": "name: Erika\nrollen: [{funktion: Rätin, gremium: rat}]\nquellen: amtsblatt\n",
    "beschluesse/garten.yml": "titel: Garten\nart: Antrag\nthemen: [gruen, klima]\nquellen: amtsblatt\nberatungsfolge:\n"
    "  - {gremium: ausschuss, termin: 2023-05-02, rolle: Vorberatung, ergebnis: empfohlen}\n"
    "  - {gremium: rat, termin: 2024-06-03, rolle: Entscheidung, ergebnis: geändert beschlossen}\n"
    "  - {gremium: unbekannt, termin: unbekannt}\n",
    "roadmap/brunnen.yml": "titel: Brunnen\nfederfuehrung: rat\npartner: [ausschuss, rat]\nquellen: amtsblatt\n",
    "fragen/warum.yml": "titel: Warum\ngestellt: {am: 2022, gremium: ausschuss}\nquellen: amtsblatt\n"
    "fragen: [{frage: Warum?, stand: offen}]\n",
    "ereignisse/fest.yml": "titel: Fest\ndatum: 2022-Q3\nstand: geplant\nbeteiligte: [erika, rat]\nquellen: amtsblatt\n",
}


@pytest.fixture
def register(data: DataFolder) -> Register:
    return data.write(_EVERYTHING).register()


def _ids(register: Register, type_name: str, name: str) -> dict[str, list[str]]:
    marks = marks_of(register.entries[Key(type_name, name)], register)
    return {facet: [value.id for value in values] for facet, values in marks.items()}


def test_a_paper_is_found_under_all_its_bodies_and_what_became_of_it(register: Register) -> None:
    assert _ids(register, "beschluesse", "garten") == {
        "jahr": ["2024"],
        "gremium": ["ausschuss", "rat"],
        "thema": ["gruen", "klima"],
        "art": ["antrag"],
        "stand": ["geaendert-beschlossen"],
    }


def test_an_undated_project_has_no_year_and_an_unknown_state(register: Register) -> None:
    found = _ids(register, "roadmap", "brunnen")
    assert found == {"gremium": ["rat", "ausschuss"], "art": ["projekt"], "stand": ["unbekannt"]}


def test_people_who_took_part_are_no_bodies(register: Register) -> None:
    assert _ids(register, "ereignisse", "fest")["gremium"] == ["rat"]
    assert _ids(register, "personen", "erika") == {"gremium": ["rat"]}


def test_an_inquiry_is_found_where_it_was_put(register: Register) -> None:
    found = _ids(register, "fragen", "warum")
    assert (found["gremium"], found["stand"], found["jahr"]) == (["ausschuss"], ["offen"], ["2022"])


def test_a_moment_is_found_under_the_one_body_that_acted(register: Register) -> None:
    decision = next(moment for moment in register.timeline if moment.kind == "Beschluss")
    marks = marks_of_moment(decision, register)
    assert marks["gremium"] == (Value("rat", "Stadtrat"),)
    assert marks["thema"] == (Value("gruen", "Grünes"), Value("klima", "Klima"))
    assert (marks["art"][0].words, marks["stand"][0].words) == ("Beschluss", "erfolgt")


def _marks(year: str, *topics: str) -> dict[str, tuple[Value, ...]]:
    return {"jahr": (Value(year, year),), "thema": tuple(Value(topic.lower(), topic) for topic in topics)}


def test_a_facet_with_a_single_value_is_no_choice() -> None:
    found = facets([[_marks("2022", "Klima"), _marks("2022", "Grün")]])
    assert [facet.name for facet in found] == ["thema"]
    assert facets([]) == ()


def test_choices_are_counted_once_an_entry_and_say_in_which_parts_they_stand() -> None:
    parts = [
        [_marks("2024", "A", "B"), _marks("2024", "A")],
        [_marks("2023", "A")],
        [_marks("2022", "A")],
        [_marks("2021", "B")],
    ]
    years, topics = facets(parts)
    assert [(option.value.id, option.amount, option.parts) for option in topics.options] == [
        ("a", 4, "1-3"),
        ("b", 2, "1 4"),
    ]
    assert [option.value.id for option in years.options] == ["2024", "2023", "2022", "2021"]


def test_a_choice_that_stands_in_every_part_names_none() -> None:
    (topics,) = facets([[_marks("2024", "A"), _marks("2024", "B")], [_marks("2024", "A")]])
    assert [option.parts for option in topics.options] == ["", "1"]


def test_choices_stand_in_the_order_of_a_register_umlauts_as_base_letters() -> None:
    (topics,) = facets([[_marks("2024", "Zoo", "Öffentlich", "Ordnung", "Ärzte")]])
    assert [option.value.words for option in topics.options] == ["Ärzte", "Öffentlich", "Ordnung", "Zoo"]


def test_the_state_has_the_name_that_fits_the_type() -> None:
    pages = [[{"stand": (Value("a", "a"), Value("b", "b"))}]]
    assert [facets(pages, name)[0].label for name in ("beschluesse", "fragen", "roadmap")] == [
        "Ergebnis",
        "Antwort",
        "Stand",
    ]
