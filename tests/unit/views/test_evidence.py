"""The page of a source: what rests on it, down to the statement, and who says otherwise."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.parts.statements import statements
from portal.register.entries import Key
from portal.views.evidence import Evidence, evidence

_SOURCE = Key("quellen", "presse")


def _evidence(data: DataFolder, **files: str) -> Evidence:
    data.write({"quellen/presse.yml": "titel: Zeitung\nart: Presse\nherausgeber: Zeitung\n"})
    data.write({f"{name.replace('__', '/')}.yml": content for name, content in files.items()})
    register = data.register()
    return evidence(register, register.entries[_SOURCE])


_PAPER = "titel: A\nart: Bericht\nquellen: amtsblatt\n"


@pytest.mark.parametrize(
    ("field", "words", "fragment"),
    [
        (
            "beratungsfolge: {gremium: rat, termin: 2022-06-14, quelle: presse}",
            "Beratung, Stadtrat, 14. Juni 2022",
            "",
        ),
        ("beratungsfolge: {gremium: unbekannt, termin: 2022, quelle: presse}", "Beratung, 2022", ""),
        ("finanzen: {betrag: 3, zweck: Bänke, quelle: presse}", "Betrag: Bänke", ""),
        ("stellen: {umfang: 3, quelle: presse}", "Stellen", ""),
        ("eingebracht-von: {wer: rat, quelle: presse}", "wer den Antrag stellte", ""),
        ("beschlusspunkte: [{text: T, geld: {betrag: 3, quelle: presse}}]", "Punkt 1, Betrag", "punkt-1"),
        (
            "beschlusspunkte: [{nr: 2a, text: T, umsetzung: {stand: offen, quelle: presse}}]",
            "Punkt 2a, Umsetzung",
            "punkt-2a",
        ),
        (
            "widersprueche: {worum: Wer?, angaben: [{wert: A, quelle: presse}, {wert: B, quelle: amtsblatt}]}",
            "Widerspruch: Wer?",
            "",
        ),
    ],
)
def test_a_statement_is_named_in_a_few_words(field: str, words: str, fragment: str, data: DataFolder) -> None:
    found = _evidence(data, beschluesse__a=f"{_PAPER}{field}\n")
    use = found.uses[0].uses[0]
    assert [(s.words.replace("\u00a0", " "), s.target.fragment) for s in use.statements] == [(words, fragment)]
    assert not use.is_whole


def test_milestones_questions_and_values_are_named_too(data: DataFolder) -> None:
    found = _evidence(
        data,
        roadmap__app="titel: App\nquellen: amtsblatt\nmeilensteine: [{titel: Start, geplant: 2022, quelle: presse}]\n"
        "verlauf: [{datum: 2022-06, stand: in Arbeit, quelle: presse}]\n",
        fragen__f="titel: F\ngestellt: {am: 2020, quelle: presse}\nquellen: amtsblatt\n"
        "fragen: [{frage: F?, stand: offen, quelle: presse}]\n",
        kennzahlen__k="titel: K\neinheit: Menschen\nquellen: amtsblatt\n"
        "reihen: {titel: R, werte: [{stichtag: unbekannt, wert: 3, quelle: presse}]}\n",
        personen__p="name: P\nquellen: amtsblatt\nrollen: {funktion: Rat, quelle: presse}\n",
    )
    words = {group.anchor: [s.words for use in group.uses for s in use.statements] for group in found.uses}
    assert words == {
        "roadmap": ["Stand Juni 2022: in Arbeit", "Start"],
        "fragen": ["wann gestellt", "Frage 1"],
        "kennzahlen": ["Wert, Stichtag unbekannt"],
        "personen": ["Rat"],
    }
    assert found.total == 4


def test_a_record_may_rest_on_a_source_as_a_whole(data: DataFolder) -> None:
    use = _evidence(data, beschluesse__a=_PAPER.replace("amtsblatt", "presse")).uses[0].uses[0]
    assert use.is_whole
    assert use.statements == ()


def test_many_statements_and_many_records_are_cut(data: DataFolder) -> None:
    money = "".join(f"  - {{betrag: {n}, zweck: Z{n}, quelle: presse}}\n" for n in range(10))
    papers = {f"beschluesse__p{n}": f"{_PAPER}finanzen:\n{money}" for n in range(25)}
    group = _evidence(data, **papers).uses[0]
    assert (len(group.uses), group.total, group.hidden) == (20, 25, 5)
    assert (len(group.uses[0].statements), group.uses[0].hidden) == (6, 4)


def test_contradictions_are_those_the_source_takes_part_in(data: DataFolder) -> None:
    case = "{{worum: {0}, angaben: [{{wert: A, quelle: {1}}}, {{wert: B, quelle: amtsblatt}}], betrifft: punkt-1}}"
    cases = ", ".join([case.format("Wer?", "presse"), case.format("Wann?", "amtsblatt")])
    paper = f"{_PAPER}beschlusspunkte: [Eins]\nwidersprueche: [{cases}]\n"
    found = _evidence(data, beschluesse__a=paper)
    assert [(d.contradiction.about, d.target.fragment) for d in found.disputes] == [("Wer?", "punkt-1")]


def test_the_same_statement_is_named_once(data: DataFolder) -> None:
    _evidence(
        data, beschluesse__a=f"{_PAPER}finanzen: [{{betrag: 1, quelle: presse}}, {{betrag: 2, quelle: presse}}]\n"
    )
    register = data.register()
    found = statements(register, register.entries[Key("beschluesse", "a")], _SOURCE)
    assert [statement.words for statement in found] == ["Betrag"]


def test_a_source_of_very_many_statements_names_fewer_of_each_record(data: DataFolder) -> None:
    points = ", ".join(f"{{text: T{n}, geld: {{betrag: {n}, quelle: presse}}}}" for n in range(1, 10))
    questions = ", ".join(f"{{frage: F{n}?, stand: offen, quelle: presse}}" for n in range(9))
    values = ", ".join(f"{{stichtag: {2000 + n}, wert: {n}, quelle: presse}}" for n in range(9))
    stones = ", ".join(f"{{titel: M{n}, geplant: 2022, quelle: presse}}" for n in range(9))
    files = {}
    for n in range(20):
        files[f"beschluesse__a{n}"] = f"{_PAPER}beschlusspunkte: [{points}]\n"
        files[f"fragen__f{n}"] = f"titel: F\ngestellt: {{am: 2023}}\nquellen: amtsblatt\nfragen: [{questions}]\n"
        files[f"roadmap__p{n}"] = f"titel: P\nquellen: amtsblatt\nmeilensteine: [{stones}]\n"
        files[f"kennzahlen__k{n}"] = f"titel: K\neinheit: Stück\nreihen: [{{titel: R, werte: [{values}]}}]\n"
    found = _evidence(data, **files)
    shown = [use for uses in found.uses for use in uses.uses]
    assert {(len(use.statements), use.hidden) for use in shown} == {(3, 6)}, "300 auf 80 Einträge"
