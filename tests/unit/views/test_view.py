"""What templates are handed: links, relations and numbered sources."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.records import Paper
from portal.register.entries import Key
from portal.register.names import Target
from portal.views.view import View

_STRATEGY = Key("beschluesse", "strategie")


@pytest.fixture
def view(data: DataFolder) -> View:
    """A paper of two points with two sources, a project and a question that name it."""
    data.write(
        {
            "quellen/presse.yml": "titel: Zeitung\nart: Presse\nherausgeber: Zeitung\n",
            "beschluesse/strategie.md": "---\ntitel: Strategie\nart: Beschlussvorlage\nbeschlusspunkte: [Eins, Zwei]\n"
            "beratungsfolge: {gremium: rat, termin: 2022-06-14, quelle: presse}\nquellen: [amtsblatt, presse]\n---\n",
            "roadmap/app.yml": "titel: App\ngrundlage: [strategie#punkt-1, strategie#punkt-2]\nquellen: amtsblatt\n",
            "fragen/a.yml": "titel: Anfrage\ngestellt: {am: 2023}\nquellen: amtsblatt\n"
            "fragen: [{frage: Warum?, stand: offen, beschluesse: strategie#punkt-2}]\n",
        }
    )
    return View(data.register())


def test_a_link_names_the_part_it_leads_to(view: View) -> None:
    link = view.to(Target(_STRATEGY, "punkt-2"))
    assert (link.words, link.url, link.kind) == ("Strategie, Punkt 2", "beschluesse/strategie/#punkt-2", "Vorlage")
    assert view.link("rat", "gremien").url == "gremien/rat/"


def test_an_address_is_as_seen_from_the_page_turned_to(view: View) -> None:
    view.turn_to("roadmap/app/")
    assert view.href("gremien/rat/") == "../../gremien/rat/"
    assert view.prose_line("[[rat]]") == '<a href="../../gremien/rat/">Stadtrat</a>'
    view.turn_to_anywhere("/portal/")
    assert view.href("gremien/rat/") == "/portal/gremien/rat/"


def test_backlinks_are_grouped_by_how_and_name_each_part_once(view: View) -> None:
    groups = [(label, [link.words for link in links.shown]) for label, links in view.backlinks(_STRATEGY)]
    assert groups == [("Daraus wurde", ["App"]), ("Fragen dazu", ["Anfrage, Frage 1"])]
    assert [label for label, _ in view.backlinks(_STRATEGY, "Daraus wurde")] == ["Fragen dazu"]


def test_who_names_a_part_is_not_who_names_another(view: View) -> None:
    assert [link.words for link in view.naming(_STRATEGY, "Fragen dazu", "punkt-2").shown] == ["Anfrage, Frage 1"]
    assert not view.naming(_STRATEGY, "Fragen dazu", "punkt-1")
    assert [link.words for link in view.naming(_STRATEGY, "Daraus wurde").shown] == ["App"]


def test_sources_are_numbered_once_in_a_fixed_order(view: View) -> None:
    entry = view.register.entries[_STRATEGY]
    sources = [(source.number, source.link.entry.key.id) for source in view.sources(entry)]
    assert sources == [(1, "amtsblatt"), (2, "presse")]
    view.turn_to("beschluesse/strategie/", entry)
    assert [view.source_number("amtsblatt"), view.source_number("presse")] == [1, 2]


def test_a_meeting_is_found_only_where_its_day_is_known(view: View) -> None:
    station = view.register.entries[_STRATEGY].record.consultations[0]
    meeting = view.meeting(station.body, station.date)
    assert meeting
    assert meeting.url == "sitzungen/rat-2022-06-14/"
    assert view.meeting("rat", "unbekannt") is None


def test_what_names_a_record_is_cut_and_counted(data: DataFolder) -> None:
    point = "strategie#punkt-1"
    data.write(
        {
            "beschluesse/strategie.yml": "titel: Strategie\nart: Antrag\nquellen: amtsblatt\nbeschlusspunkte: [Eins]\n",
            **{
                f"beschluesse/n{n}.yml": "titel: N\nart: Antrag\nquellen: amtsblatt\nvorgaenger: strategie\n"
                for n in range(50)
            },
            **{f"roadmap/p{n}.yml": f"titel: P\nquellen: amtsblatt\ngrundlage: {point}\n" for n in range(50)},
            **{
                f"fragen/f{n}.yml": "titel: F\ngestellt: {am: 2023}\nquellen: amtsblatt\n"
                f"fragen: [{{frage: Warum?, stand: offen, beschluesse: {point}}}]\n"
                for n in range(50)
            },
        }
    )
    view = View(data.register())
    entry = view.register.entries[_STRATEGY]
    assert isinstance(entry.record, Paper)
    outcomes = view.outcomes(_STRATEGY, "punkt-1", entry.record.resolutions[0])
    found = (view.questions(entry), outcomes, view.naming(_STRATEGY, "Darauf folgte"))
    assert [(len(cut.shown), cut.total) for cut in found] == [(40, 50), (40, 50), (30, 50)]
    assert {(len(cut.shown), cut.total) for _, cut in view.backlinks(_STRATEGY)} == {(30, 50)}


def test_evidence_for_a_point_comes_first_and_nothing_twice(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/strategie.yml": "titel: Strategie\nart: Antrag\nquellen: amtsblatt\n"
            "beschlusspunkte: [{text: Eins, umsetzung: {stand: teilweise, belege: [b, a]}}]\n",
            **{
                f"roadmap/{name}.yml": f"titel: {name}\nquellen: amtsblatt\ngrundlage: strategie#punkt-1\n"
                for name in "abc"
            },
        }
    )
    view = View(data.register())
    paper = view.register.entries[_STRATEGY].record
    assert isinstance(paper, Paper)
    assert [link.words for link in view.outcomes(_STRATEGY, "punkt-1", paper.resolutions[0]).shown] == ["b", "a", "c"]
