"""A build that takes over what has not changed gives the same site as one that makes everything."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from build.sites import ROOT, SITE_URL, STANDING, environment, fingerprint
from fuzzing import some
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from again.edits import KINDS, Town

_PATH = os.pathsep.join(str(ROOT / name) for name in ("hooks", "tests"))


class Builder:
    """One town, built again and again: with what the builds before have kept, and without."""

    def __init__(self, data: Path, folder: Path) -> None:
        self.town = Town(data)
        self.folder = folder
        self._server = subprocess.Popen(
            [sys.executable, "-m", "again.buildserver"],
            cwd=ROOT,
            env=environment(DATA=str(data), SITE_URL=SITE_URL, PYTHONPATH=_PATH, **STANDING),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def again(self) -> dict[str, str]:
        return self._build("wieder", str(self.folder / "gemerkt"))

    def cold(self) -> dict[str, str]:
        return self._build("neu", "")

    def numbers(self) -> dict[str, int]:
        """Which file each name means: one that was taken over has the same number."""
        site = self.folder / "wieder"
        return {file.relative_to(site).as_posix(): file.stat().st_ino for file in site.rglob("*")}

    def close(self) -> None:
        self._server.communicate()

    def _build(self, name: str, cache: str) -> dict[str, str]:
        assert self._server.stdin
        assert self._server.stdout
        site = self.folder / name
        settings = {"SITE": str(site), "CACHE": cache, "OUTPUT": str(self.folder / "gesagt.txt")}
        self._server.stdin.write(json.dumps(settings) + "\n")
        self._server.stdin.flush()
        done = json.loads(self._server.stdout.readline())
        assert done["code"] == 0, done["said"]
        return fingerprint(site)


@pytest.fixture(scope="module")
def builder(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    folder = tmp_path_factory.mktemp("wieder")
    made = Builder(shutil.copytree(town, folder / "data"), folder)
    made.again()
    yield made
    made.close()


@settings(some(1), phases=[Phase.generate])  # a build takes too long for many tries at a smaller example
@given(chance=st.integers(0, 2**32))
def test_after_any_edits_the_site_is_that_of_a_cold_build(builder: Builder, chance: int) -> None:
    """One edit at a time: several would have most pages of a small town made anew, whatever had been forgotten."""
    moments = random.Random(chance)  # noqa: S311
    builder.town.restore()
    for kind in moments.sample(KINDS, len(KINDS)):
        edit = _first_that_passes(builder.town, kind, moments)
        assert builder.again() == builder.cold(), edit


def _first_that_passes(town: Town, kind: str, moments: random.Random) -> tuple[str, int, int]:
    while not town.edit(*(edit := (kind, moments.randrange(1000), moments.randrange(1000)))):
        pass
    return edit


def test_after_one_edit_nearly_all_files_are_those_of_before(builder: Builder) -> None:
    builder.town.restore()
    builder.again()
    before = builder.numbers()
    assert builder.town.edit("umbetiteln", 3, 0)
    builder.again()
    after = builder.numbers()
    pages = {path for path in after if path.endswith("index.html") and path.count("/") == 2}
    kept = {path for path in pages if before.get(path) == after[path]}
    assert len(pages) > 100
    assert len(kept) > 0.6 * len(pages)


def test_what_was_changed_by_other_hands_is_made_anew(builder: Builder) -> None:
    builder.town.restore()
    expected = builder.again()
    site = builder.folder / "wieder"
    (site / "beschluesse" / "stadtgarten" / "index.html").write_text("verändert", encoding="utf-8")
    (site / "beschluesse" / "abgelehnt" / "index.html").unlink()
    (site / "von-hand.html").write_text("gehört nicht dazu", encoding="utf-8")
    assert builder.again() == expected


def test_what_is_kept_may_be_damaged_or_missing(builder: Builder) -> None:
    builder.town.restore()
    expected = builder.again()
    for kept in (builder.folder / "gemerkt").rglob("*"):
        if kept.is_file():
            kept.write_bytes(kept.read_bytes()[:1000])
    assert builder.again() == expected
    shutil.rmtree(builder.folder / "gemerkt")
    assert builder.again() == expected
