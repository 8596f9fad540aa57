"""The day the data stands at comes from the data's history, never from the clock while that is clean."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest
from data_folder import DataFolder
from portal.pipeline import read
from portal.register.asof import AsOf

_NOW = dt.date(2026, 11, 21)
_COMMITTED = dt.date(2024, 5, 6)
_EPOCH = str(int(dt.datetime(2023, 1, 2, 12, tzinfo=dt.UTC).timestamp()))


def _as_of(data: DataFolder, **environ: str) -> AsOf:
    return read(data.folder, environ, lambda: _NOW).as_of


def _git(folder: Path, *arguments: str) -> None:
    day = f"{_COMMITTED}T12:00:00+00:00"
    environ = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": day,
        "GIT_COMMITTER_DATE": day,
    }
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True, env=environ)


@pytest.fixture
def committed(data: DataFolder) -> DataFolder:
    """A data folder whose only commit is two and a half years old."""
    repository = data.folder.parent
    _git(repository, "init", "--quiet")
    _git(repository, "add", "data")
    _git(repository, "commit", "--quiet", "--message", "Records")
    return data


def test_clean_data_stands_at_its_newest_commit(committed: DataFolder) -> None:
    assert _as_of(committed) == AsOf(_COMMITTED, has_history=True)


def test_a_change_elsewhere_in_the_repository_does_not_count(committed: DataFolder) -> None:
    (committed.folder.parent / "README.md").write_text("neu", encoding="utf-8")
    assert _as_of(committed) == AsOf(_COMMITTED, has_history=True)


def test_changed_data_stands_at_today(committed: DataFolder) -> None:
    committed.write({"themen.yml": "digitales: {titel: Digitales}\n"})
    assert _as_of(committed) == AsOf(_NOW, has_history=True)


def test_the_environment_has_the_last_word(committed: DataFolder) -> None:
    committed.write({"themen.yml": "digitales: {titel: Digitales}\n"})
    assert _as_of(committed, SOURCE_DATE_EPOCH=_EPOCH) == AsOf(dt.date(2023, 1, 2), has_history=True)


def test_without_a_repository_there_is_no_history(data: DataFolder) -> None:
    assert _as_of(data, SOURCE_DATE_EPOCH=_EPOCH) == AsOf(dt.date(2023, 1, 2), has_history=False)
    assert _as_of(data) == AsOf(_NOW, has_history=False)


def test_without_a_repository_the_data_stands_at_the_last_time_someone_looked(data: DataFolder) -> None:
    source = "titel: Presse\nart: Presse\nherausgeber: Zeitung\nabgerufen: 2026-03-04\n"
    data.write({"quellen/presse.yml": source, "roadmap/app.yml": "titel: App\ngeprueft: 2026-01-02\nquellen: presse\n"})
    assert _as_of(data) == AsOf(dt.date(2026, 3, 4), has_history=False)


def test_without_a_repository_the_data_does_not_stand_in_the_future(data: DataFolder) -> None:
    data.write({"roadmap/app.yml": "titel: App\ngeprueft: 2026\nquellen: amtsblatt\n"})
    assert _as_of(data).day <= _NOW


def test_a_repository_without_commits_has_no_history(data: DataFolder) -> None:
    _git(data.folder.parent, "init", "--quiet")
    assert _as_of(data) == AsOf(_NOW, has_history=False)


def test_without_git_there_is_no_history(
    committed: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _as_of(committed) == AsOf(_NOW, has_history=False)
