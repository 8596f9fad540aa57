"""What is known of how records came to be as they are. Nobody's name is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from portal.register.entries import Key

#: So much of a text that came or went is quoted in one line.
_LONG = 160


class VersionKind(StrEnum):
    """What a commit did to a record."""

    CREATED = "angelegt"
    CHANGED = "geändert"
    RENAMED = "umbenannt"
    DELETED = "gelöscht"


class ChangeKind(StrEnum):
    """What happened to one field, or to one item of a list."""

    SET = "neuer Wert"
    ADDED = "hinzugefügt"
    REMOVED = "entfernt"
    ORDER = "Reihenfolge geändert"
    #: The content of one of the two files could not be read even then.
    UNREADABLE = "nicht vergleichbar, eine der beiden Fassungen ist nicht lesbar"
    #: A longer text: before and after are whole texts, to be shown as a difference.
    TEXT = "geändert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field before and after, in German words."""

    #: The way to the field, outermost first: ("Beratungsfolge", "Stadtvertretung, 14. Juni 2022").
    place: tuple[str, ...] = ()
    label: str
    kind: ChangeKind = ChangeKind.SET
    before: str = ""
    after: str = ""

    @property
    def words(self) -> str:
        """One line of plain text, as feeds and tests want it: „Ergebnis: unbekannt → beschlossen, 29 : 6“."""
        where = ", ".join((*self.place, self.label))
        match self.kind:
            case ChangeKind.SET:
                return f"{where}: {self.before} → {self.after}"
            case ChangeKind.ADDED | ChangeKind.REMOVED:
                text = " ".join((self.before or self.after).split())
                return f"{where} {self.kind}: {shortened(text, _LONG)}"
            case ChangeKind.TEXT:
                return f"{where} {self.kind}"
        return f"{where}: {self.kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One record as one commit left it."""

    #: What the record is called today; for a deleted one, what it was called last.
    key: Key
    kind: VersionKind
    #: The commit's full hash.
    commit: str
    #: When it was committed, with the offset that Git recorded.
    time: dt.datetime
    #: From the commit's message, without names and addresses; empty if it gives none.
    reason: str = ""
    changes: tuple[Change, ...] = ()
    #: What the record is called today; of a deleted one, what it was called last.
    title: str = ""
    #: The file from the root of the repository, as of this commit; of a deleted one, its last.
    path: str = ""
    #: Where the file can still be read: this commit, or for a deleted record the one before.
    readable_at: str = ""

    @property
    def anchor(self) -> str:
        """Where the record's own page shows this version; it never changes."""
        return f"fassung-{self.commit[:10]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All versions of all records, as far as Git knows them. Uncommitted changes are not history."""

    #: False without Git, without a repository or without a commit of these records.
    exists: bool
    #: A shallow clone: what happened before `since` is not known here.
    is_cut: bool = False
    #: The oldest commit that is known to touch the records.
    since: dt.datetime | None = None
    #: Newest first.
    all: tuple[Version, ...] = ()
    of_record: Mapping[Key, tuple[Version, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def versions(self, key: Key) -> tuple[Version, ...]:
        """Newest first; none for derived records, and for those that have not been committed yet."""
        return self.of_record.get(key, ())

    def created(self, key: Key) -> dt.datetime | None:
        """When the record first appeared; None if that is not known, or lies beyond the cut."""
        versions = self.versions(key)
        return versions[-1].time if versions and versions[-1].kind is VersionKind.CREATED else None

    def modified(self, key: Key) -> dt.datetime | None:
        """When something of the record last changed; None if that is not known."""
        versions = self.versions(key)
        return versions[0].time if versions else None

    def revision(self, key: Key) -> int:
        """How often the record was changed after its first version; grows with every change."""
        versions = self.versions(key)
        return len(versions) - sum(version.kind is VersionKind.CREATED for version in versions[-1:])


def shortened(text: str, limit: int) -> str:
    """At most so many characters, cut between words."""
    return text if len(text) <= limit else text[: limit - 2].rsplit(" ", 1)[0] + " …"
