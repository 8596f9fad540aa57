"""The history as pages tell it: short where there is much, and honest about where it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.dates import PartialDate
from portal.german import count, day_and_time, in_words
from portal.history.model import Change, ChangeKind, History, Version, shortened
from portal.history.prose import Piece, pieces
from portal.parts.hosting import commit_url, file_url
from portal.register.entries import Key
from portal.register.urls import url_of

#: On a record's own page: so many fields of one version, and so many characters of all versions.
_FIELDS, _CHARACTERS = 15, 12_000
#: In lists across records.
_FEW, _SHORT = 4, 200


@dataclass(frozen=True, slots=True)
class Host:
    """Where the repository can be read; without an address there are no links to it."""

    repository: str
    edit_path: str

    def commit(self, version: Version) -> str:
        return commit_url(self.repository, self.edit_path, version.commit) if self.repository else ""

    def file(self, version: Version) -> str:
        """The file as this version had it; of a deleted record, as it was before."""
        if not self.repository or not version.readable_at:
            return ""
        return file_url(self.repository, self.edit_path, version.readable_at, version.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change, and of a rewritten text the difference."""

    change: Change
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One version on a page."""

    version: Version
    when: str
    told: tuple[Told, ...]
    #: How many more fields changed than are told.
    hidden: int
    #: The stable place of this version on the portal.
    url: str
    commit_url: str
    file_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHistory:
    """All versions of one record, newest first."""

    lines: tuple[Line, ...]
    #: How often and since when, in one sentence.
    summary: str
    #: Where the history ends, if it is cut or missing.
    note: str


def page_history(history: History, key: Key, host: Host) -> PageHistory:
    """What the record's own page tells. Later versions are told whole before earlier ones get any room."""
    left = _CHARACTERS
    lines = []
    for version in history.versions(key):
        told = []
        for change in version.changes[:_FIELDS]:
            left -= len(change.before) + len(change.after)
            if left < 0:
                break
            told.append(_told(change))
        lines.append(_line(version, told, host))
    return PageHistory(lines=tuple(lines), summary=_summary(history, key), note=note(history))


def in_lists(version: Version, host: Host) -> Line:
    """One of many changes: a few fields in a few words, the rest on the record's own page."""
    return _line(version, [Told(change=_brief(change)) for change in version.changes[:_FEW]], host)


def note(history: History) -> str:
    """What readers must know about where the history ends."""
    if not history.exists:
        return (
            "Diese Fassung wurde ohne Versionsgeschichte gebaut. Was sich wann geändert hat, lässt sich hier deshalb "
            "nicht zeigen."
        )
    if history.is_cut and history.since:
        since = in_words(PartialDate.of_day(history.since.date()))
        return f"Die Versionsgeschichte reicht hier nur bis {since} zurück. Was davor geschah, fehlt in dieser Fassung."
    return ""


def _summary(history: History, key: Key) -> str:
    versions = history.versions(key)
    if not versions:
        return "Noch keine Änderung in der Versionsgeschichte"
    changes = history.revision(key)
    begin = history.created(key)
    parts = [count(changes, "Änderung", "Änderungen")] if changes else []
    if begin:
        parts.append(f"angelegt am {in_words(PartialDate.of_day(begin.date()))}")
    if changes:
        parts.append(f"zuletzt {versions[0].kind} am {in_words(PartialDate.of_day(versions[0].time.date()))}")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _line(version: Version, told: Iterable[Told], host: Host) -> Line:
    shown = tuple(told)
    return Line(
        version=version,
        when=day_and_time(version.time),
        told=shown,
        hidden=len(version.changes) - len(shown),
        url=url_of(version.key, version.anchor),
        commit_url=host.commit(version),
        file_url=host.file(version),
    )


def _told(change: Change) -> Told:
    if change.kind is ChangeKind.TEXT:
        return Told(change=change, pieces=pieces(change.before, change.after))
    return Told(change=change)


def _brief(change: Change) -> Change:
    if change.kind is ChangeKind.TEXT:
        return Change(place=change.place, label=change.label, kind=change.kind)
    before, after = (shortened(" ".join(text.split()), _SHORT) for text in (change.before, change.after))
    return Change(place=change.place, label=change.label, kind=change.kind, before=before, after=after)
