"""The dates that a record itself tells of: what it is listed under, when it was looked at, changed, heard of."""

from __future__ import annotations

from collections.abc import Iterator

from portal.dates import PartialDate
from portal.records import Project, Record, Source


def own_dates(record: Record) -> Iterator[PartialDate]:
    """The record's own dates; what lies ahead, or has no notation for machines, is left to the caller."""
    single = (record.dated, record.checked, record.retrieved if isinstance(record, Source) else None)
    yield from (date for date in single if date)
    yield from (correction.date for correction in record.corrections)
    if isinstance(record, Project):
        yield from (update.date for update in record.updates)
