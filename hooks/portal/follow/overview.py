"""The page „Folgen“: the main feeds and calendars, for everyone, without any script."""

from __future__ import annotations

from dataclasses import dataclass

from portal.follow import appointments, calendars, feeds
from portal.follow.naming import ALL, CHANGES, calendar_path, feed_path
from portal.records import RECORD_TYPES, Record
from portal.register.entries import Entry
from portal.register.link import Register

#: Topics and bodies the page names; their lists lead to the others.
_NAMED = 20
#: Types that nobody follows as such: they only back or explain what others say.
ASIDE = {"glossar", "quellen", "seiten"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    title: str
    feed: str
    calendar: str
    #: Lists of many are offered for download only; each page offers to subscribe.
    webcal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    words: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    title: str
    offers: tuple[Subscription, ...]
    more: More | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    groups: tuple[Group, ...]
    feed_limit: int = feeds.LIMIT
    calendar_limit: int = calendars.LIMIT


def overview(register: Register) -> Overview:
    types = [name for name in RECORD_TYPES if name not in ASIDE]
    whole = [_subscription("Alles zusammen", ALL), *(_subscription(RECORD_TYPES[name].plural, name) for name in types)]
    whole.append(_subscription("Änderungen an diesem Portal", CHANGES))
    groups = [Group(title="Die wichtigsten", offers=tuple(whole))]
    groups += [_of_type(name, register.by_type[name]) for name in ("themen", "gremien") if register.by_type[name]]
    return Overview(groups=tuple(groups))


def _of_type(name: str, entries: tuple[Entry[Record], ...]) -> Group:
    plural = RECORD_TYPES[name].plural
    return Group(
        title=plural,
        offers=tuple(_subscription(entry.record.title, str(entry.key), name) for entry in entries[:_NAMED]),
        more=More(words=f"Alle {len(entries)}: {plural}", url=f"{name}/") if len(entries) > _NAMED else None,
    )


def _subscription(title: str, path: str, type_name: str = "") -> Subscription:
    has_calendar = path == ALL or (type_name or path) in appointments.TYPES
    return Subscription(title=title, feed=feed_path(path), calendar=calendar_path(path) if has_calendar else "")
