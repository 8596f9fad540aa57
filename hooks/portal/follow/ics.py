"""iCalendar (RFC 5545) as text, by the library icalendar. An event is written once and joined into each calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from portal.follow.appointments import Appointment

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


def event(appointment: Appointment, *, uid: str, url: str, modified: dt.datetime, revision: int) -> bytes:
    """Times of day are said in UTC, which needs no table of time zones beside them."""
    span = appointment.span
    assert span, "what has no day stands in no calendar"
    found = Event()
    found.add("uid", uid)
    found.add("dtstamp", modified)  # without a METHOD it means the last revision, and so never the clock
    found.add("last-modified", modified)
    found.add("sequence", revision)
    if span.start:
        found.add("dtstart", dt.datetime.combine(span.first, span.start, TOWN).astimezone(dt.UTC))
    else:
        found.add("dtstart", span.first)
        found.add("dtend", span.last + _DAY)  # the first day that is free again
    found.add("summary", appointment.title)
    found.add("description", f"{appointment.text}\n{url}")
    found.add("url", url)
    found.add("status", appointment.status)
    found.add("categories", [appointment.category])
    found.add("transp", "TRANSPARENT")  # nobody who follows a town is busy because of it
    if appointment.place:
        found.add("location", appointment.place)
    return bytes(found.to_ical())


def calendar(name: str, description: str, events: Sequence[bytes]) -> bytes:
    """A calendar must hold something (RFC 5545, 3.6); one without events holds the town's time zone."""
    found = Calendar()
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
    return b"".join([start, *(events or [_TIME_ZONE]), _END])
