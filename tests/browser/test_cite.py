"""Citing a page, and the line about an old copy of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.visitor import Visitor

_RECORD = "beschluesse/stadtgarten/"


def test_a_citation_is_copied_and_that_is_announced(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.goes_to(_RECORD)
    page.get_by_text("Diese Seite zitieren").click()
    box = page.locator("[data-kopieren]").first
    box.get_by_role("button", name="Kopieren: Als Satz").click()
    expect(box.get_by_role("status")).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Als Satz", exact=True).input_value()
    assert "Stand 21. November 2026" in copied


def test_where_the_browser_refuses_the_text_is_selected_instead(visitor: Visitor) -> None:
    visitor.page.add_init_script("delete Navigator.prototype.clipboard")
    page = visitor.goes_to(_RECORD)
    page.get_by_text("Diese Seite zitieren").click()
    page.get_by_role("button", name="Kopieren: Als Satz").click()
    expect(page.locator("[data-kopieren]").first.get_by_role("status")).to_contain_text("Strg+C")
    field = page.get_by_label("Als Satz", exact=True)
    assert field.evaluate("field => field.selectionEnd - field.selectionStart === field.value.length")


def test_without_javascript_the_text_can_be_read_and_no_button_pretends(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(java_script_enabled=False).goes_to(_RECORD)
    summary = page.locator("summary", has_text="Diese Seite zitieren")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Als Satz", exact=True)).to_be_focused()
    assert page.locator("[data-kopieren] button").count() == 0


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (90, False), (91, True), (400, True)])
def test_a_copy_that_nobody_rebuilt_says_how_old_it_is(days: int, is_old: bool, visitor: Visitor) -> None:
    page = visitor.page
    page.clock.set_fixed_time(dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC) + dt.timedelta(days=days))
    visitor.goes_to("")
    line = page.locator("#veraltet")
    if is_old:
        expect(line).to_be_visible()
        expect(line).to_contain_text(f"{days} Tage alt")
    else:
        expect(line).to_be_hidden()


def test_without_javascript_the_line_stays_hidden(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(java_script_enabled=False).goes_to("")
    expect(page.locator("#veraltet")).to_be_hidden()
