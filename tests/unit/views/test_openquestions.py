"""The page of open questions: those somebody asked first, how long they wait, and the totals."""

from __future__ import annotations

from data_folder import DataFolder
from portal.views.openquestions import OpenQuestions, Why, open_questions

_INQUIRY = "titel: {0}\ngestellt: {{am: {1}}}\nquellen: amtsblatt\n{2}fragen:\n"


def _open(data: DataFolder, **inquiries: str) -> OpenQuestions:
    return open_questions(data.write({f"fragen/{name}.yml": text for name, text in inquiries.items()}).register())


def _inquiry(*questions: str, asked: str = "2026-10-11", more: str = "") -> str:
    return _INQUIRY.format("A", asked, more) + "".join(f"  - {{frage: F?, {question}}}\n" for question in questions)


def test_every_reason_has_its_group_and_a_full_answer_has_none(data: DataFolder) -> None:
    found = _open(
        data,
        a=_inquiry(
            "stand: beantwortet, antwort: Ja.",
            "stand: offen",
            "stand: gestellt",
            "stand: teilweise beantwortet, antwort: Ja.",
            "stand: beantwortet, antwort: Ja., offen: Wie viel?",
            "stand: unbekannt",
            more="beantwortet: {am: unbekannt}\n",
        ),
        o=_inquiry("stand: offen", more="art: Offene Fragen\n"),
    )
    groups = {group.title: [item.target.fragment for item in group.questions] for group in found.groups}
    assert groups == {
        Why.UNANSWERED: ["frage-2", "frage-3"],
        Why.PARTLY: ["frage-4"],
        Why.LEFT_OPEN: ["frage-5"],
        Why.UNKNOWN: ["frage-6"],
        Why.OWN: ["frage-1"],
    }
    assert [group.title for group in found.groups][-1] is Why.OWN


def test_totals_count_what_somebody_asked_and_nothing_else(data: DataFolder) -> None:
    found = _open(
        data,
        a=_inquiry(
            "stand: beantwortet, antwort: Ja., beantwortet-am: 2026-11",
            "stand: offen",
            "stand: gestellt",
            "stand: unbekannt",
        ),
        o=_inquiry("stand: offen", more="art: Offene Fragen\n"),
    )
    assert {str(state): count for state, count in found.totals} == {
        "beantwortet": 1,
        "teilweise beantwortet": 0,
        "offen": 2,
        "unbekannt": 1,
    }
    assert found.asked == 4


def test_who_waits_longest_comes_first_and_who_knows_not_how_long_comes_last(data: DataFolder) -> None:
    found = _open(
        data,
        a=_inquiry("stand: offen", asked="2026-11-01"),
        b=_inquiry("stand: offen", asked="unbekannt"),
        c=_inquiry("stand: offen", asked="2020"),
    )
    waiting = [(item.target.key.id, item.waiting and item.waiting.least) for item in found.groups[0].questions]
    assert waiting == [("c", 2151), ("a", 20), ("b", None)]


def test_what_an_answer_left_open_waits_since_the_answer(data: DataFolder) -> None:
    answered = _inquiry("stand: beantwortet, antwort: Ja., offen: Rest.", more="beantwortet: {am: 2026-11-11}\n")
    item = _open(data, a=answered).groups[0].questions[0]
    assert item.waiting
    assert (item.waiting.least, item.since_answer) == (10, True)


def test_whether_unanswered_or_not_nobody_counts_days_of_what_is_unknown(data: DataFolder) -> None:
    assert _open(data, a=_inquiry("stand: unbekannt")).groups[0].questions[0].waiting is None


def test_a_long_group_is_cut(data: DataFolder) -> None:
    group = _open(data, a=_inquiry(*["stand: offen"] * 50)).groups[0]
    assert (len(group.questions), group.total, group.hidden) == (40, 50, 10)
    assert group.more == "fragen/?stand=offen"


def test_without_open_questions_there_is_nothing_to_show(data: DataFolder) -> None:
    found = _open(data, a=_inquiry("stand: beantwortet, antwort: Ja., beantwortet-am: 2026-11"))
    assert (found.groups, found.asked) == ((), 1)
