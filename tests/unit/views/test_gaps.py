"""Gaps and contradictions of all records, by kind, and never without bound."""

from __future__ import annotations

from data_folder import DataFolder
from portal.records import Contradiction
from portal.views.gaps import by_source, contradictions, gaps

_PAPER = "titel: {0}\nart: Bericht\nquellen: amtsblatt\n{1}\n"


def test_gaps_are_grouped_by_kind_and_record(data: DataFolder) -> None:
    register = data.write(
        {
            "beschluesse/a.yml": _PAPER.format("A", "offen: [Wer?, Wann?]"),
            "beschluesse/b.yml": _PAPER.format("B", "offen: Wo?"),
            "roadmap/x.yml": "titel: X\nquellen: amtsblatt\noffen: Wie?\n",
            "roadmap/y.yml": "titel: Y\nquellen: amtsblatt\n",
        }
    ).register()
    found = gaps(register)
    assert found.total == 4
    groups = [(g.anchor, g.total, [(t.key.id, len(of)) for t, of in g.places]) for g in found.groups]
    assert groups == [("beschluesse", 3, [("a", 2), ("b", 1)]), ("roadmap", 1, [("x", 1)])]


def test_contradictions_lead_to_the_place_they_concern(data: DataFolder) -> None:
    case = "{{worum: {0}, angaben: [{{wert: A, quelle: amtsblatt}}, {{wert: B, quelle: amtsblatt}}]{1}}}"
    cases = ", ".join([case.format("Wer?", ""), case.format("Wo?", ", betrifft: punkt-1")])
    paper = _PAPER.format("A", f"beschlusspunkte: [Eins]\nwidersprueche: [{cases}]")
    found = contradictions(data.write({"beschluesse/a.yml": paper}).register())
    places = [(target.fragment, [case.about for case in of]) for target, of in found.groups[0].places]
    assert places == [("", ["Wer?"]), ("punkt-1", ["Wo?"])]
    assert found.total == 2


def test_a_page_lists_everything_until_it_would_grow_too_long(data: DataFolder) -> None:
    some = {f"beschluesse/p{n:03}.yml": _PAPER.format(f"P{n}", "offen: [Wer?, Wann?]") for n in range(120)}
    all_of_them = gaps(data.write(some).register()).groups[0]
    assert (all_of_them.total, all_of_them.hidden) == (240, 0)
    papers, projects = gaps(
        data.write({"roadmap/q.yml": "titel: Q\nquellen: amtsblatt\noffen: [Wo?, Wie?]\n"}).register()
    ).groups
    assert (len(papers.places), papers.total, papers.hidden) == (60, 240, 120)
    assert (projects.total, projects.hidden) == (2, 0)


def test_one_record_full_of_gaps_takes_no_more_room_than_many_with_one(data: DataFolder) -> None:
    full = ", ".join(f"Frage {number}?" for number in range(300))
    (group,) = gaps(data.write({"beschluesse/a.yml": _PAPER.format("A", f"offen: [{full}]")}).register()).groups
    assert (group.total, group.hidden, len(group.places)) == (300, 60, 1)


def test_contradictions_have_half_the_room(data: DataFolder) -> None:
    case = "{worum: Wer?, angaben: [{wert: A, quelle: amtsblatt}, {wert: B, quelle: amtsblatt}]}"
    some = {f"beschluesse/p{n:03}.yml": _PAPER.format(f"P{n}", f"widersprueche: [{case}]") for n in range(130)}
    (group,) = contradictions(data.write(some).register()).groups
    assert (group.total, group.hidden) == (130, 10)


def test_a_source_that_makes_two_claims_is_named_once() -> None:
    claims = [{"wert": "A", "quelle": "x"}, {"wert": "B", "quelle": "y"}, {"wert": "C", "quelle": "x"}]
    case = Contradiction.model_validate({"worum": "?", "angaben": claims})
    assert by_source(case) == [("x", ["A", "C"]), ("y", ["B"])]
