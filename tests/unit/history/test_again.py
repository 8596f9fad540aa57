"""The history for a preview: read again when something could be different, and only then."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from data_folder import BASE
from portal.history import HistoryAgain, read_history, reading
from portal.pipeline import read
from repository import Repository

_PAPER = "titel: Ein Platz\nart: Beschlussvorlage\nquellen: [amtsblatt]\n"
_FESTIVAL = "---\ntitel: Fest\ndatum: 2026-01-05\nstand: erfolgt\nquellen: [amtsblatt]\n---\n{}\n"


class Preview:
    """Somebody who looks at the history after every change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._again = HistoryAgain()
        self.times_read = 0

    def looks(self) -> None:
        entries = read(self._folder, {}, lambda: dt.date(2026, 11, 21)).entries
        assert self._again.read(self._folder, entries) == read_history(self._folder, entries)
        self.times_read -= 1  # by the comparison


@pytest.fixture
def past(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "stadt")
    repository.commit("2024-01-01T10:00:00+01:00", "Anfang", {**BASE, "beschluesse/platz.yml": _PAPER})
    repository.commit("2024-01-02T10:00:00+01:00", "Fest", {"ereignisse/fest.md": _FESTIVAL.format("Es regnet.")})
    repository.commit(
        "2024-01-03T10:00:00+01:00", "Platz", {"ereignisse/fest.md": _FESTIVAL.format("Auf [[platz]] regnet es.")}
    )
    return repository


@pytest.fixture
def preview(past: Repository, monkeypatch: pytest.MonkeyPatch) -> Preview:
    found = Preview(past.data)
    original = reading.read_log

    def counted(folder: Path) -> object:
        found.times_read += 1
        return original(folder)

    monkeypatch.setattr(reading, "read_log", counted)
    found.looks()
    assert found.times_read == 1
    return found


def test_a_changed_text_is_no_reason_to_ask_git_for_everything(preview: Preview, past: Repository) -> None:
    (past.data / "ereignisse" / "fest.md").write_text(_FESTIVAL.format("Sonne auf [[platz]]."), encoding="utf-8")
    (past.data / "gremien" / "neu.yml").write_text("name: Neu\nart: Amt\nquellen: amtsblatt\n", encoding="utf-8")
    preview.looks()
    assert preview.times_read == 1


def test_a_new_title_is_told_where_old_texts_name_it(preview: Preview, past: Repository) -> None:
    (past.data / "beschluesse" / "platz.yml").write_text(_PAPER.replace("Ein", "Kein"), encoding="utf-8")
    preview.looks()
    assert preview.times_read == 2
    preview.looks()
    assert preview.times_read == 2


def test_a_new_commit_is_read(preview: Preview, past: Repository) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Mehr", {"beschluesse/platz.yml": _PAPER + "nummer: B 1\n"})
    preview.looks()
    assert preview.times_read == 2


def test_a_record_that_says_what_it_was_called_is_joined_with_its_past(preview: Preview, past: Repository) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Weg", without=["beschluesse/platz.yml"])
    past.commit("2024-02-02T10:00:00+01:00", "Neu", {"beschluesse/garten.yml": _PAPER.replace("Platz", "Garten")})
    preview.looks()
    file = past.data / "beschluesse" / "garten.yml"
    file.write_text(file.read_text(encoding="utf-8") + "fruehere-kennungen: [platz]\n", encoding="utf-8")
    preview.looks()
    assert preview.times_read == 2


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    assert not HistoryAgain().read(tmp_path, []).exists
