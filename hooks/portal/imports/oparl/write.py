"""Drafts become files: new ones whole, others only where something changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from portal.imports.oparl.draft import Draft, Values
from portal.imports.oparl.ledger import Line
from portal.imports.oparl.merge import FORMER, ORIGIN, Merged, merged, new_record
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.shelf import Shelf, listed
from portal.imports.oparl.world import WORDS
from portal.load import RawRecord
from portal.writing.edit import rewritten
from portal.writing.files import replace, write_new
from portal.writing.yamltext import record_text

#: The order of fields in new files; in old ones new fields find their place by it.
_ORDERS = {
    "beschluesse": (
        *("titel", "nummer", "art", "art-wortlaut", "datum", "federfuehrung", "bearbeitung", "eingebracht-von"),
        *("oeffentlich", "themen", "kurzfassung", "beratungsfolge", "beschlusspunkte", "finanzen", "stellen"),
        *("vorgaenger", "anlagen", FORMER, ORIGIN),
    ),
    "sitzungen": ("titel", "gremium", "termin", "beginn", "ort", "stand", "tagesordnung", FORMER, ORIGIN),
    "gremien": ("name", "kurzname", "art", "teil-von", "sitze", "zeitraum", "webseite", FORMER, ORIGIN),
    "personen": ("name", "partei", "rollen", FORMER, ORIGIN),
}


@dataclass(slots=True)
class Tally:
    """What came of the drafts, by type of record and outcome."""

    amounts: Counter[tuple[str, str]] = field(default_factory=Counter)
    conflicts: int = 0

    def total(self, outcome: str) -> int:
        return sum(amount for (_, what), amount in self.amounts.items() if what == outcome)


NEW, CHANGED, SAME, MARKED, GONE, OLDER = (
    "neu",
    "geändert",
    "unverändert",
    "als gelöscht vermerkt",
    "hier gelöscht",
    "älter",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where records are written, what is known of them, and where to say what happened."""

    shelf: Shelf
    data: Path
    notes: Notes
    tally: Tally


def write(drafts: Iterable[Draft], desk: Desk) -> None:
    """One after the other, each file whole before the ledger hears of it."""
    for draft in drafts:
        desk.tally.amounts[draft.key.type, _write(draft, desk)] += 1


def _write(draft: Draft, desk: Desk) -> str:
    name, shelf = draft.node.id, desk.shelf
    if shelf.was_deleted_here(name):
        return GONE
    line = shelf.ledger.lines.get(name)
    if line and draft.node.modified < line.modified:
        desk.notes.hint(
            draft.node.where, f"{WORDS[draft.node.type]} {name} ist älter als der Stand, der schon übernommen ist."
        )
        return OLDER
    raw = shelf.records.get(draft.renamed_from or draft.key)
    if raw is None:
        result = new_record(draft)
        _create(desk.data / draft.key.type / f"{draft.key.id}.md", result, draft)
        shelf.ledger.note(name, result.line)
        return NEW
    result = merged(raw.values, draft, line)
    return _renew(raw, result, draft, desk)


def _create(path: Path, result: Merged, draft: Draft) -> None:
    order = [*_ORDERS[draft.key.type]]
    values: Values = {key: result.values[key] for key in order if key in result.values}
    write_new(path, record_text(values))


def _renew(raw: RawRecord, result: Merged, draft: Draft, desk: Desk) -> str:
    ledger = desk.shelf.ledger
    for sentence in result.conflicts:
        desk.notes.hint(raw.path, sentence)
    desk.tally.conflicts += len(result.conflicts)
    if draft.renamed_from:
        result.values[FORMER] = list(dict.fromkeys((*listed(raw.values.get(FORMER)), draft.renamed_from.id)))
    if result.values == raw.values and not draft.renamed_from:
        ledger.note(draft.node.id, _as_before(result.line, ledger.lines.get(draft.node.id)))
        return SAME
    file = raw.origin.file
    if (
        result.values != raw.values
    ):  # they are the same where an earlier run was stopped before it could rename the file
        text = file.read_text(encoding="utf-8-sig")
        replace(file, rewritten(text, result.values, _ORDERS[draft.key.type], is_markdown=file.suffix == ".md"))
    if draft.renamed_from:
        file.rename(file.with_name(f"{draft.key.id}{file.suffix}"))
        desk.notes.hint(raw.path, f"Die Sitzung ist verlegt: Der Eintrag heißt jetzt „{draft.key.id}“.")
    ledger.note(draft.node.id, result.line)
    return MARKED if draft.is_frozen else CHANGED


def _as_before(line: Line, known: Line | None) -> Line:
    """A newer moment alone is not worth a change."""
    if known and (line.fields, line.stations, line.record) == (known.fields, known.stations, known.record):
        return known
    return line
