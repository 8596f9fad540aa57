"""A site with the worst settings that are accepted differs from any other by its words only."""

from __future__ import annotations

import json
from collections import Counter
from urllib.parse import parse_qs, urlsplit

import pytest
from build.html import Document, name_of
from build.html_rules import it_parses_without_errors, nothing_runs_or_styles_inline
from build.sites import Site
from icalendar import Calendar
from lxml import etree

from hostile.strange_settings import FREE, NAME, PROGRAMME, QUERY, TAGLINE, TOWN
from hostile.tables import IS_FORMULA, cells


def _frame(page: Document) -> Counter[tuple[str, str]]:
    """Every element with each of its attributes."""
    return Counter((name_of(element), key) for element in page.elements() for key in ("", *element.keys()))


def test_every_page_is_built_like_that_of_the_innocent_town(strange_settings: Site, musterstadt: Site) -> None:
    innocent = {page.address: _frame(page) for page in musterstadt.documents}
    pages = {page.address: _frame(page) for page in strange_settings.documents}
    assert pages.keys() == innocent.keys()
    differing = {address: pages[address] - frame for address, frame in innocent.items() if pages[address] != frame}
    # Two search examples have become one.
    assert differing.keys() <= {"", "404.html", "suche/"}, differing
    assert not {extra for found in differing.values() for extra in found}


@pytest.mark.parametrize("rule", [it_parses_without_errors, nothing_runs_or_styles_inline], ids=lambda r: r.__name__)
def test_every_page_stays_sound(rule: object, strange_settings: Site) -> None:
    assert callable(rule)
    found = [f"{page.address}: {said}" for page in strange_settings.documents for said in rule(page)]
    assert not found, found[:20]


def test_the_words_are_shown_as_they_were_written(strange_settings: Site) -> None:
    start = strange_settings.document("")
    text = " ".join(start.text.split())
    for words in FREE:
        assert " ".join(words.split()) in text or words in (NAME, TOWN), words
    (title,) = start.elements("title")
    assert title.text == NAME
    links = [link.get("href", "") for link in start.elements("a")]
    assert QUERY in [query for link in links for query in parse_qs(urlsplit(link).query).get("q", [])]
    assert not [link for link in links if urlsplit(link).netloc == "boese.example"]


def test_every_file_for_programs_is_sound_and_holds_the_words(strange_settings: Site) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    said = {NAME: 0, TOWN: 0, PROGRAMME: 0, TAGLINE: 0}
    for path, file in strange_settings.files.items():
        content = file.read_bytes()
        if path.endswith((".json", ".jsonld", ".webmanifest")):
            found = list(_texts(json.loads(content)))
        elif path.endswith((".atom", ".xml")):
            found = ["".join(element.itertext()) for element in etree.fromstring(content, parser).iter()]
        elif path.endswith(".ics"):
            calendar = Calendar.from_ical(content)
            assert {component.name for component in calendar.walk()} <= {
                "VCALENDAR",
                "VEVENT",
                "VTIMEZONE",
                "STANDARD",
                "DAYLIGHT",
            }
            found = [str(value) for value in calendar.values()]
        else:
            continue
        for words in said:
            said[words] += any(words in text for text in found)
    assert all(count > 0 for count in said.values()), said


def test_no_cell_of_a_table_is_a_formula(strange_settings: Site) -> None:
    assert not [(path, cell) for path, cell in cells(strange_settings) if IS_FORMULA.match(cell)]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in items for text in _texts(item)]
