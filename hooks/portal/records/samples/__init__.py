"""How fields are written well, and how they are not: metadata of the models, beside them for their length.

Only what nobody could derive stands here, above all texts. A date, a number, a word of a list or a record's id is
written the same way everywhere; `portal.handbook` knows how. A test asks for a sample of every field.
"""

from __future__ import annotations

from collections.abc import Mapping

from portal.records.base import Model
from portal.records.samples import council, delivery, everywhere, reference
from portal.records.samples.parts import PARTS
from portal.records.samples.sample import Sample

SAMPLES: Mapping[type[Model], Mapping[str, Sample]] = {
    **everywhere.SAMPLES,
    **council.SAMPLES,
    **delivery.SAMPLES,
    **reference.SAMPLES,
}

__all__ = ["PARTS", "SAMPLES", "Sample"]
