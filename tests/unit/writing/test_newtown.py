"""A new town's folder is in order, marked as made up, and survives the loss of its examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import run
from data_folder import DataFolder
from portal.check import editorial, privacy
from portal.load import texts
from portal.records import RECORD_TYPES
from portal.writing import newtown
from portal.writing.files import write_folder

_TOWNS = ["Musterstadt", 'Nein: "Burg" # (Dithm.)', "Bad Köstritz", "- Au", "null"]


def _problems(folder: Path) -> list[str]:
    reading = DataFolder.of(folder).read()
    private = privacy.problems(texts(folder), reading.entries, reading.privacy, reading.privacy_file)
    return [problem.as_text() for problem in (*reading.problems, *editorial.problems(reading.entries), *private)]


@pytest.mark.parametrize("town", _TOWNS)
def test_a_new_town_is_in_order_whatever_it_is_called(town: str, tmp_path: Path) -> None:
    write_folder(tmp_path / "stadt", newtown.files(town))
    assert _problems(tmp_path / "stadt") == []
    settings = DataFolder.of(tmp_path / "stadt").read().settings
    assert settings
    assert (settings.town, settings.programme) == (town, town)


def test_whatever_is_made_up_says_so_and_may_be_deleted(tmp_path: Path) -> None:
    write_folder(tmp_path, newtown.files("Musterstadt"))
    for entry in DataFolder.of(tmp_path).read().entries:
        made_up = entry.record.title.startswith("Beispiel: ")
        assert made_up == entry.key.id.startswith("beispiel-")
        assert made_up != (entry.key.type == "glossar")
    for file in tmp_path.rglob("beispiel-*"):
        file.unlink()
    assert _problems(tmp_path) == []


def test_a_new_town_has_a_chain_from_decision_to_question(tmp_path: Path) -> None:
    write_folder(tmp_path, newtown.files("Musterstadt"))
    found = {entry.key.type for entry in DataFolder.of(tmp_path).read().entries}
    assert found >= {"beschluesse", "roadmap", "fragen", "gremien", "quellen"}
    assert found <= RECORD_TYPES.keys()


def test_the_command_writes_a_folder_that_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("init", "Bad Köstritz")
    assert (done.returncode, done.stderr) == (0, "")
    assert "make check DATA=bad-koestritz" in done.stdout
    assert run("check", "--data", "bad-koestritz").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["bad-koestritz"]


def test_a_folder_that_holds_anything_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "stadt").mkdir()
    (tmp_path / "stadt" / "portal.yml").write_text("meins", encoding="utf-8")
    done = run("init", "Musterstadt", "--to", str(tmp_path / "stadt"))
    assert done.returncode == 2
    assert "nicht leer" in done.stderr
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["portal.yml"]


@pytest.mark.parametrize("arguments", [("",), ("☃",), ("a" * 81,), ("Muster\x07stadt",)])
def test_a_town_without_a_usable_name_is_wrong_usage(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("init", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert not [*tmp_path.iterdir()]
