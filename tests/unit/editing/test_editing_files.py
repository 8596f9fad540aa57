"""What the form loads: names of records, and their files with everything needed to write them back as they were."""

from __future__ import annotations

import json
from typing import Any

import pytest
from data_folder import DataFolder
from made import made
from portal.editing.files import files, form_url, source
from portal.register.entries import Key

_PAPER = """---
titel: Ein Papier
art: Antrag
beschlusspunkte: [Ja, Nein]
fruehere-kennungen: alt
beratungsfolge:
  - {gremium: rat, termin: 2024-01-02}
quellen: amtsblatt
---
"""


@pytest.fixture
def found(data: DataFolder) -> dict[str, Any]:
    register = data.write(
        {"beschluesse/papier.md": _PAPER, "glossar.yml": "a:\n  begriff: A\n  erklaerung: Das A.\n"}
    ).register()
    return {
        path: json.loads(content) for path, content in made(files(register, "https://github.com/stadt/portal")).items()
    }


def test_each_type_has_a_form_and_a_directory(found: dict[str, Any]) -> None:
    assert found["bearbeiten/beschluesse/formular.json"]["hosting"] == {
        "new": "https://github.com/stadt/portal/new/main",
        "edit": "https://github.com/stadt/portal/edit/main",
        "name": "filename",
        "text": "value",
        "fills": True,
    }
    assert found["bearbeiten/beschluesse/verzeichnis.json"] == {
        "records": [["papier", "Ein Papier", 0, "punkt-1 punkt-2"]],
        "former": {"alt": "papier"},
    }


def test_derived_records_and_those_in_shared_files_are_told_apart(found: dict[str, Any]) -> None:
    ((_, _, derived),) = found["bearbeiten/sitzungen/verzeichnis.json"]["records"]
    ((_, _, shared),) = found["bearbeiten/glossar/verzeichnis.json"]["records"]
    assert (derived, shared) == (2, 1)
    assert "bearbeiten/glossar/eintraege/a.json" not in found
    assert found["bearbeiten/glossar/gemeinsam.json"]["path"] == "data/glossar.yml"
    assert found["bearbeiten/beschluesse/eintraege/papier.json"]["text"] == _PAPER


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: b\n", {}),
        (b"a: b\r\nc: d\r\n", {"lineEnd": "\r\n"}),
        (b"\xef\xbb\xbfa: b\n", {"begins": "\ufeff"}),
        (b"a: b\r\nc: d\n", {"mixed": True}),
    ],
)
def test_a_file_can_be_written_back_with_its_own_line_ends(content: bytes, expected: dict[str, Any]) -> None:
    told = source(content, "data/glossar.yml")
    assert {key: told[key] for key in ("lineEnd", "begins", "mixed") if key in told} == expected
    if "mixed" not in expected:
        written = told.get("begins", "") + told["text"].replace("\n", told.get("lineEnd", "\n"))
        assert written.encode() == content


def test_a_record_is_changed_at_an_address_of_its_own() -> None:
    assert form_url(Key("beschluesse", "b-22-0189")) == "bearbeiten/beschluesse/?id=b-22-0189"
