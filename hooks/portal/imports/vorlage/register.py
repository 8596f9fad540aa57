"""What a draft needs to know of the records that are there: names, sources, numbers, ids that are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from portal.imports.vorlage.actors import Directory
from portal.records import Paper, Record, Source
from portal.records.values import SLUG_LENGTH
from portal.register.entries import Entry
from portal.validate import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The register, as far as drafts lean on it."""

    directory: Directory
    #: Ids by type, former ones and those of unreadable files included: none is given twice.
    ids: frozenset[tuple[str, str]]
    #: Papers by their number, without spaces.
    papers: tuple[tuple[str, str], ...]
    #: Sources by id, with all words of their title.
    sources: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, entries: Iterable[Entry[Record]], also: Iterable[tuple[str, str]] = ()) -> Known:
        entries = [*entries]
        former = {(entry.key.type, old) for entry in entries for old in entry.record.former_ids}
        return cls(
            directory=Directory.of(entries),
            ids=frozenset({(entry.key.type, entry.key.id) for entry in entries} | former | {*also}),
            papers=tuple(
                (_tight(entry.record.number), entry.key.id)
                for entry in entries
                if isinstance(entry.record, Paper) and entry.record.number
            ),
            sources=tuple((entry.key.id, entry.record.title) for entry in entries if isinstance(entry.record, Source)),
        )

    def paper(self, number: str) -> str | None:
        """The one paper that bears a number."""
        found = [key for printed, key in self.papers if printed == _tight(number)]
        return found[0] if len(found) == 1 else None

    def source(self, number: str) -> str | None:
        """The source that is the paper of this number."""
        wanted = _tight(number)
        if len(wanted) < 4:
            return None
        slug = slugify(number)
        found = [key for key, title in self.sources if key in {f"vorlage-{slug}", slug} or wanted in _tight(title)]
        return found[0] if found else None

    def free_id(self, type_name: str, wanted: str) -> str:
        """An id that nobody has, or ever had."""
        wanted = wanted or "entwurf"
        for number in range(1, 10_000):
            candidate = wanted if number == 1 else f"{wanted[: SLUG_LENGTH - 6].strip('-')}-{number}"
            if (type_name, candidate) not in self.ids:
                return candidate
        raise AssertionError("ten thousand drafts of one name")


def _tight(text: str) -> str:
    return re.sub(r"[^a-z0-9/]", "", text.lower())
