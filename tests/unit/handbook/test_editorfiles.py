"""What code editors know about records is what the models say, and raises no false alarm."""

from __future__ import annotations

import fnmatch
import json
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from build.sites import ROOT
from jsonschema import Draft7Validator
from portal.handbook import editorfiles
from portal.load import load

_FILES = dict(editorfiles.files())
_TOWN = ROOT / "tests" / "fixtures" / "musterstadt"


class _Core(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: numbers are numbers, but `nein` is a text and so is a day."""

    yaml_implicit_resolvers: ClassVar = {
        sign: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":float", ":null"))]
        for sign, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def _schema_of(path: str) -> dict[str, Any]:
    mapping: dict[str, str] = json.loads(_FILES["settings.json"])["yaml.schemas"]
    (name,) = [name for name, pattern in mapping.items() if fnmatch.fnmatch(path, pattern)]
    found: dict[str, Any] = json.loads(_FILES[name.removeprefix("./.vscode/")])
    return found


def _faults(path: str, text: str) -> list[str]:
    value = yaml.load(text, _Core)  # noqa: S506 - a subclass of the safe one
    return [error.message for error in Draft7Validator(_schema_of(path)).iter_errors(value)]


@pytest.mark.parametrize("path", _FILES)
def test_the_committed_file_is_what_the_models_say(path: str) -> None:
    committed = (ROOT / ".vscode" / path).read_text(encoding="utf-8")
    assert committed == _FILES[path], "Bitte `portal schema` ausführen und das Ergebnis mit eintragen."


def test_no_schema_lies_there_that_the_models_do_not_make() -> None:
    committed = {path.relative_to(ROOT / ".vscode").as_posix() for path in (ROOT / ".vscode" / "schemas").iterdir()}
    assert committed == {path for path in _FILES if path.startswith("schemas/")}


@pytest.mark.parametrize("file", sorted(_TOWN.rglob("*.yml")), ids=lambda file: file.relative_to(_TOWN).as_posix())
def test_no_record_in_order_is_called_wrong(file: Path) -> None:
    assert _faults(f"data/{file.relative_to(_TOWN).as_posix()}", file.read_text(encoding="utf-8")) == []


def test_slips_are_called_wrong() -> None:
    text = "titel: Blatt\nart: Vorlag\nherausgebr: V\nherausgeber: V\ndatum: 03.03.2026\n"
    assert len(_faults("data/quellen/blatt.yml", text)) == 3
    assert len(_faults("data/quellen.yml", "blatt:\n  titel: Blatt\n  art: Presse\n")) == 1


def test_a_snippet_is_a_record_that_the_portal_reads(tmp_path: Path) -> None:
    snippets = json.loads(_FILES["eintraege.code-snippets"]).values()
    for snippet in snippets:
        text = "\n".join(re.sub(r"\$\{\d+:(.*)\}$", r"\1", line) for line in snippet["body"])
        text = text.replace("$0", "").replace("\\}", "}").replace("\\$", "$")
        folder = tmp_path / snippet["prefix"][0]
        folder.mkdir()
        (folder / "neu.md").write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert [problem.path.endswith("portal.yml") for problem in loaded.problems] == [True]
    assert {record.type for record in loaded.records} == {snippet["prefix"][0] for snippet in snippets}
