"""Charts in a browser: they fit, nothing is covered, and shapes tell what colours tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from build.sites import Site
from playwright.sync_api import Browser, Page

from browser.server import serving
from browser.visitor import DESKTOP, PHONE, Visitor

_ADDRESS = "kennzahlen/besucher/"
_BOXES = """() => [...document.querySelectorAll('.diagramm svg[role=img]')].map(svg =>
    [...svg.querySelectorAll('.wert')].filter(text => getComputedStyle(text).display !== 'none').map(text => {
        const {left, right, top, bottom} = text.getBBox ? text.getBoundingClientRect() : {};
        return {left, right, top: top + 2, bottom: bottom - 2, words: text.textContent};
    }))"""


def _covered(page: Page) -> list[str]:
    found = []
    for labels in page.evaluate(_BOXES):
        for index, one in enumerate(labels):
            for two in labels[index + 1 :]:
                across = one["left"] < two["right"] and two["left"] < one["right"]
                if across and one["top"] < two["bottom"] and two["top"] < one["bottom"]:
                    found.append(f"„{one['words']}“ und „{two['words']}“")
    return found


@pytest.mark.parametrize("width", [320, 600, 768, 1000, 1280])
def test_the_numbers_of_real_charts_never_cover_each_other(width: int, browser: Browser, live: Site) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    found, seen = [], 0
    with serving(live.folder) as root:
        for document in live.documents:
            if document.address.startswith("kennzahlen/") and document.address != "kennzahlen/":
                page.goto(root + document.address)
                seen += sum(map(len, page.evaluate(_BOXES)))
                found += [f"/{document.address}: {pair}" for pair in _covered(page)]
                wide = page.evaluate("document.scrollingElement.scrollWidth")
                assert wide <= width, f"/{document.address} ist {wide} px breit"
    page.close()
    assert seen
    assert not found, "\n".join(found)


def test_text_in_charts_stays_readable_at_every_width(visitor: Visitor) -> None:
    page = visitor.goes_to(_ADDRESS)
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        sizes = page.evaluate(
            "[...document.querySelectorAll('.diagramm text')].map(text => parseFloat(getComputedStyle(text).fontSize))"
        )
        assert min(sizes) >= 14
        box = page.locator(".diagramm svg[role=img]").first.bounding_box()
        assert box
        assert box["height"] == 208


def test_a_phone_shows_the_sign_where_a_desk_shows_the_word(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(viewport=DESKTOP).goes_to(_ADDRESS)
    label = page.locator(".diagramm svg[role=img]").first.locator("text.wert", has_text="12.345,5")
    assert label.evaluate("text => text.innerHTML.includes('rund')")
    rounded = label.locator("tspan", has_text="rund")
    sign = label.locator("tspan", has_text="≈")
    assert (rounded.is_visible(), sign.is_visible()) == (True, False)
    page.set_viewport_size(PHONE)
    assert (rounded.is_visible(), sign.is_visible()) == (False, True)


def test_shapes_remain_where_the_system_chooses_the_colours(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(viewport=DESKTOP, forced_colors="active").goes_to(_ADDRESS)
    plot = page.locator(".diagramm svg[role=img]").first
    fill = {
        name: plot.locator(f".d-{name}").first.evaluate("part => getComputedStyle(part).fill")
        for name in ("ist", "plan")
    }
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert fill["plan"] == ground
    assert fill["ist"] != ground
    assert plot.locator(".d-sonst").first.evaluate("part => getComputedStyle(part).strokeDasharray") != "none"


def test_the_table_can_be_downloaded(visitor: Visitor) -> None:
    page = visitor.goes_to(_ADDRESS)
    with page.expect_download() as download:
        page.get_by_role("link", name="Als Tabelle herunterladen (CSV)").click()
    assert download.value.suggested_filename == "besucher.csv"
    visitor.provokes("ERR_ABORTED")
