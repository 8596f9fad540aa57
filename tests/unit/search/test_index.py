"""From finished pages to an index: what is found by which words, and how little of it visitors download."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from data_folder import DataFolder
from portal.outputs.sitefolder import SiteFolder
from portal.search import FOLDER, Cards, Desk, SearchFailed, build_index
from portal.search.facetfile import FACETS
from portal.search.pagefind import index_of
from portal.search.vocabulary import FOLDER as VOCABULARY
from portal.search.vocabulary import TABLE
from portal.store import Store
from portal.workers import Shared

_PAGE = """<!doctype html><html lang="de"><body><main><article data-pagefind-body><h1>{title}</h1>
<p class="vorspann">{lead}</p><section id="punkt-1" aria-labelledby="punkt-1-titel"><h3 id="punkt-1-titel">Der Punkt</h3>
<p>{text}</p></section></article></main></body></html>"""


@pytest.fixture
def desk(data: DataFolder, site: Path) -> Shared[Desk]:
    data.write(
        {
            "beschluesse/garten.md": "---\ntitel: Der Garten\nnummer: B 22/0189\nart: Antrag\ndatum: 2022-06-14\nquellen: [amtsblatt]\n---\n",
            "glossar.yml": "haushalt:\n  begriff: Haushalt\n  erklaerung: Der Plan.\n  synonyme: [Etat, offene Kasse]\n",
        }
    )
    return Shared(Desk(Cards(data.register()), SiteFolder(site), Store(None, "")))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for url, title, text in (
        ("beschluesse/garten", "Der Garten", "Ein Nachtragshaushalt für Zukunftsbotschafter kostet 12 Mio. Euro."),
        ("glossar/haushalt", "Haushalt", "Der Plan für das Geld."),
        ("impressum", "Impressum", "Wer verantwortlich ist."),
    ):
        file = folder / url / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(_PAGE.format(title=title, lead="Kurz gesagt.", text=text), encoding="utf-8")
    for path in ("index.html", "beschluesse/index.html"):
        (folder / path).write_text("<main><h1>Eine Liste</h1></main>", encoding="utf-8")
    return folder


def test_every_page_that_marks_its_text_can_be_found(site: Path, desk: Shared[Desk]) -> None:
    assert sorted(build_index(desk)) == ["beschluesse/garten/", "glossar/haushalt/", "impressum/"]


def test_the_published_pages_stay_as_they_were(site: Path, desk: Shared[Desk]) -> None:
    before = {file: file.read_bytes() for file in site.rglob("*.html")}
    build_index(desk)
    assert {file: file.read_bytes() for file in site.rglob("*.html")} == before


def test_two_builds_are_the_same_byte_for_byte(site: Path, desk: Shared[Desk]) -> None:
    build_index(desk)
    first = _contents(site)
    build_index(desk)
    assert _contents(site) == first


def test_words_that_are_only_searched_are_in_the_vocabulary_but_not_in_what_results_download(
    site: Path, desk: Shared[Desk]
) -> None:
    build_index(desk)
    words = _vocabulary(site)
    assert {"Botschafter", "Zukunftsbotschafter", "Etat", "Nachtragshaushalt"} <= words
    garden = next(page for page in _fragments(site) if page["url"] == "/beschluesse/garten/")
    meta = garden["meta"]
    assert set(meta) == {"title", "art", "zeile", "tag"}
    assert meta["zeile"].startswith("Vorlage B 22/0189 · 14.\u00a0Juni 2022")
    assert meta["tag"] == 20220614
    assert "Botschafter" not in garden["content"].split()


def test_results_lead_to_the_section_that_people_cite(site: Path, desk: Shared[Desk]) -> None:
    build_index(desk)
    garden = next(page for page in _fragments(site) if page["url"] == "/beschluesse/garten/")
    assert [anchor["id"] for anchor in garden["anchors"] if anchor["element"] == "h3"] == ["punkt-1"]


def test_filters_have_the_words_that_people_read(site: Path, desk: Shared[Desk]) -> None:
    build_index(desk)
    filters = _facets(site)["filter"]
    assert set(filters["Art"]) == {"Beschlüsse", "Glossar", "Über das Portal"}
    assert filters["Jahr"] == {"2022": [0]}, "Der Beschluss steht vorn, denn nur er hat einen Tag"


def test_every_page_has_its_place_by_day(site: Path, desk: Shared[Desk]) -> None:
    build_index(desk)
    fragments = {file.stem.removeprefix("de_") for file in (site / FOLDER / "fragment").glob("*")}
    assert set(_facets(site)["ids"]) == fragments
    assert len(_facets(site)["ids"]) == 3


def test_what_the_portal_does_not_use_of_pagefind_is_left_out(site: Path, desk: Shared[Desk]) -> None:
    build_index(desk)
    assert {file.name for file in (site / FOLDER).glob("*.js")} == {"pagefind.js"}


def test_a_site_in_which_nothing_can_be_found_says_so(site: Path, desk: Shared[Desk]) -> None:
    for page in site.rglob("*.html"):
        page.write_text("<main></main>", encoding="utf-8")
    with pytest.raises(SearchFailed, match="Auf keiner Seite"):
        build_index(desk)


def test_a_search_engine_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(SearchFailed, match=r"\S"):
        index_of(tmp_path / "nirgends", tmp_path / "index")


def _contents(site: Path) -> dict[str, bytes]:
    folder = site / FOLDER
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _fragments(site: Path) -> list[dict[str, Any]]:
    texts = [gzip.decompress(file.read_bytes()) for file in (site / FOLDER / "fragment").glob("*")]
    return [json.loads(text[text.index(b"{") :]) for text in texts]


def _facets(site: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(gzip.decompress((site / FOLDER / FACETS).read_bytes()))
    return content


def _vocabulary(site: Path) -> set[str]:
    folder = site / FOLDER / VOCABULARY
    table = json.loads((folder / TABLE).read_text(encoding="utf-8"))
    lines = [gzip.decompress((folder / name).read_bytes()).decode().splitlines() for _, name in table["vorn"]]
    return {line.rpartition(" ")[0] for page in lines for line in page}
