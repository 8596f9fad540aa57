"""All that one build publishes for those who follow, and what each page offers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from portal.follow import appointments, calendars, changefeed, feeds, followset
from portal.follow.belonging import homes
from portal.follow.happenings import happenings
from portal.follow.naming import ALL, CHANGES, Naming, calendar_path, feed_path
from portal.follow.news import Happening
from portal.follow.overview import ASIDE
from portal.follow.stamps import Stamps
from portal.history import History
from portal.recipes import Recipe
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.link import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be subscribed to from one page; addresses below the site's root."""

    title: str
    feed: str
    #: Empty where there is nothing that could have a day.
    calendar: str = ""
    #: The same for calendar programs, which ask again by themselves.
    webcal: str = ""
    #: Appointments of which nobody knows the day.
    left_out: int = 0
    #: What a browser remembers when its visitor follows this; empty where nobody can.
    key: str = ""
    #: Whether to offer it at the top: pages that only back or explain what others say keep it with their data.
    is_prominent: bool = True


class Following:
    """Made once per build; pages ask for their offers, the end of the build for the files."""

    def __init__(self, register: Register, site_url: str, history: History | None = None) -> None:
        self._register = register
        self._site_url = site_url
        self._naming = Naming(register)
        self._stamps = Stamps(register, history)
        self._history = history or History(exists=False)
        self._homes = homes(register)
        self._left_out = register.worked_out("Termine ohne Tag", lambda: self._diary.left_out)

    @cached_property
    def _news(self) -> tuple[Happening, ...]:
        return happenings(self._register)

    @cached_property
    def _diary(self) -> appointments.Diary:
        return appointments.diary(self._register, self._homes)

    @cached_property
    def _appointments_of(self) -> Mapping[Key, Sequence[appointments.Appointment]]:
        return calendars.of_homes(self._diary.appointments)

    def offer(self, key: Key | None = None, type_name: str = "") -> Offer:
        """Of a record's page, of a list, or of any other page: everything."""
        if key:
            type_name, path, title = key.type, str(key), self._register.entries[key].record.title
        elif type_name:
            path, title = type_name, RECORD_TYPES[type_name].plural
        else:
            path, title = ALL, "Alles Neue"
        calendar = calendar_path(path) if not type_name or type_name in appointments.TYPES else ""
        can_be_followed = key is not None and type_name in followset.TYPES
        return Offer(
            title=title,
            feed=feed_path(path),
            calendar=calendar,
            webcal=f"webcal://{self._site_url.partition('://')[2]}{calendar}" if calendar and self._site_url else "",
            left_out=self._left_out.get(key, 0) if key else 0,
            key=path if can_be_followed else "",
            is_prominent=type_name not in ASIDE,
        )

    def offer_of_changes(self) -> Offer:
        """Of the pages that tell what was changed in the portal itself."""
        return Offer(title="Änderungen", feed=feed_path(CHANGES))

    def files(self) -> Iterator[tuple[str, Recipe]]:
        """Path and content of every feed, calendar and news file, in a fixed order."""
        yield from self.news_files()
        yield from self.calendar_files()

    def news_files(self) -> Iterator[tuple[str, Recipe]]:
        """What tells of what happened."""
        register, naming, site_url = self._register, self._naming, self._site_url
        news_of = feeds.of_homes(self._news, self._homes)
        written = feeds.Feeds(register, naming, self._stamps, site_url)
        yield from written.files(self._news, news_of)
        yield written.of_changes([*changefeed.entries(self._history, register, naming, site_url, feeds.LIMIT)])
        yield from followset.files(register, naming, news_of)

    def calendar_files(self) -> Iterator[tuple[str, Recipe]]:
        """What has a day."""
        written = calendars.Calendars(self._register, self._naming, self._stamps, self._site_url)
        yield from written.files(self._diary, self._appointments_of)
