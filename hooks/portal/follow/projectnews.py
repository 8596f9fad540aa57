"""What happens after the decision: projects move on, milestones are reached or planned anew, figures come in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from portal.dates import PartialDate
from portal.figures.units import in_words
from portal.follow import sentences
from portal.follow.news import Happening, Kind, Names
from portal.parts.prose import Prose
from portal.records import Indicator, Milestone, Project
from portal.records.words import ProjectState, ValueKind
from portal.register.anchors import anchors
from portal.register.entries import Key


def of_project(key: Key, project: Project, prose: Prose) -> Iterator[Happening]:
    names = Names()
    for place, update in enumerate(project.updates, start=1):
        name = names.next(update.date)
        if update.state is not ProjectState.UNKNOWN:  # that nothing was found out on a day is no news of that day
            yield Happening(
                key=key,
                name=f"verlauf/{name}",
                kind=Kind.STATUS,
                date=update.date,
                title=str(update.state),
                text=sentences.of_update(update, prose),
                field="verlauf",
                fragment=f"verlauf-{place}",
            )
    for milestone, anchor in zip(project.milestones, anchors(project), strict=True):
        yield from _of_milestone(key, milestone, anchor, prose)


def _of_milestone(key: Key, milestone: Milestone, anchor: str, prose: Prose) -> Iterator[Happening]:
    for number, change in enumerate(milestone.replannings, start=1):
        yield Happening(
            key=key,
            name=f"{anchor}/umplanung-{number}",
            kind=Kind.REPLANNED,
            date=change.date,
            title=f"„{milestone.title}“ neu geplant",
            text=sentences.of_replanning(milestone, number, prose),
            field="meilensteine",
            fragment=anchor,
        )
    ends = (("erreicht", "erreicht", milestone.reached), ("entfallen", "entfällt", milestone.dropped))
    for name, word, date in ends:
        if isinstance(date, PartialDate):
            yield Happening(
                key=key,
                name=f"{anchor}/{name}",
                kind=Kind.MILESTONE,
                date=date,
                title=f"„{milestone.title}“ {word}",
                text=sentences.of_milestone(milestone, date, word, prose),
                field="meilensteine",
                fragment=anchor,
            )


def of_indicator(key: Key, indicator: Indicator) -> Iterator[Happening]:
    """Values that were counted; what is only wanted or expected did not happen."""
    for place, series in enumerate(indicator.series, start=1):
        names = Names()
        for value in series.values:
            if not isinstance(value.as_of, PartialDate):
                continue
            name = names.next(value.as_of)
            if value.kind is ValueKind.ACTUAL and isinstance(value.value, Decimal):
                number = in_words(value.value, series.unit or indicator.unit, value.accuracy)
                yield Happening(
                    key=key,
                    name=f"reihe-{place}/{name}",
                    kind=Kind.FIGURE,
                    date=value.as_of,
                    title=sentences.plain_spaces(number),
                    text=sentences.of_value(value, series, number),
                    field="reihen",
                )
