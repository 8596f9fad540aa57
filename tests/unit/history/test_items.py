"""Items of lists are recognised by what people tell them apart by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from portal.history.items import ITEMS, paired
from portal.history.phrases import SAID_TOGETHER
from portal.history.shapes import shapes
from portal.records import RECORD_TYPES, Gap, Milestone, Model


def _parts(model: type[Model], in_list: bool = False) -> Iterator[type[Model]]:
    if in_list:
        yield model
    for shape in shapes(model).values():
        if shape.part:
            yield from _parts(shape.part, shape.is_list)


_IN_LISTS = sorted({part for kind in RECORD_TYPES.values() for part in _parts(kind.model)}, key=lambda m: m.__name__)


@pytest.mark.parametrize("model", _IN_LISTS, ids=lambda model: model.__name__)
def test_every_part_that_stands_in_a_list_says_how_it_is_recognised(model: type[Model]) -> None:
    item = ITEMS[model]
    fields = set(shapes(model))
    named = {name for key in item.keys for name in key} | {*item.named_by, *item.else_by, *item.told}
    assert named <= fields, f"Diese Felder gibt es nicht: {named - fields}"


def test_nothing_is_recognised_that_stands_in_no_list() -> None:
    assert set(ITEMS) == set(_IN_LISTS)


@pytest.mark.parametrize("model", SAID_TOGETHER, ids=lambda model: model.__name__)
def test_what_is_said_together_is_there(model: type[Model]) -> None:
    assert set(SAID_TOGETHER[model].fields) <= set(shapes(model))


def test_of_two_alike_the_first_stays_the_first() -> None:
    twice = [{"titel": "Bericht", "geplant": "2024"}, {"titel": "Bericht", "geplant": "2025"}]
    changed = [{"titel": "Bericht", "geplant": "2026"}, {"titel": "Bericht", "geplant": "2025"}]
    assert paired(Milestone, twice, changed) == [(0, 0), (1, 1)]


def test_what_shares_no_word_is_gone_and_new() -> None:
    assert paired(Gap, [{"frage": "Wer zahlt das?"}], [{"frage": "Wann beginnt es?"}]) == [(None, 0), (0, None)]


def test_a_long_list_without_names_is_still_paired_in_time() -> None:
    before = [{"frage": f"Frage {number} von gestern"} for number in range(2000)]
    after = [{"frage": f"Frage {number} von heute"} for number in range(2000)]
    assert len(paired(Gap, before, after)) == 4000
