"""Whoever reads a folder again, with what runs or changes before have left, reads what a fresh look would."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzzing import some
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from portal import known
from portal.check import privacy
from portal.load import texts
from portal.pipeline import Memory, Reading, read, register_of
from portal.problems import Problem
from portal.register.link import Register
from portal.store import NOWHERE, Store
from registers import all_known_to

from again.edits import KINDS, Town

_STANDING = {"SOURCE_DATE_EPOCH": "1795219200"}
_JUNK = (
    "&a ",
    "- ",
    ": ",
    "{",
    "]",
    "\n",
    "  ",
    "'",
    "#x ",
    "[[niemand]]",
    "2031-01-01",
    "Tel. 040 535 95-123",
    "\x07",
    "\xff",
)


@pytest.fixture(scope="module")
def changing(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(shutil.copytree(town, tmp_path_factory.mktemp("wieder-gelesen") / "data"))


@pytest.fixture(autouse=True)
def everything_is_worth_remembering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MANY", 1)


def _read(town: Town, memory: Memory | None = None, store: Store = NOWHERE) -> tuple[Reading, list[Problem]]:
    reading = read(town.folder, _STANDING, dt.date.today, memory=memory, store=store)
    private = privacy.problems(texts(town.folder), reading.entries, reading.privacy, reading.privacy_file, store=store)
    return reading, sorted(private)


def _linked(reading: Reading, memory: Memory | None = None) -> Register | None:
    return None if reading.problems else register_of(reading, memory)


def _changes(town: Town, moments: random.Random) -> Iterator[object]:
    """Edits that pass, one after the other; between them, mistakes that are made and mended."""
    town.restore()
    for kind in moments.sample(KINDS, len(KINDS)):
        while not town.edit(*(edit := (kind, moments.randrange(1000), moments.randrange(1000)))):
            pass
        yield edit
        yield from _mistakes(town.folder, moments)


def _mistakes(folder: Path, moments: random.Random) -> Iterator[object]:
    """What others name is gone, has another name, lacks a few lines, or has too many signs; then all is well again."""
    for kind in ("weg", "anders", "kürzer", "länger"):
        file = moments.choice(sorted(file for file in folder.rglob("*.*") if file.is_file()))
        right = file.read_bytes()
        lines = right.splitlines(keepends=True)
        at, junk = moments.randrange(len(lines)), moments.choice(_JUNK).encode("latin-1")
        other = file.with_name(f"anders-{file.name}")
        match kind:
            case "weg":
                file.unlink()
            case "anders":
                file.rename(other)
            case "kürzer":
                file.write_bytes(b"".join(lines[:at] + lines[at + moments.randrange(1, 4) :]))
            case "länger":
                place = moments.randrange(len(right))
                file.write_bytes(right[:place] + junk + right[place:])
        yield kind, file.name, at, junk
        other.unlink(missing_ok=True)
        file.write_bytes(right)
        yield file.name, "wie vorher"


_SERIES = settings(some(1), phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])


@_SERIES
@given(chance=st.integers(0, 2**32))
def test_after_any_changes_a_preview_knows_what_a_fresh_look_would(changing: Town, chance: int) -> None:
    memory = Memory()
    _linked(_read(changing, memory)[0], memory)
    for change in _changes(changing, random.Random(chance)):  # noqa: S311
        reading, private = _read(changing, memory)
        fresh, fresh_private = _read(changing)
        assert reading == fresh, change
        assert private == fresh_private, change
        assert all_known_to(_linked(reading, memory)) == all_known_to(_linked(fresh)), change


@_SERIES
@given(chance=st.integers(0, 2**32))
def test_after_any_changes_what_is_remembered_of_texts_is_what_they_say(
    changing: Town, chance: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = Store(tmp_path_factory.mktemp("gemerkt"), "diese Fassung")
    for change in _changes(changing, random.Random(chance)):  # noqa: S311
        assert _read(changing, store=store) == _read(changing), change


def test_what_does_not_change_is_the_very_same(changing: Town) -> None:
    """Otherwise the tests above would hold for a memory that remembers nothing."""
    changing.restore()
    memory = Memory()
    before = _linked(_read(changing, memory)[0], memory)
    assert changing.edit("umbetiteln", 3, 0)
    after = _linked(_read(changing, memory)[0], memory)
    assert before
    assert after
    same = [key for key, entry in after.entries.items() if entry is before.entries[key]]
    assert len(same) == len(after.entries) - 1
    moments = {id(moment) for moment in before.timeline}
    assert [moment for moment in after.timeline if id(moment) not in moments] != list(after.timeline)
