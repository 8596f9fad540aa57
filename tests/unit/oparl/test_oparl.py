"""The OParl interface keeps the rules of the standard, and says nothing that nobody knows."""

from __future__ import annotations

import datetime as dt
import json
from types import MappingProxyType
from typing import Any

import pytest
from data_folder import DataFolder
from oparl_rules import TYPES, of_list, type_of, violations
from portal import oparl
from portal.history import History, Version, VersionKind
from portal.oparl.addresses import list_of, object_of
from portal.oparl.lists import SIZE
from portal.oparl.times import Times
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.link import Register
from registers import NO_HISTORY, SITE, musterstadt

Node = dict[str, Any]
_ROOT = "oparl/v1/"


def _nodes(register: Register, history: History = NO_HISTORY) -> dict[str, Node]:
    """Everything by its address."""
    found = oparl.files(register, SITE, Times(register, history))
    return {SITE + path: json.loads(content) for path, content in found}


def _node(nodes: dict[str, Node], path: str) -> Node:
    return nodes[f"{SITE}{_ROOT}{path}.json"]


@pytest.fixture(scope="module")
def town() -> dict[str, Node]:
    return _nodes(musterstadt())


def test_every_object_keeps_the_rules_of_the_standard(town: dict[str, Node]) -> None:
    objects = [node for node in town.values() if "data" not in node]
    assert [found for node in objects for found in violations(node, town.get)] == []


def test_the_invented_town_has_an_object_of_every_type(town: dict[str, Node]) -> None:
    assert {type_of(node) for node in town.values() if "data" not in node} == set(TYPES)


def test_every_object_lies_where_its_id_says_and_lists_show_it_as_it_is(town: dict[str, Node]) -> None:
    for address, node in town.items():
        for each in node.get("data", [node]):
            assert town[each["id"]] == each
        if "data" not in node:
            assert node["id"] == address


def test_a_list_of_a_hundred_and_one_has_two_pages_that_name_each_other(data: DataFolder) -> None:
    person = "name: P\nrollen: {funktion: Amt, von: 2020}\nquellen: amtsblatt\n"
    nodes = _nodes(data.write({f"personen/p-{number:03}.yml": person for number in range(SIZE + 1)}).register())
    first, second = _node(nodes, "body/1/person"), _node(nodes, "body/1/person/2")
    for page in (first, second):
        assert list(of_list("person", page, "Person")) == []
    assert (len(first["data"]), len(second["data"])) == (SIZE, 1)
    assert first["links"]["next"] == second["links"]["self"] == f"{SITE}{_ROOT}body/1/person/2.json"
    assert second["links"]["prev"] == first["links"]["self"] == f"{SITE}{_ROOT}body/1/person.json"
    assert first["pagination"]["totalElements"] == SIZE + 1
    ids = [node["id"] for page in (first, second) for node in page["data"]]
    assert ids == sorted(set(ids))


def test_a_town_without_records_has_the_lists_that_must_be_there_and_no_others(data: DataFolder) -> None:
    nodes = _nodes(data.register())
    body = _node(nodes, "body/1")
    assert _node(nodes, "body/1/paper")["data"] == []
    assert body["legislativeTerm"] == []
    assert not {"locationList", "legislativeTermList", "membership", "agendaItem", "ags"} & set(body)
    assert [found for node in nodes.values() if "data" not in node for found in violations(node, nodes.get)] == []


def test_the_system_says_what_files_cannot_do(town: dict[str, Node]) -> None:
    system = _node(town, "system")
    assert system["portal:static"] is True
    assert "modified_since" in system["portal:parametersNotAnswered"]
    assert system["portal:timestamps"] == "Datumsangaben der Einträge"


def test_a_meeting_begins_when_day_and_hour_are_known_with_the_offset_of_its_season(data: DataFolder) -> None:
    data.write(
        {
            "sitzungen/rat-2024-06-14.yml": "titel: S\ngremium: rat\ntermin: 2024-06-14\nbeginn: '18:15'\nquellen: amtsblatt\n",
            "sitzungen/rat-2024-12-14.yml": "titel: W\ngremium: rat\ntermin: 2024-12-14\nbeginn: '18:15'\nquellen: amtsblatt\n",
            "sitzungen/rat-2024-03-01.yml": "titel: O\ngremium: rat\ntermin: 2024-03-01\nquellen: amtsblatt\n",
        }
    )
    nodes = _nodes(data.register())
    assert _node(nodes, "meeting/rat-2024-06-14")["start"] == "2024-06-14T18:15:00+02:00"
    assert _node(nodes, "meeting/rat-2024-12-14")["start"] == "2024-12-14T18:15:00+01:00"
    without = _node(nodes, "meeting/rat-2024-03-01")
    assert "start" not in without
    assert without["portal:date"] == "2024-03-01"


def test_a_result_belongs_to_the_agenda_item_and_unknown_votes_are_left_out(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/p.yml": "titel: P\nart: Antrag\nquellen: amtsblatt\nberatungsfolge:\n"
            "  - {gremium: ausschuss, termin: 2024-01-01, rolle: Vorberatung}\n"
            "  - {gremium: rat, termin: 2024-02-01, rolle: Entscheidung, ergebnis: beschlossen, stimmen: {ja: 29, nein: 0}}\n"
            "  - {gremium: unbekannt, termin: 2024-03, rolle: unbekannt}\n"
        }
    )
    nodes = _nodes(data.register())
    prepared, decided = _node(nodes, "agendaItem/p/1"), _node(nodes, "agendaItem/p/2")
    assert "result" not in prepared
    assert "portal:votes" not in prepared
    assert (decided["result"], decided["portal:votes"]) == ("beschlossen", {"yes": 29, "no": 0})
    paper = _node(nodes, "paper/p")
    assert [station.get("authoritative") for station in paper["consultation"]] == [False, True, None]
    nowhere = paper["consultation"][2]
    assert not {"organization", "meeting", "agendaItem"} & set(nowhere)
    assert nowhere["portal:date"] == "2024-03"


def test_inquiries_are_papers_unless_the_portal_itself_asks(data: DataFolder) -> None:
    question = "titel: A\nquellen: amtsblatt\nfragen: {frage: Warum?, stand: offen}\n"
    data.write(
        {
            "fragen/p.yml": question + "gestellt: {am: 2024-01-01, gremium: rat, von: rat}\n",
            "fragen/offen.yml": question + "art: Offene Fragen\ngestellt: {am: 2024-01-01}\n",
            "beschluesse/p.yml": "titel: B\nart: Bericht\nquellen: amtsblatt\n",
        }
    )
    nodes = _nodes(data.register())
    assert {node["id"] for node in _node(nodes, "body/1/paper")["data"]} == {
        f"{SITE}{_ROOT}paper/p.json",
        f"{SITE}{_ROOT}paper/fragen/p.json",
    }
    inquiry = _node(nodes, "paper/fragen/p")
    assert inquiry["originatorOrganization"] == [f"{SITE}{_ROOT}organization/rat.json"]
    assert inquiry["consultation"][0]["meeting"] == f"{SITE}{_ROOT}meeting/rat-2024-01-01.json"


def test_inferred_and_inexact_dates_stay_out_of_the_fields_of_the_standard(data: DataFolder) -> None:
    data.write(
        {
            "personen/a.yml": "name: A\nquellen: amtsblatt\nrollen:\n"
            "  - {funktion: Eins, gremium: rat, von: 2020-05-01, bis: 2021-04-30}\n"
            "  - {funktion: Zwei, gremium: rat, von: 2020}\n"
            "  - {funktion: Drei, von: 2020-05-01, erschlossen: Aus dem Amtsantritt.}\n"
        }
    )
    exact, inexact, inferred = _node(_nodes(data.register()), "person/a")["membership"]
    assert (exact["startDate"], exact["endDate"]) == ("2020-05-01", "2021-04-30")
    assert "startDate" not in inexact
    assert inexact["portal:start"] == "2020"
    assert "startDate" not in inferred
    assert inferred["portal:inferred"] == "Aus dem Amtsantritt."


def test_people_have_names_and_offices_and_no_contact_data(town: dict[str, Node]) -> None:
    people = _node(town, "body/1/person")["data"]
    allowed = {"id", "type", "body", "name", "membership", "portal:party", "web", "created", "modified"}
    assert people
    assert {field for person in people for field in person} <= allowed


def test_a_newspaper_article_is_no_file_of_the_council(data: DataFolder) -> None:
    source = "titel: T\nherausgeber: H\nurl: https://h.example/{}\nart: {}\n"
    data.write(
        {
            "quellen/artikel.yml": source.format("a", "Presse"),
            "quellen/papier.yml": source.format("b", "Vorlage") + "vorlage: p\n",
            "beschluesse/p.yml": "titel: P\nart: Bericht\nquellen: [artikel, papier]\n",
        }
    )
    nodes = _nodes(data.register())
    assert [node["id"] for node in _node(nodes, "body/1/file")["data"]] == [f"{SITE}{_ROOT}file/papier.json"]
    assert _node(nodes, "paper/p")["mainFile"]["accessUrl"] == "https://h.example/b"
    assert _node(nodes, "file/papier")["paper"] == [f"{SITE}{_ROOT}paper/p.json"]
    assert "paper" not in _node(nodes, "paper/p")["mainFile"]


def test_with_a_history_objects_are_as_old_as_their_records_and_as_new_as_what_they_show(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/p.yml": "titel: P\nart: Antrag\nquellen: amtsblatt\n"
            "beratungsfolge: {gremium: rat, termin: 2024-02-01}\n",
        }
    )
    began, changed = dt.datetime(2025, 1, 1, 12, tzinfo=dt.UTC), dt.datetime(2025, 7, 1, 12, tzinfo=dt.UTC)
    key = Key("beschluesse", "p")
    versions = (
        Version(key=key, kind=VersionKind.CHANGED, commit="b" * 40, time=changed),
        Version(key=key, kind=VersionKind.CREATED, commit="a" * 40, time=began),
    )
    history = History(exists=True, all=versions, of_record=MappingProxyType({key: versions}))
    nodes = _nodes(data.register(), history)
    paper, meeting = _node(nodes, "paper/p"), _node(nodes, "meeting/rat-2024-02-01")
    assert (paper["created"], paper["modified"]) == ("2025-01-01T13:00:00+01:00", "2025-07-01T14:00:00+02:00")
    assert (meeting["created"], meeting["modified"]) == (paper["created"], paper["modified"])
    assert _node(nodes, "system")["portal:timestamps"] == "Versionsgeschichte"


def test_without_a_history_no_object_is_from_the_future_or_older_than_its_beginning(town: dict[str, Node]) -> None:
    for node in town.values():
        for each in node.get("data", [node]):
            assert each["created"] <= each["modified"]
            assert dt.datetime.fromisoformat(each["modified"]).date() <= musterstadt().today


def test_pages_know_the_address_of_their_object(town: dict[str, Node]) -> None:
    for entry in musterstadt().entries.values():
        if path := object_of(entry):
            assert town[SITE + path]["web"] == f"{SITE}{entry.key.type}/{entry.key.id}/"
    assert {name: SITE + path in town for name in RECORD_TYPES if (path := list_of(name))} == dict.fromkeys(
        ("beschluesse", "fragen", "sitzungen", "gremien", "personen", "quellen"), True
    )


def test_the_same_records_give_the_same_bytes() -> None:
    times = [Times(musterstadt(), NO_HISTORY) for _ in range(2)]
    one, two = (list(oparl.files(musterstadt(), SITE, each)) for each in times)
    assert one == two
