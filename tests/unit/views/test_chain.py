"""The chain: from a decision to its projects, milestones and questions, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from data_folder import DataFolder
from portal.german import NO_BREAK
from portal.register.entries import Key
from portal.register.link import Register
from portal.views.chain import Chain
from portal.views.chainlinks import ChainLink, chain_links, example

_FILES = {
    "beschluesse/strategie.md": "---\ntitel: Strategie\nnummer: B 22/0189\nart: Beschlussvorlage\nquellen: amtsblatt\n"
    "beratungsfolge: {gremium: rat, termin: 2022-06-14, rolle: Entscheidung, ergebnis: beschlossen}\n"
    "beschlusspunkte:\n  - {text: Eine App entsteht., umsetzung: {stand: teilweise, belege: [app]}}\n  - Ein Büro entsteht.\n---\n",
    "beschluesse/mitteilung.md": "---\ntitel: Mitteilung\nart: Bericht\nquellen: amtsblatt\n---\n",
    "roadmap/app.md": "---\ntitel: App\nart: Pilotprojekt\nquellen: amtsblatt\n"
    "verlauf: {datum: 2024, stand: in Betrieb}\n"
    "meilensteine: [{titel: Konzept, geplant: 2023}, {titel: Start, erreicht: 2024-05-01}]\n---\n",
    "roadmap/buero.md": "---\ntitel: Büro\ngrundlage: strategie#punkt-2\nquellen: amtsblatt\n---\n",
    "roadmap/allein.md": "---\ntitel: Allein\nquellen: amtsblatt\n---\n",
    "fragen/anfrage.md": "---\ntitel: Anfrage\ngestellt: {am: 2023}\nbeantwortet: {am: 2023}\nquellen: amtsblatt\nfragen:\n"
    "  - {frage: Was kostet die App?, stand: offen, projekte: app}\n"
    "  - {frage: Wer leitet das Büro?, stand: beantwortet, antwort: Die Leitung., projekte: buero}\n---\n",
    "fragen/fremd.md": "---\ntitel: Fremd\ngestellt: {am: 2023}\nquellen: amtsblatt\nfragen: {frage: Und sonst?, stand: offen}\n---\n",
}


@pytest.fixture
def register(data: DataFolder) -> Register:
    return data.write(_FILES).register()


def _links(register: Register, type_name: str, name: str) -> tuple[ChainLink, ...]:
    return _readable(chain_links(Chain(register), register.entries[Key(type_name, name)]))


def _readable(links: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
    """With plain spaces, so that the tests can be read."""
    return tuple(
        replace(link, title=link.title.replace(NO_BREAK, " "), note=link.note.replace(NO_BREAK, " ")) for link in links
    )


def test_a_decision_leads_to_its_projects_whichever_side_names_the_other(register: Register) -> None:
    here, projects, milestones, questions = _links(register, "beschluesse", "strategie")
    assert (here.here, here.title, here.note) == (True, "B 22/0189", "2 Punkte. Sie sind hier.")
    assert (projects.title, projects.note) == ("2 Vorhaben", "1 in Betrieb oder abgeschlossen, 1 ohne bekannten Stand")
    assert projects.url == "beschluesse/strategie/#beschlusspunkte"
    assert (milestones.title, milestones.url) == ("1 von 2 erreicht", "roadmap/app/#meilenstein-1")
    assert (questions.title, questions.note) == ("1 Antwort", "1 Frage ohne ganze Antwort")
    assert not any(link.broken for link in (here, projects, milestones, questions))


def test_a_project_leads_back_to_its_decision_and_shows_where_the_chain_breaks(register: Register) -> None:
    paper, here, milestones, questions = _links(register, "roadmap", "buero")
    assert (paper.title, paper.note, paper.url) == ("Strategie", "beschlossen", "beschluesse/strategie/")
    assert (here.here, milestones.broken, milestones.url) == (True, True, "")
    assert (questions.title, questions.url) == ("1 Antwort", "fragen/anfrage/#frage-2")
    assert _links(register, "roadmap", "app")[0].title == "Strategie"
    assert _links(register, "roadmap", "app")[3].broken, "Eine Frage ohne Antwort ist ein Bruch."


def test_an_inquiry_leads_to_the_decision_behind_what_it_asks_about(register: Register) -> None:
    paper, projects, _, here = _links(register, "fragen", "anfrage")
    assert (paper.title, projects.title) == ("Strategie", "2 Vorhaben")
    assert (here.title, here.note) == ("2 Fragen", "teilweise beantwortet. Sie sind hier.")


@pytest.mark.parametrize(
    ("type_name", "name"),
    [("beschluesse", "mitteilung"), ("roadmap", "allein"), ("fragen", "fremd"), ("gremien", "rat")],
)
def test_what_hangs_on_nothing_shows_no_chain(register: Register, type_name: str, name: str) -> None:
    assert _links(register, type_name, name) == ()


def test_questions_about_a_decision_are_also_those_about_its_projects(register: Register) -> None:
    asked = Chain(register).questions_on(register.entries[Key("beschluesse", "strategie")])
    assert [target.fragment for target in asked] == ["frage-1", "frage-2"]


def test_an_example_is_put_together_from_records_and_their_parts(register: Register) -> None:
    names = ["strategie", "app", "app#meilenstein-2", "anfrage#frage-1", "rat"]
    paper, project, milestone, question, body = _readable(example(register, names))
    assert (paper.note, project.note) == ("beschlossen, 14. Juni 2022", "in Betrieb")
    assert (milestone.title, milestone.note, milestone.broken) == (
        "Start",
        "erreicht: 1. Mai 2024",
        False,
    )
    assert (question.kind, question.url, question.broken) == ("Offene Frage", "fragen/anfrage/#frage-1", True)
    assert (body.kind, body.url) == ("Gremium oder Stelle", "gremien/rat/")
