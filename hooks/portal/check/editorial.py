"""House rules: what makes a valid record a good one.

They are part of `portal check`, so that nothing is merged without them, but do not stop a build:
an editor may look at a record before its summary is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from portal.problems import Problem, did_you_mean
from portal.records import Consultation, Indicator, Inquiry, Measurement, Model, Money, Paper, Position, Project, Record
from portal.records.references import Location
from portal.register.entries import Entry, Key

SUMMARY_LENGTH = 400
#: Types whose records need a summary.
NEEDS_SUMMARY = (Paper, Project, Inquiry, Indicator)
_SOURCES, _SUMMARY = "quellen", "kurzfassung"


def problems(entries: Iterable[Entry[Record]]) -> Iterator[Problem]:
    entries = list(entries)
    yield from _unused_sources(entries)
    for entry in entries:
        yield from _summary(entry)
        yield from _unsourced(entry)


def _summary(entry: Entry[Record]) -> Iterator[Problem]:
    summary = entry.record.summary
    # What was taken over unread has no summary yet, and thousands of complaints would hide all others.
    if (
        summary is None
        and isinstance(entry.record, NEEDS_SUMMARY)
        and not entry.record.is_backed
        and not _is_misspelt(entry)
    ):
        yield entry.problem((), "Die „kurzfassung“ fehlt: ein bis drei Sätze, die man mit 15 Jahren versteht.")
    if summary and len(summary) > SUMMARY_LENGTH:
        message = f"Die „kurzfassung“ hat {len(summary)} Zeichen. Bitte auf höchstens {SUMMARY_LENGTH} kürzen."
        yield entry.problem((_SUMMARY,), message)


def _is_misspelt(entry: Entry[Record]) -> bool:
    """Whether the summary stands there under another name, which has been reported already."""
    unknown = [str(location[0]) for location in entry.patched if len(location) == 1]
    return any(did_you_mean(name, [_SUMMARY]) for name in unknown)


def _unused_sources(entries: list[Entry[Record]]) -> Iterator[Problem]:
    used = {Key(_SOURCES, m.text) for entry in entries for m in entry.mentions if m.ref.types == (_SOURCES,)}
    for entry in entries:
        if entry.key.type == _SOURCES and entry.key not in used:
            yield entry.problem(
                (), "Diese Quelle belegt nichts: Kein Eintrag nennt sie. Bitte eintragen, was sie belegt, oder löschen."
            )


def _unsourced(entry: Entry[Record]) -> Iterator[Problem]:
    """Amounts, votes and values need a source of their own where the record as a whole names none."""
    if entry.record.sources or entry.record.is_backed:
        return
    for location, part in _parts(entry.record):
        if isinstance(part, Consultation) and part.votes is None:
            continue
        if isinstance(part, Money | Position | Consultation | Measurement) and not part.sources:
            yield entry.problem(
                location, "Diese Angabe hat keine Quelle. Bitte hier „quelle“ oder am Eintrag „quellen“ ergänzen."
            )


@cache
def _fields(model: type[Model]) -> list[tuple[str, str]]:
    return [(name, info.alias or name) for name, info in model.model_fields.items()]


def _parts(model: Model, location: Location = ()) -> Iterator[tuple[Location, Model]]:
    for name, alias in _fields(type(model)):
        value = getattr(model, name)
        if not value or isinstance(value, str):
            continue
        here = (*location, alias)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            if isinstance(item, Model):
                place = here if index is None else (*here, index)
                yield place, item
                yield from _parts(item, place)
