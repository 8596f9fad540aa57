"""An address that leads nowhere: the page that may have been meant, a search, and the sections."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from browser.visitor import Visitor


@pytest.fixture
def lost(visitor: Visitor) -> Visitor:
    """Somebody with a wrong address; that their browser says so is no fault."""
    visitor.provokes("404")
    return visitor


@pytest.mark.parametrize(
    "address",
    [
        "BESCHLUESSE/Stadtgarten/",
        "beschluesse/stadtgarten.html",
        "beschluesse/stadtgarten/index.html/",
        "beschluesse/_stadtgarten_/",
        "Beschlüsse/Stadtgarten",
        "beschluesse/stadtgarten).",
    ],
)
def test_an_address_with_a_slip_leads_to_the_page_that_was_meant(address: str, lost: Visitor) -> None:
    lost.goes_to(quote(address))
    link = _suggestions(lost).get_by_role("link")
    expect(link).to_have_text("Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>")
    link.click()
    lost.page.wait_for_url("**/beschluesse/stadtgarten/")


@pytest.mark.parametrize("address", ["projekte/roter-faden/", "archiv/2024/roter-faden-im-park", "roadmap/faden/"])
def test_words_in_the_address_are_searched_for(address: str, lost: Visitor) -> None:
    lost.goes_to(address)
    expect(_suggestions(lost)).to_contain_text("„Roter Faden“ durch den Garten & zurück")
    assert 1 <= _suggestions(lost).get_by_role("link").count() <= 3


def test_a_heading_says_what_the_links_are(lost: Visitor) -> None:
    lost.goes_to("projekte/roter-faden/")
    expect(_suggestions(lost).get_by_role("heading", level=2)).to_contain_text("Meinten Sie")


@pytest.mark.parametrize("address", ["xylophonquartett/", "%E0%A4%A/", "%3Cimg%20src=x%20onerror=alert(1)%3E/", "7/"])
def test_where_nothing_fits_nothing_is_guessed(address: str, lost: Visitor) -> None:
    lost.goes_to(address)
    lost.page.wait_for_load_state("networkidle")
    assert lost.page.locator("h1").inner_text() == "Diese Seite gibt es nicht"
    expect(_suggestions(lost)).to_be_empty()
    assert lost.page.locator("main img").count() == 0


def test_the_search_field_holds_the_words_of_the_address(lost: Visitor) -> None:
    page = lost.goes_to("alt/garten-fest.html")
    field = page.get_by_label("Wonach suchen Sie?")
    expect(field).to_have_value("garten fest")
    field.fill("Gartenfest")
    field.press("Enter")
    page.wait_for_url("**/suche/?q=Gartenfest")
    expect(page.get_by_role("status").first).to_contain_text("Treffer")


def test_the_focus_stays_where_it_was(lost: Visitor) -> None:
    lost.goes_to("projekte/roter-faden/")
    expect(_suggestions(lost).get_by_role("link").first).to_be_visible()
    assert lost.page.evaluate("document.activeElement === document.body")


def test_without_the_index_search_field_and_sections_remain(lost: Visitor) -> None:
    lost.provokes("ERR_FAILED")
    lost.page.route("**/pagefind/**", lambda route: route.abort())
    page = lost.goes_to("projekte/roter-faden/")
    expect(page.get_by_label("Wonach suchen Sie?")).to_have_value("roter faden")
    expect(_suggestions(lost)).to_be_empty()
    lost.named("Beschlüsse").click()
    assert lost.here == "beschluesse/"


def test_without_javascript_the_search_can_be_asked(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    visitor.provokes("404")
    page = visitor.goes_to("projekte/roter-faden/")
    page.get_by_label("Wonach suchen Sie?").fill("Garten")
    page.locator("main").get_by_role("button", name="Suchen").click()
    assert visitor.here == "suche/?q=Garten"


def _suggestions(visitor: Visitor) -> Locator:
    return visitor.page.locator("main").get_by_role("status")


def test_an_old_address_of_a_part_leads_to_the_same_part(visitor: Visitor) -> None:
    visitor.page.goto(visitor.root + "beschluesse/garten/#punkt-2b")
    visitor.page.wait_for_url("**/beschluesse/stadtgarten/#punkt-2b")
    expect(visitor.page.locator("#punkt-2b")).to_be_in_viewport()
    visitor.page.goto(visitor.root + "beschluesse/garten/")
    visitor.page.wait_for_url("**/beschluesse/stadtgarten/")
