"""The privacy lint: every text file of a data folder, against its list of exemptions.

Files are read as they are, not as records: a comment or an unknown field is as public as a title, and
what is found there has an exact line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from portal.check.privacy.findings import Finding
from portal.check.privacy.people import is_known, is_no_office, surnames
from portal.check.privacy.suspects import looked_through
from portal.known import Known
from portal.load import DataFile, RawRecord
from portal.problems import Problem
from portal.records import RECORD_TYPES, Person, Record
from portal.records.privacy import Privacy
from portal.register.entries import Entry, Key
from portal.register.names import Names, UnknownName
from portal.store import NOWHERE, Store
from portal.workers import ALONE, Crew

_TOP_KEY = re.compile(r"^([a-z0-9-]+):", re.MULTILINE)
_WAY_OUT = " Ist die Angabe amtlich und öffentlich, gehört sie mit einem Grund in die Datei datenschutz.yml."


def problems(
    files: Iterable[tuple[DataFile, str]],
    entries: Iterable[Entry[Record]],
    exemptions: Privacy,
    listed_in: RawRecord | None,
    *,
    store: Store = NOWHERE,
    crew: Crew = ALONE,
) -> Iterator[Problem]:
    """Everything that looks private and is not exempt, and every exemption that exempts nothing."""
    entries = list(entries)
    people = [entry for entry in entries if isinstance(entry.record, Person)]
    holders = surnames(entry.record for entry in people if isinstance(entry.record, Person))
    passes = _Passes.of(exemptions, entries)
    for origin, text, suspects in looked_through(files, Known(store, "verdacht"), crew):
        if listed_in and origin.file == listed_in.origin.file:
            continue
        for finding in _findings(suspects, holders):
            for offset in _places(finding.text, text):
                if not passes.allow(finding, _key_at(origin, text, offset)):
                    line = 1 + text.count("\n", 0, offset)
                    yield Problem(
                        path=origin.path, line=line, message=finding.kind.value.format(finding.text) + _WAY_OUT
                    )
    for entry in people:
        yield from _offices(entry)
    if listed_in:
        for index in passes.unused():
            text = exemptions.exemptions[index].text
            message = f"Die Ausnahme „{text}“ wird nicht gebraucht: So steht es in keinem Eintrag. Bitte löschen."
            yield listed_in.problem(("ausnahmen", index), message)


def _findings(suspects: Sequence[Finding], holders: frozenset[str]) -> list[Finding]:
    """Each suspicious text once, without the names of those in public office."""
    return _longest([each for each in suspects if not any(is_known(name, holders) for name in each.names)])


def _longest(found: Sequence[Finding]) -> list[Finding]:
    """Each once, and none that is only a part of another: „Frau Meier“ in „Bürgerin Frau Meier“."""
    return [
        one
        for one in dict.fromkeys(found)
        if not any(one.text in other.text for other in found if other.text != one.text)
    ]


def _places(words: str, text: str) -> Iterator[int]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    for match in re.finditer(pattern, text):
        yield match.start()


def _key_at(origin: DataFile, text: str, offset: int) -> Key | None:
    """The record that stands at a place of a file; none in the settings."""
    parts = PurePosixPath(origin.source).parts[1:]
    if len(parts) == 2:
        return Key(parts[0], PurePosixPath(parts[1]).stem)
    name = PurePosixPath(parts[0]).stem
    above = [*_TOP_KEY.finditer(text, 0, offset)]
    return Key(name, above[-1][1]) if name in RECORD_TYPES and above else None


def _offices(entry: Entry[Record]) -> Iterator[Problem]:
    memberships = entry.record.memberships if isinstance(entry.record, Person) else ()
    for index, membership in enumerate(memberships):
        if is_no_office(membership.office):
            message = (
                f"„{membership.office}“ ist kein öffentliches Amt. Ins Portal gehört nur, wer eines hat. "
                "Bitte das Amt nennen oder den Eintrag löschen."
            )
            yield entry.problem(("rollen", index, "funktion"), message)


@dataclass(slots=True)
class _Passes:
    """The exemptions, and which of them were needed."""

    #: By the text as it is compared: the place in the list, and the only record it is for.
    by_text: dict[str, list[tuple[int, Key | None]]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, exemptions: Privacy, entries: Iterable[Entry[Record]]) -> _Passes:
        passes = cls()
        directory = Names.of(entries) if exemptions.exemptions else None
        for index, exemption in enumerate(exemptions.exemptions):
            only = None
            if exemption.entry and directory:
                try:
                    only = directory.resolve(exemption.entry).key
                except UnknownName:
                    continue  # reported with the other references
            passes.by_text.setdefault(_compared(exemption.text), []).append((index, only))
        return passes

    def allow(self, finding: Finding, key: Key | None) -> bool:
        fitting = [index for index, only in self.by_text.get(_compared(finding.text), ()) if only in (None, key)]
        self.used.update(fitting)
        return bool(fitting)

    def unused(self) -> list[int]:
        every = {index for group in self.by_text.values() for index, _ in group}
        return sorted(every - self.used)


def _compared(text: str) -> str:
    return "".join(text.split()).lower()
