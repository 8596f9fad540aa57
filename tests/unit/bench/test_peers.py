from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bench import pages, peers, synthetic
from bench.rebuild import change
from bench.results import Peer

#: Stands for a generator: reads the pages and writes as many files.
_PROGRAM = "import pathlib; [path.read_text() for path in pathlib.Path('docs').rglob('*.md')]"


def test_generators_that_are_not_installed_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing: list[str] = []
    monkeypatch.setattr(peers, "_ENVIRONMENT", tmp_path)
    monkeypatch.setattr(peers, "_material", lambda *_: [])
    assert peers.compare(tmp_path, 100, missing) == []
    assert [reason.split(" (")[0] for reason in missing] == ["Zensical: not installed", "Hugo: not installed"]


def test_a_generator_that_fails_is_named_with_what_it_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing: list[str] = []
    broken = _generator("Kaputt", "import sys; sys.exit('Das geht nicht.')")
    monkeypatch.setattr(peers, "_zensical", lambda: broken)
    monkeypatch.setattr(peers, "_hugo", lambda: _generator("Heil", _PROGRAM))
    monkeypatch.setattr(peers, "_material", lambda *_: [])
    assert [peer.name for peer in peers.compare(tmp_path, 100, missing)] == ["Heil"]
    assert missing == ["Kaputt 1.0, 100 pages: exit 1: Das geht nicht."]


def test_what_is_computed_says_so_and_has_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "_MOST_IN_NAV", 50)
    few, many, computed = _material(tmp_path, 100)
    assert [few.pages, many.pages, computed.pages] == [25, 50, 100]
    assert computed.note.startswith("computed: it grew by the power of ")
    assert (computed.processor, computed.memory) == (None, None)


def _material(folder: Path, count: int) -> list[Peer]:
    missing: list[str] = []
    found = peers._material(folder / "material", list(pages.pages(count)), count, missing)
    assert missing == []
    return found


def _generator(name: str, code: str) -> peers.Generator:
    return peers.Generator(
        name=name,
        version="1.0",
        note="",
        command=[sys.executable, "-c", code],
        prepare=lambda folder, listed: pages.write(folder / "docs", listed, front_matter=False),
    )


def test_a_change_touches_one_summary_only(tmp_path: Path) -> None:
    synthetic.write(tmp_path, 100)
    path = tmp_path / "beschluesse" / "vorlage-3.md"
    before = path.read_text(encoding="utf-8").splitlines()
    change(tmp_path, "Das ist neu.")
    after = path.read_text(encoding="utf-8").splitlines()
    assert [new for old, new in zip(before, after, strict=True) if old != new] == ["kurzfassung: Das ist neu."]
