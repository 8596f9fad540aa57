"""Plan and reality: how late a milestone was, as exactly as its dates allow and no more."""

from __future__ import annotations

import datetime as dt

import pytest
from data_folder import TODAY, DataFolder
from portal.dates import PartialDate
from portal.german import NO_BREAK
from portal.parts.clock import Span
from portal.records import Milestone
from portal.roadmap.plan import MEANING, Outcome, Verdict, age, by_urgency, outcome, promises


def _outcome(today: dt.date = TODAY, **fields: object) -> Outcome:
    return outcome(Milestone.model_validate({"titel": "Ziel", **fields}), today)


def _said(found: Outcome) -> tuple[Verdict, str]:
    return found.verdict, found.text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("planned", "reached", "verdict", "text"),
    [
        ("2024-06-30", "2024-06-30", Verdict.ON_TIME, ""),
        ("2024-06-30", "2024-05-01", Verdict.ON_TIME, ""),
        ("2024-06", "2024-06-30", Verdict.ON_TIME, ""),
        ("2024", "2024-Q4", Verdict.ON_TIME, ""),
        ("2024-06-30", "2024-07-01", Verdict.LATE, "1 Tag nach dem ersten Termin"),
        ("2024-06", "2024-07-12", Verdict.LATE, "12 Tage nach dem ersten Termin"),
        ("2024-06-19", "2024-07", Verdict.LATE, "mindestens 12, höchstens 42 Tage nach dem ersten Termin"),
        ("2022-Q3", "2024", Verdict.LATE, "mindestens 458, höchstens 823 Tage nach dem ersten Termin"),
        (
            "2021-09-23",
            "2021-09",
            Verdict.UNKNOWN,
            "Erreicht, höchstens 7 Tage nach dem ersten Termin, vielleicht pünktlich.",
        ),
    ],
)
def test_a_reached_milestone_is_compared_with_the_last_day_of_its_first_promise(
    planned: str, reached: str, verdict: Verdict, text: str
) -> None:
    assert _said(_outcome(geplant=planned, erreicht=reached)) == (verdict, text)


def test_a_new_date_does_not_make_a_late_milestone_punctual() -> None:
    found = _outcome(
        geplant="2024-06-30", umplanungen=[{"datum": "2024-05", "neu": "2024-08-31"}], erreicht="2024-08-01"
    )
    assert (found.verdict, found.late) == (Verdict.LATE, Span(least=32, most=32))


def test_what_was_reached_on_an_unknown_day_is_judged_only_where_that_is_possible() -> None:
    assert _outcome(geplant="2024", erreicht="unbekannt").verdict is Verdict.UNKNOWN
    assert _outcome(geplant="2027", erreicht="unbekannt").verdict is Verdict.ON_TIME, "the deadline is not over yet"
    assert _outcome(geplant="unbekannt", erreicht="2024").verdict is Verdict.UNKNOWN
    assert _outcome(geplant="2022/..", erreicht="2024").verdict is Verdict.UNKNOWN, "a start is no deadline"


def test_a_date_that_is_over_makes_a_milestone_overdue_from_the_next_day_on() -> None:
    assert _said(_outcome(dt.date(2026, 3, 31), geplant="2026-Q1")) == (Verdict.OPEN, "heute fällig")
    assert _said(_outcome(dt.date(2026, 4, 1), geplant="2026-Q1")) == (Verdict.OVERDUE, "seit 1 Tag")
    assert _said(_outcome(dt.date(2026, 3, 30), geplant="2026-Q1")) == (Verdict.OPEN, "noch 1 Tag")
    assert _said(_outcome(geplant="2026-Q1")) == (Verdict.OVERDUE, "seit 235 Tagen")


def test_a_milestone_without_a_date_is_open_and_says_that_its_date_is_unknown() -> None:
    for planned in ("unbekannt", "2024/.."):
        assert _said(_outcome(geplant=planned)) == (Verdict.OPEN, "Ein Termin ist nicht bekannt.")


def test_a_new_date_that_is_still_to_come_is_named_with_its_reason() -> None:
    found = _outcome(geplant="2026-06", umplanungen=[{"datum": "2026-05-01", "neu": "2027-05", "grund": "Lieferung"}])
    assert _said(found) == (Verdict.REPLANNED, "jetzt: Mai 2027")
    assert found.reason == "Lieferung"


def test_a_new_date_that_nobody_knows_is_unknown_and_not_the_old_one() -> None:
    found = _outcome(geplant="2024", umplanungen=[{"datum": "2024-05-01", "neu": "unbekannt"}])
    assert _said(found) == (Verdict.REPLANNED, "Der neue Termin ist unbekannt.")
    assert found.reason == ""


def test_the_last_new_date_is_the_one_that_can_become_overdue() -> None:
    moves = [{"datum": "2024-05", "neu": "2025"}, {"datum": "2025-05", "neu": "2026-11-20", "grund": "Regen"}]
    found = _outcome(geplant="2024", umplanungen=moves)
    assert _said(found) == (Verdict.OVERDUE, "seit 1 Tag, 2-mal neu geplant")
    assert found.reason == "Regen"


def test_what_was_given_up_is_neither_late_nor_open() -> None:
    assert _said(_outcome(geplant="2024", entfallen="2025-01")) == (Verdict.DROPPED, "Januar 2025")


def test_every_verdict_is_explained() -> None:
    assert set(MEANING) == set(Verdict)


def test_what_has_waited_longest_comes_first(data: DataFolder) -> None:
    body = (
        "titel: Garten\nquellen: amtsblatt\nmeilensteine:\n"
        "  - {titel: A, geplant: 2027}\n  - {titel: B, geplant: 2026-01}\n  - {titel: C, geplant: 2025-01}\n"
    )
    found = promises(data.write({"roadmap/garten.yml": body}).register())
    assert [promise.milestone.title for promise in found] == ["A", "B", "C"]
    assert [promise.milestone.title for promise in by_urgency(found)] == ["C", "B", "A"]
    assert found[1].target.fragment == "meilenstein-2"
    assert found[1].project == "Garten"


def test_news_is_as_old_as_its_date_allows_to_say() -> None:
    assert age(PartialDate.parse("2026-11-20"), TODAY) == Span(least=1, most=1)
    assert age(PartialDate.parse("2025"), TODAY) == Span(least=325, most=689)
    assert age(PartialDate.parse("2027"), TODAY) is None
