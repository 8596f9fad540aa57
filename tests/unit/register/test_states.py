"""What became of a paper follows from its stations."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from portal.records import Inquiry, Paper
from portal.records.words import Result
from portal.register.states import Tone, inquiry_state, paper_state, tone_of

_TODAY = dt.date(2022, 7, 1)
_ADVICE = {"gremium": "ausschuss", "termin": "2022-05-16", "rolle": "Vorberatung", "ergebnis": "empfohlen"}
_DECISION = {"gremium": "rat", "termin": "2022-06-14", "rolle": "Entscheidung"}


def _paper(*stations: dict[str, Any]) -> Paper:
    return Paper.model_validate({"id": "a", "titel": "A", "art": "Antrag", "beratungsfolge": list(stations)})


@pytest.mark.parametrize(
    ("stations", "label", "tone"),
    [
        ([], "Beratung unbekannt", Tone.UNKNOWN),
        ([_ADVICE], "Entscheidung unbekannt", Tone.UNKNOWN),
        ([{**_ADVICE, "ergebnis": "unbekannt"}], "Ergebnis unbekannt", Tone.UNKNOWN),
        ([{**_ADVICE, "ergebnis": "zur Kenntnis genommen"}], "zur Kenntnis genommen", Tone.NEUTRAL),
        ([{**_DECISION, "rolle": "Kenntnisnahme"}], "zur Information", Tone.NEUTRAL),
        ([{**_DECISION, "rolle": "Anhörung"}], "zur Information", Tone.NEUTRAL),
        ([_ADVICE, _DECISION], "Ergebnis unbekannt", Tone.UNKNOWN),
        ([_ADVICE, {**_DECISION, "termin": "unbekannt"}], "Ergebnis unbekannt", Tone.UNKNOWN),
        ([_ADVICE, {**_DECISION, "termin": "2022-07-12"}], "Entscheidung steht aus", Tone.OPEN),
        ([_ADVICE, {**_DECISION, "termin": "2022"}], "Entscheidung steht aus", Tone.OPEN),
        ([_ADVICE, {**_DECISION, "ergebnis": "beschlossen"}], "beschlossen", Tone.GOOD),
        ([_ADVICE, {**_DECISION, "ergebnis": "teilweise beschlossen"}], "teilweise beschlossen", Tone.PARTLY),
        ([_ADVICE, {**_DECISION, "ergebnis": "abgelehnt"}], "abgelehnt", Tone.BAD),
        ([_ADVICE, {**_DECISION, "ergebnis": "vertagt"}], "vertagt", Tone.OPEN),
        ([_ADVICE, {**_DECISION, "ergebnis": "nicht behandelt"}], "nicht behandelt", Tone.OPEN),
        ([{**_DECISION, "ergebnis": "vertagt"}, {**_DECISION, "ergebnis": "beschlossen"}], "beschlossen", Tone.GOOD),
        ([{**_DECISION, "ergebnis": "beschlossen"}, _DECISION], "beschlossen", Tone.GOOD),
        ([{**_ADVICE, "ergebnis": "zurückgezogen"}, _DECISION], "zurückgezogen", Tone.NEUTRAL),
        ([_DECISION, {**_ADVICE, "ergebnis": "erledigt"}], "erledigt", Tone.NEUTRAL),
    ],
)
def test_the_state_of_a_paper_in_words(stations: list[dict[str, Any]], label: str, tone: Tone) -> None:
    state = paper_state(_paper(*stations), _TODAY)
    assert (state.label, state.tone) == (label, tone)


def test_a_state_names_the_station_it_follows_from() -> None:
    paper = _paper(_ADVICE, {**_DECISION, "ergebnis": "beschlossen"}, {**_ADVICE, "rolle": "Kenntnisnahme"})
    assert paper_state(paper, _TODAY).consultation is paper.consultations[1]
    assert paper_state(_paper(), _TODAY).consultation is None


def test_every_result_has_a_tone() -> None:
    assert [tone_of(result) for result in Result] == [
        Tone.GOOD,
        Tone.GOOD,
        Tone.PARTLY,
        Tone.ADVICE,
        Tone.ADVICE,
        Tone.BAD,
        Tone.BAD,
        Tone.OPEN,
        Tone.OPEN,
        Tone.NEUTRAL,
        Tone.NEUTRAL,
        Tone.NEUTRAL,
        Tone.OPEN,
        Tone.UNKNOWN,
    ]


@pytest.mark.parametrize(
    ("questions", "state"),
    [
        (["beantwortet", "beantwortet"], "beantwortet"),
        (["beantwortet", "offen"], "teilweise beantwortet"),
        (["teilweise beantwortet"], "teilweise beantwortet"),
        (["gestellt", "offen"], "offen"),
        (["unbekannt", "gestellt"], "offen"),
        (["unbekannt", "unbekannt"], "unbekannt"),
    ],
)
def test_an_inquiry_is_answered_only_when_every_question_is(questions: list[str], state: str) -> None:
    asked = [{"frage": "Warum?", "stand": question} for question in questions]
    inquiry = Inquiry.model_validate({"id": "a", "titel": "A", "gestellt": {"am": "2023"}, "fragen": asked})
    assert inquiry_state(inquiry) == state
