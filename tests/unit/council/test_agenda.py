"""The page of a meeting: its agenda in order, its state, its neighbours, what nobody knows of it."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.council.agenda import Sitting, neighbours, number_order, sitting
from portal.register.entries import Key

_PAPER = "titel: {0}\nart: Bericht\nberatungsfolge: {{gremium: rat, termin: {1}, {2}}}\nquellen: amtsblatt\n"


def _sitting(data: DataFolder, *papers: str, day: str = "2022-06-14", meeting: str = "") -> Sitting:
    files = {f"beschluesse/p{n}.yml": _PAPER.format(f"P{n}", day, more) for n, more in enumerate(papers)}
    if meeting:
        files[f"sitzungen/rat-{day}.yml"] = f"titel: S\ngremium: rat\ntermin: {day}\nquellen: amtsblatt\n{meeting}"
    register = data.write(files).register()
    return sitting(register, register.entries[Key("sitzungen", f"rat-{day}")])


def test_items_come_in_the_order_of_the_printed_agenda() -> None:
    printed = ["Ö 10", "", "N 1", "Ö 2", "Ö 2.1", "TOP 3", "2"]
    assert sorted(printed, key=number_order) == ["Ö 2", "2", "Ö 2.1", "TOP 3", "Ö 10", "N 1", ""]


def test_what_the_meeting_notes_itself_stands_in_its_place_between_the_papers(data: DataFolder) -> None:
    own = "tagesordnung: [{top: Ö 3, titel: Bericht}, Verschiedenes]\n"
    found = _sitting(data, "top: Ö 5", "top: Ö 2", meeting=own)
    assert [point.number for point in found.points.shown] == ["Ö 2", "Ö 3", "Ö 5", ""]
    assert [point.item.title for point in found.points.shown if point.item] == ["Bericht", "Verschiedenes"]


def test_an_endless_agenda_is_cut_and_leads_to_the_papers_of_the_body_in_that_year(data: DataFolder) -> None:
    found = _sitting(data, *(f"top: Ö {n}" for n in range(1, 204)))
    assert (len(found.points.shown), found.points.total) == (200, 203)
    assert found.points.shown[-1].number == "Ö 200"
    assert found.more == "beschluesse/?jahr=2022&gremium=rat"


@pytest.mark.parametrize(
    ("day", "meeting", "paper", "state"),
    [
        ("2022-06-14", "", "ergebnis: beschlossen, rolle: Entscheidung", "stattgefunden"),
        ("2022-06-14", "", "top: Ö 1", "Vollzug unbekannt"),
        ("2022-06-14", "stand: stattgefunden\n", "top: Ö 1", "stattgefunden"),
        ("2022-06-14", "stand: geplant\n", "top: Ö 1", "war geplant, Vollzug unbekannt"),
        ("2022-06-14", "stand: abgesagt\n", "top: Ö 1", "abgesagt"),
        ("2027-06-14", "", "stand: geplant", "geplant"),
    ],
)
def test_whether_it_took_place_follows_from_what_is_known(
    day: str, meeting: str, paper: str, state: str, data: DataFolder
) -> None:
    assert _sitting(data, paper, day=day, meeting=meeting).state == state


def test_a_meeting_where_somebody_answered_took_place(data: DataFolder) -> None:
    answer = "titel: A\ngestellt: {am: 2022-01}\nbeantwortet: {am: 2022-06-14, gremium: rat}\nquellen: amtsblatt\n"
    data.write({"fragen/a.yml": answer + "fragen: [{frage: F?, stand: beantwortet, antwort: Ja.}]\n"})
    assert _sitting(data).state == "stattgefunden"


def test_what_is_unknown_is_said_in_sentences(data: DataFolder) -> None:
    found = _sitting(data, "top: Ö 1, ergebnis: beschlossen, rolle: Entscheidung", "top: Ö 2")
    assert found.unknown == (
        "Bei einem Punkt ist das Ergebnis unbekannt.",
        "Bei einem Punkt ist unbekannt, mit wie vielen Stimmen.",
        "Die Uhrzeit ist unbekannt.",
        "Der Ort ist unbekannt.",
    )


def test_of_a_meeting_to_come_nothing_is_missing_yet(data: DataFolder) -> None:
    found = _sitting(data, "stand: geplant", day="2027-06-14")
    assert found.is_ahead
    assert found.unknown == ()


def test_everything_known_leaves_nothing_to_say(data: DataFolder) -> None:
    full = 'beginn: "18:15"\nort: Rathaus\n'
    votes = "top: Ö 1, ergebnis: beschlossen, rolle: Entscheidung, stimmen: {ja: 1, nein: 0, enthaltung: 0}"
    assert _sitting(data, votes, meeting=full).unknown == ()


def test_neighbours_are_meetings_of_the_same_body(data: DataFolder) -> None:
    days = ["2022-01-10", "2022-02-10", "2022-03-10"]
    data.write({f"beschluesse/p{n}.yml": _PAPER.format("P", day, "top: Ö 1") for n, day in enumerate(days)})
    other = _PAPER.format("Q", "2022-02-01", "top: Ö 1").replace("gremium: rat", "gremium: ausschuss")
    found = neighbours(data.write({"beschluesse/q.yml": other}).register())
    middle = found[Key("sitzungen", "rat-2022-02-10")]
    assert (middle.before, middle.after) == tuple(Key("sitzungen", f"rat-{day}") for day in (days[0], days[2]))
    first, last = found[Key("sitzungen", f"rat-{days[0]}")], found[Key("sitzungen", f"rat-{days[2]}")]
    assert (first.before, last.after) == (None, None)
    alone = found[Key("sitzungen", "ausschuss-2022-02-01")]
    assert (alone.before, alone.after) == (None, None)
