"""What axe finds on a page, light and dark, wide and narrow."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Literal

from playwright.sync_api import Page, ViewportSize

from browser.visitor import DESKTOP, PHONE

#: The rules about colours. The dark scheme changes nothing else (tests/unit/outputs/test_styles.py makes sure of that), so
#: that all other rules would see in the dark what they have just seen in the light.
COLOURS = ("color-contrast", "link-in-text-block")

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
#: All rules that axe runs by itself, and the one of WCAG 2.2 that it leaves out.
_ALL = {
    "preload": False,
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
_OPTIONS: dict[Literal["light", "dark"], dict[str, Any]] = {"light": _ALL, "dark": {**_ALL, "runOnly": COLOURS}}


def violations(page: Page, options: dict[str, Any] = _ALL) -> list[str]:
    """What axe finds on the page as it is."""
    bring(page)
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]} – {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def at(page: Page, size: ViewportSize) -> list[str]:
    """What axe finds on the page at this size, light and dark, and whether it has to be scrolled sideways there."""
    page.set_viewport_size(size)
    found = []
    for scheme, options in _OPTIONS.items():
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}, {size['width']} px: {violation}" for violation in violations(page, options)]
    page.emulate_media(color_scheme="light")
    if (width := page.evaluate("document.scrollingElement.scrollWidth")) > size["width"]:
        found.append(f"Auf {size['width']} px ist die Seite {width} px breit")
    return found


def everywhere(page: Page) -> list[str]:
    """What axe finds on the page, and whether it has to be scrolled sideways; it is wide again afterwards."""
    found = [problem for size in (DESKTOP, PHONE) for problem in at(page, size)]
    page.set_viewport_size(DESKTOP)
    return found


def bring(page: Page) -> None:
    """Axe is half a megabyte of script: once a page is enough."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
