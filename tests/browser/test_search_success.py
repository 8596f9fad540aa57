"""The search page finds what people look for, measured in a real browser on the records of this repository.

`queries.yml` is what the search was tuned on. `unseen.yml` was written before, and never tuned on: it tells whether the
rules hold for what nobody thought of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from build.sites import Site
from playwright.sync_api import Browser
from search.success import NONSENSE, outcome

from browser.server import serving
from browser.visitor import DESKTOP, Visitor, until

_RESULTS = """() => [...document.querySelectorAll('#treffer > ol > li > :is(h2, h3, h4) > a')].map(link => link.href)"""
_IS_ANSWERED = """words => new URLSearchParams(location.search).get('q') === words
    && !['', 'Suche läuft …'].includes(document.querySelector('#suchstand').textContent)"""
OVERALL, EACH = 0.95, 0.85


@pytest.fixture(scope="module")
def find(own: Site, browser: Browser) -> Iterator[Callable[[str], list[str]]]:
    """Types one search after the other. That the address of a search does the same is what `test_search` looks at."""
    with serving(own.folder) as root:
        page = browser.new_page(viewport=DESKTOP, locale="de-DE")
        visitor = Visitor(page, root)
        field = visitor.goes_to("suche/").locator("#suche").get_by_role("searchbox")

        def search(words: str) -> list[str]:
            field.fill(words)
            field.press("Enter")
            until(page, _IS_ANSWERED, words)
            found: list[str] = page.evaluate(_RESULTS)
            return [address.removeprefix(root) for address in found]

        yield search
        page.close()
        assert not visitor.complaints


@pytest.mark.parametrize("name", ["queries", "unseen"])
def test_the_right_record_is_among_the_first_three(
    name: str, find: Callable[[str], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    found = outcome(name, find)
    with capsys.disabled():
        print(f"\nsuccess@3, {name}.yml", *found.table(), sep="\n")
    nonsense = [query.text for query in found.missed if query.group == NONSENSE]
    assert not nonsense, f"Zu Unsinn wurde etwas gefunden: {nonsense}"
    assert not [query.text for query in found.missed if query.is_exact], "Eine Nummer steht nicht an erster Stelle"
    if name == "queries":
        assert found.shares["all"] >= OVERALL
        assert min(found.shares.values()) >= EACH
