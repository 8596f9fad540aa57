"""The portal's own settings and the exemptions name existing records, and no removed one exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.load import RawRecord, Unread
from portal.problems import Problem, did_you_mean
from portal.records import RECORD_TYPES, Model, Portal, Record
from portal.records.references import Location, mentions
from portal.register.entries import Entry, Key
from portal.register.names import Names, UnknownName


def check_settings(
    raw: RawRecord, settings: Model | None, entries: Iterable[Entry[Record]], unread: Unread
) -> Iterator[Problem]:
    names = Names.of(entries)
    for mention in mentions(settings) if settings else ():
        try:
            names.resolve_mention(mention)
        except UnknownName as error:
            if not unread.may_hold(mention.text, mention.ref.types):
                yield raw.problem(mention.location, f"{_key(mention.location)}: {error}")


def removed_entries(raw: RawRecord, settings: Portal | None, entries: Iterable[Entry[Record]]) -> Iterator[Problem]:
    """What is said to be removed is gone, and its id is nobody else's."""
    taken = {str(key) for entry in entries for key in (entry.key, *_former(entry))}
    for index, removal in enumerate(settings.removed if settings else ()):
        place = ("entfernt", index, "eintrag")
        kind = removal.entry.partition("/")[0]
        if kind not in RECORD_TYPES:
            hint = did_you_mean(kind, RECORD_TYPES)
            yield raw.problem(place, f"„{kind}“ ist keine Art von Einträgen.{hint} Es gibt: {', '.join(RECORD_TYPES)}.")
        elif kind == "personen":
            yield raw.problem(place, "Wer nicht mehr geführt wird, wird auch hier nicht genannt. Bitte löschen.")
        elif removal.entry in taken:
            yield raw.problem(
                place, f"„{removal.entry}“ soll entfernt sein, wird aber verwendet. Kennungen werden nie neu vergeben."
            )


def _former(entry: Entry[Record]) -> list[Key]:
    return [Key(entry.key.type, former) for former in entry.record.former_ids]


def _key(location: Location) -> str:
    return next(step for step in reversed(location) if isinstance(step, str))
