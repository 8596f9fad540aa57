"""On a phone, 320 pixels wide: everything fits, everything is reachable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from build.sites import Site
from playwright.sync_api import Browser

from browser.pages import STAYING
from browser.server import serving
from browser.visitor import PHONE, Visitor, restyle, until

#: The elements that stick out of the page, outside of what scrolls by itself.
_STICKING_OUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    const scrolls = element.closest('.tabelle');
    return box.width && box.right > innerWidth + 1 && !scrolls && getComputedStyle(element).position !== 'absolute';
}).map(element => element.outerHTML.slice(0, 120))"""
#: Text spacing that readers may set (WCAG 1.4.12).
_SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""


@pytest.fixture
def phone(visitor_with: Callable[..., Visitor]) -> Visitor:
    return visitor_with(viewport=PHONE, has_touch=True, is_mobile=False)


@pytest.mark.parametrize("address", STAYING.values(), ids=STAYING)
def test_nothing_has_to_be_scrolled_sideways_on(address: str, phone: Visitor) -> None:
    page = phone.goes_to(address)
    for what in ("", " mit größeren Abständen"):
        if what:
            restyle(page, _SPACED)
        width = page.evaluate("document.scrollingElement.scrollWidth")
        sticking_out = page.evaluate(_STICKING_OUT)
        assert width <= PHONE["width"], f"/{address}{what} ist {width} px breit: {sticking_out[:5]}"


def test_the_lists_of_the_real_records_fit_too(browser: Browser, live: Site) -> None:
    """Real titles hold words that nobody would invent."""
    page = browser.new_page(viewport=PHONE)
    found = []
    with serving(live.folder) as root:
        for document in live.documents:
            if document.address.count("/") <= 1:
                page.goto(root + document.address)
                if (width := page.evaluate("document.scrollingElement.scrollWidth")) > PHONE["width"]:
                    found.append(f"/{document.address} ist {width} px breit: {page.evaluate(_STICKING_OUT)[-2:]}")
    page.close()
    assert not found, "\n".join(found)


def test_wide_tables_scroll_by_themselves_and_by_keyboard(phone: Visitor) -> None:
    for address in ("beschluesse/stadtgarten/", "roadmap/roter-faden/"):
        page = phone.goes_to(address)
        wide = [
            box
            for box in page.locator(".tabelle").all()
            if box.evaluate("box => box.scrollWidth > box.clientWidth + 1")
        ]
        assert wide, f"/{address} hat keine breite Tabelle mehr; der Test braucht eine"
        for box in wide:
            box.focus()
            assert box.evaluate("box => box === document.activeElement"), f"/{address}: Tabelle ohne Tastaturfokus"
            page.keyboard.press("ArrowRight")
            until(page, "() => document.activeElement.scrollLeft > 0", seconds=2)


def test_the_sections_are_all_in_view_and_large_enough_to_touch(phone: Visitor) -> None:
    page = phone.goes_to("beschluesse/stadtgarten/")
    links = page.get_by_role("navigation", name="Bereiche").get_by_role("link").all()
    assert [link.inner_text() for link in links] == ["Beschlüsse", "Roadmap", "Fragen", "Zeitleiste", "Zahlen"]
    for link in links:
        box = link.bounding_box()
        assert box, f"{link.inner_text()} ist nicht zu sehen"
        assert box["x"] >= 0, f"{link.inner_text()} steht links heraus"
        assert box["x"] + box["width"] <= PHONE["width"], f"{link.inner_text()} steht rechts heraus"
        assert box["height"] >= 24, f"{link.inner_text()} ist nur {box['height']} px hoch"
    links[1].tap()
    page.wait_for_url("**/roadmap/")


def test_the_search_works_on_a_phone(phone: Visitor) -> None:
    page = phone.goes_to("roadmap/")
    page.get_by_label("Im Portal suchen").fill("Brunnen")
    page.get_by_role("banner").get_by_role("button", name="Suchen").tap()
    page.wait_for_url("**/suche/?q=Brunnen")
    page.locator("#treffer a").first.wait_for()
