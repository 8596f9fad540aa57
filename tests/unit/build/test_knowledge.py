"""A single page, made for whoever asks for it, is the one among all pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bench import synthetic
from build.sites import FIXTURE
from portal.build.knowledge import Build
from portal.history import read_history
from portal.parts.page import Page
from portal.pipeline import read, register_of


def _build(folder: Path) -> Build:
    reading = read(folder, {"SOURCE_DATE_EPOCH": "1795219200"}, dt.date.today)
    return Build(reading, register_of(reading), read_history(folder), "https://portal.example/", "")


def _said(page: Page) -> tuple[object, ...]:
    return page.url, page.title, page.description, page.template, page.markdown, page.key, page.redirect_to


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voll") / "data"
    synthetic.write(folder, 450)
    return folder


@pytest.mark.parametrize("town", ["musterstadt", "crowded"])
def test_every_page_is_found_at_its_address(town: str, request: pytest.FixtureRequest) -> None:
    build = _build(FIXTURE if town == "musterstadt" else request.getfixturevalue(town))
    assert len(build.pages) > 100
    assert len({page.url for page in build.pages}) == len(build.pages)
    for page in build.pages:
        found = build.page_at(page.url)
        assert found
        assert _said(found) == _said(page)


def test_nothing_is_found_where_nothing_is() -> None:
    build = _build(FIXTURE)
    for url in (
        "",
        "gibt-es-nicht/",
        "beschluesse/gibt-es-nicht/",
        "zeitleiste/seite-999/",
        "zeitleiste",
        "aenderungen/x/",
    ):
        assert build.page_at(url) is None


def test_a_list_is_made_without_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    build = _build(FIXTURE)
    assert build.page_at("personen/")
    monkeypatch.setattr("portal.views.listpages.list_pages", None)
    monkeypatch.setattr("portal.views.listpages.timeline_pages", None)
    assert build.page_at("personen/")
    with pytest.raises(TypeError):
        build.page_at("gremien/")
