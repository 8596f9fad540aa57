"""Control of decisions: every decided point is in it, with the chain that begins at it, and nothing else."""

from __future__ import annotations

from data_folder import DataFolder
from portal.records import UNKNOWN
from portal.roadmap.control import BRANCHES, Control, control

_PAPER = """\
titel: {title}
art: Antrag
quellen: amtsblatt
beratungsfolge: [{{gremium: rat, termin: {date}, rolle: {role}, ergebnis: {result}}}]
"""


def _paper(
    title: str, points: str = "", *, date: str = "2024-02-15", role: str = "Entscheidung", result: str = "beschlossen"
) -> str:
    return _PAPER.format(title=title, date=date, role=role, result=result) + (
        f"beschlusspunkte: {points}\n" if points else ""
    )


def _project(title: str, basis: str, more: str = "") -> str:
    return f'titel: {title}\nquellen: amtsblatt\ngrundlage: "{basis}"\n{more}\n'


def _only_page(data: DataFolder, files: dict[str, str]) -> Control:
    (page,) = control(data.write(files).register())
    return page


def _points(page: Control) -> list[str]:
    return [f"{point.target.key.id}#{point.target.fragment}" for point in page.sheet.items]


def test_only_what_the_deciding_body_adopted_is_controlled(data: DataFolder) -> None:
    page = _only_page(
        data,
        {
            "beschluesse/ja.yml": _paper("Ja", "[Eins, Zwei]"),
            "beschluesse/anders.yml": _paper("Anders", "[Eins]", result="geändert beschlossen"),
            "beschluesse/halb.yml": _paper("Halb", "[Eins]", result="teilweise beschlossen"),
            "beschluesse/nein.yml": _paper("Nein", "[Eins]", result="abgelehnt"),
            "beschluesse/rat.yml": _paper("Rat", "[Eins]", role="Vorberatung", result="empfohlen"),
            "beschluesse/info.yml": _paper("Info", "[Eins]", role="Kenntnisnahme", result="zur Kenntnis genommen"),
        },
    )
    assert sorted(_points(page)) == ["anders#punkt-1", "halb#punkt-1", "ja#punkt-1", "ja#punkt-2"]
    assert page.decisions == 3


def test_the_newest_decision_comes_first_and_its_points_stay_together(data: DataFolder) -> None:
    page = _only_page(
        data,
        {
            "beschluesse/alt.yml": _paper("Alt", "[Eins]", date="2019"),
            "beschluesse/neu.yml": _paper("Neu", "[{nr: 2b, text: Eins}, Zwei]", date="2024-05-01"),
            "beschluesse/wann.yml": _paper("Wann", "[Eins]", date="unbekannt, quelle: amtsblatt"),
        },
    )
    assert _points(page) == ["neu#punkt-2b", "neu#punkt-2", "alt#punkt-1", "wann#punkt-1"]
    assert [group.heading.words for group in page.sheet.groups if group.heading] == ["Neu", "Alt", "Wann"]


def test_a_point_that_nobody_followed_up_is_unknown_and_not_open(data: DataFolder) -> None:
    points = "[{text: A, umsetzung: {stand: umgesetzt, quelle: amtsblatt}}, B, {text: C, umsetzung: {stand: offen}}, D]"
    page = _only_page(data, {"beschluesse/a.yml": _paper("A", points)})
    assert [point.state for point in page.sheet.items] == ["umgesetzt", UNKNOWN, "offen", UNKNOWN]
    assert [point.is_broken for point in page.sheet.items] == [False, True, False, True]
    assert {total.word: total.count for total in page.totals if total.count} == {"umgesetzt": 1, "offen": 1, UNKNOWN: 2}
    assert [total.width for total in page.totals if total.count] == ["25%", "25%", "50%"]


def test_the_chain_leads_from_the_point_to_its_projects_and_their_milestones(data: DataFolder) -> None:
    page = _only_page(
        data,
        {
            "beschluesse/a.yml": _paper("A", "[{text: Eins, umsetzung: {stand: teilweise, belege: [wiese, b]}}, Zwei]"),
            "beschluesse/b.yml": _paper("B", role="Vorberatung", result="empfohlen"),
            "roadmap/wiese.yml": _project("Wiese", "a#punkt-1", "meilensteine: [{titel: X, erreicht: 2025}, Y]"),
            "roadmap/baum.yml": _project("Baum", "a#punkt-1"),
            "roadmap/alles.yml": _project("Alles", "a"),
        },
    )
    first, second = page.sheet.items
    assert [branch.target.key.id for branch in first.branches] == ["wiese", "b", "baum"], "evidence first, none twice"
    wiese, paper, baum = first.branches
    assert (wiese.reached, len(wiese.milestones)) == (1, 2)
    assert (paper.project, baum.milestones) == (None, ())
    assert second.branches == (), "a project of the whole paper carries out no single point"


def test_a_point_with_many_projects_names_the_rest_by_number(data: DataFolder) -> None:
    files = {f"roadmap/p-{n}.yml": _project(f"P {n}", "a#punkt-1") for n in range(BRANCHES + 2)}
    page = _only_page(data, {"beschluesse/a.yml": _paper("A", "[Eins]"), **files})
    (point,) = page.sheet.items
    assert (len(point.branches), point.more) == (BRANCHES, 2)


def test_what_is_missing_is_said(data: DataFolder) -> None:
    page = _only_page(
        data,
        {
            "beschluesse/ohne.yml": _paper("Ohne Punkte"),
            "beschluesse/wer-weiss.yml": _paper("Wer weiß", "[Eins]", role="unbekannt"),
        },
    )
    assert [key.id for key in page.without_points.shown] == ["ohne"]
    assert page.undecided == 1
    assert page.sheet.total == 0


def test_decisions_without_points_are_counted_when_there_are_many(data: DataFolder) -> None:
    page = _only_page(data, {f"beschluesse/ohne-{n}.yml": _paper(f"Ohne {n}") for n in range(50)})
    assert (page.without_points.total, len(page.without_points.shown), page.without_points.hidden) == (50, 40, 10)


def test_ten_thousand_points_are_cut_into_pages(data: DataFolder) -> None:
    points = "[" + ", ".join(f"P{n}" for n in range(60)) + "]"
    pages = control(data.write({"beschluesse/a.yml": _paper("A", points)}).register())
    assert [page.sheet.url for page in pages] == ["beschlusskontrolle/", "beschlusskontrolle/seite/2/"]
    assert pages[1].sheet.groups[0].continued
    assert all(page.totals == pages[0].totals for page in pages)
