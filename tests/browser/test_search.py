"""Searching: from any page, with results that lead on, and with an honest answer when there are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.visitor import Visitor


def test_a_word_typed_on_a_record_page_finds_the_record_it_stands_in(visitor: Visitor) -> None:
    page = visitor.goes_to("roadmap/brunnen/")
    field = page.get_by_label("Im Portal suchen")
    field.fill("Gartenfest")
    field.press("Enter")
    page.wait_for_url("**/suche/?q=Gartenfest")
    expect(_status(page)).to_contain_text("Treffer für „Gartenfest“")
    expect(page.get_by_label("Suchwort")).to_have_value("Gartenfest")
    visitor.named("Gartenfest").click()
    page.wait_for_url("**/ereignisse/gartenfest/")
    assert page.locator("h1").inner_text() == "Gartenfest"


def test_the_back_button_brings_the_results_back(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Gartenfest")
    visitor.named("Gartenfest").click()
    page.wait_for_url("**/ereignisse/gartenfest/")
    page.go_back()
    expect(_status(page)).to_contain_text("Treffer für „Gartenfest“")
    expect(visitor.named("Gartenfest")).to_be_visible()


def test_a_second_search_can_be_taken_back(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Gartenfest")
    expect(visitor.named("Gartenfest")).to_be_visible()
    page.get_by_label("Suchwort").fill("Rundbrief")
    page.locator("main").get_by_role("button", name="Suchen").click()
    expect(visitor.named("Rundbrief")).to_be_visible()
    assert visitor.here == "suche/?q=Rundbrief"
    page.go_back()
    expect(visitor.named("Gartenfest")).to_be_visible()
    expect(page.get_by_label("Suchwort")).to_have_value("Gartenfest")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Grundstücksverkehrsgenehmigung", "Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>"),
        ("Überfällig", "„Roter Faden“ durch den Garten & zurück"),
        ("ueberfaellig", "„Roter Faden“ durch den Garten & zurück"),
        ("Gießkanne", "Erika Mustermann"),
        ("Rathaus Saal", "Stadtrat, Sitzung mit eigener Datei"),
    ],
)
def test_records_are_found_by_words_from_their_fields(words: str, title: str, visitor: Visitor) -> None:
    visitor.goes_to(f"suche/?q={words}")
    expect(visitor.named(title)).to_be_visible()


def test_what_nobody_wrote_is_not_found_and_the_lists_are_offered(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Xylophonquartett")
    expect(_status(page)).to_have_text("Nichts gefunden für „Xylophonquartett“.")
    expect(page.locator("#treffer li")).to_have_count(0)
    expect(visitor.named("Beschlüsse")).to_be_visible()


def test_without_a_word_the_lists_are_offered(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/")
    expect(_status(page)).to_have_text("")
    expect(visitor.named("Beschlüsse")).to_be_visible()
    page.locator("main").get_by_role("button", name="Suchen").click()
    expect(visitor.named("Beschlüsse")).to_be_visible()
    assert visitor.here == "suche/"


def test_what_is_searched_for_is_shown_as_text(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(_status(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_markup_in_records_is_shown_as_text_in_results(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=bereinigt")
    expect(visitor.named('Text, der bereinigt werden muss <script>alert("titel")</script>')).to_be_visible()
    assert page.locator("#treffer script, #treffer img").count() == 0


def test_the_status_is_announced(visitor: Visitor) -> None:
    """A live region announces what changes in it, so it must be there before the search is."""
    page = visitor.goes_to("suche/")
    region = _status(page)
    expect(region).to_have_count(1)
    page.evaluate("window.region = document.querySelector('[role=status]')")
    page.get_by_label("Suchwort").fill("Gartenfest")
    page.get_by_label("Suchwort").press("Enter")
    expect(region).to_contain_text("Treffer")
    assert page.evaluate("window.region === document.querySelector('[role=status]')"), "Die Meldung wurde ausgetauscht"


def test_without_the_index_the_page_says_so_and_offers_the_lists(visitor: Visitor) -> None:
    visitor.provokes("ERR_FAILED")
    visitor.page.route("**/pagefind/**", lambda route: route.abort())
    page = visitor.goes_to("suche/?q=Garten")
    expect(_status(page)).to_contain_text("nicht verfügbar")
    expect(visitor.named("Beschlüsse")).to_be_visible()


def test_without_javascript_the_page_offers_the_lists(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    page = visitor.goes_to("suche/")
    assert "Die Suche braucht JavaScript." in page.locator("main").inner_text()
    visitor.named("Beschlüsse").click()
    assert visitor.here == "beschluesse/"


def test_without_javascript_a_redirect_still_leads_on(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    visitor.page.goto(visitor.root + "roadmap/gelber-faden/")
    visitor.page.wait_for_url("**/roadmap/roter-faden/")


def _status(page: Page) -> Locator:
    return page.get_by_role("status")
