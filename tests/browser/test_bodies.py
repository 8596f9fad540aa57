"""Bodies, meetings, topics and sources lead to each other and to what they decided, also without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.visitor import PHONE, Visitor, until


@pytest.fixture(params=[True, False], ids=["mit-skript", "ohne-skript"])
def reader(request: pytest.FixtureRequest, visitor_with: Callable[..., Visitor]) -> Visitor:
    return visitor_with(java_script_enabled=request.param)


def test_from_a_body_to_its_meeting_to_the_decision_to_the_meeting_after(reader: Visitor) -> None:
    page = reader.goes_to("gremien/stadtrat/")
    work = page.get_by_role("region", name="Was hier entschieden wurde")
    work.get_by_role("link", name="15. Februar 2024").first.click()
    assert reader.here == "sitzungen/stadtrat-2024-02-15/"
    page.get_by_role("navigation", name="Davor und danach").get_by_role("link", name="Sitzung danach").click()
    assert reader.here == "sitzungen/stadtrat-2027-03-04/"
    expect(page.get_by_text("Diese Sitzung ist geplant.")).to_be_visible()


def test_from_a_group_to_a_paper_it_voted_on(reader: Visitor) -> None:
    page = reader.goes_to("gremien/fraktion-mond/")
    page.get_by_role("table", name="Abstimmungen mit bekanntem Verhalten").get_by_role(
        "link", name="Ein Landeplatz"
    ).click()
    assert reader.here == "beschluesse/abgelehnt/"


def test_from_a_source_to_the_very_point_that_rests_on_it(reader: Visitor) -> None:
    page = reader.goes_to("quellen/blatt/")
    page.get_by_role("link", name="Punkt 1, Umsetzung").click()
    assert reader.here == "beschluesse/stadtgarten/#punkt-1"


def test_from_a_topic_to_its_subtopic_and_back(reader: Visitor) -> None:
    page = reader.goes_to("themen/stadtgruen/")
    page.get_by_role("region", name="Unterthemen").get_by_role("link", name="Klima").click()
    assert reader.here == "themen/klima/"
    page.locator(".ergebnis").get_by_role("link", name="Stadtgrün & Parks").click()
    assert reader.here == "themen/stadtgruen/"


def test_on_a_phone_a_wide_table_of_votes_scrolls_by_keyboard(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(viewport=PHONE)
    page = visitor.goes_to("gremien/fraktion-mond/")
    box = page.locator(".tabelle").first
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    until(page, "() => document.activeElement.scrollLeft > 0", seconds=2)


def test_decisions_stand_out_from_recommendations_without_colour(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(forced_colors="active")
    page = visitor.goes_to("gremien/stadtrat/")
    decided = page.locator(".taten .entschieden").first
    expect(decided.get_by_text("Entscheidung", exact=True)).to_have_css("font-weight", "700")
    undecided = page.locator(".taten > li:not(.entschieden) strong").first
    expect(undecided).to_have_css("font-weight", "400")
