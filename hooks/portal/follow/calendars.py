"""Which calendars there are, and what stands in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from portal.follow import ics
from portal.follow.appointments import TYPES, Appointment, Diary
from portal.follow.naming import ALL, Naming, calendar_path
from portal.follow.stamps import Stamps
from portal.recipes import Recipe
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.urls import url_of

#: More than this, phones get slow; a calendar that is cut keeps the latest and says so.
LIMIT = 1000


def of_homes(appointments: Sequence[Appointment]) -> Mapping[Key, list[Appointment]]:
    found: defaultdict[Key, list[Appointment]] = defaultdict(list)
    for appointment in appointments:
        for home in appointment.homes:
            found[home].append(appointment)
    return found


class Calendars:
    """Makes events once and puts them together."""

    def __init__(self, register: Register, naming: Naming, stamps: Stamps, site_url: str) -> None:
        self._register = register
        self._naming = naming
        self._stamps = stamps
        self._site_url = site_url

    def files(self, diary: Diary, by_home: Mapping[Key, Sequence[Appointment]]) -> Iterator[tuple[str, Recipe]]:
        """Path and content of every calendar. A record that was renamed keeps its old address as well."""
        name = self._register.settings.name
        event_of = {appointment.id: self._event(appointment) for appointment in diary.appointments}

        def calendar(title: str, mine: Sequence[Appointment], left_out: int = 0) -> Recipe:
            events = [event_of[appointment.id] for appointment in mine[-LIMIT:]]
            return ics.calendar(title, _description(len(mine), left_out), events)

        for type_name in TYPES:
            of_type: set[str] = set()
            for entry in self._register.by_type[type_name]:
                mine = by_home.get(entry.key, ())
                of_type.update(appointment.id for appointment in mine)
                content = calendar(f"{name}: {entry.record.title}", mine, diary.left_out.get(entry.key, 0))
                for key in self._naming.all(entry.key):
                    yield calendar_path(str(key)), content
            together = [appointment for appointment in diary.appointments if appointment.id in of_type]
            yield calendar_path(type_name), calendar(f"{name}: {RECORD_TYPES[type_name].plural}", together)
        yield calendar_path(ALL), calendar(name, diary.appointments)

    def _event(self, appointment: Appointment) -> ics.Event:
        assert appointment.span, "what has no day stands in no calendar"
        return ics.Event(
            uid=self._naming.uid(appointment.key, appointment.name),
            span=appointment.span,
            title=appointment.title,
            text=appointment.text,
            url=self._site_url + url_of(appointment.key, appointment.fragment),
            status=appointment.status,
            category=appointment.category,
            place=appointment.place,
            modified=self._stamps.modified(*appointment.made_from),
            revision=self._stamps.revision(*appointment.made_from),
        )


def _description(total: int, left_out: int) -> str:
    """What is missing, if anything is."""
    parts = []
    if total > LIMIT:
        parts.append(f"Nur die {LIMIT} spätesten von {total} Terminen.")
    if left_out:
        parts.append(f"{left_out} ohne genauen Tag fehlen." if left_out > 1 else "Ein Termin ohne genauen Tag fehlt.")
    return " ".join(parts)
