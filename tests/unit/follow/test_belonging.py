"""Where news are to be found: on their own page and on those of bodies, people and topics named there."""

from __future__ import annotations

from typing import get_args

from data_folder import DataFolder
from portal.follow.belonging import BELONGS, homes
from portal.records import RECORD_TYPES, Model, Ref
from portal.register.entries import Key


def test_a_record_belongs_to_its_bodies_and_topics_but_not_to_what_prose_mentions(data: DataFolder) -> None:
    register = data.write(
        {
            "themen.yml": "geld: {titel: Geld}\n",
            "glossar.yml": "kasse: {begriff: Kasse, erklaerung: Da ist Geld drin.}\n",
            "beschluesse/p.md": "---\ntitel: P\nart: Bericht\nthemen: geld\nquellen: amtsblatt\n"
            "beratungsfolge: [{gremium: rat, termin: 2024-01-01}, {gremium: unbekannt, termin: unbekannt}]\n"
            "---\nSiehe [[gremien/hauptausschuss]] und [[kasse]].\n".replace("hauptausschuss", "ausschuss"),
        }
    ).register()
    found = homes(register)
    assert found[Key("beschluesse", "p")] == (Key("beschluesse", "p"), Key("gremien", "rat"), Key("themen", "geld"))
    assert found[Key("glossar", "kasse")] == (Key("glossar", "kasse"),)
    assert Key("gremien", "rat") in found[Key("sitzungen", "rat-2024-01-01")]


def test_every_relation_that_counts_is_one_that_records_can_have() -> None:
    labels = {ref.back for record_type in RECORD_TYPES.values() for ref in _refs(record_type.model)}
    assert labels >= BELONGS, f"Diese Beziehungen gibt es nicht: {BELONGS - labels}"


def _refs(model: type[Model]) -> set[Ref]:
    found: set[Ref] = set()
    waiting: list[object] = list(model.model_fields.values())
    while waiting:
        part = waiting.pop()
        if isinstance(part, Ref):
            found.add(part)
        elif isinstance(part, type) and issubclass(part, Model):
            found |= _refs(part)
        else:
            waiting += [*getattr(part, "metadata", ()), *get_args(getattr(part, "annotation", part))]
            if hasattr(part, "annotation"):
                waiting.append(part.annotation)
            waiting += getattr(part, "__metadata__", ())
    return found
