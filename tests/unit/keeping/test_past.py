"""The older state comes out of Git as it was committed, and the work tree stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import run
from data_folder import BASE
from repository import Repository

_APP = "titel: App\nkurzfassung: Eine App.\nart: Projekt\nquellen: amtsblatt\nmeilensteine:\n  - {titel: Start, geplant: %s}\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with one project, in which somebody works on a branch of their own."""
    made = Repository(tmp_path)
    made.commit("2024-01-01T12:00:00Z", "Anfang", {**BASE, "roadmap/app.yml": _APP % "2025"})
    made.git("checkout", "--quiet", "-b", "vorschlag")
    monkeypatch.chdir(tmp_path)
    return made


def _write(repository: Repository, path: str, text: str) -> None:
    (repository.data / path).write_text(text, encoding="utf-8")


def test_a_branch_is_compared_with_where_it_left_and_nothing_is_touched(repository: Repository) -> None:
    changed = _APP % "2026"
    repository.commit("2024-02-01T12:00:00Z", "Vorschlag", {"roadmap/app.yml": changed})
    repository.git("checkout", "--quiet", "main")
    repository.commit("2024-03-01T12:00:00Z", "Inzwischen", {"roadmap/andere.yml": _APP % "2024"})
    repository.git("checkout", "--quiet", "vorschlag")
    before = repository.git("status", "--porcelain"), repository.git("rev-parse", "HEAD")

    done = run("check", "--base", "main")

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        "data/roadmap/app.yml:6: Basisdatum darf nicht überschrieben werden, bitte Umplanung anfügen."
    )
    assert done.stdout == "4 Einträge gelesen, 1 Problem in 1 Datei.\n"
    assert (repository.git("status", "--porcelain"), repository.git("rev-parse", "HEAD")) == before
    assert (repository.data / "roadmap" / "app.yml").read_text(encoding="utf-8") == changed
    assert run("check", "--base", "HEAD").returncode == 0


def test_what_is_not_committed_yet_counts_and_github_gets_lines(repository: Repository) -> None:
    (repository.data / "roadmap" / "app.yml").unlink()
    done = run("check", "--base", "main", "--format", "github")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "::error file=data/roadmap/app.yml,line=1::Den Eintrag „roadmap/app“ gibt es nicht mehr"
    )


def test_an_old_file_that_cannot_be_read_is_told_and_is_no_problem(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "main")
    files = {"roadmap/app.yml": "titel: [\n", "rezepte/kuchen.yml": "a: b\n", "bild.png": b"\x89PNG"}
    repository.commit("2024-01-02T12:00:00Z", "Kaputt", files)
    (repository.data / "roadmap" / "link.yml").symlink_to("/etc/hostname")
    repository.commit("2024-01-03T12:00:00Z", "Verknüpfung")
    repository.git("checkout", "--quiet", "-b", "besser")
    for name in ("rezepte/kuchen.yml", "roadmap/link.yml", "bild.png"):
        (repository.data / name).unlink()
    _write(repository, "roadmap/app.yml", _APP % "2025")
    done = run("check", "--base", "main")
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("data/roadmap/app.yml:1: Nicht verglichen: Im alten Stand war die Datei nicht lesbar")
    assert run("check", "--base", "main", "--format", "github").stderr.startswith("::notice file=data/roadmap/app.yml")


def test_a_shallow_copy_is_compared_with_the_state_itself(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-02-01T12:00:00Z", "Vorschlag", {"roadmap/app.yml": _APP % "2026"})
    clone = repository.clone(tmp_path / "kopie", "--depth", "1", "--no-single-branch", "--branch", "vorschlag")
    monkeypatch.chdir(clone.parent)
    assert "Basisdatum" in run("check", "--base", "origin/main").stderr


@pytest.mark.parametrize("base", ["gibt-es-nicht", "--output=boese", "main:data", ""])
def test_a_state_that_nobody_knows_is_wrong_usage(repository: Repository, base: str) -> None:
    done = run("check", f"--base={base}")
    assert done.returncode == (2 if base else 0)
    assert "Traceback" not in done.stderr
    assert not base or "weder ein Ordner noch ein Stand, den dieses Repository kennt" in done.stderr
    assert not Path("boese").exists()


def test_without_a_repository_only_a_folder_can_be_compared_with(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("ohne")
    for path, content in BASE.items():
        for name in ("data", "alt"):
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(content)
    monkeypatch.chdir(folder)
    done = run("check", "--base", "main")
    assert done.returncode == 2
    assert "liegt in keinem Git-Repository" in done.stderr
    assert run("check", "--base", "alt").returncode == 0
