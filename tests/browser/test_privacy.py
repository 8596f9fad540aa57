"""Looking at a page leaves no trace and calls nobody else.

That the console is empty and no request leaves the server is asserted after every test (see conftest.py).
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route

from browser.pages import PAGES
from browser.visitor import Visitor

_STORED = """async () => ({
    cookies: document.cookie,
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(database => database.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
_NOTHING = {"cookies": "", "localStorage": [], "sessionStorage": [], "databases": [], "caches": [], "workers": 0}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_is_stored_by(address: str, visitor: Visitor) -> None:
    page = visitor.goes_to(address)
    if address == PAGES["weiterleitung"]:
        page.wait_for_url("**/stadtgarten/")
    stored = page.evaluate(_STORED)
    assert stored == _NOTHING, f"/{address} hinterlässt {stored}"
    assert page.context.cookies() == [], f"/{address} setzt Cookies"
    assert page.evaluate(
        "[...document.scripts].every(script => script.src || script.type === 'application/ld+json')"
    ), f"/{address} führt eingebettete Skripte aus"


def test_another_site_is_not_told_where_somebody_comes_from(visitor: Visitor) -> None:
    told: list[str | None] = []

    def answer(route: Route) -> None:
        told.append(route.request.headers.get("referer"))
        route.fulfill(content_type="text/html", body="<title>Anderswo</title>")

    visitor.provokes("Anfrage an einen anderen Rechner")
    page = visitor.goes_to("quellen/blatt/")
    link = page.locator("main a[href^=http]:not([href*='127.0.0.1'])").first
    outside = urlsplit(link.get_attribute("href") or "").netloc
    page.context.route(f"**://{outside}/**", answer)
    link.click()
    page.wait_for_url(f"**://{outside}/**")
    assert told == [None]


def test_a_redirect_leads_to_the_new_address(visitor: Visitor) -> None:
    visitor.page.goto(visitor.root + "beschluesse/garten/")
    visitor.page.wait_for_url("**/beschluesse/stadtgarten/")
    assert visitor.page.locator("h1").inner_text() == "Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>"


def test_an_unknown_address_gets_a_page_that_helps(visitor: Visitor) -> None:
    visitor.provokes("404")
    page = visitor.goes_to("gibt/es/nicht/")
    assert page.locator("h1").inner_text() == "Diese Seite gibt es nicht"
    page.locator("main").get_by_role("link", name="Beschlüsse").click()
    assert visitor.here == "beschluesse/"
