"""What machines read: the index, a file per record, a schema per type."""

from __future__ import annotations

import json
from typing import Any

import pytest
from data_folder import DataFolder
from golden_cases import FOLDER, Case
from json_schema import faults, violations
from portal.outputs.api import records, schemas
from portal.outputs.api.index import index
from portal.outputs.api.version import VERSION
from portal.outputs.datafiles import INDEX, common
from portal.records import RECORD_TYPES
from portal.register.link import Register

_SITE = "https://portal.example/"


def _files(register: Register) -> dict[str, Any]:
    written = {**dict(records.files(register, _SITE)), **dict(schemas.files())}
    written[INDEX] = index(register, _SITE, {path: len(content) for path, content in written.items()})
    return {path: json.loads(content) for path, content in written.items()}


@pytest.fixture
def full(data: DataFolder) -> DataFolder:
    """At least one record of every type, with every field there is."""
    return data.write(Case.read(FOLDER / "load" / "every-field-of-every-type-is-read.yml").content["files"])


def test_there_is_a_file_for_every_record_and_a_schema_for_every_type(full: DataFolder) -> None:
    register = full.register()
    of_records = {f"api/v1/{key.type}/{key.id}.json" for key in register.entries}
    of_schemas = {f"api/v1/schema/{name}.json" for name in RECORD_TYPES}
    bulk = {f"api/v1/{name}.json" for name in RECORD_TYPES}
    assert set(_files(register)) == {"api/v1/index.json"} | of_records | of_schemas | bulk


def test_the_file_of_a_type_holds_its_records_as_their_own_files_have_them(full: DataFolder) -> None:
    register = full.register()
    files = _files(register)
    for name in RECORD_TYPES:
        bulk = files[f"api/v1/{name}.json"]
        assert (bulk["type"], bulk["as_of"], bulk["count"]) == (name, "2026-11-21", len(bulk["records"]))
        assert bulk["records"] == [files[f"api/v1/{name}/{entry['id']}.json"] for entry in bulk["records"]]
        assert [entry["id"] for entry in bulk["records"]] == sorted(e.key.id for e in register.by_type[name])


def test_the_index_lists_every_record_once_in_a_fixed_order(full: DataFolder) -> None:
    register = full.register()
    files = _files(register)
    index = files["api/v1/index.json"]
    assert (index["as_of"], index["count"]) == ("2026-11-21", len(register.entries))
    keys = [(record["type"], record["id"]) for record in index["records"]]
    assert keys == sorted(register.entries)
    for record in index["records"]:
        others = record.pop("files")
        assert set(record) == {"id", "type", "title", "url", "date", "json"}
        assert record == {name: files[record["json"].removeprefix(_SITE)][name] for name in record}
        assert ("csv" in others) == (record["type"] == "kennzahlen")
        assert all(url.startswith(_SITE) for url in others.values())


def test_the_index_lists_every_common_file_with_its_size_and_the_terms_of_use(full: DataFolder) -> None:
    register = full.register()
    files = _files(register)
    listed = files["api/v1/index.json"]
    assert listed["version"] == VERSION
    assert listed["license"]["url"] == register.settings.licence.url
    assert [file["url"] for file in listed["files"]] == [_SITE + file.path for file in common()]
    sizes = {file["url"]: file["bytes"] for file in listed["files"]}
    assert sizes[f"{_SITE}api/v1/schema/fragen.json"] == len(dict(schemas.files())["api/v1/schema/fragen.json"])


def test_a_record_says_what_its_file_declares_and_what_follows_from_others(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/strategie.md": "---\ntitel: Strategie\nart: Beschlussvorlage\nbeschlusspunkte: Wir machen das.\n"
            "beratungsfolge: {gremium: rat, termin: 2022-06-14, rolle: Entscheidung, ergebnis: beschlossen}\n"
            "finanzen: {betrag: 1374.64}\nquellen: amtsblatt\n---\nMehr dazu im Amtsblatt.\n",
            "roadmap/app.yml": "titel: App\ngrundlage: strategie#punkt-1\nquellen: amtsblatt\n",
        }
    )
    record = _files(data.register())["api/v1/beschluesse/strategie.json"]
    assert record["url"] == f"{_SITE}beschluesse/strategie/"
    assert record["date"] == "2022-06-14"
    assert record["declared"]["finanzen"] == [{"betrag": "1374.64"}]
    assert "Mehr dazu im Amtsblatt." in json.dumps(record)
    assert record["computed"] == {
        "derived": False,
        "state": "beschlossen",
        "referenced_by": [{"relation": "Daraus wurde", "type": "roadmap", "id": "app", "url": f"{_SITE}roadmap/app/"}],
        "timeline": [
            {"date": "2022-06-14", "kind": "Beschluss", "text": "Entscheidung: beschlossen", "certainty": "erfolgt"}
        ],
    }


def test_a_derived_meeting_declares_nothing(data: DataFolder) -> None:
    paper = "---\ntitel: A\nart: Bericht\nberatungsfolge: {gremium: rat, termin: 2022-06-14}\nquellen: amtsblatt\n---\n"
    record = _files(data.write({"beschluesse/a.md": paper}).register())["api/v1/sitzungen/rat-2022-06-14.json"]
    assert (record["declared"], record["computed"]["derived"]) == ({}, True)
    assert record["title"] == "Stadtrat, 14.\u00a0Juni 2022"


def test_the_same_records_give_the_same_bytes(full: DataFolder) -> None:
    assert list(records.files(full.register(), _SITE)) == list(records.files(full.register(), _SITE))


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_a_schema_keeps_the_rules_for_schemas(name: str, full: DataFolder) -> None:
    schema = _files(full.register())[f"api/v1/schema/{name}.json"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "id" not in schema["required"]
    assert list(faults(schema)) == []


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_what_a_record_declares_fits_the_schema_of_its_type(name: str, full: DataFolder) -> None:
    register = full.register()
    files = _files(register)
    schema = files[f"api/v1/schema/{name}.json"]
    declared = [
        files[f"api/v1/{name}/{entry.key.id}.json"]["declared"] for entry in register.by_type[name] if entry.raw
    ]
    assert declared
    assert [found for values in declared for found in violations(schema, schema, values)] == []
