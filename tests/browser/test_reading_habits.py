"""Every kind of page serves those who zoom, who want nothing to move, who set their own colours, and who print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.pages import STAYING
from browser.visitor import Visitor, restyle

#: A4 upright at 96 pixels an inch, without the margins.
_PAPER = {"width": 680, "height": 1000}
#: Text whose own box hides a part of it.
_CUT_OFF = """() => [...document.querySelectorAll('main *')].filter(element => {
    const style = getComputedStyle(element);
    const hides = style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.textOverflow === 'ellipsis';
    return hides && element.clientWidth > 1 && element.innerText?.trim() && !element.closest('svg')
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 120))"""
#: What stays in place while the page moves, and takes the room that reading needs.
_IN_THE_WAY = """() => [...document.querySelectorAll('body *')].filter(element => {
    const { height, width } = element.getBoundingClientRect();
    return ['fixed', 'sticky'].includes(getComputedStyle(element).position) && width > innerWidth / 2 && height > innerHeight / 3;
}).map(element => element.outerHTML.slice(0, 120))"""
_MOVING = """() => [...document.querySelectorAll('*')].filter(element => {
    const style = getComputedStyle(element);
    const lasts = value => value.split(',').some(part => parseFloat(part) > 0.01);
    return style.scrollBehavior === 'smooth' || (lasts(style.transitionDuration) && style.transitionProperty !== 'none')
        || (lasts(style.animationDuration) && style.animationName !== 'none');
}).map(element => element.outerHTML.slice(0, 120))"""
#: What is told apart on screen by its ground alone is lost where grounds are forced to one colour.
_FRAMELESS = """() => [...document.querySelectorAll('main .status, main .karte, main input:not([type=checkbox]), main button, main select')]
.filter(element => element.checkVisibility({visibilityProperty: true})).filter(element => {
    const style = getComputedStyle(element);
    return !['Top', 'Left'].some(side => parseFloat(style[`border${side}Width`]) > 0) && !element.querySelector('svg');
}).map(element => element.outerHTML.slice(0, 120))"""
#: Only charts may be wide, and none may be as high as the window.
_HUGE = """() => [...document.querySelectorAll('svg:not(svg svg)')].filter(drawing => {
    const { width, height } = drawing.getBoundingClientRect();
    return height > 400 || (width > 100 && height > 100 && !drawing.matches('[role=img], [width="100%"], .abst svg'));
}).map(drawing => drawing.outerHTML.slice(0, 120))"""
_ON_PAPER = """() => ['.krumen', '.bereiche', '.sprung', 'header [role=search]'].filter(
    name => [...document.querySelectorAll(name)].some(element => element.checkVisibility()))"""


def _enlarged(times: int) -> dict[str, Any]:
    """A window of 1280 × 800 at 200 or 400 %: fewer pixels to lay the page out on, each so many times as large."""
    return {"viewport": {"width": 1280 // times, "height": 800 // times}, "device_scale_factor": times}


def _each(page_of: Visitor) -> Iterator[tuple[str, Page]]:
    for address in STAYING.values():
        yield address, page_of.goes_to(address)


@pytest.mark.parametrize("times", [2, 4])
def test_enlarged_nothing_is_cut_off_covered_or_scrolls_sideways(
    times: int, visitor_with: Callable[..., Visitor]
) -> None:
    found: list[str] = []
    for address, page in _each(visitor_with(**_enlarged(times))):
        if (width := page.evaluate("document.scrollingElement.scrollWidth")) > 1280 // times:
            found.append(f"/{address} ist {width} px breit")
        found += [f"/{address} schneidet ab: {element}" for element in page.evaluate(_CUT_OFF)]
        found += [f"/{address} verdeckt: {element}" for element in page.evaluate(_IN_THE_WAY)]
    assert not found, "\n".join(found)


def test_nothing_moves_for_those_who_ask_for_it(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(reduced_motion="reduce")
    found = [f"/{address}: {element}" for address, page in _each(visitor) for element in page.evaluate(_MOVING)]
    assert not found, "\n".join(found)


def test_where_colours_are_forced_everything_keeps_its_frame(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(forced_colors="active")
    found = [f"/{address}: {element}" for address, page in _each(visitor) for element in page.evaluate(_FRAMELESS)]
    assert not found, "\n".join(found)


def test_without_styles_pages_are_in_order_and_no_drawing_fills_the_screen(
    visitor_with: Callable[..., Visitor],
) -> None:
    """As old browsers and those who switch styles off see it."""
    visitor = visitor_with()
    visitor.provokes("preload")
    visitor.page.route("**/*.css", lambda route: route.fulfill(content_type="text/css", body=""))
    found: list[str] = []
    for address, page in _each(visitor):
        first = page.locator("body > *").first
        if first.inner_text() != "Zum Inhalt springen" or not page.locator("main h1").is_visible():
            found.append(f"/{address} beginnt nicht mit dem Sprung zum Inhalt oder hat keine Überschrift")
        found += [f"/{address}: {drawing}" for drawing in page.evaluate(_HUGE)]
    assert not found, "\n".join(found)


def test_paper_shows_the_content_and_not_the_way_around(visitor_with: Callable[..., Visitor]) -> None:
    found: list[str] = []
    for address, page in _each(visitor_with(viewport=_PAPER)):
        page.emulate_media(media="print")
        found += [f"/{address} druckt {name}" for name in page.evaluate(_ON_PAPER)]
        if (width := page.evaluate("document.scrollingElement.scrollWidth")) > _PAPER["width"]:
            found.append(f"/{address} ist auf Papier {width} px breit")
    assert not found, "\n".join(found)


def test_paper_shows_what_is_folded_on_screen(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/stadtgarten/")
    folded = page.locator("#punkt-1 details li").last
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()


@pytest.mark.parametrize(
    ("settings", "script", "harm"),
    [
        (_enlarged(2), _CUT_OFF, "main h1 { height: 10px; overflow: hidden; }"),
        (_enlarged(4), _IN_THE_WAY, "header { position: sticky; top: 0; }"),
        ({"reduced_motion": "reduce"}, _MOVING, "a { transition: color 1s; }"),
        ({"forced_colors": "active"}, _FRAMELESS, ".status { border: 0 !important; } .status svg { display: none; }"),
    ],
    ids=["zoom", "enlarged", "motion", "colours"],
)
def test_these_tests_would_find_something(
    settings: Any, script: str, harm: str, visitor_with: Callable[..., Visitor]
) -> None:
    page = visitor_with(**settings).goes_to("beschluesse/stadtgarten/")
    restyle(page, harm)
    page.evaluate("for (const drawing of document.querySelectorAll('.status svg')) drawing.remove()")
    assert page.evaluate(script)
