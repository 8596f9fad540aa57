"""Everything can be done with the keyboard, in the order it is seen, and one always sees where one is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from browser.pages import STAYING
from browser.visitor import PHONE, Visitor

#: All that must be reachable by Tab, in the order of the page.
_COUNT_REACHABLE = """() => (window.reachable = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]'
)].filter(element => !element.disabled && element.checkVisibility({visibilityProperty: true}))).length"""
_WHERE = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0];
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const above = document.elementFromPoint(x, y);
    return {
        index: window.reachable.indexOf(element),
        html: element.outerHTML.slice(0, 120),
        marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inView: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
        covered: above !== null && !element.contains(above) && !above.contains(element),
    };
}"""


@pytest.mark.parametrize("address", STAYING.values(), ids=STAYING)
def test_tab_visits_everything_in_order_and_shows_where_it_is_on(address: str, visitor: Visitor) -> None:
    page = visitor.goes_to(address)
    count = page.evaluate(_COUNT_REACHABLE)
    steps = _tab_through(page, count)
    order = [step["index"] for step in steps]
    assert order == list(range(count)), f"/{address}: Tab nimmt die Reihenfolge {order} statt 0 bis {count - 1}"
    for fault, sentence in (("marked", "zeigt den Fokus nicht"), ("inView", "ist mit Fokus nicht im Bild")):
        found = [step["html"] for step in steps if not step[fault]]
        assert not found, f"/{address}: {sentence}: {found}"
    covered = [step["html"] for step in steps if step["covered"]]
    assert not covered, f"/{address}: mit Fokus verdeckt: {covered}"
    page.keyboard.press("Tab")
    after = page.evaluate(_WHERE)
    assert after is None or after["index"] != count - 1, f"/{address}: Tab kommt aus {after} nicht mehr heraus"


def test_shift_tab_goes_the_same_way_back(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/stadtgarten/")
    page.locator("footer a").last.focus()
    count = page.evaluate(_COUNT_REACHABLE)
    for expected in range(count - 2, -1, -1):
        page.keyboard.press("Shift+Tab")
        step = page.evaluate(_WHERE)
        assert step, f"Umschalt+Tab verlässt die Seite vor Element {expected}"
        assert step["index"] == expected, f"Umschalt+Tab kommt zu {step['html']}"


def test_the_first_tab_offers_to_skip_to_the_content(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/stadtgarten/")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Zum Inhalt springen"
    box = link.bounding_box()
    assert box, "Der Sprunglink ist nicht zu sehen"
    assert box["y"] >= 0, "Der Sprunglink ist mit Fokus nicht im Bild"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt", "Der Sprunglink bewegt den Fokus nicht"
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert inside, "Nach dem Sprung geht Tab nicht im Inhalt weiter"


@pytest.mark.parametrize("size", [None, PHONE], ids=["wide", "narrow"])
def test_the_header_is_walked_through_as_it_is_seen(size: Any, visitor: Visitor) -> None:
    if size:
        visitor.page.set_viewport_size(size)
    page = visitor.goes_to("beschluesse/stadtgarten/")
    names, boxes = [], []
    for _ in range(10):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        names.append(focused.inner_text() or page.evaluate("document.activeElement.labels[0].textContent"))
        boxes.append(focused.bounding_box())
    assert names[0] == "Zum Inhalt springen"
    assert "Transparenzportal" in names[1]
    assert names[2:] == [
        "Leichte Sprache",
        "Im Portal suchen",
        "Suchen",
        "Beschlüsse",
        "Roadmap",
        "Fragen",
        "Zeitleiste",
        "Zahlen",
    ]
    for before, after, name in zip(boxes[1:], boxes[2:], names[2:], strict=False):
        assert before
        assert after
        follows = after["x"] > before["x"] or after["y"] >= before["y"] + before["height"] / 2
        assert follows, f"„{name}“ wird nach etwas erreicht, das weiter rechts oder unten steht"


def test_the_start_page_has_one_search_field_below_the_header(visitor: Visitor) -> None:
    page = visitor.goes_to("")
    fields = page.get_by_role("searchbox")
    assert [field.is_visible() for field in fields.all()].count(True) == 1
    for _ in range(9):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null && document.activeElement.type") == "search"


def test_a_point_that_is_linked_to_comes_into_view(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/stadtgarten/#punkt-2b")
    box = page.locator("#punkt-2b h3").bounding_box()
    assert box
    assert 0 <= box["y"] < page.viewport_size["height"], f"Punkt 2b steht bei {box['y']} px"  # type: ignore[index]


def _tab_through(page: Page, count: int) -> list[dict[str, Any]]:
    steps = []
    for _ in range(count):
        page.keyboard.press("Tab")
        step = page.evaluate(_WHERE)
        if step is None:
            break
        steps.append(step)
    return steps
