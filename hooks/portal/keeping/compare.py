"""Ids, lists and facts that have been published and are gone or different now, each with what to do instead."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from portal.history.items import as_list
from portal.keeping.part import changes
from portal.keeping.past import Past
from portal.pipeline import Reading
from portal.problems import Problem
from portal.records import RECORD_TYPES, Record
from portal.register.entries import Entry, Key
from portal.register.meetings import with_derived

#: People have a right to be forgotten: who leaves the register leaves nothing behind, not even the id.
_FORGOTTEN = "personen"
_FORMER = "fruehere-kennungen"


def problems(past: Past, reading: Reading) -> Iterator[Problem]:
    """All at once, in the files as they are now; what is gone is named with the file where it was."""
    now = {entry.key: entry for entry in reading.entries}
    moved = {Key(key.type, former): key for key, entry in now.items() for former in entry.record.former_ids}
    listed = {removal.entry for removal in reading.settings.removed} if reading.settings else set()
    there = with_derived(dict(now)).keys()
    #: What cannot be read is not gone; the other checks have said what is wrong with it.
    unread = {problem.path for problem in reading.problems if problem.path.endswith((".md", ".yml"))}
    for key, old in past.records.items():
        if (new := now.get(key) or now.get(moved.get(key, key))) and new.raw:
            yield from _former_ids(key, old.values, new, moved, there)
            if new.key == key or new.key not in past.records:  # of two that became one, the other had its own life
                yield from changes(RECORD_TYPES[key.type].model, old, new.raw)
        elif key not in there and str(key) not in listed and key.type != _FORGOTTEN and old.path not in unread:
            yield old.problem((), _gone(key))
    yield from _forgotten_removals(past, reading, listed)


def _former_ids(
    key: Key, old: Mapping[str, object], new: Entry[Record], moved: Mapping[Key, Key], there: Container[Key]
) -> Iterator[Problem]:
    assert new.raw
    for former in as_list(old.get(_FORMER)):
        name = Key(key.type, str(former))
        if name not in moved and name not in there:
            message = (
                f"Die frühere Kennung „{former}“ fehlt jetzt, und ihre Adresse führte ins Leere. "
                f"Bitte unter „{_FORMER}“ wieder eintragen."
            )
            yield new.raw.problem((_FORMER,), message)


def _gone(key: Key) -> str:
    return (
        f"Den Eintrag „{key}“ gibt es nicht mehr, und seine Adresse führte ins Leere. Heißt er jetzt anders oder ging er "
        f"in einem anderen auf, tragen Sie dort „{_FORMER}: [{key.id}]“ ein. Gehörte er nie hierher, nennen Sie ihn in "
        f"portal.yml unter „entfernt“, mit „eintrag: {key}“, „datum“ und „grund“."
    )


def _forgotten_removals(past: Past, reading: Reading, listed: set[str]) -> Iterator[Problem]:
    old = past.settings
    for index, item in enumerate(as_list(old.values.get("entfernt")) if old else []):
        name = str(item.get("eintrag", "")) if isinstance(item, dict) else ""
        if old and reading.settings and name and name not in listed and not name.startswith(f"{_FORGOTTEN}/"):
            message = (
                f"Unter „entfernt“ fehlt jetzt „{name}“. Kennungen werden nie neu vergeben; bitte wieder eintragen."
            )
            yield old.problem(("entfernt", index), message)
