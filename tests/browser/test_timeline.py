"""The timeline: two directions, a strip of years to jump with, filters that can be linked to."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.visitor import PHONE, Visitor


def test_without_javascript_both_directions_hold_everything(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    page = visitor.goes_to("zeitleiste/")
    newest = _links(page)
    page.get_by_role("link", name="Das Älteste zuerst").click()
    assert visitor.here == "zeitleiste/aelteste-zuerst/"
    assert sorted(_links(page)) == sorted(newest)
    years = [int(year) for year in page.locator("#eintraege h2").all_inner_texts()]
    assert years == sorted(years)
    expect(page.get_by_role("link", name="Das Älteste zuerst")).to_have_attribute("aria-current", "true")


def test_the_timeline_is_made_of_ordered_lists_with_dates(visitor: Visitor) -> None:
    page = visitor.goes_to("zeitleiste/")
    assert page.locator("#eintraege ol > li").count() == len(_links(page))
    assert page.locator("#eintraege ol > li time[datetime]").count() > len(_links(page)) / 2


@pytest.mark.parametrize("size", [None, PHONE], ids=["wide", "narrow"])
def test_the_strip_says_in_words_what_it_draws_and_leads_there(size: object, visitor: Visitor) -> None:
    if size:
        visitor.page.set_viewport_size(PHONE)
    page = visitor.goes_to("zeitleiste/")
    links = page.get_by_role("navigation", name="Jahre").get_by_role("link")
    amounts = {}
    for link in links.all():
        words = link.evaluate("link => link.textContent")
        year, amount = re.fullmatch(r"(\d{4}): (\d+) Eintr(?:ag|äge)", words).groups()  # type: ignore[union-attr]
        amounts[year] = int(amount)
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24, f"{words} ist nur {box} groß"
    assert list(amounts) == sorted(amounts)
    for year, amount in amounts.items():
        assert page.locator(f"[data-gruppe='{year}'] ol > li").count() == amount, year
    last = links.last
    last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zeitleiste/#jahr-{list(amounts)[-1]}")
    box = page.locator(f"#jahr-{list(amounts)[-1]}").bounding_box()
    assert box
    assert 0 <= box["y"] < PHONE["height"], "Der Sprung kommt nicht an"


def test_years_without_entries_are_shown_but_lead_nowhere(visitor: Visitor) -> None:
    page = visitor.goes_to("zeitleiste/")
    empty = page.locator(".dichte .nichts")
    assert empty.count(), "Musterstadt braucht ein Jahr ohne Einträge"
    for item in empty.all():
        assert re.fullmatch(r"\d{4}: 0 Einträge", str(item.evaluate("item => item.textContent.trim()")))
        assert item.get_by_role("link").count() == 0


def test_a_link_to_a_body_shows_what_happened_there_in_either_direction(visitor: Visitor) -> None:
    page = visitor.goes_to("zeitleiste/?gremium=bauausschuss")
    expect(page.get_by_role("status")).to_contain_text(" von ")
    shown = page.locator("#fund li")
    assert 0 < shown.count() < page.locator("#eintraege li").count()
    for item in shown.all():
        expect(item).to_have_attribute("data-gremium", "bauausschuss")
    newest = shown.all_inner_texts()
    page.get_by_role("link", name="Das Älteste zuerst").click()
    page.wait_for_url("**/zeitleiste/aelteste-zuerst/?gremium=bauausschuss")
    expect(page.locator("#fund li")).to_have_count(len(newest))
    assert sorted(page.locator("#fund li").all_inner_texts()) == sorted(newest)


def test_what_is_not_certain_can_be_picked_out(visitor: Visitor) -> None:
    page = visitor.goes_to("zeitleiste/")
    page.get_by_label("Stand").select_option("vollzug-unbekannt")
    expect(page.get_by_role("status")).to_contain_text(" von ")
    for item in page.locator("#fund li").all():
        expect(item).to_contain_text("Vollzug unbekannt")


def _links(page: Page) -> list[str]:
    return [
        str(href)
        for href in page.locator("#eintraege .moment-titel a").evaluate_all("links => links.map(link => link.href)")
    ]
