"""What axe finds on every kind of page, light and dark, wide and narrow: nothing."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from build.sites import Site
from playwright.sync_api import Page, Route, expect
from portal.records import RECORD_TYPES

from browser.pages import PAGES
from browser.visitor import DESKTOP, PHONE, Visitor

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
#: All rules that axe runs by itself, and the one of WCAG 2.2 that it leaves out.
_OPTIONS = {"preload": False, "resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_on(address: str, visitor: Visitor) -> None:
    if address == PAGES["weiterleitung"]:
        visitor.page.route(f"**/{address}", _without_refresh)
    page = visitor.goes_to(address)
    page.evaluate(_AXE)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)
            found += [f"{scheme}, {size['width']} px: {violation}" for violation in _violations(page)]
    assert not found, f"/{address}:\n" + "\n".join(found)


def test_axe_finds_nothing_on_the_pages_written_by_hand_and_those_not_yet_listed_here(
    visitor: Visitor, musterstadt: Site
) -> None:
    """Whatever page is new gets at least one look."""
    kinds = set(RECORD_TYPES)
    others = [document.address for document in musterstadt.documents if document.address.split("/")[0] not in kinds]
    found = []
    for address in sorted(set(others) - set(PAGES.values())):
        page = visitor.goes_to(address)
        page.evaluate(_AXE)
        found += [f"/{address}: {violation}" for violation in _violations(page)]
        page.set_viewport_size(PHONE)
        if (width := page.evaluate("document.scrollingElement.scrollWidth")) > PHONE["width"]:
            found.append(f"/{address} ist auf {PHONE['width']} px {width} px breit")
        page.set_viewport_size(DESKTOP)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_list_with_news_and_one_to_take_over(scheme: Any, visitor: Visitor) -> None:
    page = visitor.goes_to("roadmap/roter-faden/")
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("button", name="Folgen", exact=True).click()
    expect(page.get_by_role("button", name="Folgen", exact=True)).to_have_attribute("aria-pressed", "true")
    found = _everywhere(page)
    page.evaluate(
        """() => { const [[key, text]] = Object.entries(localStorage);
        localStorage.setItem(key, text.replace(/"n":{"[^"]+":"[^"]+",/, '"n":{').replace('"Titel":"', '"Titel":"x')); }"""
    )
    page = visitor.goes_to("folgen/#liste=themen/klima,gremien/stadtrat")
    expect(page.locator("#mitgebracht li")).to_have_count(2)
    expect(page.locator("#neues li")).to_have_count(2)
    page.get_by_role("button", name="Link für ein anderes Gerät").click()
    found += _everywhere(page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_a_form_with_everything_open_and_much_of_it_wrong(visitor: Visitor) -> None:
    page = visitor.goes_to("bearbeiten/beschluesse/?id=stadtgarten")
    expect(page.locator("#formular")).to_be_visible()
    page.get_by_label("Titel (Pflicht)").first.fill("")
    page.get_by_role("button", name="Station hinzufügen").click()
    page.get_by_role("button", name="Themen hinzufügen").click()
    page.locator("#abschicken").click()
    expect(page.locator("#fehlerliste")).to_be_focused()
    page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true")
    page.get_by_role("combobox", name="Themen 1", exact=True).press("ArrowDown")
    expect(page.locator(".vorschlaege:visible")).to_be_visible()
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {violation}" for violation in _everywhere(page)]
    assert not found, "\n".join(found)


def _everywhere(page: Page) -> list[str]:
    page.evaluate(_AXE)
    found = []
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        found += _violations(page)
        if (width := page.evaluate("document.scrollingElement.scrollWidth")) > size["width"]:
            found.append(f"Auf {size['width']} px ist die Seite {width} px breit")
    page.set_viewport_size(DESKTOP)
    return found


def test_axe_would_find_something(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/")
    page.evaluate(_AXE)
    page.evaluate("document.querySelector('main label').remove()")
    assert [violation for violation in _violations(page) if violation.startswith("label:")]


def _violations(page: Page) -> list[str]:
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", _OPTIONS)
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]} – {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def _without_refresh(route: Route) -> None:
    """Hold a redirect, so that it can be looked at."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="x-refresh"'))
