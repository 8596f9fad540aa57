"""The search field of every page: a key leads to it, it shows first results, and costs nothing before it is used."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.axe import everywhere
from browser.visitor import Visitor


@pytest.mark.parametrize("key", ["/", "s"])
@pytest.mark.parametrize(
    ("address", "label"),
    [("roadmap/brunnen/", "Im Portal suchen"), ("", "Was möchten Sie wissen?"), ("suche/", "Suchwort")],
)
def test_a_key_leads_to_the_search_of_the_page(key: str, address: str, label: str, visitor: Visitor) -> None:
    page = visitor.goes_to(address)
    page.keyboard.press(key)
    field = page.get_by_label(label)
    expect(field).to_be_focused()
    expect(field).to_have_value("")


def test_the_keys_are_letters_where_somebody_writes(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/")
    field = page.get_by_label("Stichwort")
    field.fill("")
    field.type("s/s")
    expect(field).to_have_value("s/s")
    expect(field).to_be_focused()


def test_the_keys_can_be_switched_off_and_nothing_is_remembered_before(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("checkbox").uncheck()
    page = visitor.goes_to("roadmap/brunnen/")
    page.keyboard.press("s")
    expect(page.get_by_label("Im Portal suchen")).not_to_be_focused()
    page = visitor.goes_to("suche/")
    page.get_by_role("checkbox").check()
    assert page.evaluate("localStorage.length") == 0


def test_nothing_of_the_search_is_loaded_before_it_is_asked_for(visitor: Visitor) -> None:
    loaded: list[str] = []
    visitor.page.on("request", lambda request: loaded.append(request.url))
    page = visitor.goes_to("roadmap/brunnen/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "pagefind" in url or "such" in url]
    with page.expect_request("**/pagefind/pagefind.js"):
        page.keyboard.press("/")


def test_first_results_appear_while_typing_and_the_arrows_choose_one(visitor: Visitor) -> None:
    page = visitor.goes_to("impressum/")
    field = _types(page, "gartenf")
    options = _options(page)
    expect(options.first).to_contain_text("Gartenfest")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_contain_text("Treffer")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "-")
    field.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", "vorschlaege-1-0")
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/ereignisse/gartenfest/")


def test_enter_without_a_choice_leads_to_the_search_page(visitor: Visitor) -> None:
    page = visitor.goes_to("impressum/")
    field = _types(page, "Gartenfest")
    expect(_options(page).first).to_be_visible()
    field.press("Enter")
    page.wait_for_url("**/suche/?q=Gartenfest")


def test_the_last_entry_shows_everything(visitor: Visitor) -> None:
    page = visitor.goes_to("impressum/")
    _types(page, "Garten")
    _options(page).last.click()
    page.wait_for_url("**/suche/?q=Garten")


def test_escape_closes_the_list_and_keeps_what_was_typed(visitor: Visitor) -> None:
    page = visitor.goes_to("impressum/")
    field = _types(page, "Garten")
    expect(_options(page).first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("Garten")


def test_leaving_the_field_closes_the_list(visitor: Visitor) -> None:
    page = visitor.goes_to("impressum/")
    field = _types(page, "Garten")
    expect(_options(page).first).to_be_visible()
    field.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_what_stands_nowhere_shows_no_list(visitor: Visitor) -> None:
    page = visitor.goes_to("impressum/")
    _types(page, "Xylophonquartett")
    expect(page.get_by_role("status")).to_contain_text("Noch kein Treffer")
    expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize("address", ["impressum/", "", "404.html"])
def test_axe_finds_nothing_while_the_list_is_open(address: str, visitor: Visitor) -> None:
    page = visitor.goes_to(address)
    page.keyboard.press("/")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Garten")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    found = everywhere(page)
    expect(_options(page).first).to_be_visible()
    assert not found, "\n".join(found)


def test_without_the_index_the_field_still_leads_to_the_search_page(visitor: Visitor) -> None:
    visitor.provokes("ERR_FAILED")
    visitor.page.route("**/pagefind/**", lambda route: route.abort())
    page = visitor.goes_to("impressum/")
    field = _types(page, "Garten")
    field.press("Enter")
    page.wait_for_url("**/suche/?q=Garten")


def test_without_javascript_the_field_leads_to_the_search_page(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    page = visitor.goes_to("impressum/")
    field = page.get_by_label("Im Portal suchen")
    field.fill("Garten")
    field.press("Enter")
    page.wait_for_url("**/suche/?q=Garten")
    expect(page.locator("main").get_by_role("link", name="Beschlüsse", exact=True)).to_be_visible()


def _types(page: Page, text: str) -> Locator:
    page.keyboard.press("/")
    page.keyboard.type(text)
    return page.get_by_label("Im Portal suchen")


def _options(page: Page) -> Locator:
    return page.get_by_role("option")
