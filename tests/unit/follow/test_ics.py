"""Calendars as text: what stands in them is text, however it was written."""

from __future__ import annotations

from icalendar import Calendar
from portal.follow import ics


def test_a_title_of_several_lines_makes_one_property() -> None:
    content = ics.calendar("Rat\nEND:VCALENDAR, Ausschuss; mehr", "Zeile\nZeile", []).make()
    for name in (b"NAME", b"X-WR-CALNAME"):
        assert b"\r\n" + name + rb":Rat END:VCALENDAR\, Ausschuss\; mehr" + b"\r\n" in content
    assert Calendar.from_ical(content)["DESCRIPTION"] == "Zeile\nZeile"
    assert content.count(b"\r\nEND:VCALENDAR") == 1
