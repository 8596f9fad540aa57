"""What is known of texts goes from run to run, for the texts of the last one."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal import known
from portal.known import Known, digest
from portal.store import NOWHERE, Store

_ONE, _OTHER = digest(b"eins"), digest(b"zwei")


@pytest.fixture(autouse=True)
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MANY", 2)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "gemerkt", "Fassung 1")


def _learnt(store: Store) -> None:
    first = Known(store, "laenge")
    assert first.is_empty
    first.learn(_ONE, 4)
    first.learn(_OTHER, [])
    first.keep()


def test_the_next_run_knows_it(store: Store, tmp_path: Path) -> None:
    _learnt(store)
    again = Known(store, "laenge")
    assert not again.is_empty
    assert (again.of(_ONE), again.of(_OTHER), again.of(digest(b"drei"))) == (4, [], None)
    assert Known(store, "breite").is_empty
    assert Known(Store(tmp_path / "gemerkt", "Fassung 2"), "laenge").is_empty


def test_what_nobody_asked_for_is_forgotten(store: Store) -> None:
    _learnt(store)
    again = Known(store, "laenge")
    assert again.of(_ONE) == 4
    again.learn(digest(b"drei"), 4)
    again.keep()
    assert Known(store, "laenge").of(_OTHER) is None
    assert Known(store, "laenge").of(_ONE) == 4


def test_a_few_texts_are_not_worth_a_file(store: Store, tmp_path: Path) -> None:
    few = Known(store, "laenge")
    few.learn(_ONE, 4)
    few.keep()
    assert not (tmp_path / "gemerkt").exists()


def test_one_purpose_does_not_know_the_names_of_another() -> None:
    assert digest(b"eins", b"prosa") != digest(b"eins", b"felder") != digest(b"eins")


def test_without_a_store_all_is_known_until_the_end_of_the_run() -> None:
    nowhere = Known(NOWHERE, "laenge")
    nowhere.learn(_ONE, 4)
    nowhere.learn(_OTHER, 4)
    nowhere.keep()
    assert nowhere.of(_ONE) == 4
    assert Known(NOWHERE, "laenge").of(_ONE) is None
