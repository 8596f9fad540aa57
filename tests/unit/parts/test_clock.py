"""How long an answer took, how long one is awaited, and whether a deadline is kept."""

from __future__ import annotations

import datetime as dt

import pytest
from portal.dates import PartialDate
from portal.parts.clock import Keeping, Span, clock, sentences, span
from portal.records import Inquiry

TODAY = dt.date(2026, 11, 21)


def _inquiry(state: str = "offen", **fields: object) -> Inquiry:
    answer = {"antwort": "Ja."} if state in ("beantwortet", "teilweise beantwortet") else {}
    record = {"id": "a", "titel": "A", "gestellt": {"am": "2026-10-11"}, "quellen": "x"}
    return Inquiry.model_validate({**record, "fragen": [{"frage": "F?", "stand": state, **answer}], **fields})


def _said(inquiry: Inquiry) -> str:
    return " ".join(sentences(clock(inquiry, TODAY), TODAY)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-01-16", "2023-02-27", "42 Tage"),
        ("2023-01-16", "2023-01-17", "1 Tag"),
        ("2023-01-16", "2023-01-16", "0 Tage"),
        ("2023-01", "2023-03-01", "mindestens 29, höchstens 59 Tage"),
        ("2023", "2023-03-01", "höchstens 59 Tage"),
        ("2023-01-16", "2024/..", "mindestens 350 Tage"),
        ("2020-01-01", "2026-01-01", "2.192 Tage"),
    ],
)
def test_a_span_is_only_as_exact_as_its_dates(start: str, end: str, words: str) -> None:
    found = span(PartialDate.parse(start), PartialDate.parse(end))
    assert found
    assert found.words().replace("\u00a0", " ") == words


def test_there_is_no_span_that_ends_before_it_starts() -> None:
    assert span(PartialDate.parse("2023-02"), PartialDate.parse("2023-01-31")) is None
    assert span(PartialDate.parse("2022-01/.."), PartialDate.parse("2023-01-01")) == Span(least=0, most=365)


def test_an_open_inquiry_waits_until_the_day_of_the_data() -> None:
    read = clock(_inquiry(), TODAY)
    assert read.waiting == Span(least=41, most=41)
    assert read.took is None
    assert _said(_inquiry()) == "Am Stand 21. November 2026 seit 41 Tagen offen. Welche Frist galt, ist unbekannt."


def test_an_answered_inquiry_waits_no_longer() -> None:
    inquiry = _inquiry("beantwortet", beantwortet={"am": "2026-11-20"})
    read = clock(inquiry, TODAY)
    assert (read.took, read.waiting) == (Span(least=40, most=40), None)
    assert _said(inquiry).startswith("Von der Frage bis zur Antwort: 40 Tage.")


def test_a_part_that_is_not_answered_goes_on_waiting() -> None:
    inquiry = _inquiry("teilweise beantwortet", beantwortet={"am": "2026-11-20"})
    assert _said(inquiry).startswith(
        "Von der Frage bis zur Antwort: 40 Tage. Nicht alles ist beantwortet. Am Stand 21. November 2026 seit 41 Tagen"
    )


def test_unknown_dates_stay_unknown() -> None:
    unknown = {"gestellt": {"am": "unbekannt"}, "frist": "unbekannt"}
    read = clock(_inquiry(**unknown), TODAY)
    assert (read.asked, read.due, read.answered, read.waiting) == (None, None, None, None)
    assert _said(_inquiry(**unknown)) == "Wie lange schon offen, ist unbekannt. Welche Frist galt, ist unbekannt."
    answered = _inquiry("beantwortet", beantwortet={"am": "unbekannt"}, **unknown)
    assert _said(answered).startswith("Wie lange die Antwort brauchte, ist unbekannt.")


def test_whether_there_is_an_answer_may_be_unknown_too() -> None:
    assert clock(_inquiry("unbekannt"), TODAY).waiting is None
    assert _said(_inquiry("unbekannt")).startswith("Ob es eine Antwort gibt, ist unbekannt.")


@pytest.mark.parametrize(
    ("due", "answered", "keeping"),
    [
        ("2026-11-01", "2026-11-01", Keeping.IN_TIME),
        ("2026-11-01", "2026-11-02", Keeping.LATE),
        ("2026-11", "2026-11-02", Keeping.UNCLEAR),
        ("2026-11", "2026-12-01", Keeping.LATE),
        ("2026-11-20", None, Keeping.OVERDUE),
        ("2026-11-21", None, Keeping.RUNNING),
        ("2026-11", None, Keeping.UNCLEAR),
        ("2026-10", None, Keeping.OVERDUE),
        ("2027", None, Keeping.RUNNING),
        ("unbekannt", None, Keeping.UNKNOWN),
    ],
)
def test_a_deadline_is_kept_only_where_the_dates_say_so(due: str, answered: str | None, keeping: Keeping) -> None:
    state = "beantwortet" if answered else "offen"
    fields = {"beantwortet": {"am": answered}} if answered else {}
    assert clock(_inquiry(state, frist=due, **fields), TODAY).keeping is keeping


def test_how_late_it_is_counts_from_the_deadline() -> None:
    assert "Die Frist ist seit 20 Tagen vorbei." in _said(_inquiry(frist="2026-11-01"))
    late = _inquiry("beantwortet", frist="2026-11-01", beantwortet={"am": "2026-11-20"})
    assert "Die Antwort kam 19 Tage nach der Frist." in _said(late)
    assert "Die Frist läuft noch." in _said(_inquiry(frist="2026-12-01"))


def test_the_portals_own_questions_have_no_deadline() -> None:
    own = _inquiry(art="Offene Fragen", gestellt={"am": "2026-11-21"})
    assert clock(own, TODAY).own
    assert _said(own) == "Am Stand 21. November 2026 neu."


def test_answers_that_carry_one_date_themselves_date_the_inquiry() -> None:
    question = {"frage": "F?", "stand": "beantwortet", "antwort": "Ja.", "beantwortet-am": "2026-10-21"}
    one = _inquiry(fragen=[question, question])
    assert clock(one, TODAY).took == Span(least=10, most=10)
    two = _inquiry(fragen=[question, {**question, "beantwortet-am": "2026-10-22"}])
    assert clock(two, TODAY).answered is None
