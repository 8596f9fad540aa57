"""Words of the glossary are explained on hover, focus and tap, beside the word, and go away again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from browser.axe import at
from browser.visitor import DESKTOP, PHONE, Visitor

_PAPER = "beschluesse/stadtgarten/"
_ZOOM_400 = {"width": 320, "height": 256}


def _word(page: Page, text: str = "Beete") -> Locator:
    return page.locator("a.wort", has_text=text)


def _explanation(page: Page, term: str = "beet") -> Locator:
    return page.locator(f".erklaerung:has(#wort-{term})")


def test_pointing_at_a_word_explains_it_until_the_pointer_leaves_both(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    expect(_explanation(page)).to_be_hidden()
    _word(page).hover()
    expect(_explanation(page)).to_be_visible()
    # One can go over to the explanation without losing it, and back.
    _explanation(page).hover()
    page.wait_for_timeout(500)
    expect(_explanation(page)).to_be_visible()
    page.locator("h1").hover()
    expect(_explanation(page)).to_be_hidden()


def test_passing_over_a_word_explains_nothing(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    _word(page).hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(500)
    expect(_explanation(page)).to_be_hidden()


def test_no_explanation_stays_behind_when_the_pointer_goes_over_another_word(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 9000})
    page = visitor.goes_to(_PAPER)
    _word(page).hover()
    expect(_explanation(page)).to_be_visible()
    _word(page, "lange Adresse").hover()
    page.mouse.move(2, 2)
    expect(_explanation(page)).to_be_hidden()
    page.wait_for_timeout(500)
    expect(_explanation(page, "lange-adresse")).to_be_hidden()


def test_escape_closes_without_moving_anything(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    _word(page).hover()
    expect(_explanation(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_explanation(page)).to_be_hidden()
    _tab_to(page)
    expect(_explanation(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_explanation(page)).to_be_hidden()
    expect(_word(page)).to_be_focused()


def test_reaching_a_word_by_keyboard_explains_it_and_enter_leads_on(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    _tab_to(page)
    expect(_explanation(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(_explanation(page)).to_be_hidden()
    assert page.evaluate("!document.activeElement.closest('.erklaerung')"), "Tab bleibt in der Erklärung hängen"
    page.keyboard.press("Shift+Tab")
    expect(_explanation(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossar/beet/")


def test_a_click_leads_to_the_term(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    _word(page).click()
    page.wait_for_url("**/glossar/beet/")


def test_a_tap_explains_and_a_tap_elsewhere_closes(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(viewport=PHONE, has_touch=True)
    page = visitor.goes_to(_PAPER)
    _word(page).tap()
    expect(_explanation(page)).to_be_visible()
    assert visitor.here == _PAPER
    page.locator("h1").tap()
    expect(_explanation(page)).to_be_hidden()
    _word(page, "lange Adresse").tap()
    expect(_explanation(page)).to_be_hidden()
    _explanation(page, "lange-adresse").get_by_role("link", name="Mehr im Glossar").tap()
    page.wait_for_url("**/glossar/lange-adresse/")


def test_a_keyboard_beside_a_touchscreen_still_leads_on(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(has_touch=True).goes_to(_PAPER)
    page.locator("h1").tap()
    _tab_to(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossar/beet/")


def test_without_javascript_the_word_leads_to_its_term(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    page = visitor.goes_to(_PAPER)
    expect(_explanation(page)).to_be_hidden()
    _word(page).click()
    assert visitor.here == "glossar/beet/"


def test_the_explanation_is_read_out_with_the_word(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    expect(_word(page)).to_have_accessible_name("Beete")
    sentence = "Beet: Ein Stück Erde, auf dem Blumen wachsen & manchmal auch Brunnen."
    expect(_word(page)).to_have_accessible_description(sentence)


@pytest.mark.parametrize("size", [DESKTOP, PHONE, _ZOOM_400], ids=["wide", "phone", "zoom"])
@pytest.mark.parametrize("term", ["beet", "lange-adresse"])
def test_the_explanation_stands_on_the_screen_and_not_on_the_word(
    term: str, size: dict[str, int], visitor: Visitor
) -> None:
    visitor.page.set_viewport_size(size)  # type: ignore[arg-type]
    page = visitor.goes_to(_PAPER)
    word = page.locator(f"[aria-describedby=wort-{term}]")
    for block in ("start", "center", "end"):
        word.evaluate(f"word => word.scrollIntoView({{block: '{block}'}})")
        page.keyboard.press("Shift")  # whatever focuses next is a keyboard
        word.focus()
        expect(_explanation(page, term)).to_be_visible()
        box, at = _explanation(page, term).bounding_box(), word.bounding_box()
        assert box
        assert at
        where = f"{term} am Bildrand „{block}“: {box}, das Wort {at}"
        assert box["x"] >= 0, where
        assert box["y"] >= 0, where
        assert box["x"] + box["width"] <= size["width"], where
        assert box["y"] + box["height"] <= size["height"], where
        assert box["y"] >= at["y"] + at["height"] - 1 or box["y"] + box["height"] <= at["y"] + 1, where
        assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"], where
        word.blur()
        expect(_explanation(page, term)).to_be_hidden()


def test_words_wrap_like_the_text_around_them(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    word = _word(page, "lange Adresse")
    heights = "word => [word.getClientRects().length, word.getClientRects()[0].height]"
    assert word.evaluate(heights)[0] == 1
    word.evaluate("word => { word.closest('p').style.width = word.offsetWidth - 4 + 'px'; }")
    lines, height = word.evaluate(heights)
    assert lines == 2, "Ein Begriff aus zwei Wörtern bricht nicht um"
    around = word.evaluate("word => parseFloat(getComputedStyle(word.closest('p')).lineHeight)")
    assert height <= around, "Der Begriff macht die Zeile höher"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_axe_finds_nothing_on_an_open_explanation(size: ViewportSize, visitor: Visitor) -> None:
    visitor.page.set_viewport_size(size)
    page = visitor.goes_to(_PAPER)
    _tab_to(page)
    expect(_explanation(page)).to_be_visible()
    found = at(page, size)
    expect(_explanation(page)).to_be_visible()
    assert not found, "\n".join(found)


def test_on_paper_a_word_is_a_word(visitor: Visitor) -> None:
    page = visitor.goes_to(_PAPER)
    _tab_to(page)
    page.emulate_media(media="print")
    expect(_explanation(page)).to_be_hidden()
    expect(_word(page)).to_have_css("text-decoration-line", "none")


def test_nothing_moves_and_forced_colours_keep_the_frame(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(reduced_motion="reduce", forced_colors="active").goes_to(_PAPER)
    _tab_to(page)
    expect(_explanation(page)).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    expect(_explanation(page)).to_have_css("border-top-style", "solid")
    expect(_word(page)).to_have_css("text-decoration-line", "underline")


def _tab_to(page: Page) -> None:
    """Come to the first word by keyboard: from the link just before it."""
    page.locator("#punkt-1 .punkt-nr").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if _word(page).evaluate("word => word === document.activeElement"):
            return
    pytest.fail("Das Wort ist mit der Tabulatortaste nicht zu erreichen")
