"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.writing.files import replace, write_new


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
