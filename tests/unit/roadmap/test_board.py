"""The roadmap's boards: everything in its place, what is due next on every card, broken promises found."""

from __future__ import annotations

from data_folder import DataFolder
from portal.records import UNKNOWN
from portal.roadmap.board import BROKEN, CARDS, CIRCLES, MILESTONES, OF_ONE, ROWS, Board, board, state_of


def _board(data: DataFolder, projects: dict[str, str]) -> Board:
    return board(
        data.write(
            {
                f"roadmap/{name}.yml": f"titel: {name}\nquellen: amtsblatt\n{fields}\n"
                for name, fields in projects.items()
            }
        ).register()
    )


def _state(word: str, date: str = "2024") -> str:
    return f"verlauf: [{{datum: {date}, stand: {word}}}]"


def test_projects_stand_under_their_last_state_in_the_order_of_progress(data: DataFolder) -> None:
    found = _board(
        data,
        {
            "a": _state("abgeschlossen"),
            "b": "verlauf: [{datum: 2023, stand: geplant}, {datum: 2024, stand: in Arbeit}]",
            "c": "",
            "d": "verlauf: [{datum: 2023, stand: geplant}, {datum: 2024, stand: unbekannt}]",
        },
    )
    columns = [(column.state, sorted(card.key.id for card in column.cards)) for column in found.columns]
    assert columns == [("in Arbeit", ["b"]), ("abgeschlossen", ["a"]), (UNKNOWN, ["c", "d"])]


def test_a_card_names_what_comes_next_before_what_is_overdue(data: DataFolder) -> None:
    dates = "{titel: spät, geplant: 2020}, {titel: ohne}, {titel: bald, geplant: 2027-01}, {titel: fern, geplant: 2030}"
    found = _board(data, {"a": f"meilensteine: [{dates}]", "b": "meilensteine: [{titel: spät, geplant: 2020}, ohne]"})
    cards = {card.key.id: card for column in found.columns for card in column.cards}
    assert [card.next.milestone.title for key in "ab" if (card := cards[key]).next] == ["bald", "spät"]


def test_working_groups_without_a_known_project_are_shown_too(data: DataFolder) -> None:
    found = _board(
        data,
        {
            "kreis": "art: Arbeitskreis",
            "leer": "art: Arbeitskreis",
            "a": "arbeitskreis: kreis",
            "b": "arbeitskreis: unbekannt",
            "c": "",
        },
    )
    circles = [(circle.key and circle.key.id, [card.key.id for card in circle.cards]) for circle in found.circles.shown]
    assert circles == [("kreis", ["a"]), ("leer", []), (None, ["b"])]
    assert found.without_circle == 3


def test_late_projects_are_those_with_a_promise_that_was_not_kept(data: DataFolder) -> None:
    found = _board(
        data,
        {
            "puenktlich": "meilensteine: [{titel: X, geplant: 2024, erreicht: 2024-05}]",
            "spaet": "meilensteine: [{titel: X, geplant: 2024, erreicht: 2025-01-02}]",
            "faellig": "meilensteine: [{titel: X, geplant: 2020}, {titel: Y, geplant: 2019}, {titel: Z, geplant: 2030}]",
        },
    )
    assert [(late.key.id, [p.milestone.title for p in late.promises.shown]) for late in found.late] == [
        ("faellig", ["Y", "X"]),
        ("spaet", ["X"]),
    ]
    assert {total.word: total.count for total in found.verdicts if total.count} == {
        "Termin vorbei": 2,
        "verspätet": 1,
        "offen": 1,
        "pünktlich": 1,
    }


def test_a_large_board_shows_some_of_every_state_and_counts_all(data: DataFolder) -> None:
    many = {f"p-{number}": _state("geplant") for number in range(CARDS + 5)}
    found = _board(data, {**many, "a": _state("in Arbeit")})
    shown = {column.state: (len(column.cards), column.total) for column in found.columns}
    assert shown == {"geplant": (CARDS // 2, CARDS + 5), "in Arbeit": (1, 1)}
    assert found.total == CARDS + 6


def test_what_does_not_fit_on_the_board_stands_in_the_list_by_its_state(data: DataFolder) -> None:
    (column,) = _board(data, {"a": _state("in Arbeit")}).columns
    assert column.more == "roadmap/als/liste/?stand=in-arbeit"


def test_the_page_does_not_grow_with_projects_nor_with_their_milestones(data: DataFolder) -> None:
    milestones = ", ".join(
        f"{{titel: M{n}, geplant: 20{n + 10}, umplanungen: [{{datum: 20{n + 10}, neu: 20{n + 11}}}]}}" for n in range(9)
    )
    circles = {f"kreis-{n}": "art: Arbeitskreis" for n in range(CIRCLES + 2)}
    projects = {
        f"p-{n:03}": f"{_state('geplant')}\nmeilensteine: [{milestones}]\narbeitskreis: kreis-{n % len(circles)}"
        for n in range(CARDS + 20)
    }
    found = _board(data, circles | projects)
    assert (found.circles.total, len(found.circles.shown)) == (CIRCLES + 2, CIRCLES)
    assert sum(len(late.promises.shown) for late in found.late) == BROKEN
    assert {(len(late.promises.shown), late.promises.hidden) for late in found.late} == {(OF_ONE, 9 - OF_ONE)}
    assert (len(found.milestones), found.milestones_total) == (MILESTONES, 9 * len(projects))
    drawn = sum(len(row.pieces) + len(row.marks) + len(row.joins) for row in found.chart.rows)
    assert 200 < drawn <= 250
    assert len(found.chart.rows) < ROWS
    assert found.chart.hidden + len(found.chart.rows) + len(found.chart.left_out) == found.total


def test_a_project_without_updates_has_an_unknown_state(data: DataFolder) -> None:
    (column,) = _board(data, {"a": ""}).columns
    assert state_of(column.cards[0].project) == UNKNOWN
