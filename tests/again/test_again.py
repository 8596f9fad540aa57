"""A build that takes over what has not changed gives the same site as one that makes everything."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from build.builds import Builds
from build.sites import STANDING, fingerprint
from fuzzing import some
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from again.edits import KINDS, Town


class Rebuilt:
    """One town, built again and again: with what the builds before have kept, and without."""

    def __init__(self, data: Path, folder: Path, builds: Builds) -> None:
        self.town = Town(data)
        self.folder = folder
        self._builds = builds

    def again(self) -> dict[str, str]:
        return self._build("wieder", str(self.folder / "gemerkt"))

    def cold(self) -> dict[str, str]:
        return self._build("neu", "")

    def for_a_preview(self, index: Path) -> dict[str, str]:
        return self._build("vorschau", str(self.folder / "gemerkt-vorschau"), PREVIEW=str(index))

    def numbers(self) -> dict[str, int]:
        """Which file each name means: one that was taken over has the same number."""
        site = self.folder / "wieder"
        return {file.relative_to(site).as_posix(): file.stat().st_ino for file in site.rglob("*")}

    def _build(self, name: str, cache: str, **environ: str) -> dict[str, str]:
        site = self.folder / name
        self._builds.make(self.town.folder, site, "--quiet", CACHE=cache, **STANDING, **environ)
        return fingerprint(site)


@pytest.fixture(scope="module")
def rebuilt(town: Path, builds: Builds, tmp_path_factory: pytest.TempPathFactory) -> Rebuilt:
    folder = tmp_path_factory.mktemp("wieder")
    made = Rebuilt(shutil.copytree(town, folder / "data"), folder, builds)
    made.again()
    return made


@settings(some(1), phases=[Phase.generate])  # a build takes too long for many tries at a smaller example
@given(chance=st.integers(0, 2**32))
def test_after_any_edits_the_site_is_that_of_a_cold_build(rebuilt: Rebuilt, chance: int) -> None:
    """One edit at a time: several would have most pages of a small town made anew, whatever had been forgotten."""
    moments = random.Random(chance)  # noqa: S311
    rebuilt.town.restore()
    for kind in moments.sample(KINDS, len(KINDS)):
        edit = _first_that_passes(rebuilt.town, kind, moments)
        assert rebuilt.again() == rebuilt.cold(), edit


def _first_that_passes(town: Town, kind: str, moments: random.Random) -> tuple[str, int, int]:
    while not town.edit(*(edit := (kind, moments.randrange(1000), moments.randrange(1000)))):
        pass
    return edit


def test_after_one_edit_nearly_all_files_are_those_of_before(rebuilt: Rebuilt) -> None:
    rebuilt.town.restore()
    rebuilt.again()
    before = rebuilt.numbers()
    assert rebuilt.town.edit("umbetiteln", 3, 0)
    rebuilt.again()
    after = rebuilt.numbers()
    pages = {path for path in after if path.endswith("index.html") and path.count("/") == 2}
    kept = {path for path in pages if before.get(path) == after[path]}
    assert len(pages) > 100
    assert len(kept) > 0.6 * len(pages)


def test_a_preview_has_its_search_index_ahead_of_a_site_that_is_the_same(rebuilt: Rebuilt, tmp_path: Path) -> None:
    """Only what the search knows of the page with all sizes may be that of the site before."""
    rebuilt.town.restore()
    index = tmp_path / "suche"
    first = rebuilt.for_a_preview(index)
    assert not index.exists()
    assert rebuilt.town.edit("umbetiteln", 3, 0)
    second = rebuilt.for_a_preview(index)
    assert second != first
    shutil.rmtree(rebuilt.folder / "gemerkt-vorschau")
    anew = rebuilt.for_a_preview(index)
    assert _but_index(second) == _but_index(anew)
    assert fingerprint(index) == {
        path.removeprefix("pagefind/"): digest for path, digest in second.items() if path.startswith("pagefind/")
    }


def _but_index(site: dict[str, str]) -> dict[str, str]:
    return {path: digest for path, digest in site.items() if not path.startswith("pagefind/")}


def test_what_was_changed_by_other_hands_is_made_anew(rebuilt: Rebuilt) -> None:
    rebuilt.town.restore()
    expected = rebuilt.again()
    site = rebuilt.folder / "wieder"
    (site / "beschluesse" / "stadtgarten" / "index.html").write_text("verändert", encoding="utf-8")
    (site / "beschluesse" / "abgelehnt" / "index.html").unlink()
    (site / "von-hand.html").write_text("gehört nicht dazu", encoding="utf-8")
    assert rebuilt.again() == expected


def test_what_is_kept_may_be_damaged_or_missing(rebuilt: Rebuilt) -> None:
    rebuilt.town.restore()
    expected = rebuilt.again()
    for kept in (rebuilt.folder / "gemerkt").rglob("*"):
        if kept.is_file():
            kept.write_bytes(kept.read_bytes()[:1000])
    assert rebuilt.again() == expected
    shutil.rmtree(rebuilt.folder / "gemerkt")
    assert rebuilt.again() == expected
