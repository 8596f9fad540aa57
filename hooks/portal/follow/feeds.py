"""Which feeds there are, and what stands in each: one for every record, every type, and all together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from portal.follow import atom
from portal.follow.atom import AtomEntry, AtomHead, AtomLink
from portal.follow.belonging import Homes, unique
from portal.follow.naming import ALL, CHANGES, Naming, feed_path
from portal.follow.news import Happening
from portal.follow.stamps import UNDATED, Stamps, midnight
from portal.recipes import Recipe
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.urls import url_of

#: A reader asks for a feed every hour: the newest entries are enough, what is older stands in the archive.
LIMIT = 100


def of_homes(news: Sequence[Happening], homes: Homes) -> Mapping[Key, list[Happening]]:
    """The news of every page, in the order in which they were given."""
    found: defaultdict[Key, list[Happening]] = defaultdict(list)
    for happening in news:
        extra = (happening.meeting,) if happening.meeting else ()
        for home in unique((*homes[happening.key], *extra)):
            found[home].append(happening)
    return found


class Feeds:
    """Makes entries once and puts them together."""

    def __init__(self, register: Register, naming: Naming, stamps: Stamps, site_url: str) -> None:
        self._register = register
        self._naming = naming
        self._stamps = stamps
        self._site_url = site_url

    def files(
        self, news: Sequence[Happening], by_home: Mapping[Key, Sequence[Happening]]
    ) -> Iterator[tuple[str, Recipe]]:
        """Path and content of every feed. A record that was renamed keeps its old address as well."""
        entry_of = {happening.id: self._entry(happening) for happening in news}
        name = self._register.settings.name
        of_type: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for key, entry in self._register.entries.items():
            mine = by_home.get(key, ())
            of_type[key.type].update(dict.fromkeys(happening.id for happening in mine))
            content = self._feed(
                (str(key),),
                f"{name}: {entry.record.title}",
                url_of(key),
                [entry_of[happening.id] for happening in mine],
                name=self._naming.tag("feeds", str(self._naming.first(key))),
                updated=self._stamps.modified(key),
            )
            for path in self._naming.all(key):
                yield feed_path(str(path)), content
        for type_name, record_type in RECORD_TYPES.items():
            entries = [entry_of[happening.id] for happening in news if happening.id in of_type[type_name]]
            yield (
                feed_path(type_name),
                self._feed((type_name,), f"{name}: {record_type.plural}", f"{type_name}/", entries),
            )
        yield from self._all([*entry_of.values()])

    def of_changes(self, entries: Sequence[AtomEntry]) -> tuple[str, Recipe]:
        """Without a version history it has no entries, but keeps its address."""
        title = f"{self._register.settings.name}: Änderungen"
        subtitle = f"Was sich an den Einträgen geändert hat, höchstens die neuesten {LIMIT} Änderungen."
        return feed_path(CHANGES), self._feed((CHANGES,), title, f"{CHANGES}/", entries, subtitle=subtitle)

    def _all(self, entries: Sequence[AtomEntry]) -> Iterator[tuple[str, Recipe]]:
        """The feed of everything, and behind it one archive for every year (RFC 5005, section 4)."""
        title = self._register.settings.name
        years: dict[int, list[AtomEntry]] = {}
        if len(entries) > LIMIT:
            oldest_shown = entries[LIMIT - 1].updated.year
            years = {
                year: list(group)
                for year, group in groupby(entries, key=lambda entry: entry.updated.year)
                if year <= oldest_shown
            }
        order = sorted(years)
        steps = {year: (ALL, str(year)) for year in order}
        before = dict(zip(order[1:], order, strict=False))
        after = {year: next_year for next_year, year in before.items()}
        previous = self._link("prev-archive", steps[order[-1]]) if order else []
        yield feed_path(ALL), self._feed((ALL,), title, "zeitleiste/", entries, links=previous)
        for year in order:
            links = self._link("current", (ALL,))
            links += self._link("prev-archive", steps[before[year]]) if year in before else []
            links += self._link("next-archive", steps[after[year]]) if year in after else []
            yield (
                feed_path(*steps[year]),
                self._feed(
                    steps[year], f"{title}: Archiv {year}", "zeitleiste/", years[year],
                    name=self._naming.tag("feeds", ALL), links=links, is_archive=True,
                ),
            )  # fmt: skip

    def _feed(
        self,
        steps: tuple[str, ...],
        title: str,
        page: str,
        entries: Sequence[AtomEntry],
        *,
        name: str = "",
        updated: dt.datetime = UNDATED,
        links: Sequence[AtomLink] = (),
        is_archive: bool = False,
        subtitle: str = "",
    ) -> Recipe:
        settings = self._register.settings
        shown = entries if is_archive else entries[:LIMIT]
        head = AtomHead(
            id=name or self._naming.tag("feeds", *steps),
            title=title,
            subtitle=subtitle or _subtitle(len(shown), len(entries), is_archive=is_archive),
            author=settings.name,
            author_url=self._site_url or settings.address,
            rights=f"{settings.licence.name}, Nennung „{settings.licence.attribution}“: {settings.licence.url}",
            links=[
                *self._link("self", steps),
                AtomLink(rel="alternate", href=self._site_url + page, type="text/html"),
                *links,
            ],
            updated=updated,
            is_archive=is_archive,
        )
        return atom.feed(head, shown)

    def _link(self, rel: str, steps: tuple[str, ...]) -> list[AtomLink]:
        return [AtomLink(rel=rel, href=self._site_url + feed_path(*steps))]

    def _entry(self, happening: Happening) -> AtomEntry:
        """Dated by its first possible day: that never lies ahead, and never moves as time passes."""
        day = midnight(happening.date.first)
        return AtomEntry(
            id=self._naming.of(happening.key, happening.name),
            title=f"{self._register.entries[happening.key].record.title}: {happening.title}",
            url=self._site_url + url_of(happening.key, happening.fragment),
            updated=day,
            published=day if happening.date.day else None,
            kind=happening.kind,
            summary=happening.text,
        )


def _subtitle(shown: int, total: int, *, is_archive: bool) -> str:
    if is_archive:
        return "Ältere Nachrichten eines Jahres."
    if shown < total:
        return f"Nur die neuesten {shown} von {total} Nachrichten. Alles Ältere steht im Archiv des Feeds „alle“ und in der Zeitleiste."
    return "Jede Nachricht mit dem Tag, an dem es geschah; ein ungenaues Datum zählt ab seinem ersten Tag."
