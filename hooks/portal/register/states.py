"""What became of a paper: derived from the deciding body, never written into the paper itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from portal.dates import PartialDate
from portal.records import Consultation, Inquiry, Paper
from portal.records.words import AnswerState, Result, Role


class Tone(StrEnum):
    """How a state is shown; always together with its word."""

    GOOD = "ja"
    PARTLY = "halb"
    OPEN = "offen"
    BAD = "nein"
    ADVICE = "rat"
    NEUTRAL = "leer"
    UNKNOWN = "unbekannt"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperState:
    """The state of a paper in words, and the consultation that it follows from, if any."""

    label: str
    tone: Tone
    consultation: Consultation | None = None


_TONES = {
    Result.ADOPTED: Tone.GOOD,
    Result.ADOPTED_CHANGED: Tone.GOOD,
    Result.PARTLY_ADOPTED: Tone.PARTLY,
    Result.RECOMMENDED: Tone.ADVICE,
    Result.RECOMMENDED_CHANGED: Tone.ADVICE,
    Result.NOT_RECOMMENDED: Tone.BAD,
    Result.REJECTED: Tone.BAD,
    Result.POSTPONED: Tone.OPEN,
    Result.REFERRED: Tone.OPEN,
    Result.WITHDRAWN: Tone.NEUTRAL,
    Result.SETTLED: Tone.NEUTRAL,
    Result.NOTED: Tone.NEUTRAL,
    Result.NOT_TAKEN_UP: Tone.OPEN,
    Result.UNKNOWN: Tone.UNKNOWN,
}

#: Results that end a paper's way wherever they happen.
_FINAL_ANYWHERE = {Result.WITHDRAWN, Result.SETTLED}
#: Results of a deciding body that leave the decision for later.
_NOT_YET = {Result.POSTPONED, Result.REFERRED, Result.NOT_TAKEN_UP}


def tone_of(result: Result) -> Tone:
    return _TONES[result]


def paper_state(paper: Paper, today: dt.date) -> PaperState:
    """What the last deciding body did, unless the paper was withdrawn or settled later; else how far it got."""
    stations = paper.consultations
    final = [station for station in stations if _is_final(station)]
    if final:
        return _as_it_stands(final[-1])
    deciding = [station for station in stations if station.role is Role.DECISION]
    if deciding:
        last = deciding[-1]
        if last.result is not Result.UNKNOWN:
            return _as_it_stands(last)
        if isinstance(last.date, PartialDate) and not last.date.is_past(today):
            return PaperState(label="Entscheidung steht aus", tone=Tone.OPEN, consultation=last)
        return PaperState(label="Ergebnis unbekannt", tone=Tone.UNKNOWN, consultation=last)
    return _without_decision(stations)


def _is_final(station: Consultation) -> bool:
    if station.result in _FINAL_ANYWHERE:
        return True
    return station.role is Role.DECISION and station.result not in _NOT_YET and station.result is not Result.UNKNOWN


def _as_it_stands(station: Consultation) -> PaperState:
    return PaperState(label=station.result, tone=tone_of(station.result), consultation=station)


def _without_decision(stations: tuple[Consultation, ...]) -> PaperState:
    """Papers nobody has to decide on (answers, reports), or whose deciding body is not known."""
    if not stations:
        return PaperState(label="Beratung unbekannt", tone=Tone.UNKNOWN)
    last = stations[-1]
    if last.role in (Role.HEARING, Role.NOTICE):
        if last.result is not Result.UNKNOWN:
            return _as_it_stands(last)
        return PaperState(label="zur Information", tone=Tone.NEUTRAL, consultation=last)
    if last.result is Result.NOTED:
        return _as_it_stands(last)
    if last.result is Result.UNKNOWN:
        return PaperState(label="Ergebnis unbekannt", tone=Tone.UNKNOWN, consultation=last)
    return PaperState(label="Entscheidung unbekannt", tone=Tone.UNKNOWN, consultation=last)


def inquiry_state(inquiry: Inquiry) -> AnswerState:
    """Answered only when every question is."""
    states = {question.state for question in inquiry.questions}
    if states == {AnswerState.ANSWERED}:
        return AnswerState.ANSWERED
    if states & {AnswerState.ANSWERED, AnswerState.PARTLY}:
        return AnswerState.PARTLY
    return AnswerState.UNKNOWN if states == {AnswerState.UNKNOWN} else AnswerState.OPEN
