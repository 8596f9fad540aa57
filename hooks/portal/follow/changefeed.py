"""The feed of all changes: not what happened in town, but what was changed in this portal, from the history."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from portal.follow.atom import AtomEntry
from portal.follow.naming import Naming
from portal.history import History, Version
from portal.history.changelist import gone
from portal.history.model import shortened
from portal.records import RECORD_TYPES
from portal.register.link import Register
from portal.register.urls import url_of

#: So many fields are named; the page has them all.
_FIELDS, _LONG = 8, 300


def entries(history: History, register: Register, naming: Naming, site_url: str, limit: int) -> Iterator[AtomEntry]:
    """The newest changes of records that have a page, or of which a page tells that they are gone."""
    known = set(gone(history, register)) | register.entries.keys()
    for version in islice((version for version in history.all if version.key in known), limit):
        key = naming.first(version.key) if version.key in register.entries else version.key
        yield AtomEntry(
            id=naming.tag("aenderungen", version.commit[:12], str(key)),
            title=f"{version.title}: {version.kind}",
            url=site_url + url_of(version.key, version.anchor),
            updated=version.time,
            published=version.time,
            kind=RECORD_TYPES[version.key.type].singular,
            summary=_summary(version),
        )


def _summary(version: Version) -> str:
    told = [shortened(change.words, _LONG) for change in version.changes[:_FIELDS]]
    if len(version.changes) > _FIELDS:
        told.append(f"und {len(version.changes) - _FIELDS} weitere Angaben")
    reason = f" Begründung: {' '.join(version.reason.split())}" if version.reason else ""
    return f"{'; '.join(told) or f'Eintrag {version.kind}'}.{reason}"
