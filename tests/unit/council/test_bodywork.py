"""What a body's page shows: decisions and recommendations by year, votes of a group, people, and never too much."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.council.bodywork import BodyWork, bodywork
from portal.council.groupvotes import stance
from portal.records import GroupVotes
from portal.register.entries import Key

_PAPER = "titel: {0}\nart: Bericht\nberatungsfolge: [{1}]\nquellen: amtsblatt\n"


def _work(data: DataFolder, *stations: str, body: str = "rat") -> BodyWork:
    register = data.write(
        {f"beschluesse/p{n:04}.yml": _PAPER.format(f"P{n}", station) for n, station in enumerate(stations)}
    ).register()
    return bodywork(register, register.entries[Key("gremien", body)])


def test_decisions_and_recommendations_are_never_counted_together(data: DataFolder) -> None:
    found = _work(
        data,
        "{gremium: rat, termin: 2022-06-14, rolle: Entscheidung, ergebnis: beschlossen}",
        "{gremium: rat, termin: 2022-05, rolle: Entscheidung, ergebnis: abgelehnt}",
        "{gremium: rat, termin: 2022, rolle: Vorberatung, ergebnis: empfohlen}",
        "{gremium: rat, termin: 2021-03-01, rolle: Entscheidung, ergebnis: vertagt}",
        "{gremium: rat, termin: unbekannt, rolle: Kenntnisnahme}",
    )
    years = [(year.heading, year.decisions, year.advice, year.talks) for year in found.years]
    assert years == [("2022", 2, 1, 0), ("2021", 0, 0, 1), ("ohne Datum", 0, 0, 1)]
    assert (found.decisions, found.advice) == (2, 1)
    words = [deed.words for year in found.years for deed in year.deeds]
    assert words == ["Entscheidung", "Entscheidung", "Empfehlung", "Zur Entscheidung", "Kenntnisnahme"]


def test_what_another_body_did_with_the_paper_is_not_this_bodys_work(data: DataFolder) -> None:
    both = (
        "{gremium: ausschuss, termin: 2022-06-01, rolle: Vorberatung, ergebnis: empfohlen}, "
        "{gremium: rat, termin: 2022-06-14, rolle: Entscheidung, ergebnis: beschlossen}"
    )
    found = _work(data, both, body="ausschuss")
    assert [(d.consultation.result, d.weight) for y in found.years for d in y.deeds] == [("empfohlen", "Empfehlung")]


def test_what_is_planned_is_said_to_be(data: DataFolder) -> None:
    ahead = _work(data, "{gremium: rat, termin: 2027-06-14, rolle: Entscheidung, stand: geplant}")
    assert [deed.is_ahead for year in ahead.years for deed in year.deeds] == [True]
    assert ahead.decisions == 0


def test_a_body_with_much_work_counts_all_of_it_and_lists_some(data: DataFolder) -> None:
    stations = [
        f"{{gremium: rat, termin: {2020 + n % 5}-01-15, rolle: Entscheidung, ergebnis: beschlossen}}"
        for n in range(200)
    ]
    found = _work(data, *stations)
    assert found.decisions == 200
    assert [len(year.deeds) for year in found.years] == [20, 20, 20, 0, 0]
    assert [year.hidden for year in found.years] == [20, 20, 20, 40, 40]
    assert found.years[-1].more == "beschluesse/?gremium=rat&jahr=2020"
    assert (len(found.meetings.rows), found.meetings.more) == (5, "sitzungen/?gremium=rat")


def test_the_votes_of_a_group_are_listed_newest_first(data: DataFolder) -> None:
    data.write({"gremien/mond.yml": "name: Mond\nart: Fraktion\nteil-von: rat\nquellen: amtsblatt\n"})
    vote = (
        "{{gremium: rat, termin: {0}, rolle: Entscheidung, ergebnis: beschlossen, quelle: amtsblatt, "
        "stimmen: {{nach-fraktion: [{{fraktion: mond, {1}}}]}}}}"
    )
    found = _work(
        data,
        vote.format("unbekannt", "haltung: Nein"),
        vote.format("2020-01-01", "ja: 3, nein: 0, enthaltung: 0"),
        vote.format("2022-01-01", "ja: 3"),
        body="mond",
    )
    assert [(v.key.id, v.stance) for v in found.votes] == [
        ("p0002", "unbekannt"),
        ("p0001", "Ja"),
        ("p0000", "Nein"),
    ]
    assert found.votes_total == 3


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"ja": 3, "nein": 0, "enthaltung": 0}, "Ja"),
        ({"ja": 0, "nein": 2, "enthaltung": 0}, "Nein"),
        ({"ja": 0, "nein": 0, "enthaltung": 1}, "Enthaltung"),
        ({"ja": 3, "nein": 1, "enthaltung": 0}, "uneinheitlich"),
        ({"ja": 3, "nein": 0}, "unbekannt"),
        ({"ja": 0, "nein": 0, "enthaltung": 0}, "unbekannt"),
        ({"haltung": "uneinheitlich"}, "uneinheitlich"),
    ],
)
def test_a_stance_is_only_derived_where_every_number_is_known(fields: dict[str, object], expected: str) -> None:
    assert stance(GroupVotes.model_validate({"fraktion": "mond", **fields})) == expected


def test_the_size_shown_first_is_the_latest_known(data: DataFolder) -> None:
    sizes = "sitze: [{zahl: 39, stichtag: 2018}, {zahl: 57, stichtag: 2023-05}, {zahl: unbekannt, stichtag: 2024}]\n"
    data.write({"gremien/rat.yml": "name: Stadtrat\nart: Vertretung\nquellen: amtsblatt\n" + sizes})
    found = _work(data)
    assert found.size
    assert found.size.number == 57


def test_people_without_a_known_end_come_first(data: DataFolder) -> None:
    def person(name: str, *roles: str) -> str:
        return f"name: {name}\nquellen: amtsblatt\nrollen: [{', '.join(roles)}]\n"

    data.write(
        {
            "personen/a.yml": person("A", "{funktion: Rat, gremium: rat, von: 2010, bis: 2018}"),
            "personen/b.yml": person("B", "{funktion: Rat, gremium: rat, von: 2012}"),
            "personen/c.yml": person("C", "{funktion: Amt, gremium: ausschuss, von: 2020}"),
            "personen/d.yml": person("D", "{funktion: Rat, gremium: rat, von: 2020, bis: unbekannt}"),
        }
    )
    assert [member.key.id for member in _work(data).members] == ["b", "d", "a"]


def test_what_a_body_leads_is_told_apart_from_what_it_wrote(data: DataFolder) -> None:
    data.write(
        {
            "roadmap/app.yml": "titel: App\nfederfuehrung: rat\nquellen: amtsblatt\n",
            "beschluesse/x.yml": "titel: X\nart: Bericht\nfederfuehrung: rat\nquellen: amtsblatt\n",
        }
    )
    found = _work(data)
    assert [listing.title for listing in found.work] == ["Federführend bei: Vorhaben", "Federführend bei: Vorlagen"]
    assert found.others == ()
