"""It is clear which meeting a consultation belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.problems import Problem
from portal.records import Meeting, Paper, Record
from portal.register.entries import Entry
from portal.register.meetings import declared_meetings
from portal.register.occasions import derived_id


def problems(entries: Iterable[Entry[Record]]) -> Iterator[Problem]:
    entries = list(entries)
    declared = declared_meetings(entries)
    by_id = {meeting.key.id: meeting for meetings in declared.values() for meeting in meetings}
    for entry in entries:
        match entry.record:
            case Meeting() as meeting if meeting.date.day and ("gremium",) not in entry.patched:
                expected = derived_id(meeting.body, meeting.date)
                if meeting.id != expected and not meeting.id.startswith(f"{expected}-"):
                    yield entry.problem(
                        ("termin",),
                        f"Die Sitzung muss „{expected}“ heißen (Gremium und Tag), bei mehreren am selben Tag „{expected}-2“.",
                    )
            case Paper() as paper:
                for index, consultation in enumerate(paper.consultations):
                    location = ("beratungsfolge", index)
                    same_day = declared.get((consultation.body, consultation.date), [])
                    if consultation.meeting is None and len(same_day) > 1:
                        choices = " oder ".join(f"„{meeting.key.id}“" for meeting in same_day)
                        yield entry.problem(
                            location, f"An diesem Tag gab es mehrere Sitzungen. Bitte „sitzung“ ergänzen: {choices}."
                        )
                    named = by_id.get(consultation.meeting or "")
                    if named and named not in same_day:
                        yield entry.problem(
                            (*location, "sitzung"),
                            f"Die Sitzung „{named.key.id}“ war von einem anderen Gremium oder an einem anderen Tag.",
                        )
