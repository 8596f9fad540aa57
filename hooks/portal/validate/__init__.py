"""Step 2: from raw values to typed records, with every deviation as a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from portal.load import RawRecord
from portal.problems import Problem
from portal.records import RECORD_TYPES, Portal, Record
from portal.records.privacy import Privacy
from portal.records.references import Location
from portal.records.values import SLUG_LENGTH, SLUG_PATTERN, SLUG_RULE
from portal.register.entries import Entry, Key
from portal.validate.explain import explain, shorten, without_echoes
from portal.validate.repair import repaired

#: What no file and no folder may be called under Windows, where some editors work.
_RESERVED = {"con", "nul", "aux", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
#: Problems of one record that are told.
_ENOUGH = 5_000


class Validated:
    """What has been validated before: the very same raw record is the same entry again."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[RawRecord, Entry[Record] | None, list[Problem]]] = {}


def validate(raws: Iterable[RawRecord], memory: Validated | None = None) -> tuple[list[Entry[Record]], list[Problem]]:
    """An entry for each raw record that is or can be mended to be valid, and all problems found."""
    known = memory.known if memory else {}
    done = {id(raw): known.get(id(raw)) or (raw, *_validated(raw)) for raw in raws}
    if memory:
        memory.known = done  # holds on to the raw records, so that no id is used twice
    entries = [entry for _, entry, _ in done.values() if entry]
    return entries, [problem for _, _, problems in done.values() for problem in problems]


def _validated(raw: RawRecord) -> tuple[Entry[Record] | None, list[Problem]]:
    problems = [*_identity_problems(raw)]
    model = RECORD_TYPES[raw.type].model
    values = {**raw.values, "id": raw.id if _is_slug(raw.id) else "ungueltig"}
    record: Record | None
    patched: frozenset[Location] = frozenset()
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        details = without_echoes(error.errors(include_url=False))
        problems += _explained(raw, model, details)
        record, patched = repaired(model, values)
    entry = Entry(key=Key(raw.type, raw.id), record=record, raw=raw, patched=patched) if record else None
    return entry, problems


def validate_settings(raw: RawRecord) -> tuple[Portal | None, list[Problem]]:
    """The portal's own settings."""
    try:
        return Portal.model_validate(raw.values), []
    except ValidationError as error:
        return None, [explain(raw, Portal, detail) for detail in without_echoes(error.errors(include_url=False))]


def validate_privacy(raw: RawRecord) -> tuple[Privacy, list[Problem]]:
    """What may stand in the records although it looks private; nothing, where the list itself is wrong."""
    try:
        return Privacy.model_validate(raw.values), []
    except ValidationError as error:
        return Privacy(), [explain(raw, Privacy, detail) for detail in without_echoes(error.errors(include_url=False))]


def _explained(raw: RawRecord, model: type[Record], details: list[ErrorDetails]) -> Iterator[Problem]:
    """What is wrong, as far as anyone reads on: a file of nothing but mistakes must not take minutes to explain."""
    for detail in details[:_ENOUGH]:
        yield explain(raw, model, detail)
    if len(details) > _ENOUGH:
        yield raw.problem(
            (), f"Der Eintrag hat {len(details) - _ENOUGH} weitere Fehler dieser Art. Bitte zuerst die anderen beheben."
        )


def _identity_problems(raw: RawRecord) -> Iterator[Problem]:
    named = "Der Dateiname" if not raw.prefix else "Die Kennung"
    if not _is_slug(raw.id):
        suggestion = slugify(raw.id)
        hint = f" Vorschlag: „{suggestion}“." if suggestion else ""
        yield raw.problem((), f"{named} „{raw.id[:60]}“ ist keine gültige Kennung: {SLUG_RULE}.{hint}")
    if raw.id in _RESERVED:
        yield raw.problem(
            (), f"{named} „{raw.id}“ ist unter Windows für Geräte vergeben. Bitte eine andere Kennung wählen."
        )
    declared = raw.values.get("id")
    if declared is not None and declared != raw.id:
        where = "die Datei" if not raw.prefix else "der Eintrag"
        yield raw.problem(
            ("id",),
            f"Die Kennung „{shorten(declared)}“ passt nicht: {where} heißt „{raw.id}“. Bitte angleichen oder die Zeile löschen.",
        )


def _is_slug(text: str) -> bool:
    return len(text) <= SLUG_LENGTH and bool(SLUG_PATTERN.fullmatch(text))


_SPELT_OUT: dict[int, str] = {ord(char): spelt for char, spelt in zip("äöüß", ("ae", "oe", "ue", "ss"), strict=True)}


def slugify(text: str) -> str:
    """The nearest valid id: lower case, umlauts spelt out, the rest as hyphens."""
    text = text.lower().translate(_SPELT_OUT)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:SLUG_LENGTH].strip("-")
