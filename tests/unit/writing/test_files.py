"""Files appear whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from portal.writing.files import replace, write_folder, write_new


def test_a_new_file_never_replaces_an_old_one(tmp_path: Path) -> None:
    file = tmp_path / "beschluesse" / "app.md"
    write_new(file, "alt")
    with pytest.raises(FileExistsError):
        write_new(file, "neu")
    assert file.read_text(encoding="utf-8") == "alt"
    assert [*file.parent.iterdir()] == [file]


def test_renewing_says_whether_anything_changed(tmp_path: Path) -> None:
    file = tmp_path / "app.md"
    assert [replace(file, "a"), replace(file, "a"), replace(file, "b")] == [True, False, True]
    assert file.read_text(encoding="utf-8") == "b"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        replace(tmp_path / "app.md", "\ud800")
    assert not [*tmp_path.iterdir()]


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_folder(tmp_path / "stadt", {"a.md": "gut", "gremien/b.md": "\ud800"})
    assert not [*tmp_path.iterdir()]
    write_folder(tmp_path / "stadt", {"a.md": "gut", "gremien/b.md": "auch"})
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.md"))] == [
        "stadt/a.md",
        "stadt/gremien/b.md",
    ]


def test_a_folder_may_be_there_already_if_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "stadt").mkdir()
    write_folder(tmp_path / "stadt", {"a.md": "gut"})
    with pytest.raises(FileExistsError):
        write_folder(tmp_path / "stadt", {"a.md": "anders"})
    assert (tmp_path / "stadt" / "a.md").read_text(encoding="utf-8") == "gut"


def test_what_somebody_left_who_was_killed_is_cleared_away_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".{ended.pid}-abc.neu").write_text("halb", encoding="utf-8")
    (tmp_path / f".{ended.pid}-def.neu" / "inhalt").mkdir(parents=True)
    kept = [f".{os.getpid()}-abc.neu", ".meins.neu", "entwurf.neu"]
    for name in kept:
        (tmp_path / name).touch()
    write_new(tmp_path / "app.md", "ganz")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, "app.md"])
