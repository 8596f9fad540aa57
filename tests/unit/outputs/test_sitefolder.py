"""What the site before had, too, is taken over; nothing else is, and the site before never changes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from portal.outputs.sitefolder import SiteFolder, Stamps, listing, write
from portal.recipes import Recipe


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return tmp_path / "alt"


@pytest.fixture
def before(old: Path) -> Stamps:
    folder = SiteFolder(old)
    folder.write([("a.txt", b"gleich"), ("b/c.json", b"anders")])
    return folder.stamps


def _number(path: Path) -> int:
    return path.stat().st_ino


def test_files_are_written_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, [("a.txt", b"\xff"), ("api/v1/b.json", b"{}"), ("api/v1/c.json", b"{}"), ("a.txt", b"neu")])
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["a.txt", "b.json", "c.json"]
    assert (tmp_path / "a.txt").read_bytes() == b"neu"


def test_what_is_the_same_is_not_written_again(tmp_path: Path, old: Path, before: Stamps) -> None:
    folder = SiteFolder(tmp_path / "neu", old, before)
    folder.write([("a.txt", b"gleich"), ("b/c.json", b"neuer"), ("d.txt", b"gleich")])
    assert _number(folder.path / "a.txt") == _number(old / "a.txt")
    assert _number(folder.path / "b" / "c.json") != _number(old / "b" / "c.json")
    assert (folder.path / "b" / "c.json").read_bytes() == b"neuer"
    assert (old / "b" / "c.json").read_bytes() == b"anders"
    assert folder.sizes() == {"a.txt": 6, "b/c.json": 5, "d.txt": 6}


def test_a_file_can_be_kept_without_knowing_what_it_holds(tmp_path: Path, old: Path, before: Stamps) -> None:
    folder = SiteFolder(tmp_path / "neu", old, before)
    assert folder.keep("b/c.json") == before["b/c.json"]
    assert (folder.path / "b" / "c.json").read_bytes() == b"anders"
    assert folder.keep("nie-da.txt") is None


def _recipe(made_from: bytes, content: bytes | None) -> Recipe:
    """Without content it must not be made."""

    def make() -> bytes:
        assert content is not None
        return content

    return Recipe(made_from, make)


def test_what_is_made_from_the_same_is_not_made_again(tmp_path: Path, old: Path) -> None:
    folder = SiteFolder(old)
    folder.write([("a.txt", _recipe(b"1", b"gleich")), ("b.txt", _recipe(b"2", b"anders"))])
    later = SiteFolder(tmp_path / "neu", old, folder.stamps)
    later.write([("a.txt", _recipe(b"1", None)), ("b.txt", _recipe(b"3", b"neu"))])
    assert later.stamps["a.txt"] == folder.stamps["a.txt"]
    assert _number(later.path / "a.txt") == _number(old / "a.txt")
    assert (later.path / "b.txt").read_bytes() == b"neu"
    assert (old / "b.txt").read_bytes() == b"anders"


def test_what_turns_out_the_same_is_taken_over_and_known_by_what_it_is_made_from_now(tmp_path: Path, old: Path) -> None:
    folder = SiteFolder(old)
    folder.write([("a.txt", _recipe(b"1", b"gleich"))])
    later = SiteFolder(tmp_path / "neu", old, folder.stamps)
    later.write([("a.txt", _recipe(b"2", b"gleich"))])
    assert _number(later.path / "a.txt") == _number(old / "a.txt")
    assert later.stamps["a.txt"].made_from == b"2"


def test_a_file_changed_by_other_hands_is_made_again_from_the_same(tmp_path: Path, old: Path) -> None:
    folder = SiteFolder(old)
    folder.write([("a.txt", _recipe(b"1", b"gleich"))])
    (old / "a.txt").write_bytes(b"fremdes")
    later = SiteFolder(tmp_path / "neu", old, folder.stamps)
    later.write([("a.txt", _recipe(b"1", b"gleich"))])
    assert (later.path / "a.txt").read_bytes() == b"gleich"


def test_what_somebody_else_has_written_is_not_taken_over(tmp_path: Path, old: Path, before: Stamps) -> None:
    (old / "a.txt").write_bytes(b"fremdes")
    (old / "b" / "c.json").unlink()
    (old / "b" / "c.json").symlink_to(old / "a.txt")
    folder = SiteFolder(tmp_path / "neu", old, before)
    assert folder.keep("a.txt") is None
    assert folder.keep("b/c.json") is None
    folder.write([("a.txt", b"gleich"), ("b/c.json", b"anders")])
    assert (folder.path / "a.txt").read_bytes() == b"gleich"
    assert (folder.path / "b" / "c.json").read_bytes() == b"anders"


def test_a_file_that_is_written_twice_leaves_the_site_before_alone(tmp_path: Path, old: Path, before: Stamps) -> None:
    folder = SiteFolder(tmp_path / "neu", old, before)
    folder.write([("a.txt", b"gleich"), ("a.txt", b"noch einmal")])
    assert (folder.path / "a.txt").read_bytes() == b"noch einmal"
    assert (old / "a.txt").read_bytes() == b"gleich"


def test_without_a_site_before_everything_is_written(tmp_path: Path, old: Path, before: Stamps) -> None:
    folder = SiteFolder(tmp_path / "neu", old.with_name("nirgends"), before)
    assert folder.keep("a.txt") is None
    folder.write([("a.txt", b"gleich")])
    assert (folder.path / "a.txt").read_bytes() == b"gleich"


def test_a_file_that_gets_another_name_is_still_known_and_one_that_is_dropped_is_not(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path)
    folder.write([("a.txt", b"a"), ("b.txt", b"b")])
    stamp = folder.stamps["a.txt"]
    folder.move("a.txt", "c.txt")
    folder.drop("b.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["c.txt"]
    assert folder.stamps == {"c.txt": stamp}


@pytest.fixture
def older(old: Path, before: Stamps, tmp_path: Path) -> Path:
    """A site that was there still earlier: one file the site before has from it, others it has not."""
    older = tmp_path / "neu"
    (older / "b").mkdir(parents=True)
    (older / "weg" / "ganz").mkdir(parents=True)
    (older / "a.txt").hardlink_to(old / "a.txt")
    (older / "b" / "c.json").write_bytes(b"noch anders")
    (older / "weg" / "ganz" / "d.txt").write_bytes(b"gab es einmal")
    return older


def test_of_an_older_site_only_files_stay_that_both_have(old: Path, before: Stamps, older: Path) -> None:
    folder = SiteFolder(older, old, before)
    folder.sift()
    assert [path.name for path in older.rglob("*.*")] == ["a.txt"]
    folder.write([("a.txt", b"gleich"), ("b/c.json", b"neu")])
    folder.clear()
    assert _number(older / "a.txt") == _number(old / "a.txt")
    assert (older / "b" / "c.json").read_bytes() == b"neu"
    assert (old / "b" / "c.json").read_bytes() == b"anders"
    assert not (older / "weg").exists()


def test_what_an_older_site_consists_of_may_be_known_if_it_is_that_site(
    old: Path, before: Stamps, older: Path, tmp_path: Path
) -> None:
    write(tmp_path / "andere", [("x.txt", b"von einer anderen")])
    known = listing(older)
    assert known
    assert {path for path, _ in known.files} == {"a.txt", "b/c.json", "weg/ganz/d.txt"}
    for other in (listing(tmp_path / "andere"), known._replace(files=[]), listing(tmp_path / "gibt-es-nicht")):
        folder = SiteFolder(older, old, before)
        folder.sift(other)
        is_that_site = other is not None and other.number == known.number
        assert (older / "weg" / "ganz" / "d.txt").exists() == is_that_site
        write(older, [("weg/ganz/d.txt", b"wieder da")])


def test_a_file_that_an_older_site_shares_is_never_written_to(old: Path, before: Stamps, older: Path) -> None:
    folder = SiteFolder(older, old, before)
    folder.sift()
    folder.write([("a.txt", b"neu")])
    assert (older / "a.txt").read_bytes() == b"neu"
    assert (old / "a.txt").read_bytes() == b"gleich"


def test_what_both_older_sites_have_and_this_one_has_not_goes_pages_first_where_they_have_to(tmp_path: Path) -> None:
    old, older = tmp_path / "alt", tmp_path / "neu"
    before = SiteFolder(old).write([("a.txt", b"weg"), ("b/index.html", b"auch weg")])
    shutil.copytree(old, older, copy_function=os.link)
    folder = SiteFolder(older, old, before)
    folder.sift()
    folder.clear(of_pages=True)
    assert [path.name for path in older.rglob("*")] == ["a.txt"]
    folder.clear()
    assert not [*older.rglob("*")]
    assert (old / "a.txt").exists()
    assert (old / "b" / "index.html").exists()


def test_a_file_changed_by_other_hands_is_not_kept_though_both_have_it(old: Path, before: Stamps, older: Path) -> None:
    folder = SiteFolder(older, old, before)
    folder.sift()
    (old / "a.txt").write_bytes(b"von Hand")
    folder.write([("a.txt", b"gleich")])
    assert (older / "a.txt").read_bytes() == b"gleich"
