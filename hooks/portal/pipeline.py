"""The way from a data folder to a register, in the order of the steps."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portal.check import check
from portal.check.settings import check_settings, removed_entries
from portal.known import Known
from portal.load import Files, RawRecord, load
from portal.phases import Phases
from portal.problems import Problem, in_order
from portal.records import Portal, Record
from portal.records.privacy import Privacy
from portal.register.asof import AsOf, as_of
from portal.register.entries import Entry
from portal.register.link import Register, link
from portal.register.parts import AFRESH, KeptParts
from portal.store import NOWHERE, Store
from portal.validate import Validated, validate, validate_privacy, validate_settings
from portal.workers import ALONE, Crew


@dataclass(frozen=True, slots=True)
class Memory:
    """What reading, checking and linking a folder again need not do again."""

    files: Files = field(default_factory=Files)
    records: Validated = field(default_factory=Validated)
    checked: KeptParts = field(default_factory=KeptParts)
    linked: KeptParts = field(default_factory=KeptParts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a data folder holds: entries and settings where they are valid, and all problems."""

    entries: list[Entry[Record]]
    settings: Portal | None
    #: What may stand there although it looks private, and the file that says so.
    privacy: Privacy
    privacy_file: RawRecord | None
    problems: list[Problem]
    as_of: AsOf
    #: Records found in the files, by type, whether valid or not.
    read: Counter[str]


def read(
    folder: Path,
    environ: Mapping[str, str],
    now: Callable[[], dt.date],
    *,
    phases: Phases | None = None,
    memory: Memory | None = None,
    store: Store = NOWHERE,
    crew: Crew = ALONE,
) -> Reading:
    """Load, validate and check; report everything at once."""
    phases = phases or Phases()
    with phases.measured("load"):
        loaded = load(folder, memory.files if memory else None, Known(store, "gelesen"), crew)
        entries, problems = validate(loaded.records, memory.records if memory else None)
    settings = None
    if loaded.settings:
        settings, of_settings = validate_settings(loaded.settings)
        problems += of_settings
        problems += check_settings(loaded.settings, settings, entries, loaded.unreadable)
        problems += removed_entries(loaded.settings, settings, entries)
    privacy = Privacy()
    if loaded.privacy:
        privacy, of_privacy = validate_privacy(loaded.privacy)
        problems += of_privacy
        problems += check_settings(loaded.privacy, privacy, entries, loaded.unreadable)
    standing = as_of(folder, entries, environ, now)
    problems += loaded.problems
    with phases.measured("check"):
        parts = memory.checked if memory else AFRESH
        problems += check(entries, standing.day, unread=loaded.unreadable, parts=parts)
    return Reading(
        entries=entries,
        settings=settings,
        privacy=privacy,
        privacy_file=loaded.privacy,
        problems=in_order(problems),
        as_of=standing,
        read=Counter(raw.type for raw in loaded.records),
    )


class HasProblems(Exception):
    """Records are not in order; the site is not built from them."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(f"{len(reading.problems)} problems")
        self.reading = reading


def register_of(reading: Reading, memory: Memory | None = None) -> Register:
    """The linked register, only from records without problems."""
    if reading.problems or reading.settings is None:
        raise HasProblems(reading)
    return link(reading.entries, reading.settings, reading.as_of.day, memory.linked if memory else AFRESH)
