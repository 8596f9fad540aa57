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

    @property
    def is_decided(self) -> bool:
        return self.consultation is not None and self.label == self.consultation.result


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
    """Withdrawn if withdrawn anywhere; else what the last deciding body did; else how far it got."""
    stations = paper.consultations
    for station in reversed(stations):
        if station.result in _FINAL_ANYWHERE:
            return PaperState(label=station.result, tone=tone_of(station.result), consultation=station)
    deciding = [station for station in stations if station.role is Role.DECISION]
    settled = [s for s in deciding if s.result not in _NOT_YET and s.result is not Result.UNKNOWN]
    if settled:
        return PaperState(label=settled[-1].result, tone=tone_of(settled[-1].result), consultation=settled[-1])
    if deciding:
        last = deciding[-1]
        if last.result is not Result.UNKNOWN:
            return PaperState(label=last.result, tone=tone_of(last.result), consultation=last)
        if isinstance(last.date, PartialDate) and not last.date.is_past(today):
            return PaperState(label="Entscheidung steht aus", tone=Tone.OPEN, consultation=last)
        return PaperState(label="Ergebnis unbekannt", tone=Tone.UNKNOWN, consultation=last)
    return _without_decision(stations)


def _without_decision(stations: tuple[Consultation, ...]) -> PaperState:
    """Papers nobody has to decide on (answers, reports), or whose deciding body is not known."""
    if not stations:
        return PaperState(label="Beratung unbekannt", tone=Tone.UNKNOWN)
    last = stations[-1]
    if last.role in (Role.HEARING, Role.NOTICE):
        return PaperState(label="zur Information", tone=Tone.NEUTRAL, consultation=last)
    if last.result is Result.NOTED:
        return PaperState(label=last.result, tone=Tone.NEUTRAL, consultation=last)
    if last.result is Result.UNKNOWN:
        return PaperState(label="Ergebnis unbekannt", tone=Tone.UNKNOWN, consultation=last)
    return PaperState(label="Entscheidung unbekannt", tone=Tone.UNKNOWN, consultation=last)


def inquiry_state(inquiry: Inquiry) -> AnswerState:
    """Answered only when every question is; what the answer left open counts against it."""
    states = {question.state for question in inquiry.questions}
    if states == {AnswerState.ANSWERED}:
        return AnswerState.ANSWERED
    if states & {AnswerState.ANSWERED, AnswerState.PARTLY}:
        return AnswerState.PARTLY
    return AnswerState.UNKNOWN if states == {AnswerState.UNKNOWN} else AnswerState.OPEN
