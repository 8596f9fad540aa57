"""Files are read by several, or not at all if their bytes are known; what they say stays the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from data_folder import DataFolder
from portal import known
from portal.known import Known
from portal.load import content, load
from portal.load.content import read_ahead
from portal.store import NOWHERE, Store
from portal.workers import ALONE, Crew

_FEST = "---\ntitel: Fest\ndatum: 2026-01-05\n---\n\n\nViel  Regen.\r\n\r\nUnd  \n"
_BROKEN = {
    "ereignisse/offen.md": "---\ntitel: [Fest\n---\n",
    "ereignisse/leer.md": "",
    "ereignisse/bytes.md": b"---\ntitel: \xff\n---\n",
    "ereignisse/bild.png": b"\x89PNG",
    "ereigniss/falsch.md": _FEST,
}


@pytest.fixture
def folder(data: DataFolder) -> Path:
    many = {f"ereignisse/fest-{number}.md": _FEST.replace("Fest", f"Fest {number}") for number in range(5)}
    data.write(many | _BROKEN | {"ereignisse/felder.yml": "titel: Nur Felder\n"})
    (data.folder / "ereignisse" / "verknuepft.md").symlink_to("fest-1.md")
    return data.folder


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(known, "MANY", 1)
    monkeypatch.setattr(content, "MANY", 1)
    return Store(tmp_path / "gemerkt", "diese Fassung")


def test_a_crew_reads_what_one_reads_alone(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "_BATCH", 2)
    with Crew(2) as crew:
        assert load(folder, known=Known(store, "gelesen"), crew=crew) == load(folder)


def test_known_bytes_are_not_parsed_again(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load(folder)
    load(folder, known=Known(store, "gelesen"))
    parsed: list[str] = []
    parse = content.parse
    monkeypatch.setattr(content, "parse", lambda text: parsed.append(text) or parse(text))
    assert load(folder, known=Known(store, "gelesen")) == expected
    assert [text.strip() for text in parsed] == ["titel: [Fest"] * 2  # once ahead, and once to say what is wrong


def test_the_same_bytes_are_read_as_what_their_file_is(data: DataFolder, store: Store) -> None:
    data.write({"ereignisse/fest.md": _FEST, "ereignisse/feste.yml": _FEST})
    expected = load(data.folder)
    assert len(expected.problems) == 1
    for _ in range(2):
        assert load(data.folder, known=Known(store, "gelesen")) == expected


def test_nothing_is_read_ahead_through_a_link(folder: Path) -> None:
    files = [folder / "ereignisse" / name for name in ("fest-1.md", "verknuepft.md", "offen.md", "gibt-es-nicht.md")]
    found = read_ahead(files, Known(NOWHERE, "gelesen"), ALONE)
    assert {file.name for file in found} == {"fest-1.md"}
    assert found[files[0]].body == "Viel  Regen.\n\nUnd"
    assert found[files[0]].body_line == 7
