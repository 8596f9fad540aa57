"""What axe finds on every kind of page, light and dark, wide and narrow: nothing."""

from __future__ import annotations

import pytest
from build.sites import Site
from playwright.sync_api import Route, expect
from portal.records import RECORD_TYPES

from browser.axe import COLOURS, bring, everywhere, violations
from browser.pages import PAGES
from browser.visitor import DESKTOP, PHONE, Visitor, restyle


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_on(address: str, visitor: Visitor) -> None:
    if address == PAGES["weiterleitung"]:
        visitor.page.route(f"**/{address}", _without_refresh)
    found = everywhere(visitor.goes_to(address))
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
        found += [f"/{address}: {violation}" for violation in violations(page)]
        page.set_viewport_size(PHONE)
        if (width := page.evaluate("document.scrollingElement.scrollWidth")) > PHONE["width"]:
            found.append(f"/{address} ist auf {PHONE['width']} px {width} px breit")
        page.set_viewport_size(DESKTOP)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_a_list_with_news_and_one_to_take_over(visitor: Visitor) -> None:
    page = visitor.goes_to("roadmap/roter-faden/")
    page.get_by_role("button", name="Folgen", exact=True).click()
    expect(page.get_by_role("button", name="Folgen", exact=True)).to_have_attribute("aria-pressed", "true")
    found = everywhere(page)
    page.evaluate(
        """() => { const [[key, text]] = Object.entries(localStorage);
        localStorage.setItem(key, text.replace(/"n":{"[^"]+":"[^"]+",/, '"n":{').replace('"Titel":"', '"Titel":"x')); }"""
    )
    page = visitor.goes_to("folgen/#liste=themen/klima,gremien/stadtrat")
    expect(page.locator("#mitgebracht li")).to_have_count(2)
    expect(page.locator("#neues li")).to_have_count(2)
    page.get_by_role("button", name="Link für ein anderes Gerät").click()
    found += everywhere(page)
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
    found = everywhere(page)
    assert not found, "\n".join(found)


def test_axe_would_find_something(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/")
    page.evaluate("document.querySelector('main label').remove()")
    assert [violation for violation in violations(page) if violation.startswith("label:")]


def test_axe_would_find_bad_colours_in_the_dark_too(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/")
    restyle(page, "@media (prefers-color-scheme: dark) { main label { color: var(--grund) } }")
    found = everywhere(page)
    assert {problem.partition(" px: color-contrast:")[0] for problem in found} == {"dark, 1280", "dark, 320"}, found


def test_the_rules_about_colours_are_all_that_axe_has_and_runs(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/")
    bring(page)
    about_colours = page.evaluate(
        "axe.getRules(['cat.color']).filter(({tags}) => !tags.includes('wcag2aaa')).map(({ruleId}) => ruleId)"
    )
    assert set(about_colours) == set(COLOURS)


def _without_refresh(route: Route) -> None:
    """Hold a redirect, so that it can be looked at."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="x-refresh"'))
