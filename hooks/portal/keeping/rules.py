"""What of a record stays once it has been published. Everything else may be rewritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal import records
from portal.records import Model
from portal.records.base import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How a part of a record is kept."""

    #: Values that stay once they are known; a date may become more exact.
    facts: tuple[str, ...] = ()
    #: Values that stay as soon as another one is known: the day of a consultation that has a result.
    facts_once: Mapping[str, str] = field(default_factory=dict)
    #: Values that may be put into other words, but not be taken away.
    kept: tuple[str, ...] = ()
    #: The first promise: not even made more exact.
    baseline: str = ""
    #: Sentences that stay but for slips of the pen: what was said on a day is not rewritten later.
    texts: tuple[str, ...] = ()
    #: For items of a list, what is done instead of removing one.
    instead_of_removing: str = ""
    #: And instead of changing one.
    instead_of_changing: str = ""
    #: What citable items are called in addresses: #punkt-3.
    anchor: str = ""


_APPEND = "Bitte wieder einfügen und Neues nur anhängen."

RULES: Mapping[type[Model], Rule] = {
    records.StatusUpdate: Rule(
        facts=("datum", "stand"),
        texts=("notiz",),
        instead_of_removing=_APPEND,
        instead_of_changing="Bitte den alten Eintrag stehen lassen und einen neuen anhängen.",
    ),
    records.Replanning: Rule(
        facts=("datum", "neu"),
        texts=("grund", "notiz"),
        instead_of_removing=_APPEND,
        instead_of_changing="Bitte die alte Umplanung stehen lassen und eine neue anhängen.",
    ),
    Correction: Rule(
        facts=("datum",),
        texts=("text",),
        instead_of_removing=_APPEND,
        instead_of_changing="Bitte die alte Korrektur stehen lassen und eine neue anhängen.",
    ),
    records.Milestone: Rule(
        facts=("erreicht", "entfallen"),
        baseline="geplant",
        instead_of_removing="Bitte stehen lassen; ein aufgegebener Meilenstein bekommt „entfallen“ mit dem Tag.",
        anchor="meilenstein",
    ),
    records.Consultation: Rule(
        facts=("ergebnis", "mehrheit"),
        facts_once={"termin": "ergebnis"},
        kept=("stimmen",),
        instead_of_removing="Bitte stehen lassen; fand die Beratung nicht statt, sagt das „ergebnis“ oder „stand“.",
    ),
    records.Votes: Rule(facts=("ja", "nein", "enthaltung")),
    records.GroupVotes: Rule(
        facts=("ja", "nein", "enthaltung", "haltung"), instead_of_removing="Bitte wieder einfügen."
    ),
    records.Resolution: Rule(
        instead_of_removing="Bitte stehen lassen: Beschlusspunkte werden zitiert.", anchor="punkt"
    ),
    records.Inquiry: Rule(kept=("beantwortet",)),
    records.Asked: Rule(facts=("am",)),
    records.Answered: Rule(facts=("am",)),
    records.Question: Rule(
        facts=("beantwortet-am",),
        kept=("antwort",),
        instead_of_removing="Bitte stehen lassen: Fragen werden zitiert.",
        anchor="frage",
    ),
    records.Series: Rule(instead_of_removing="Bitte stehen lassen; eine neue Zählweise bekommt eine neue Reihe."),
    records.Measurement: Rule(
        facts=("stichtag", "wert"), instead_of_removing="Bitte stehen lassen und Neues anhängen."
    ),
}
