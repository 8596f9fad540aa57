"""The filters of the templates, by the German names they have there."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any

from jinja2 import pass_context
from markupsafe import Markup

from portal import german
from portal.dates import PartialDate, Precision
from portal.figures import units
from portal.figures.figuretable import table_of
from portal.figures.glance import latest
from portal.figures.panels import panels
from portal.lists import chronicle
from portal.lists.captions import caption
from portal.parts.clock import clock, sentences
from portal.parts.hosting import issue_url, new_file_url, title_field
from portal.records import UNKNOWN
from portal.records.words import AnswerState, Delivery, EventState, ProjectState, Result
from portal.register.states import Tone, inquiry_state, tone_of
from portal.roadmap.gantt import project_chart
from portal.roadmap.plan import Verdict, age, outcome
from portal.views.gaps import by_source
from portal.views.view import View, anchored, vote_fields

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
    Verdict: {
        Verdict.OVERDUE: Tone.OPEN,
        Verdict.LATE: Tone.PARTLY,
        Verdict.REPLANNED: Tone.ADVICE,
        Verdict.OPEN: Tone.NEUTRAL,
        Verdict.ON_TIME: Tone.GOOD,
        Verdict.DROPPED: Tone.BAD,
    },
    EventState: {EventState.HAPPENED: Tone.GOOD, EventState.PLANNED: Tone.NEUTRAL, EventState.CANCELLED: Tone.BAD},
}


def filters(view: View) -> dict[str, Callable[..., Any]]:
    """All filters for one build. `adresse` depends on the page, so Jinja must not fold it into a constant."""
    return {
        "adresse": pass_context(lambda _, url: view.href(url)),
        "prosa": lambda text: Markup(view.prose(text)),  # noqa: S704 - cleaned in portal.parts.prose
        "prosazeile": lambda text: Markup(view.prose_line(text)),  # noqa: S704
        "einfach": view.prose_words,
        "datum": date_words,
        "maschinendatum": machine_date,
        "zahl": german.number,
        "geld": german.money,
        "genau": german.with_accuracy,
        "anzahl": german.count,
        "menge": units.in_words,
        "tafeln": lambda indicator: panels(indicator, view.register.today),
        "blick": latest,
        "tabellenadresse": table_of,
        "antwortstand": inquiry_state,
        "uhr": lambda inquiry: clock(inquiry, view.register.today),
        "uhrsaetze": lambda read: sentences(read, view.register.today),
        "nachquelle": by_source,
        "neuedatei": lambda repository, folder: new_file_url(repository, view.register.settings.edit_path, folder),
        "meldung": partial(_report, view),
        "titelfeld": title_field,
        "ton": lambda word: _TONES.get(type(word), {}).get(word, Tone.UNKNOWN),
        "irgendwann": chronicle.somewhen,
        "beiwerk": lambda entry: caption(entry, view.register),
        "ausgang": lambda milestone: outcome(milestone, view.register.today),
        "her": lambda date: age(date, view.register.today),
        "zeitplan": lambda entry: project_chart(entry, view.register.today),
        "nummeriert": anchored,
        "stimmfelder": vote_fields,
        "marken": section_marks,
        "kennungen": lambda values: " ".join([value.id for value in values]),
    }


def _report(view: View, repository: str, form: str, about: str = "", page: str | None = "") -> str:
    """Where readers report something; the name of the form is that of its file."""
    return issue_url(repository, view.register.settings.edit_path, form, about, page or "")


#: A heading of a section, as the templates write them.
_SECTION = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)


def section_marks(html: str) -> list[tuple[str, str]]:
    """Anchor and words of every section in rendered HTML, in the order of the page."""
    # Without tags, entities are plain signs again; the template escapes them once more.
    return [(anchor, Markup(words).striptags()) for anchor, words in _SECTION.findall(str(html))]  # noqa: S704


def date_words(value: object) -> str:
    return german.in_words(value) if isinstance(value, PartialDate) else UNKNOWN


def machine_date(value: PartialDate) -> str:
    """The value of a <time> element; empty where HTML has no notation for it."""
    has_none = value.precision in (Precision.QUARTER, Precision.SEASON, Precision.RANGE)
    return "" if has_none else value.iso()
