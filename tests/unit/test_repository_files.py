"""What the repository says about itself: licences, publiccode.yml, forms for reports, open places."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from portal.check.legal import placeholders
from portal.parts.hosting import Form
from portal.records.words import ProjectState
from publiccode import PublicCode
from pydantic import ValidationError

_ROOT = Path(__file__).resolve().parents[2]
_FORMS = _ROOT / ".github" / "ISSUE_TEMPLATE"


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_every_file_has_a_licence_and_an_owner() -> None:
    command = [str(Path(sys.executable).with_name("reuse")), "lint", "--quiet"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, "`reuse lint` nennt, welche Datei es ist."


def test_publiccode_follows_the_standard_and_agrees_with_the_project() -> None:
    told = PublicCode.model_validate(_read(_ROOT / "publiccode.yml"))
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told.softwareVersion == project["version"]
    assert told.legal.license == project["license"]
    settings = _read(_ROOT / "data" / "portal.yml")
    assert told.url == settings["repository"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("publiccodeYmlVersion",), "0.6"),
        (("softwareType",), "website"),
        (("categories",), ["transparency"]),
        (("intendedAudience", "countries"), ["de"]),
        (("description", "de", "shortDescription"), "x" * 151),
        (("description", "de", "longDescription"), "zu kurz"),
        (("maintenance", "contacts"), []),
        (("localisation", "localisationReady"), "nein"),
        (("supports",), [{"id": "OParl"}]),
        (("erfunden",), "x"),
    ],
)
def test_the_rules_of_publiccode_refuse_what_the_standard_refuses(place: tuple[str, ...], value: object) -> None:
    changed = _read(_ROOT / "publiccode.yml")
    part = changed
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    with pytest.raises(ValidationError):
        PublicCode.model_validate(changed)


@pytest.mark.parametrize("form", Form, ids=lambda form: form.file)
def test_every_form_that_pages_lead_to_exists_and_takes_what_they_hand_over(form: Form) -> None:
    told = _read(_FORMS / f"{form.file}.yml")
    assert told["title"] == f"{form.title}: "
    assert "seite" in {field.get("id") for field in told["body"]}


def test_there_is_no_form_that_pages_do_not_know() -> None:
    assert {file.stem for file in _FORMS.glob("*.yml")} == {"config", *(form.file for form in Form)}


def test_the_form_for_projects_knows_the_words_of_the_records() -> None:
    fields = {field.get("id"): field for field in _read(_FORMS / "projektstand.yml")["body"]}
    states = [state.value for state in ProjectState if state is not ProjectState.UNKNOWN]
    assert fields["stand"]["attributes"]["options"] == ["weiß ich nicht genau", *states]


def test_open_places_of_standard_files_are_listed_with_those_of_pages(tmp_path: Path) -> None:
    for path, text in {
        "docs/impressum.md": "# I\n\n[Vom Betreiber auszufüllen: Name]\n",
        ".github/SECURITY.md": "An: [Vom Betreiber auszufüllen: Adresse]\n",
        "publiccode.yml": 'name: "[Vom Betreiber auszufüllen: Mensch]"\n',
    }.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    found = [problem.as_text().removeprefix(f"{tmp_path}/") for problem in placeholders(tmp_path / "docs")]
    assert found == [
        "docs/impressum.md:3: Noch auszufüllen: Name.",
        ".github/SECURITY.md:1: Noch auszufüllen: Adresse.",
        "publiccode.yml:1: Noch auszufüllen: Mensch.",
    ]
