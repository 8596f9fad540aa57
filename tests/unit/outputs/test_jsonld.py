"""Each page as JSON-LD: only what is known, in schema.org's words, and nothing that could end the script element."""

from __future__ import annotations

import json
from typing import Any

import pytest
from data_folder import DataFolder
from portal.outputs.jsonld import Graphs, WebPage
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.urls import url_of
from schemaorg import problems

_SITE = "https://portal.example/"
_SOURCE = "quellen: amtsblatt\n"
_PAPER = (
    "titel: Strategie\nart: Beschlussvorlage\nnummer: B 22/0189\nkurzfassung: Siehe *bitte* [[rat]].\ndatum: 2022-05\n"
    "beschlusspunkte: [Erstens, {nr: 2a, text: Zweitens, titel: Geld}]\n"
    "beratungsfolge:\n"
    "- {gremium: ausschuss, termin: 2022-06-01, rolle: Vorberatung, ergebnis: empfohlen}\n"
    "- {gremium: rat, termin: 2022-06-14, rolle: Entscheidung, ergebnis: %s}\n" + _SOURCE
)
_PROJECT = (
    "titel: Weg\nteil-von: programm\nzeitraum: 2024-03/..\nfederfuehrung: rat\n"
    "meilensteine:\n"
    "- {titel: Erreicht, geplant: 2025, erreicht: 2025-06-30}\n"
    "- {titel: Verschoben, geplant: 2025-06, umplanungen: {datum: 2025-05-01, neu: 2027-03}}\n"
    "- {titel: Offen, geplant: 2025-06, umplanungen: {datum: 2025-05-01, neu: unbekannt}}\n"
    "- {titel: Aufgegeben, geplant: 2025, entfallen: 2025-01-01}\n"
    "- {titel: Überfällig, geplant: 2025}\n"
    "- {titel: Bevor, geplant: 2027}\n" + _SOURCE
)
_INQUIRY = (
    "titel: Anfrage\ngestellt: {am: 2024-01-01, von: rat}\nbeantwortet: {am: 2024-Q2, von: ausschuss}\nfragen:\n"
    "- {frage: Eins?, stand: beantwortet, antwort: Ja., beantwortet-am: 2024-02-01}\n"
    "- {frage: Zwei?, stand: teilweise beantwortet, antwort: Fast., offen: Der Rest}\n"
    "- {frage: Drei?, stand: offen}\n"
    "- {frage: Vier?, stand: unbekannt}\n" + _SOURCE
)


def test_a_decision_says_who_passed_it_and_when(data: DataFolder) -> None:
    paper = _thing(data, {"beschluesse/a.yml": _PAPER % "beschlossen"}, Key("beschluesse", "a"))
    assert paper["@type"] == "Legislation"
    assert paper["@id"] == f"{_SITE}beschluesse/a/#eintrag"
    assert paper["legislationIdentifier"] == "B 22/0189"
    assert paper["legislationDate"] == "2022-06-14"
    assert paper["legislationPassedBy"]["@id"] == f"{_SITE}gremien/rat/#eintrag"
    assert paper["legislationPassedBy"]["@type"] == "GovernmentOrganization"
    assert paper["creativeWorkStatus"] == "beschlossen"
    assert paper["dateCreated"] == "2022-05"
    assert paper["abstract"] == "Siehe bitte Stadtrat."
    assert [(part["@id"], part["text"]) for part in paper["hasPart"]] == [
        (f"{_SITE}beschluesse/a/#punkt-1", "Erstens"),
        (f"{_SITE}beschluesse/a/#punkt-2a", "Zweitens"),
    ]


@pytest.mark.parametrize("result", ["abgelehnt", "vertagt", "zurückgezogen", "unbekannt"])
def test_what_was_not_passed_has_no_date_of_passing(result: str, data: DataFolder) -> None:
    paper = _thing(data, {"beschluesse/a.yml": _PAPER % result}, Key("beschluesse", "a"))
    assert not {"legislationDate", "legislationPassedBy"} & set(paper)
    assert ("creativeWorkStatus" in paper) == (result != "unbekannt")


def test_an_inferred_decision_is_not_passed_on_as_a_fact(data: DataFolder) -> None:
    text = _PAPER.replace("ergebnis: %s", "ergebnis: beschlossen, erschlossen: ja")
    paper = _thing(data, {"beschluesse/a.yml": text}, Key("beschluesse", "a"))
    assert not {"legislationDate", "legislationPassedBy"} & set(paper)


def test_milestones_are_events_that_may_have_moved(data: DataFolder) -> None:
    files = {"roadmap/weg.yml": _PROJECT, "roadmap/programm.yml": f"titel: Programm\nart: Programm\n{_SOURCE}"}
    project = _thing(data, files, Key("roadmap", "weg"))
    assert project["foundingDate"] == "2024-03"
    assert project["parentOrganization"]["@id"] == f"{_SITE}roadmap/programm/#eintrag"
    found = {
        event["name"]: (
            event.get("startDate"),
            event.get("previousStartDate"),
            event.get("eventStatus", "").removeprefix("https://schema.org/Event"),
        )
        for event in project["event"]
    }
    assert found == {
        "Erreicht": ("2025-06-30", None, "Scheduled"),
        "Verschoben": ("2027-03", "2025-06", "Rescheduled"),
        "Offen": (None, "2025-06", "Postponed"),
        "Aufgegeben": ("2025", None, "Cancelled"),
        "Überfällig": ("2025", None, ""),
        "Bevor": ("2027", None, "Scheduled"),
    }


def test_only_a_whole_answer_is_the_accepted_one(data: DataFolder) -> None:
    data.write({"fragen/a.yml": _INQUIRY})
    graph = _graph(data, Key("fragen", "a"))
    page, questions = graph[0], [node for node in graph if node["@type"] == "Question"]
    assert page["@type"] == "QAPage"
    assert [part["@id"] for part in page["mainEntity"]] == [question["@id"] for question in questions]
    first, second, third, fourth = questions
    assert first["acceptedAnswer"]["text"] == "Ja."
    assert first["acceptedAnswer"]["dateCreated"] == "2024-02-01"
    assert second["suggestedAnswer"]["text"] == "Fast."
    assert "dateCreated" not in second["suggestedAnswer"], "Ein Quartal ist kein Datum nach ISO 8601"
    assert [question.get("answerCount") for question in questions] == [1, 1, 0, None]
    for question in (third, fourth):
        assert not {"acceptedAnswer", "suggestedAnswer"} & set(question)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-05-14", ("2024-05-14", None)),
        ("2024-05", ("2024-05", None)),
        ("2024", ("2024", None)),
        ("2024-Q2", (None, None)),
        ("2024-05-14/2024-05-16", ("2024-05-14", "2024-05-16")),
        ("2024-Q2/2025", (None, "2025")),
        ("2024/..", ("2024", None)),
    ],
)
def test_an_event_has_the_dates_that_iso_8601_can_write(
    date: str, expected: tuple[str | None, str | None], data: DataFolder
) -> None:
    text = f"titel: Fest\ndatum: {date}\nstand: erfolgt\nort: Markt\n{_SOURCE}"
    event = _thing(data, {"ereignisse/fest.yml": text}, Key("ereignisse", "fest"))
    assert (event.get("startDate"), event.get("endDate")) == expected
    assert event["location"] == {"@type": "Place", "name": "Markt"}


def test_a_meeting_begins_on_the_minute_only_if_that_is_known(data: DataFolder) -> None:
    text = "titel: Sitzung\ngremium: rat\ntermin: 2024-05-14\n{0}stand: abgesagt\n" + _SOURCE
    for start, expected in (("beginn: 18:15\n", "2024-05-14T18:15:00"), ("", "2024-05-14")):
        meeting = _thing(data, {"sitzungen/rat-2024-05-14.yml": text.format(start)}, Key("sitzungen", "rat-2024-05-14"))
        assert meeting["startDate"] == expected
        assert meeting["eventStatus"] == "https://schema.org/EventCancelled"
        assert meeting["organizer"]["name"] == "Stadtrat"


def test_offices_have_periods_and_repeat_the_property_they_qualify(data: DataFolder) -> None:
    text = (
        "name: Erika\nrollen:\n- {funktion: Mitglied, gremium: rat, von: 2018-06-01, bis: unbekannt}\n"
        "- {funktion: Botschafterin, von: 2020}\n" + _SOURCE
    )
    person = _thing(data, {"personen/erika.yml": text}, Key("personen", "erika"))
    assert person["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "Mitglied",
            "startDate": "2018-06-01",
            "memberOf": {"@type": "GovernmentOrganization", "@id": f"{_SITE}gremien/rat/#eintrag", "name": "Stadtrat"},
        }
    ]
    assert person["hasOccupation"][0]["startDate"] == "2020"
    assert person["hasOccupation"][0]["hasOccupation"]["name"] == "Botschafterin"


def test_a_figure_can_be_downloaded(data: DataFolder) -> None:
    text = (
        "titel: Besuche\neinheit: Menschen\nreihen:\n- titel: Tor\n  werte:\n"
        "  - {stichtag: 2024-05, wert: 3}\n  - {stichtag: 2025-Q1, wert: 4}\n  - {stichtag: 2026, wert: 5}\n" + _SOURCE
    )
    dataset = _thing(data, {"kennzahlen/besuche.yml": text}, Key("kennzahlen", "besuche"))
    assert dataset["temporalCoverage"] == "2024-05/2026"
    assert {part["encodingFormat"] for part in dataset["distribution"]} == {"application/json", "text/csv"}
    assert all(part["contentUrl"].startswith(_SITE) for part in dataset["distribution"])
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/deed.de"


def test_a_list_is_a_collection_and_the_start_page_offers_the_search(data: DataFolder) -> None:
    graphs = Graphs(data.register(), _SITE)
    listed = graphs.graph(WebPage(url="gremien/", title="Gremien", description="", record_type=RECORD_TYPES["gremien"]))
    assert listed[0]["@type"] == "CollectionPage"
    start = graphs.graph(WebPage(url="", title="Musterportal", description="Alles"))
    site = next(node for node in start if node["@type"] == "WebSite")
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{_SITE}suche/?q={{suchwort}}"
    assert "breadcrumb" not in start[0]


def test_the_way_back_to_the_start_leads_over_the_list(data: DataFolder) -> None:
    crumbs = _graph(data, Key("gremien", "rat"))[-1]
    assert [(item["position"], item["name"], item["item"]) for item in crumbs["itemListElement"]] == [
        (1, "Start", _SITE),
        (2, "Gremien und Stellen", f"{_SITE}gremien/"),
        (3, "Stadtrat", f"{_SITE}gremien/rat/"),
    ]


def test_nothing_can_end_the_script_element(data: DataFolder) -> None:
    title = "</script><script>alert(1)</script> & <!-- \u2028\u2029"
    register = data.register()
    text = Graphs(register, _SITE).script(WebPage(url="x/", title=title, description="]]>"))
    assert not set("<>&\u2028\u2029\n") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == title


def test_every_term_of_every_type_survives_a_json_ld_library(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/a.yml": _PAPER % "beschlossen",
            "roadmap/programm.yml": f"titel: Programm\n{_SOURCE}",
            "roadmap/weg.yml": _PROJECT,
            "fragen/a.yml": _INQUIRY,
            "glossar.yml": "cdo: {begriff: CDO, erklaerung: Amt., kurzformen: CDO}\n",
        }
    )
    register = data.register()
    for key in register.entries:
        found = list(problems({"@context": "https://schema.org", "@graph": _graph(data, key)}))
        assert not found, f"{key}: {found}"


def test_the_library_notices_what_gets_lost() -> None:
    node = {"@type": "Event", "@id": "https://x.example/#a", "name": "A"}
    assert not list(problems({"@context": "https://schema.org", "@graph": [node]}))
    for slip in ({"startdate": "2024"}, {"name": "unbekannt"}, {"@id": "a"}, {"url": "https://x.example/"}):
        assert list(problems({"@context": "https://schema.org", "@graph": [node | slip]})), slip


def _graph(data: DataFolder, key: Key) -> list[dict[str, Any]]:
    register = data.register()
    entry = register.entries[key]
    page = WebPage(
        url=url_of(key),
        title=entry.record.label(),
        description="",
        is_data=True,
        record_type=RECORD_TYPES[key.type],
        entry=entry,
    )
    return Graphs(register, _SITE).graph(page)


def _thing(data: DataFolder, files: dict[str, str], key: Key) -> dict[str, Any]:
    data.write(files)
    return _graph(data, key)[1]
