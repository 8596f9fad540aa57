"""What rests on a source: which records, which statements in them, and where others say something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.parts.rows import Listing, Row, listing, named_by, others
from portal.parts.statements import Statement, statements
from portal.records import RECORD_TYPES, Contradiction, Record
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import Target

_SUPPORTS = "Belegt Angaben in"
#: Statements of one record, and contradictions, that a source's page lists.
_STATEMENTS, _DISPUTES = 6, 30
#: Statements of all records together; each takes about 120 bytes.
_TOGETHER = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A record that leans on the source."""

    row: Row
    #: Whether it leans on it as a whole.
    is_whole: bool
    statements: tuple[Statement, ...]
    hidden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """The records of one type that lean on the source."""

    title: str
    anchor: str
    uses: tuple[Use, ...]
    total: int
    more: str

    @property
    def hidden(self) -> int:
        return self.total - len(self.uses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A contradiction that the source takes part in, and the place that it concerns."""

    target: Target
    contradiction: Contradiction


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A source, ready to be shown."""

    uses: tuple[Uses, ...]
    total: int
    disputes: tuple[Dispute, ...]
    disputes_total: int
    others: tuple[Listing, ...]


def evidence(register: Register, entry: Entry[Record]) -> Evidence:
    named = named_by(register, entry.key, _SUPPORTS)
    by_type: dict[str, list[Target]] = defaultdict(list)
    for target in named:
        by_type[target.key.type].append(target)
    disputes = [dispute for target in named for dispute in _disputes(register, target.key, entry.key)]
    uses = _all_uses(register, entry.key, by_type, _STATEMENTS)
    shown = [use for of_type in uses for use in of_type.uses]
    if sum(len(use.statements) for use in shown) > _TOGETHER:
        uses = _all_uses(register, entry.key, by_type, max(1, _TOGETHER // len(shown)))
    return Evidence(
        uses=uses,
        total=len(named),
        disputes=tuple(disputes[:_DISPUTES]),
        disputes_total=len(disputes),
        others=others(register, entry.key, _SUPPORTS),
    )


def _all_uses(register: Register, source: Key, by_type: Mapping[str, list[Target]], most: int) -> tuple[Uses, ...]:
    return tuple(_uses(register, source, name, by_type[name], most) for name in RECORD_TYPES if by_type[name])


def _uses(register: Register, source: Key, name: str, targets: list[Target], most: int) -> Uses:
    title = RECORD_TYPES[name].plural
    listed = listing(register, title, targets)
    uses = []
    for row in listed.rows:
        found = list(statements(register, register.entries[row.target.key], source))
        parts = [statement for statement in found if statement.words]
        uses.append(
            Use(
                row=row,
                is_whole=len(parts) < len(found),
                statements=tuple(parts[:most]),
                hidden=max(0, len(parts) - most),
            )
        )
    return Uses(title=title, anchor=name, uses=tuple(uses), total=listed.total, more=f"{name}/")


def _disputes(register: Register, record: Key, source: Key) -> Iterator[Dispute]:
    for contradiction in register.entries[record].record.contradictions:
        if any(register.resolve(claim.source, source.type).key == source for claim in contradiction.claims):
            yield Dispute(target=Target(record, contradiction.on or ""), contradiction=contradiction)
