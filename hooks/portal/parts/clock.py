"""The clock of an inquiry: asked, due, answered, or open since how many days at the day the data stands at.

Dates may be known to the month or not at all, so every span of days has a least and a most. What
cannot be told from the dates stays untold: a clock never picks a day out of a quarter.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from portal import german
from portal.dates import LAST_YEAR, PartialDate
from portal.records import Inquiry
from portal.records.words import AnswerState, InquiryKind
from portal.register.states import inquiry_state

#: A range with an open end reaches to this day, which nobody means.
_NEVER = dt.date(LAST_YEAR, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A number of days, as exactly as the two dates allow."""

    least: int
    #: None where nothing limits it.
    most: int | None

    def words(self) -> str:
        """`42 Tage`, `mindestens 30, höchstens 60 Tage`."""
        if self.most == self.least:
            return german.count(self.least, "Tag", "Tage")
        if self.most is None:
            return f"mindestens {german.count(self.least, 'Tag', 'Tage')}"
        most = f"höchstens {german.count(self.most, 'Tag', 'Tage')}"
        return f"mindestens {german.number(self.least)}, {most}" if self.least else most

    def since(self) -> str:
        """The same in the case that „seit“ asks for: `seit 42 Tagen`."""
        words = self.words()
        return f"seit {words}n" if words.endswith("Tage") else f"seit {words}"


class Keeping(StrEnum):
    """Whether an answer came, or is still awaited, in time."""

    IN_TIME = "fristgerecht"
    LATE = "nach der Frist"
    OVERDUE = "Frist vorbei"
    RUNNING = "Frist läuft noch"
    UNCLEAR = "nicht genau zu sagen"
    UNKNOWN = "unbekannt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What the dates of an inquiry say at one day."""

    #: None stands for unknown.
    asked: PartialDate | None
    due: PartialDate | None
    answered: PartialDate | None
    state: AnswerState
    #: Nobody asked these in a body: the portal has written them down itself.
    own: bool
    #: From the question to the answer, where both are known.
    took: Span | None
    #: From the question to the day the data stands at, while something is unanswered.
    waiting: Span | None
    keeping: Keeping
    #: How far past the deadline, where it has certainly passed.
    late: Span | None


def sentences(read: Clock, stand: dt.date) -> tuple[str, ...]:
    """What the clock says, for those who would rather read it."""
    return tuple(filter(None, (_duration(read, german.in_words(PartialDate.of_day(stand))), _deadline(read))))


def clock(inquiry: Inquiry, today: dt.date) -> Clock:
    """Read the clock of an inquiry."""
    state = inquiry_state(inquiry)
    asked, due = _known(inquiry.asked.date), _known(inquiry.due)
    answered = _known(inquiry.answered.date) if inquiry.answered else _only_answer(inquiry)
    stand = PartialDate.of_day(today)
    is_open = state in (AnswerState.OPEN, AnswerState.PARTLY)
    # A late answer stays late; without one, or without its date, the clock runs to the day of the data.
    until = answered or (stand if is_open else None)
    keeping = _keeping(due, answered, is_open, today)
    return Clock(
        asked=asked,
        due=due,
        answered=answered,
        state=state,
        own=inquiry.kind is InquiryKind.OPEN,
        took=span(asked, answered) if asked and answered else None,
        waiting=span(asked, stand) if asked and is_open else None,
        keeping=keeping,
        late=span(due, until) if due and until and keeping in (Keeping.LATE, Keeping.OVERDUE) else None,
    )


def span(start: PartialDate, end: PartialDate) -> Span | None:
    """The days between two dates; None if the end certainly lies before the start."""
    most = None if end.last == _NEVER else (end.last - start.first).days
    if most is not None and most < 0:
        return None
    # A start without an end has no last day from which to count.
    least = 0 if start.last == _NEVER else max(0, (end.first - start.last).days)
    return Span(least=least, most=most)


def _known(date: object) -> PartialDate | None:
    return date if isinstance(date, PartialDate) else None


def _only_answer(inquiry: Inquiry) -> PartialDate | None:
    """Where the answers carry their dates themselves and agree, that is when the inquiry was answered."""
    dates = {question.answered_on for question in inquiry.questions if question.answer}
    return dates.pop() if len(dates) == 1 else None


def _keeping(due: PartialDate | None, answered: PartialDate | None, is_open: bool, today: dt.date) -> Keeping:
    if due is None:
        return Keeping.UNKNOWN
    if answered is None:
        if not is_open:
            return Keeping.UNKNOWN
        if due.last < today:
            return Keeping.OVERDUE
        return Keeping.RUNNING if today <= due.first else Keeping.UNCLEAR
    if answered.last <= due.first:
        return Keeping.IN_TIME
    return Keeping.LATE if due.is_before(answered) else Keeping.UNCLEAR


def _duration(read: Clock, stand: str) -> str:
    if read.state is AnswerState.UNKNOWN:
        return "Ob es eine Antwort gibt, ist unbekannt."
    if read.waiting and read.waiting.most == 0:
        open_since = f"Am Stand {stand} neu."
    elif read.waiting:
        open_since = f"Am Stand {stand} {read.waiting.since()} offen."
    else:
        open_since = "Wie lange schon offen, ist unbekannt."
    if read.state is AnswerState.PARTLY:
        open_since = f"Nicht alles ist beantwortet. {open_since}"
    took = f"Von der Frage bis zur Antwort: {read.took.words()}." if read.took else ""
    if read.state in (AnswerState.OPEN, AnswerState.PARTLY):
        return " ".join(filter(None, (took, open_since)))
    return took or "Wie lange die Antwort brauchte, ist unbekannt."


def _deadline(read: Clock) -> str:
    late = read.late.words() if read.late else ""
    match read.keeping:
        case Keeping.IN_TIME:
            return "Die Antwort kam fristgerecht."
        case Keeping.LATE:
            return f"Die Antwort kam {late} nach der Frist."
        case Keeping.OVERDUE:
            return f"Die Frist ist {read.late.since() if read.late else ''} vorbei. Eine Antwort ist nicht bekannt."
        case Keeping.RUNNING:
            return "Die Frist läuft noch."
        case Keeping.UNCLEAR:
            return "Ob die Frist eingehalten ist, lässt sich aus den Daten nicht genau sagen."
    # Nobody sets the portal a deadline for its own questions.
    return "" if read.own else "Welche Frist galt, ist unbekannt."
