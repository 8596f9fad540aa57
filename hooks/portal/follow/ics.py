"""iCalendar (RFC 5545) as text, by the library icalendar. An event is written at most once and joined into each calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from zoneinfo import ZoneInfo

import icalendar
from icalendar import vText

from portal.follow.spans import Span
from portal.recipes import Recipe, digest

MEDIA_TYPE = "text/calendar"
TOWN = ZoneInfo("Europe/Berlin")
_DAY = dt.timedelta(days=1)
_END = b"END:VCALENDAR\r\n"
_TIME_ZONE = b"\r\n".join(
    (
        b"BEGIN:VTIMEZONE",
        b"TZID:Europe/Berlin",
        *(b"BEGIN:DAYLIGHT", b"DTSTART:19810329T020000", b"TZNAME:CEST", b"TZOFFSETFROM:+0100", b"TZOFFSETTO:+0200"),
        *(b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", b"END:DAYLIGHT"),
        *(b"BEGIN:STANDARD", b"DTSTART:19961027T030000", b"TZNAME:CET", b"TZOFFSETFROM:+0200", b"TZOFFSETTO:+0100"),
        *(b"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", b"END:STANDARD"),
        b"END:VTIMEZONE",
        b"",
    )
)


@dataclass(frozen=True, kw_only=True)
class Event:
    """What stands in calendars of one appointment; written when the first calendar needs it that is not as it was."""

    uid: str
    span: Span
    title: str
    text: str
    url: str
    status: str
    category: str
    place: str
    modified: dt.datetime
    revision: int

    @cached_property
    def digest(self) -> bytes:
        return digest(repr(self))

    @cached_property
    def written(self) -> bytes:
        """Times of day are said in UTC, which needs no table of time zones beside them."""
        span = self.span
        found = icalendar.Event()
        found.add("uid", self.uid)
        found.add("dtstamp", self.modified)  # without a METHOD it means the last revision, and so never the clock
        found.add("last-modified", self.modified)
        found.add("sequence", self.revision)
        if span.start:
            found.add("dtstart", dt.datetime.combine(span.first, span.start, TOWN).astimezone(dt.UTC))
        else:
            found.add("dtstart", span.first)
            found.add("dtend", span.last + _DAY)  # the first day that is free again
        found.add("summary", self.title)
        found.add("description", f"{self.text}\n{self.url}")
        found.add("url", self.url)
        found.add("status", self.status)
        found.add("categories", [self.category])
        found.add("transp", "TRANSPARENT")  # nobody who follows a town is busy because of it
        if self.place:
            found.add("location", self.place)
        return bytes(found.to_ical())


def calendar(name: str, description: str, events: Sequence[Event]) -> Recipe:
    """A calendar must hold something (RFC 5545, 3.6); one without events holds the town's time zone."""
    made_from = digest(name, description, *(event.digest for event in events))
    return Recipe(made_from, partial(_written, name, description, events))


def _written(name: str, description: str, events: Sequence[Event]) -> bytes:
    found = icalendar.Calendar()
    found.add("version", "2.0")
    found.add("prodid", "-//Transparenzportal//Kalender//DE")
    found.add("calscale", "GREGORIAN")
    name = " ".join(name.split())  # a title may have been written over several lines
    found.add("name", vText(name))  # the library would escape neither commas nor line ends
    found.add("x-wr-calname", vText(name))  # what most programs read
    if description:
        found.add("description", description)
        found.add("x-wr-caldesc", vText(description))
    found.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    start = bytes(found.to_ical()).removesuffix(_END)
    return b"".join([start, *([event.written for event in events] or [_TIME_ZONE]), _END])
