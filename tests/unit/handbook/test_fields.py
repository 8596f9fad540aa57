"""The reference cannot drift: every field is there, every good example is taken, every bad one is refused or has a reason."""

from __future__ import annotations

import re

import pytest
from data_folder import DataFolder
from portal.check.editorial import SUMMARY_LENGTH
from portal.handbook.examples import examples
from portal.handbook.fields import Chapter, Field, chapters
from portal.handbook.refusal import refusal, why_not
from portal.load.yamlevents import parse
from portal.records import RECORD_TYPES, Model, Record
from portal.records.samples import SAMPLES
from portal.tables.annotations import Kind, holding
from portal.views.pages import pages

#: An id, perhaps with a place in the record.
_ID = r"[a-z0-9-]+(?:#[a-z0-9-]+)?"


def _subclasses(model: type[Model]) -> list[type[Model]]:
    return [found for each in model.__subclasses__() for found in (each, *_subclasses(each))]


#: Every model that has fields of its own.
_MODELS = sorted(
    {
        model for model in _subclasses(Model) if model.model_fields and model.__module__.startswith("portal.")
    },  # not those of other tests
    key=lambda model: model.__name__,
)


def _chapter(name: str) -> Chapter:
    return next(chapter for chapter in chapters() if chapter.name == name)


def _field(name: str, anchor: str) -> Field:
    return next(field for section in _chapter(name).sections for field in section.fields if field.anchor == anchor)


@pytest.mark.parametrize("model", _MODELS, ids=lambda model: model.__name__)
def test_every_good_example_is_taken(model: type[Model]) -> None:
    refused = {key: refusal(model, key, sample.good) for key, sample in examples(model).items()}
    assert {key: message for key, message in refused.items() if message} == {}


@pytest.mark.parametrize("model", _MODELS, ids=lambda model: model.__name__)
def test_every_bad_example_is_refused_or_says_why_it_is_bad(model: type[Model]) -> None:
    silent = [key for key in examples(model) if not why_not(model, key).endswith((".", "?"))]
    assert silent == []


@pytest.mark.parametrize("model", _MODELS, ids=lambda model: model.__name__)
def test_what_the_check_refuses_is_explained_by_the_check_alone(model: type[Model]) -> None:
    twice = [key for key, sample in examples(model).items() if sample.why and refusal(model, key, sample.bad)]
    assert twice == []


def test_an_id_in_an_example_is_one_and_a_bad_one_is_none(data: DataFolder) -> None:
    """No model can tell whether a record exists; the check of references does."""
    for model in _MODELS:
        for info in model.model_fields.values():
            if holding(info).kind is Kind.REFERENCE and not holding(info).model:
                sample = examples(model)[info.alias or ""]
                assert re.fullmatch(_ID, _only(sample.good)), (model, info.alias)
                assert not re.fullmatch(_ID, _only(sample.bad)), (model, info.alias)
    data.write({"ereignisse/fest.yml": "titel: Fest\ndatum: 2026\nstand: erfolgt\nquellen: [Amtsblatt]\n"})
    assert [problem.message for problem in data.read().problems] == [
        "quellen: „Amtsblatt“ gibt es unter „Quellen“ nicht. Meinten Sie „amtsblatt“?"
    ]


def test_samples_belong_to_fields_that_exist() -> None:
    lost = [(model.__name__, key) for model, found in SAMPLES.items() for key in found if key not in examples(model)]
    assert lost == []


def test_no_part_is_shown_empty() -> None:
    empty = [
        field.anchor
        for chapter in chapters()
        for section in chapter.sections
        for field in section.fields
        if "{}" in field.good
    ]
    assert empty == []


def test_every_field_of_every_type_stands_on_its_page() -> None:
    for name, record_type in RECORD_TYPES.items():
        chapter = _chapter(name)
        told = {field.key for field in (*chapter.sections[0].fields, *chapter.common)}
        assert told == {info.alias for info in record_type.model.model_fields.values()}
    common = {field.key for field in _chapter("gemeinsam").sections[0].fields}
    assert common == {info.alias for info in Record.model_fields.values()}


def test_every_link_within_a_page_leads_somewhere() -> None:
    for chapter in chapters():
        anchors = [section.anchor for section in chapter.sections]
        anchors += [field.anchor for section in chapter.sections for field in section.fields]
        assert len(anchors) == len(set(anchors)), chapter.name
        told = {field.part for section in chapter.sections for field in section.fields if field.part}
        assert told <= set(anchors), chapter.name


def test_an_example_is_yaml_as_it_stands() -> None:
    for chapter in chapters():
        for section in chapter.sections:
            for field in section.fields:
                assert list(parse(field.good)) == [field.key]


def test_a_field_says_whether_it_is_needed_and_what_it_holds() -> None:
    date = _field("beschluesse", "teil-consultation-termin")
    assert (date.needed, date.holds) == ("Pflicht", "Datum, auch „unbekannt“")
    assert (date.good, date.bad) == ("termin: 2026-03-03", "termin: 03.03.2026")
    assert date.why.startswith("termin: „03.03.2026“ ist kein lesbares Datum. Meinten Sie 2026-03-03?")
    role = _field("beschluesse", "teil-consultation-rolle")
    assert "Vorberatung" in role.words
    assert role.bad == "rolle: vorberatung"
    body = _field("beschluesse", "teil-consultation-gremium")
    assert [record_type.name for record_type in body.types] == ["gremien"]
    assert _field("beschluesse", "eintrag-beratungsfolge").part == "teil-consultation"


def test_what_the_house_rules_ask_for_is_called_needed() -> None:
    needed = {field.key: field.needed for field in _chapter("beschluesse").common}
    assert needed["kurzfassung"] == needed["titel"] == "Pflicht"
    assert needed["quellen"].startswith("Pflicht, wenn")
    assert {field.key: field.needed for field in _chapter("gremien").common}["kurzfassung"] == "freiwillig"


def test_the_good_summary_keeps_to_the_house_rules() -> None:
    assert len(str(examples(Record)["kurzfassung"].good)) <= SUMMARY_LENGTH


def test_every_chapter_has_a_page(data: DataFolder) -> None:
    urls = {page.url for page in pages(data.register())}
    assert {"redaktion/felder/", *(chapter.url for chapter in chapters())} <= urls


def _only(value: object) -> str:
    return str(value[0] if isinstance(value, list) else value)
