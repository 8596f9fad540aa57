"""The history in a real browser: found, narrowed, unfolded, and usable for everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from build.sites import Site
from playwright.sync_api import expect

from browser.axe import everywhere
from browser.server import serving
from browser.visitor import Visitor


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
    found = everywhere(page)
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
