"""An index that takes over what another has is the same, byte for byte, as one made of all pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from data_folder import DataFolder
from portal.outputs.sitefolder import SiteFolder
from portal.search import FOLDER, Cards, Desk, SearchMemory, build_index, copying
from portal.search.fragments import short_names
from portal.search.text import text_of
from portal.store import Store
from portal.workers import Shared

_PAGE = "<!doctype html><main><article data-pagefind-body><h1>{title}</h1><p>{text}</p></article></main>"
_LIST = "<main><h1>Eine Liste</h1></main>"
_GLOSSARY = "haushalt:\n  begriff: Haushalt\n  erklaerung: Der Plan.\n  synonyme: [{synonym}]\n"
_PAGES = {
    "beschluesse/garten/": ("Der Garten", "Der Brunnenplatz mit dem Quittenbaum kostet 12 Mio. Euro aus dem Haushalt."),
    "beschluesse/teich/": ("Der Teich", "Am Teichufer stehen Stühle und ein Quittenbaum."),
    "glossar/haushalt/": ("Haushalt", "Der Plan für das Geld."),
    "impressum/": ("Impressum", "Wer verantwortlich ist."),
}


class Town:
    """A town's pages, and sites of them one after the other."""

    def __init__(self, data: DataFolder, folder: Path) -> None:
        self.data = data
        self.folder = folder
        self.pages = dict(_PAGES)
        self.synonym = "Etat"
        self.day = "2022-06-14"
        self._before = SiteFolder(folder / "leer")
        self._count = 0

    def desk(self, name: str, before: SiteFolder, store: Store) -> Shared[Desk]:
        paper = "---\ntitel: {}\nart: Antrag\ndatum: {}\nquellen: [amtsblatt]\n---\n"
        self.data.write(
            {
                "beschluesse/garten.md": paper.format("Garten", self.day),
                "beschluesse/teich.md": paper.format("Teich", "2023-01-02"),
                "glossar.yml": _GLOSSARY.format(synonym=self.synonym),
            }
        )
        folder = SiteFolder(self.folder / name, before.path, before.stamps)
        folder.write([("index.html", _LIST.encode())])
        folder.write(
            (f"{url}index.html", (_PAGE if text else _LIST).format(title=title, text=text).encode())
            for url, (title, text) in self.pages.items()
        )
        return Shared(Desk(Cards(self.data.register()), folder, store))

    def again(self) -> dict[str, bytes]:
        """An index that may take over that of the last time."""
        self._count += 1
        store = Store(self.folder / "gemerkt", "")
        desk = self.desk(f"site-{self._count}", self._before, store)
        memory = SearchMemory(store)
        found = build_index(desk, memory=memory)
        memory.keep()
        assert sorted(found) == sorted(url for url, (_, text) in self.pages.items() if text)
        self._before = desk.it.folder
        return _files(desk.it.folder)

    def anew(self) -> dict[str, bytes]:
        desk = self.desk(f"neu-{self._count}", SiteFolder(self.folder / "leer"), Store(None, ""))
        build_index(desk)
        return _files(desk.it.folder)

    @property
    def site(self) -> Path:
        return self._before.path


def _files(folder: SiteFolder) -> dict[str, bytes]:
    files = [file for file in (folder.path / FOLDER).rglob("*") if file.is_file()]
    found = {file.relative_to(folder.path).as_posix(): file.read_bytes() for file in files}
    assert found.keys() == {path for path in folder.stamps if path.startswith(FOLDER)}
    return found


@pytest.fixture
def town(data: DataFolder, tmp_path: Path) -> Iterator[Town]:
    town = Town(data, tmp_path / "sites")
    town.again()
    yield town
    assert town.again() == town.anew()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the pages that are read."""
    found = []

    def noted(body: str) -> object:
        text = text_of(body)
        found.append(text.title)
        return text

    monkeypatch.setattr(copying, "text_of", noted)
    return found


def test_nothing_is_read_where_nothing_has_changed(town: Town, read: list[str]) -> None:
    numbers = {path: path.stat().st_ino for path in (town.site / FOLDER).rglob("*.pf_*")}
    town.again()
    assert not read
    assert {number for path, number in numbers.items()} == {
        path.stat().st_ino for path in (town.site / FOLDER).rglob("*.pf_*")
    }


def test_a_page_with_another_text_is_read_and_no_other(town: Town, read: list[str]) -> None:
    town.pages["impressum/"] = ("Impressum", "Wer wirklich verantwortlich ist.")
    town.again()
    assert read == ["Impressum"]


def test_a_word_that_becomes_a_noun_of_the_site_takes_the_words_of_other_pages_apart(town: Town) -> None:
    town.pages["impressum/"] = ("Impressum", "Am Ufer unter dem Baum.")


def test_a_new_noun_that_no_other_word_holds_has_no_other_page_read(town: Town, read: list[str]) -> None:
    town.pages["impressum/"] = ("Impressum", "Mit einem Leuchtturm.")
    town.again()
    assert read == ["Impressum"]


def test_a_noun_that_is_gone_leaves_the_words_of_other_pages_whole(town: Town) -> None:
    town.pages["impressum/"] = ("Impressum", "Am Ufer unter dem Baum.")
    assert town.again() == town.anew()
    town.pages["impressum/"] = ("Impressum", "Nichts davon.")


def test_pages_come_and_go(town: Town) -> None:
    town.pages["stadtplan/"] = ("Stadtplan", "Straßen und Plätze.")
    del town.pages["impressum/"]
    town.again()
    del town.pages["stadtplan/"]
    town.pages["impressum/"] = ("Impressum", "")


def test_another_day_moves_a_page_to_another_place(town: Town) -> None:
    town.day = "2024-01-01"


def test_another_synonym_leads_to_pages_that_are_as_they_were(town: Town) -> None:
    town.synonym = "Kasse"


@pytest.mark.parametrize("what", ["fragment/*", "index/*"])
def test_a_file_that_was_changed_by_other_hands_is_made_again(town: Town, what: str) -> None:
    for file in (town.site / FOLDER).glob(what):
        file.write_bytes(b"anders")


def test_what_is_lost_of_the_memory_is_made_again(town: Town) -> None:
    for kept in (town.folder / "gemerkt").glob("teil-*"):
        kept.write_bytes(b"")
    town.pages["impressum/"] = ("Impressum", "Ein anderer Text.")


def test_files_of_pages_are_called_by_as_much_of_their_digest_as_tells_them_apart() -> None:
    digests = {"a/": "1234567aa", "b/": "1234567ab", "c/": "1234567b0", "d/": "7654321aa"}
    names = {"a/": "de_1234567aa", "b/": "de_1234567ab", "c/": "de_1234567b", "d/": "de_7654321"}
    assert short_names(digests) == names
