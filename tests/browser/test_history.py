"""The history in a real browser: found, narrowed, unfolded, and usable for everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from build.sites import Site
from playwright.sync_api import expect

from browser.server import serving
from browser.test_accessibility import _AXE, _violations
from browser.visitor import DESKTOP, PHONE, Visitor


@pytest.fixture
def historian(visitor_with: Callable[..., Visitor], remembered: Site) -> Iterator[Visitor]:
    """Somebody who looks at the town that has a past."""
    with serving(remembered.folder) as root:
        visitor = visitor_with()
        visitor.root = root
        yield visitor
        visitor.page.goto("about:blank")


@pytest.mark.parametrize(
    "address", ["aenderungen/", "aenderungen/?stand=umbenannt", "beschluesse/stadtgarten/", "ereignisse/abgesagt/"]
)
def test_axe_finds_nothing_on_what_has_changed(address: str, historian: Visitor) -> None:
    page = historian.goes_to(address)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    page.evaluate(_AXE)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)
            found += [f"{scheme}, {size['width']} px: {violation}" for violation in _violations(page)]
            width = page.evaluate("document.scrollingElement.scrollWidth")
            assert width <= size["width"], f"/{address} ist auf {size['width']} px {width} px breit"
    assert not found, "\n".join(found)


def test_a_link_to_a_version_unfolds_the_history_and_shows_it(historian: Visitor) -> None:
    page = historian.goes_to("aenderungen/")
    page.get_by_role("link", name="Stadtgarten").first.click()
    assert "beschluesse/stadtgarten/#fassung-" in historian.here
    expect(page.locator(":target")).to_be_visible()
    expect(page.locator(":target")).to_contain_text("beschlossen, 29 : 6")


def test_changes_can_be_narrowed_to_what_was_deleted(historian: Visitor) -> None:
    page = historian.goes_to("aenderungen/")
    page.get_by_label("Was geschah").select_option("geloescht")
    expect(page.locator("#fund li")).to_have_count(1)
    expect(page.locator("#fund")).to_contain_text("Laternenfest")
    expect(page.get_by_role("status")).to_contain_text("1 von")
