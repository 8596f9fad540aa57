"""The roadmap and the control of decisions: read, filtered, printed, on a phone and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.visitor import PHONE, Visitor

_PAGES = ["roadmap/", "beschlusskontrolle/", "roadmap/roter-faden/"]
#: 200 % zoom of a window of 1280 pixels: half as many to lay the page out on, each twice as large.
_ZOOMED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}


def _shown(page: Page) -> list[str]:
    return page.locator(".kontrolle li[data-stand]:visible h3").all_inner_texts()


def test_three_clicks_lead_to_the_projects_that_are_late(visitor: Visitor) -> None:
    page = visitor.goes_to("")
    page.get_by_role("navigation", name="Bereiche").get_by_role("link", name="Roadmap").click()
    page.get_by_role("navigation", name="Auf dieser Seite").get_by_role(
        "link", name="Welche Vorhaben sind verspätet?"
    ).click()
    section = page.get_by_role("region", name="Welche Vorhaben sind verspätet?")
    expect(section.get_by_role("heading", level=2)).to_be_in_viewport()
    section.get_by_role("link", name="Überfällig", exact=True).click()
    page.wait_for_url("**/roadmap/roter-faden/#meilenstein-5")
    expect(page.locator("#meilenstein-5")).to_be_in_viewport()


def test_the_jump_list_leads_to_every_section_by_keyboard(visitor: Visitor) -> None:
    page = visitor.goes_to("roadmap/")
    links = page.get_by_role("navigation", name="Auf dieser Seite").get_by_role("link")
    targets = [str(link.get_attribute("href")) for link in links.all()]
    headings = page.locator("main h2").evaluate_all("all => all.map(heading => '#' + heading.id)")
    assert targets == headings, "the jump list and the headings differ"
    for number, target in enumerate(targets):
        links.nth(number).focus()
        page.keyboard.press("Enter")
        expect(page.locator(target)).to_be_in_viewport()


def test_the_chart_is_drawn_where_the_axis_says(visitor: Visitor) -> None:
    """The mark of a day, the line of today and the labels of years share one scale."""
    page = visitor.goes_to("roadmap/roter-faden/")
    axis = page.locator(".achse").bounding_box()
    rows = page.locator(".bahn").all()
    assert axis
    assert len(rows) > 3
    for row in rows:
        box = row.bounding_box()
        assert box
        assert box["x"] == pytest.approx(axis["x"], abs=1), "a row begins elsewhere than the axis"
        assert box["width"] == pytest.approx(axis["width"], abs=1), "a row is wider than the axis"
    line = page.locator(".bahn").first.evaluate(
        "row => { const use = row.querySelector('use').getBoundingClientRect(); return use.width > 0 && use.height > 0; }"
    )
    assert line, "the lines of years and today are not drawn"


@pytest.mark.parametrize("address", _PAGES)
@pytest.mark.parametrize("settings", [{"viewport": PHONE}, _ZOOMED], ids=["phone", "zoom"])
def test_nothing_is_cut_off_or_scrolls_sideways(
    address: str, settings: dict[str, object], visitor_with: Callable[..., Visitor]
) -> None:
    page = visitor_with(**settings).goes_to(address)
    width = page.evaluate("innerWidth")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.bahn *, .achse text, .anteile *')].filter(shape => {
            const box = shape.getBoundingClientRect();
            return box.width && (box.left < -1 || box.right > innerWidth + 1);
        }).map(shape => shape.outerHTML)"""
    )
    assert outside == []


def test_columns_stand_side_by_side_only_where_there_is_room(visitor: Visitor) -> None:
    page = visitor.goes_to("roadmap/")
    edges = "all => new Set(all.map(column => Math.round(column.getBoundingClientRect().left))).size"
    assert page.locator(".spalte").evaluate_all(edges) > 1
    page.set_viewport_size(PHONE)
    assert page.locator(".spalte").evaluate_all(edges) == 1


def test_the_control_can_be_narrowed_and_the_address_keeps_the_choice(visitor: Visitor) -> None:
    page = visitor.goes_to("beschlusskontrolle/")
    status = page.get_by_role("status")
    before = status.inner_text()
    everything = _shown(page)
    page.get_by_label("Stand", exact=True).select_option("offen")
    expect(status).to_have_text("1 von 7 Punkten auf dieser Seite")
    (shown,) = _shown(page)
    assert shown.endswith(": Offen")
    assert visitor.here == "beschlusskontrolle/?stand=offen"
    page.get_by_label("Thema").select_option(label="Stadtgrün & Parks")
    assert "thema=" in visitor.here
    page.reload()
    expect(page.get_by_label("Stand", exact=True)).to_have_value("offen")
    assert len(_shown(page)) == 1
    page.go_back()
    page.go_back()
    expect(status).to_have_text(before)
    assert _shown(page) == everything


def test_a_choice_that_leaves_nothing_hides_the_decision_too(visitor: Visitor) -> None:
    page = visitor.goes_to("beschlusskontrolle/?stand=offen&thema=gibt-es-nicht")
    expect(page.get_by_label("Thema")).to_have_value("")
    expect(page.get_by_role("status")).to_have_text("1 von 7 Punkten auf dieser Seite")


def test_a_filter_moves_no_focus(visitor: Visitor) -> None:
    page = visitor.goes_to("beschlusskontrolle/")
    page.get_by_label("Stand", exact=True).focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "f-stand"
    expect(page.get_by_role("status")).to_contain_text("auf dieser Seite")


def test_without_javascript_every_point_is_there_and_no_filter(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(java_script_enabled=False).goes_to("beschlusskontrolle/")
    assert len(_shown(page)) == 7
    expect(page.locator("#kontrolle")).to_be_hidden()


@pytest.mark.parametrize("address", _PAGES)
def test_printed_pages_show_drawings_and_no_controls(address: str, visitor: Visitor) -> None:
    page = visitor.goes_to(address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 720
    expect(page.locator("#kontrolle")).to_be_hidden()
    for drawing in page.locator(".bahn, .anteile").all():
        box = drawing.bounding_box()
        assert box
        assert box["width"] > 200


def test_states_are_told_in_words_where_colours_are_forced(visitor: Visitor) -> None:
    page = visitor.goes_to("roadmap/")
    page.emulate_media(forced_colors="active")
    for tag in page.locator(".bilanz .status").all():
        assert tag.inner_text().strip()
    stroke = page.locator(".anteile rect").first.evaluate("part => getComputedStyle(part).stroke")
    assert stroke != "none"
