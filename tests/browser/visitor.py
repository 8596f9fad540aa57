"""Somebody who looks at the site, and notes whatever their browser complains of."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Locator, Page, Request, Response, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
#: The width that pages must fit without scrolling sideways (WCAG 1.4.10), and a common height.
PHONE: ViewportSize = {"width": 320, "height": 640}
_HAS_FORM = "document.querySelector('#formular')?.hidden === false || document.querySelector('#formstand').textContent"
_HAS_SEARCHED = "!['', 'Suche läuft …'].includes(document.querySelector('[role=status]').textContent)"
#: Said of what was still on its way when the visitor went on to another page.
_LEFT_BEHIND = "net::ERR_ABORTED"


def until(page: Page, expression: str, argument: Any = None, seconds: float = 30) -> None:
    """Wait until JavaScript says so. Playwright's own way evaluates a text inside of the page, which the policy forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, f"Nach {seconds} Sekunden noch nicht so weit: {expression}"
        page.wait_for_timeout(20)


def restyle(page: Page, css: str) -> None:
    """Change how a page looks, as an extension of the browser would: the policy lets no style into the page itself."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", css
    )


class Visitor:
    """A page of the browser, with addresses below the site's root."""

    def __init__(self, page: Page, root: str, *, runs_scripts: bool = True) -> None:
        self.page = page
        self.root = root
        self._runs_scripts = runs_scripts
        self.complaints: list[str] = []
        self._provoked: tuple[str, ...] = ()
        page.on("console", lambda message: self._complain(f"Konsole ({message.type}): {message.text}"))
        page.on("pageerror", lambda error: self._complain(f"Fehler im Skript: {error}"))
        page.on("requestfailed", self._check_failure)
        page.on("response", self._check_response)
        page.on("request", self._check_request)

    def goes_to(self, address: str) -> Page:
        self.page.goto(self.root + address)
        if "?q=" in address:
            until(self.page, _HAS_SEARCHED)
        if self._runs_scripts and address.removeprefix("bearbeiten/") not in ("", address):
            until(self.page, _HAS_FORM)
        return self.page

    def provokes(self, *parts: str) -> None:
        """Complaints with one of these words are what the test is about."""
        self._provoked += parts

    @property
    def here(self) -> str:
        """The address below the site's root that the browser shows, once all of the page is there."""
        self.page.wait_for_load_state()
        return self.page.url.removeprefix(self.root)

    def named(self, text: str) -> Locator:
        """The link of that name in the main part of the page."""
        return self.page.locator("main").get_by_role("link", name=text, exact=True).first

    def _complain(self, text: str) -> None:
        if not any(part in text for part in self._provoked):
            self.complaints.append(f"/{self.here}: {text}")

    def _check_failure(self, request: Request) -> None:
        if request.failure != _LEFT_BEHIND:
            self._complain(f"nicht geladen: {request.url} ({request.failure})")

    def _check_response(self, response: Response) -> None:
        if response.status >= 400:
            self._complain(f"{response.status} für {response.url}")

    def _check_request(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", "blob:")):
            self._complain(f"Anfrage an einen anderen Rechner: {request.url}")
