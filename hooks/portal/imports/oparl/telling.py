"""What an import did, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from portal.imports.oparl.run import Outcome
from portal.imports.oparl.write import CHANGED, GONE, MARKED, NEW, OLDER, SAME
from portal.records import RECORD_TYPES

_OUTCOMES = (NEW, CHANGED, MARKED, SAME, OLDER, GONE)


def summary(outcome: Outcome) -> str:
    return "\n".join(_lines(outcome))


def _lines(outcome: Outcome) -> Iterator[str]:
    found = sum(outcome.counts.values())
    yield f"{found} OParl-Objekte gelesen, davon {outcome.counts['Paper']} Vorlagen."
    amounts = outcome.tally.amounts
    for name, record_type in RECORD_TYPES.items():
        said = [f"{amounts[name, what]} {what}" for what in _OUTCOMES if amounts[name, what]]
        if said:
            yield f"{record_type.plural}: {', '.join(said)}."
    if outcome.has_new_settings:
        yield "portal.yml ist neu angelegt. Bitte prüfen Sie Lizenz und Repository."
    if outcome.tally.conflicts:
        amount = outcome.tally.conflicts
        yield f"{amount} {'Angabe' if amount == 1 else 'Angaben'} weichen von hier Geschriebenem ab; dieses bleibt (siehe oben)."
    if hints := len(outcome.notes.hints):
        yield f"{hints} {'Hinweis' if hints == 1 else 'Hinweise'} (siehe oben)."
    if failures := len(outcome.notes.failures):
        yield f"{failures} {'Datei oder Objekt ließ' if failures == 1 else 'Dateien oder Objekte ließen'} sich nicht lesen (siehe oben)."
