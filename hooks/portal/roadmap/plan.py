"""Plan and reality: what became of each promised date, as far as the dates allow to say.

A promise is kept until its last day: "June" is not late on 30 June. Where a date is known only to
the month, the delay has a least and a most; where even that leaves open whether it was late, the
answer is unknown. That a date has passed never says that a thing was not done, only that no source says it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from portal import german
from portal.dates import LAST_YEAR, PartialDate
from portal.parts.clock import Span, span
from portal.records import UNKNOWN, Milestone, Project
from portal.register.anchors import anchors
from portal.register.link import Register
from portal.register.names import Target
from portal.register.timeline import due_date

_NEVER = dt.date(LAST_YEAR, 12, 31)


class Verdict(StrEnum):
    """What became of a promise; in the order in which people ask."""

    OVERDUE = "Termin vorbei"
    LATE = "verspätet"
    REPLANNED = "neu geplant"
    OPEN = "offen"
    ON_TIME = "pünktlich"
    DROPPED = "entfallen"
    UNKNOWN = "unbekannt"


#: What the word means on this portal, for the legend.
MEANING = {
    Verdict.OVERDUE: "Der Termin ist vorbei, und keine gelesene Quelle sagt, dass es so weit ist.",
    Verdict.LATE: "Erreicht, aber nach dem ersten versprochenen Termin.",
    Verdict.REPLANNED: "Noch nicht erreicht, und der erste Termin gilt nicht mehr.",
    Verdict.OPEN: "Noch nicht erreicht, und kein bekannter Termin ist vorbei.",
    Verdict.ON_TIME: "Erreicht bis zum ersten versprochenen Termin.",
    Verdict.DROPPED: "Aufgegeben.",
    Verdict.UNKNOWN: "Ein Datum fehlt oder ist zu ungenau.",
}
#: Promises that were not kept, or not yet; the answer to „Welche Vorhaben sind verspätet?“.
NOT_KEPT = (Verdict.OVERDUE, Verdict.LATE, Verdict.REPLANNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The verdict on one milestone, and a few words on how it is known."""

    verdict: Verdict
    text: str = ""
    #: How late it was, or is, at the day the data stands at.
    late: Span | None = None
    #: Why it was planned anew the last time.
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A milestone with its place and what became of it."""

    target: Target
    project: str
    milestone: Milestone
    outcome: Outcome


def promises(register: Register) -> tuple[Promise, ...]:
    """All milestones of all projects, in the order of the roadmap."""
    return tuple(
        Promise(
            target=Target(entry.key, anchor),
            project=entry.record.title,
            milestone=milestone,
            outcome=outcome(milestone, register.today),
        )
        for entry in register.by_type["roadmap"]
        if isinstance(entry.record, Project)
        for anchor, milestone in zip(anchors(entry.record), entry.record.milestones, strict=True)
    )


def by_urgency(found: Iterable[Promise]) -> tuple[Promise, ...]:
    """What is overdue first, and the longest wait first."""
    order = {verdict: place for place, verdict in enumerate(Verdict)}
    return tuple(
        sorted(found, key=lambda p: (order[p.outcome.verdict], -(p.outcome.late.least if p.outcome.late else 0)))
    )


def outcome(milestone: Milestone, today: dt.date) -> Outcome:
    """Compare the first promise, the one that counts now, and what happened."""
    if milestone.dropped:
        return Outcome(verdict=Verdict.DROPPED, text=german.in_words(milestone.dropped))
    promised = deadline(milestone.planned)
    if milestone.reached is None:
        return _awaited(milestone, today)
    if milestone.reached == UNKNOWN:
        if promised and promised >= today:
            return Outcome(verdict=Verdict.ON_TIME, text="Der genaue Tag ist unbekannt.")
        return Outcome(verdict=Verdict.UNKNOWN, text="Erreicht, aber wann, ist unbekannt.")
    if promised is None:
        return Outcome(
            verdict=Verdict.UNKNOWN, text="Erreicht. Ein Termin, bis zu dem es so weit sein sollte, ist nicht bekannt."
        )
    return _compared(milestone.reached, PartialDate.of_day(promised))


def _compared(reached: PartialDate, promised: PartialDate) -> Outcome:
    late = span(promised, reached)
    if reached.last <= promised.last or late is None:
        return Outcome(verdict=Verdict.ON_TIME)
    if late.least > 0:
        return Outcome(verdict=Verdict.LATE, text=f"{late.words()} nach dem ersten Termin", late=late)
    return Outcome(
        verdict=Verdict.UNKNOWN, text=f"Erreicht, {late.words()} nach dem ersten Termin, vielleicht pünktlich."
    )


def _awaited(milestone: Milestone, today: dt.date) -> Outcome:
    """Not reached as far as anybody knows."""
    due = deadline(due_date(milestone))
    last = milestone.replannings[-1] if milestone.replannings else None
    reason = last.reason or "" if last else ""
    if due and due < today:
        late = span(PartialDate.of_day(due), PartialDate.of_day(today))
        assert late is not None, "the end lies after the start"
        text = late.since()
        again = f", {_times(len(milestone.replannings))} neu geplant" if last else ""
        return Outcome(verdict=Verdict.OVERDUE, text=text + again, late=late, reason=reason)
    if last:
        new = german.in_words(last.new) if isinstance(last.new, PartialDate) else "Der neue Termin ist unbekannt."
        return Outcome(verdict=Verdict.REPLANNED, text=f"jetzt: {new}" if due else new, reason=reason)
    if due is None:
        return Outcome(verdict=Verdict.OPEN, text="Ein Termin ist nicht bekannt.")
    return Outcome(verdict=Verdict.OPEN, text=f"noch {_days((due - today).days)}" if due > today else "heute fällig")


def deadline(date: PartialDate | str | None) -> dt.date | None:
    """The last day of a promise; None where there is none, as in „ab 2024“."""
    return date.last if isinstance(date, PartialDate) and date.last != _NEVER else None


def age(date: PartialDate, today: dt.date) -> Span | None:
    """How old a piece of news is at the day the data stands at."""
    return span(date, PartialDate.of_day(today))


def _times(amount: int) -> str:
    return "einmal" if amount == 1 else f"{german.number(amount)}-mal"


def _days(amount: int) -> str:
    return german.count(amount, "Tag", "Tage")
