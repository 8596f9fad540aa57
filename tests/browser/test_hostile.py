"""What strangers could propose, in a real browser: nothing runs, nothing opens, nothing is asked of another host."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from build.sites import Site
from hostile.corpus import harmless
from hostile.fixtures import hostile_town  # noqa: F401 - a fixture
from hostile.records import SHAPES
from playwright.sync_api import Browser, Dialog, expect

from browser.server import serving
from browser.visitor import DESKTOP, Visitor

#: Lists whose entries come from files.
_NARROWED = ("beschluesse/?ordnung=titel", "zeitleiste/?wort=a")
_FAMILIES = ("jede-art", "html", "verkleidung")


@pytest.fixture(scope="module")
def strange(hostile_town: Site) -> Iterator[str]:  # noqa: F811
    """Where the town with everything strangers could add is served."""
    with serving(hostile_town.folder) as found:
        yield found


def _address(path: str) -> str:
    return path.removeprefix("seiten/").rpartition(".")[0] + "/"


def test_no_page_runs_opens_or_asks_for_anything_of_a_record(browser: Browser, strange: str) -> None:
    context = browser.new_context(viewport=DESKTOP, locale="de-DE")
    page = context.new_page()
    visitor = Visitor(page, strange)
    opened: list[str] = []

    def note(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    context.on("page", lambda other: opened.append(other.url))
    found = {family: [_address(next(iter(c.files))) for c in harmless() if c.family == family] for family in _FAMILIES}
    worst, doubled = found["jede-art"][: len(SHAPES)], found["jede-art"][len(SHAPES) :]
    assert len({address.partition("/")[0] for address in worst}) == len(SHAPES), "eine Seite jeder Art"
    markdown = (*found["html"][::8], *found["verkleidung"][::6])
    for address in (*worst, *doubled[::3], *markdown, "", "roadmap/", "suche/?q=img", "widersprueche/", *_NARROWED):
        visitor.goes_to(address)
        if address in _NARROWED:
            expect(page.locator("#umfang")).to_contain_text(" von ")
            assert page.locator("#fund li").count() > 50
        for link in page.locator("main a:not([href])").all()[:3]:
            link.click(force=True, timeout=500)  # a link that lost its target leads nowhere
        assert (
            page.evaluate(
                "document.querySelectorAll('main script, main iframe, main object, main img[onerror]').length"
            )
            == 0
        )
        assert visitor.here.partition("?")[0].startswith(address.partition("?")[0])
    context.close()
    assert opened == []
    assert visitor.complaints == []
