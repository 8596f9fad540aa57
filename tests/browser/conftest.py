"""One browser and one web server for all; every test gets a fresh visitor whose browser must not complain."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from build.fixtures import crowded, live, musterstadt, own, remembered, town  # noqa: F401 - fixtures
from build.sites import Site
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.chromium import NoChromium, arguments, chromium, make_driver_run
from browser.server import serving
from browser.visitor import DESKTOP, Visitor

#: How many times slower the visitors' browsers work than they could: `BROWSER_SLOWED=6 make browser` finds the tests
#: (and the pages) that only go well because everything is there at once.
SLOWED = float(os.environ.get("BROWSER_SLOWED") or 0)


def slow_down(context: BrowserContext, page: Page) -> None:
    """An old telephone on a bad line."""
    tools = context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    line = {"offline": False, "latency": 20 * SLOWED, "downloadThroughput": -1, "uploadThroughput": -1}
    tools.send("Network.emulateNetworkConditions", line)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        make_driver_run()
        path = chromium()
    except NoChromium as error:
        pytest.fail(str(error), pytrace=False)
    expect.set_options(timeout=15_000)  # machines that build at the same time are slow
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments())
        yield started
        started.close()


@pytest.fixture(scope="session")
def portal(musterstadt: Site) -> Iterator[str]:  # noqa: F811
    """Where the invented town's portal is served."""
    with serving(musterstadt.folder) as found:
        yield found


@pytest.fixture
def visitor_with(browser: Browser, portal: str) -> Iterator[Callable[..., Visitor]]:
    """Visitors with browsers set up as the test says."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def make(**settings: Any) -> Visitor:
        context = browser.new_context(**{"viewport": DESKTOP, "locale": "de-DE", **settings})
        contexts.append(context)
        runs_scripts = settings.get("java_script_enabled", True)
        page = context.new_page()
        if SLOWED:
            slow_down(context, page)
        visitors.append(Visitor(page, portal, runs_scripts=runs_scripts))
        return visitors[-1]

    yield make
    for context in contexts:
        context.close()
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    assert not complaints, "Der Browser beschwert sich:\n" + "\n".join(complaints)


@pytest.fixture
def visitor(visitor_with: Callable[..., Visitor]) -> Visitor:
    """Somebody at a desk."""
    return visitor_with()
