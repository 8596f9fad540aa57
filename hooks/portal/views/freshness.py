"""How old what the portal knows is: of every page for machines, of the whole for people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from portal.dates import PartialDate, Precision
from portal.parts.page import Page
from portal.records import Source
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.owndates import own_dates
from portal.register.timeline import Certainty

#: From this many days on, visitors are told before they read anything else.
LIMIT = 90

#: ISO 8601, which sitemaps and schema.org ask for, knows days, months and years.
_ISO = (Precision.DAY, Precision.MONTH, Precision.YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """The newest thing that is known to have happened, and when somebody last looked."""

    news: PartialDate | None
    checked: PartialDate | None
    #: Days from the news, or the last day it can have been, to the day the data stands at.
    age: int

    @property
    def is_stale(self) -> bool:
        return self.age > LIMIT

    @property
    def is_exact(self) -> bool:
        """Whether the age is known to the day; otherwise it is at least that."""
        return bool(self.news and self.news.day)


def freshness(register: Register) -> Freshness:
    """Measured against the day the data stands at, never against the clock."""
    happened = [
        moment.date
        for moment in register.timeline
        if moment.certainty is Certainty.HAPPENED and moment.date.is_past(register.today)
    ]
    news = max(happened, key=lambda date: (date.last, date), default=None)
    checks = [
        date
        for entry in register.entries.values()
        for date in (entry.record.checked, entry.record.retrieved if isinstance(entry.record, Source) else None)
        if date and date.is_past(register.today)
    ]
    checked = max(checks, key=lambda date: (date.last, date), default=None)
    return Freshness(news=news, checked=checked, age=(register.today - news.last).days if news else 0)


class Changes:
    """When what a page shows last changed, as far as its records tell. Worked out once per build, and only as far as pages ask."""

    def __init__(self, register: Register) -> None:
        self._today = PartialDate.of_day(register.today)
        #: All of them, without a note that each page looks at all.
        self._entries = dict(register.entries.items())
        self._of_record: dict[Key, PartialDate | None] = {}

    def _newest(self, key: Key) -> PartialDate | None:
        if key not in self._of_record:
            day = self._today.last
            dates = [date for date in own_dates(self._entries[key].record) if date.precision in _ISO]
            self._of_record[key] = max((date for date in dates if date.first <= day), default=None)
        return self._of_record[key]

    @cached_property
    def _of_type(self) -> dict[str, PartialDate]:
        found: dict[str, PartialDate] = {}
        for key in self._entries:
            if newest := self._newest(key):
                found[key.type] = max(newest, found.get(key.type, newest))
        return found

    def of(self, url: str, page: Page | None) -> str:
        """An ISO 8601 date, or nothing for pages that follow from no record."""
        if page and page.key:
            found = self._newest(page.key)
        elif page and page.record_type:
            found = self._of_type.get(page.record_type.name)
        elif page or not url:  # pages across all records, and the start page
            found = max(self._of_type.values(), default=self._today)
            if not url and found.precision is not Precision.DAY:
                found = self._today  # the newest day of all pages is a file's time for MkDocs: it must be a day
        else:
            found = None
        return found.iso() if found else ""
