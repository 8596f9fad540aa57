"""Every package that gets installed is locked with hashes, and somebody has said what it is there for."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = _ROOT / "requirements"
_NAMES = ("build", "test", "bench", "audit")
_CHOSEN = "this project"


class _Row(NamedTuple):
    package: str
    needed_by: list[str]
    purpose: str


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[(]", name.strip())[0]).lower()


def _locked(name: str) -> dict[str, str]:
    """What a lock file says of each package, by its name."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", "")
    return {_normal(line): line for line in text.splitlines() if line and not line.startswith("#")}


def _chosen(name: str) -> set[str]:
    lines = (_FOLDER / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return {_normal(line) for line in lines if line and not line.startswith(("#", "-"))}


def _tables() -> list[list[_Row]]:
    page = (_ROOT / "docs" / "entwicklung" / "pakete.md").read_text(encoding="utf-8")
    tables = []
    for part in page.split("\n## ")[1:]:
        cells = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")][1:]
        tables.append([_Row(package, needed_by.split(", "), purpose) for package, needed_by, purpose in cells])
    return tables


@pytest.mark.parametrize("name", _NAMES)
def test_every_package_has_one_version_and_hashes(name: str) -> None:
    lines = _locked(name).values()
    assert lines
    assert [line for line in lines if not re.match(r"[\w.-]+==\S+ ", line) or "--hash=sha256:" not in line] == []


def test_the_tables_name_every_locked_package_once_where_it_is_first_needed() -> None:
    seen: set[str] = set()
    tables = _tables()
    assert len(tables) == len(_NAMES)
    for name, table in zip(_NAMES, tables, strict=True):
        assert [row.package for row in table] == sorted(_locked(name).keys() - seen), name
        seen |= _locked(name).keys()


def test_the_tables_say_who_needs_a_package_and_what_for() -> None:
    for name, table in zip(_NAMES, _tables(), strict=True):
        assert {row.package for row in table if _CHOSEN in row.needed_by} == _chosen(name), name
        for row in table:
            assert row.needed_by, row.package
            assert len(row.purpose) > 3, row.package
            for other in row.needed_by:
                assert other == _CHOSEN or row.package in _requirements(other, row.package), f"{other}: {row.package}"


def _requirements(package: str, otherwise: str) -> set[str]:
    """What an installed package says it needs; of others nobody here knows."""
    try:
        return {_normal(each) for each in requires(package) or ()}
    except PackageNotFoundError:
        return {otherwise}


def test_nothing_is_built_and_nothing_unknown_is_fetched_while_installing() -> None:
    script = (_FOLDER / "setup.sh").read_text(encoding="utf-8")
    (command,) = [line for line in script.splitlines() if "pip install" in line]
    assert "--require-hashes --only-binary :all:" in command


@pytest.fixture
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", _FOLDER / "audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _answers(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """pip-audit as if it were here."""

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, answer, "kein Netz")

    monkeypatch.setattr(subprocess, "run", run)


_KNOWN = {"id": "PYSEC-2026-1", "fix_versions": ["2.0"], "aliases": [], "description": "Boese <script>"}


def test_known_vulnerabilities_are_reported_without_words_of_others(
    audit: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = {"id": "@alle [x](https://boese.example)", "fix_versions": []}
    packages = [{"name": "a", "version": "1.0", "vulns": [_KNOWN, strange]}, {"name": "b", "version": "1", "vulns": []}]
    _answers(monkeypatch, json.dumps({"dependencies": packages}))
    assert audit.main(tmp_path / "bericht.md") == 1
    report = (tmp_path / "bericht.md").read_text(encoding="utf-8")
    assert (
        "### requirements/build.txt\n\n- `a` 1.0: `PYSEC-2026-1`, behoben in 2.0\n- `a` 1.0: `?`, noch nicht" in report
    )
    assert "boese" not in report.lower()
    assert "`b`" not in report


def test_nothing_known_ends_well(audit: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _answers(monkeypatch, json.dumps({"dependencies": [{"name": "b", "version": "1", "vulns": []}]}))
    assert audit.main(tmp_path / "bericht.md") == 0


@pytest.mark.parametrize("answer", ["", '{"dependencies": [{"name": "a", "skip_reason": "nicht gefunden"}]}'])
def test_a_package_that_nobody_could_ask_about_is_not_called_safe(
    audit: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _answers(monkeypatch, answer)
    assert audit.main(tmp_path / "bericht.md") == 2
    assert "Nicht alles ließ sich prüfen" in capsys.readouterr().err
    assert not (tmp_path / "bericht.md").exists()
