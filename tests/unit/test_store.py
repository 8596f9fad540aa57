"""What builds remember of each other is believed only where it is whole and from the same code."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.store import Forgotten, Store, store_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "gemerkt", "Fassung 1")


def test_what_was_kept_comes_back_to_the_code_that_kept_it(store: Store, tmp_path: Path) -> None:
    store.keep("etwas", {"a": [1, b"2"]})
    assert store.load("etwas") == {"a": [1, b"2"]}
    assert store.load("anderes") is None
    assert Store(tmp_path / "gemerkt", "Fassung 2").load("etwas") is None


def test_what_is_damaged_is_not_there(store: Store, tmp_path: Path) -> None:
    store.keep("etwas", "lang genug")
    file = tmp_path / "gemerkt" / "etwas"
    file.write_bytes(file.read_bytes()[:-3])
    assert store.load("etwas") is None


def test_parts_are_named_by_what_is_in_them(store: Store) -> None:
    one, other = store.keep_part(["eins"]), store.keep_part(["zwei"])
    assert (store.load_part(one), store.load_part(other)) == (["eins"], ["zwei"])
    assert one != other


def test_a_part_that_is_damaged_or_gone_is_forgotten(store: Store, tmp_path: Path) -> None:
    part = store.keep_part(["eins"])
    file = tmp_path / "gemerkt" / part
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(Forgotten):
        store.load_part(part)
    file.unlink()
    with pytest.raises(Forgotten):
        store.load_part(part)


def test_parts_that_nobody_asks_for_are_dropped(store: Store) -> None:
    store.keep("etwas", 1)
    needed, other = store.keep_part(["eins"]), store.keep_part(["zwei"])
    store.drop_parts(but=[needed])
    assert store.load_part(needed) == ["eins"]
    assert store.load("etwas") == 1
    with pytest.raises(Forgotten):
        store.load_part(other)


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = store_of("", tmp_path / "site", [])
    store.keep("etwas", 1)
    store.drop_parts(but=[])
    assert store.load("etwas") is None
    with pytest.raises(Forgotten):
        store.load_part(store.keep_part(["eins"]))
    assert not [*tmp_path.iterdir()]


def test_every_site_and_every_state_of_the_code_has_its_own(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("1")
    first = store_of(tmp_path / "gemerkt", tmp_path / "site", [code])
    first.keep("etwas", 1)
    assert store_of(tmp_path / "gemerkt", tmp_path / "site", [code]).load("etwas") == 1
    assert store_of(tmp_path / "gemerkt", tmp_path / "other", [code]).load("etwas") is None
    code.write_text("2")
    assert store_of(tmp_path / "gemerkt", tmp_path / "site", [code]).load("etwas") is None
