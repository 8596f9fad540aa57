"""The portal's own settings and the exemptions name existing records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.load import RawRecord, Unread
from portal.problems import Problem
from portal.records import Model, Record
from portal.records.references import Location, mentions
from portal.register.entries import Entry
from portal.register.names import Names, UnknownName


def check_settings(
    raw: RawRecord, settings: Model | None, entries: Iterable[Entry[Record]], unread: Unread
) -> Iterator[Problem]:
    names = Names.of(entries)
    for mention in mentions(settings) if settings else ():
        try:
            names.resolve_mention(mention)
        except UnknownName as error:
            if not unread.may_hold(mention.text, mention.ref.types):
                yield raw.problem(mention.location, f"{_key(mention.location)}: {error}")


def _key(location: Location) -> str:
    return next(step for step in reversed(location) if isinstance(step, str))
