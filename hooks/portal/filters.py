"""The filters of the templates, by the German names they have there."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from jinja2 import pass_context
from markupsafe import Markup

from portal import german
from portal.dates import PartialDate, Precision
from portal.records import UNKNOWN
from portal.records.words import AnswerState, Delivery, EventState, ProjectState, Result
from portal.states import Tone, inquiry_state, tone_of
from portal.view import View, anchored, vote_fields

#: How the states of the closed lists are shown; words always come with them. Kept apart by list: a decision
#: that is "beschlossen" is done with, a project that is has only begun.
_TONES: dict[type[StrEnum], dict[StrEnum, Tone]] = {
    Result: {result: tone_of(result) for result in Result},
    Delivery: {
        Delivery.DONE: Tone.GOOD,
        Delivery.PARTLY: Tone.PARTLY,
        Delivery.UNDER_WAY: Tone.PARTLY,
        Delivery.OPEN: Tone.OPEN,
        Delivery.DROPPED: Tone.BAD,
    },
    ProjectState: {
        ProjectState.SUGGESTED: Tone.NEUTRAL,
        ProjectState.PLANNED: Tone.NEUTRAL,
        ProjectState.DECIDED: Tone.NEUTRAL,
        ProjectState.UNDER_WAY: Tone.PARTLY,
        ProjectState.PAUSED: Tone.OPEN,
        ProjectState.RUNNING: Tone.GOOD,
        ProjectState.DONE: Tone.GOOD,
        ProjectState.DROPPED: Tone.BAD,
    },
    AnswerState: {
        AnswerState.ASKED: Tone.OPEN,
        AnswerState.OPEN: Tone.OPEN,
        AnswerState.PARTLY: Tone.PARTLY,
        AnswerState.ANSWERED: Tone.GOOD,
    },
    EventState: {EventState.HAPPENED: Tone.GOOD, EventState.PLANNED: Tone.NEUTRAL, EventState.CANCELLED: Tone.BAD},
}


def filters(view: View) -> dict[str, Callable[..., Any]]:
    """All filters for one build. `adresse` depends on the page, so Jinja must not fold it into a constant."""
    return {
        "adresse": pass_context(lambda _, url: view.href(url)),
        "prosa": lambda text: Markup(view.prose(text)),  # noqa: S704 - cleaned in portal.prose
        "prosazeile": lambda text: Markup(view.prose_line(text)),  # noqa: S704
        "datum": date_words,
        "maschinendatum": machine_date,
        "zahl": german.number,
        "geld": german.money,
        "genau": german.with_accuracy,
        "anzahl": german.count,
        "antwortstand": inquiry_state,
        "ton": lambda word: _TONES.get(type(word), {}).get(word, Tone.UNKNOWN),
        "nummeriert": anchored,
        "stimmfelder": vote_fields,
    }


def date_words(value: object) -> str:
    return german.in_words(value) if isinstance(value, PartialDate) else UNKNOWN


def machine_date(value: PartialDate) -> str:
    """The value of a <time> element; empty where HTML has no notation for it."""
    has_none = value.precision in (Precision.QUARTER, Precision.SEASON, Precision.RANGE)
    return "" if has_none else value.iso()
