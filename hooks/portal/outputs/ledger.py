"""Nothing lost: what was read, written, listed and can be found must be the same number."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.outputs.datafiles import INDEX
from portal.records import RECORD_TYPES
from portal.register.link import Register
from portal.register.urls import url_of

_HEAD = ("", "gelesen", "abgeleitet", "Seiten", "API", "Suche")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One type's counts: in data/, derived from other records, on disk, in the API, in the search index."""

    name: str
    read: int
    derived: int
    pages: int
    listed: int
    searchable: int

    @property
    def balances(self) -> bool:
        return self.read + self.derived == self.pages == self.listed == self.searchable

    def cells(self) -> tuple[str, ...]:
        return (self.name, *map(str, (self.read, self.derived, self.pages, self.listed, self.searchable)))


@dataclass(frozen=True, slots=True)
class Ledger:
    rows: tuple[Row, ...]

    @property
    def balances(self) -> bool:
        return all(row.balances for row in self.rows)

    @property
    def total(self) -> Row:
        rows = self.rows
        return Row(
            name="zusammen",
            read=sum(row.read for row in rows),
            derived=sum(row.derived for row in rows),
            pages=sum(row.pages for row in rows),
            listed=sum(row.listed for row in rows),
            searchable=sum(row.searchable for row in rows),
        )

    def table(self) -> str:
        """The counts as a plain-text table; a row that does not add up says so."""
        lines = [_line(_HEAD)]
        lines += [
            _line(row.cells()) + ("" if row.balances else "  ← stimmt nicht überein")
            for row in (*self.rows, self.total)
        ]
        return "\n".join(lines)


def count(register: Register, read: Mapping[str, int], site: Path, found_by_search: Iterable[str]) -> Ledger:
    """Count what is really there: files in data/ and on the site, not intentions."""
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    listed = Counter(item["type"] for item in index["records"])
    found = set(found_by_search)
    return Ledger(
        tuple(
            Row(
                name=name,
                read=read.get(name, 0),
                derived=sum(entry.raw is None for entry in register.by_type[name]),
                pages=sum((site / url_of(entry.key) / "index.html").is_file() for entry in register.by_type[name]),
                listed=listed[name],
                searchable=sum(url_of(entry.key) in found for entry in register.by_type[name]),
            )
            for name in RECORD_TYPES
        )
    )


def _line(cells: tuple[str, ...]) -> str:
    return f"{cells[0]:<14}" + "".join(f"{cell:>12}" for cell in cells[1:])
