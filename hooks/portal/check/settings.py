"""The portal's own settings name existing records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.load import RawRecord, Unread
from portal.problems import Problem
from portal.records import Portal, Record
from portal.records.references import mentions
from portal.register.entries import Entry
from portal.register.names import Names, UnknownName


def check_settings(
    raw: RawRecord, settings: Portal | None, entries: Iterable[Entry[Record]], unread: Unread
) -> Iterator[Problem]:
    names = Names.of(entries)
    for mention in mentions(settings) if settings else ():
        try:
            names.resolve_mention(mention)
        except UnknownName as error:
            if not unread.may_hold(mention.text, mention.ref.types):
                yield raw.problem(mention.location, f"{mention.location[0]}: {error}")
