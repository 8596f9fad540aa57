"""The visitor's side of a built site: the first page, the next one, a search and further ones."""

from __future__ import annotations

import statistics
from pathlib import Path

from browser.chromium import arguments, chromium, make_driver_run
from playwright.sync_api import sync_playwright

from bench.engines import Own
from bench.results import Visits
from bench.visits import QUESTIONS, opened, visit

#: Two council papers; what the second visit costs beside the first is what a browser does not keep.
_PAGES = ("beschluesse/vorlage-3/", "beschluesse/vorlage-5/")


def visits(site: Path, data: Path, records: int) -> Visits:
    with sync_playwright() as playwright:
        make_driver_run()
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        first_page, second_page = opened(site, browser, _PAGES)
        first, *further = visit(Own(data, site), browser, QUESTIONS)
        browser.close()
    sizes = [each.kilobytes for each in further]
    return Visits(
        records=records,
        first_page=first_page,
        second_page=second_page,
        first_search=first.kilobytes,
        further_search=statistics.median(sizes),
        heaviest_search=max(sizes),
        first_search_seconds=first.seconds,
    )
