"""The pages of meetings, bodies, people, topics, sources, terms and open questions say what the records say."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from build.html import Document, children, name_of, text_of
from build.sites import Site


def _section(page: Document, heading: str) -> Element:
    return next(e for e in page.elements("section", "nav") if e.get("aria-labelledby") == heading)


def _text(page: Document, heading: str) -> str:
    return text_of(_section(page, heading)).replace("\u00a0", " ")


def _rows(section: Element) -> list[list[str]]:
    bodies = [element for element in section.iter() if name_of(element) == "tbody"]
    return [
        [text_of(cell).replace("\u00a0", " ") for cell in children(row)] for body in bodies for row in children(body)
    ]


# --- Meetings ----------------------------------------------------------------------------------


def test_an_agenda_comes_in_order_with_results_and_votes(musterstadt: Site) -> None:
    page = musterstadt.document("sitzungen/stadtrat-2024-02-15/")
    titles = [text_of(element) for element in _section(page, "tagesordnung").iter() if name_of(element) == "h3"]
    assert titles[:2] == [
        "Bericht über den Brunnen & das Wasser",
        "Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>",
    ]
    assert titles[-1] == "Verschiedenes"
    shown = _text(page, "tagesordnung")
    assert "geändert beschlossen mehrheitlich 29 Ja, 6 Nein, Enthaltungen: unbekannt" in shown
    assert "Anfrage gestellt" in shown


def test_a_meeting_to_come_says_so(musterstadt: Site) -> None:
    shown = _text(musterstadt.document("sitzungen/stadtrat-2027-03-04/"), "tagesordnung")
    assert "Diese Sitzung ist geplant. Am Stand 21. November 2026 gibt es noch keine Ergebnisse." in shown
    assert "Ergebnis unbekannt" not in shown


def test_a_cancelled_meeting_says_so(musterstadt: Site) -> None:
    assert "Diese Sitzung wurde abgesagt." in musterstadt.document("sitzungen/bauausschuss-2024-05-06/").text


def test_meetings_lead_to_the_one_before_and_the_one_after(musterstadt: Site) -> None:
    page = musterstadt.document("sitzungen/stadtrat-2024-02-15/")
    links = {e.get("rel"): e.get("href") for e in _section(page, "nachbarn").iter() if name_of(e) == "a"}
    assert links == {"prev": "../stadtrat-2023-06-01/", "next": "../stadtrat-2027-03-04/"}


# --- Bodies and people -------------------------------------------------------------------------


def test_a_body_tells_decisions_from_recommendations_year_by_year(musterstadt: Site) -> None:
    council = _text(musterstadt.document("gremien/stadtrat/"), "arbeit")
    assert "2024 2 Entscheidungen" in council
    assert "Noch nicht entschieden Zur Entscheidung, 4. März 2027 geplant" in council
    committee = _text(musterstadt.document("gremien/hauptausschuss/"), "arbeit")
    assert "2024 1 Empfehlung, 1 andere Beratung" in committee
    assert "Entscheidung," not in committee


def test_the_latest_size_of_a_body_stands_at_the_top_with_its_day(musterstadt: Site) -> None:
    facts = next(e for e in musterstadt.document("gremien/stadtrat/").elements("dl") if e.get("class") == "fakten")
    assert "Größe: 39 gezählt: mit Vorsitz, Stichtag 14. Mai 2023" in text_of(facts).replace("\u00a0", " ")


def test_a_group_shows_how_it_voted_and_unknown_is_not_nought(musterstadt: Site) -> None:
    section = _section(musterstadt.document("gremien/fraktion-mond/"), "stimmverhalten")
    rows = {row[0]: row[1:] for row in _rows(section)}
    garden = "Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>: Die Vorlage mit der Änderung & ohne den Landeplatz"
    assert rows[garden] == ["15. Februar 2024", "uneinheitlich", "9", "6", "unbekannt", "geändert beschlossen"]
    assert rows["Ein Landeplatz"] == ["September 2022", "Ja", "unbekannt", "unbekannt", "unbekannt", "abgelehnt"]
    assert [row[1] for row in _rows(section)] == [
        "15. Februar 2024",
        "September 2022",
        "12. September 2019",
        "7. Februar 2019",
    ]


def test_offices_keep_their_partial_dates(musterstadt: Site) -> None:
    rows = _rows(_section(musterstadt.document("personen/erika-mustermann/"), "rollen"))
    periods = {row[0].split(" erschlossen")[0].split(" Quelle")[0]: row[2:] for row in rows}
    assert periods["Bürgermeisterin"] == ["3. Quartal 2023", "kein Ende bekannt"]
    assert periods["Ratsmitglied"] == ["1. Juni 2018", "Mai 2023"]
    assert periods["Beirätin"] == ["unbekannt", "unbekannt belegt für 2021"]
    assert periods["Ehrenamtliche Gärtnerin"] == ["unbekannt", "unbekannt"]


def test_a_person_page_says_what_they_did_in_office(musterstadt: Site) -> None:
    assert "Fragen gestellt Anfrage zum Brunnen & zum Wasser" in _text(
        musterstadt.document("personen/otto-normal/"), "aufgaben"
    )


# --- Topics, sources, terms --------------------------------------------------------------------


def test_a_topic_groups_what_belongs_to_it(musterstadt: Site) -> None:
    page = musterstadt.document("themen/stadtgruen/")
    assert "Ein „Stadtgarten“ für alle" in _text(page, "beschluesse")
    assert "Klima" in _text(page, "unterthemen")
    assert "Zu diesem Thema gibt es noch keinen Eintrag." in musterstadt.document("themen/leeres-thema/").text


def test_a_source_names_the_statements_that_rest_on_it(musterstadt: Site) -> None:
    page = musterstadt.document("quellen/blatt/")
    garden = next(
        item
        for item in _section(page, "belegt-beschluesse").iter()
        if name_of(item) == "li" and "Ein „Stadtgarten“" in text_of(item)
    )
    statements = [text_of(item) for item in garden.iter() if item is not garden and name_of(item) == "li"]
    assert statements[0] == "der Eintrag als Ganzes"
    assert "Punkt 1, Umsetzung" in statements
    assert statements[-1] == "und 2 weitere Stellen"
    assert "Wie groß wird der Garten?" in _text(page, "streit")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("blatt", "Führt auf eine fremde Webseite, dort bezahlpflichtig."),
        ("ungefaehr", "Diese Quelle ist nicht im Netz."),
        ("ohne-datum", "Eine Adresse im Netz ist nicht bekannt."),
    ],
)
def test_a_source_says_where_its_link_leads_or_why_there_is_none(source: str, words: str, musterstadt: Site) -> None:
    assert words in musterstadt.document(f"quellen/{source}/").text


def test_a_term_says_where_it_is_used(musterstadt: Site) -> None:
    page = musterstadt.document("glossar/vorberatung/")
    links = [element.get("href") for element in _section(page, "fundstellen").iter() if name_of(element) == "a"]
    assert links == ["../../suche/?q=Vorberatung"]


# --- Questions, gaps, contradictions -----------------------------------------------------------


def test_an_inquiry_shows_its_clock(musterstadt: Site) -> None:
    late = _text(musterstadt.document("fragen/ueberfaellig/"), "uhr")
    assert "gestellt September 2026 Frist 15. Oktober 2026 offen seit mindestens 52, höchstens 81 Tagen" in late
    assert "Die Frist ist seit 37 Tagen vorbei." in late
    answered = _text(musterstadt.document("fragen/anfrage-brunnen/"), "uhr")
    assert "Von der Frage bis zur Antwort: 109 Tage." in answered
    assert "Die Antwort kam mindestens 3, höchstens 33 Tage nach der Frist." in answered
    unknown = _text(musterstadt.document("fragen/anfrage-ohne-datum/"), "uhr")
    assert "Wie lange die Antwort brauchte, ist unbekannt. Welche Frist galt, ist unbekannt." in unknown


def test_open_questions_say_how_long_they_have_waited(musterstadt: Site) -> None:
    page = musterstadt.document("offene-fragen/")
    assert "Gibt es Bänke?" in _text(page, "unanswered")
    assert "seit 51 Tagen offen" in _text(page, "unanswered")
    assert "Frist: 15. Oktober 2026, vorbei" in _text(page, "unanswered")
    assert "Wie tief ist der Brunnen?" in _text(page, "own")
    headings = [text_of(element) for element in page.elements("h2")]
    assert headings.index("Ohne Antwort") < headings.index("Was das Portal selbst wissen will")


def test_the_totals_of_questions_leave_out_what_the_portal_asks(musterstadt: Site) -> None:
    totals = _section(musterstadt.document("offene-fragen/"), "summen")
    names = [text_of(element) for element in totals.iter() if name_of(element) == "dt"]
    numbers = [int(text_of(element)) for element in totals.iter() if name_of(element) == "dd"]
    assert dict(zip(names, numbers, strict=True)) == {
        "beantwortet": 3,
        "teilweise beantwortet": 1,
        "offen": 4,
        "unbekannt": 1,
    }


def test_pages_on_what_is_missing_lead_to_other_ways_to_help(musterstadt: Site) -> None:
    for address in ("offene-fragen/", "offene-punkte/", "widersprueche/"):
        links = {element.get("href") for element in musterstadt.document(address).elements("a")}
        assert "../mitmachen/" in links


def test_a_source_with_two_claims_is_named_once(musterstadt: Site) -> None:
    point = musterstadt.document("beschluesse/stadtgarten/").ids["punkt-2a"]
    lists = [element for element in point.iter() if name_of(element) == "dl"]
    assert lists
    names = [text_of(term) for term in lists[-1].iter() if name_of(term) == "dt"]
    assert len(names) == len(set(names)) == 2
    assert len([value for value in lists[-1].iter() if name_of(value) == "dd"]) == 3
