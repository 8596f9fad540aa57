"""A town with everything that is accepted: each output holds it as text, and nothing else changes."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import feedparser
import pytest
from build.entries import entries_of_files, entries_of_pages
from build.html import Document, name_of
from build.html_rules import (
    ids_are_unique_and_have_no_spaces,
    it_has_one_main_part_and_one_main_heading,
    it_parses_without_errors,
)
from build.sites import Site, fingerprint
from icalendar import Calendar
from lxml import etree
from portal.records import RECORD_TYPES

from hostile.case import Case, Harmless
from hostile.corpus import harmless
from hostile.tables import IS_FORMULA, cells

_TYPE = f"(?:{'|'.join(RECORD_TYPES)})"
#: What shows all records together, and so these, too. Everything else of the town must stay as it was.
_TOGETHER = re.compile(
    r"(?:404|index)\.html|sitemap\.xml|pagefind/.*|daten/katalog\..*"
    r"|(?:beschlusskontrolle|daten|folgen|offene-fragen|offene-punkte|suche|widersprueche|zeitleiste(?:/aelteste-zuerst)?)/index\.html"
    rf"|{_TYPE}/index\.html|roadmap/als/liste/index\.html|bearbeiten/{_TYPE}/verzeichnis\.json"
    rf"|api/v1/(?:index\.json|portal\.sqlite|tabellen/.*|{_TYPE}\.(?:csv|json))"
    rf"|feeds/(?:alle|{_TYPE})\.atom|kalender/(?:alle|{_TYPE})\.ics|oparl/v1/(?:bodies|system|body/.*|legislativeTerm/.*)\.json"
)


@pytest.fixture(scope="session")
def changed(hostile_town: Site, musterstadt: Site) -> set[str]:
    """Files that are new or differ from those of the town without strangers."""
    before, after = fingerprint(musterstadt.folder), fingerprint(hostile_town.folder)
    lost = sorted(path for path in before.keys() - after.keys() if not _TOGETHER.fullmatch(path))
    assert not lost, f"Etwas ist verschwunden: {lost}"
    return {path for path, content in after.items() if before.get(path) != content}


@pytest.fixture(scope="session")
def pages(hostile_town: Site, changed: set[str]) -> list[Document]:
    """Every page that holds something of a stranger."""
    return [
        Document(hostile_town.address(path), hostile_town.folder / path)
        for path in sorted(changed)
        if path.endswith(".html")
    ]


@pytest.fixture(scope="session")
def vocabulary(musterstadt: Site) -> set[tuple[str, str]]:
    """Elements and attributes that the templates and the allow list bring to a page."""
    found = {(name_of(e), key) for page in musterstadt.documents for e in page.elements() for key in ("", *e.keys())}
    # Where lists take several pages, and what is written in Markdown, but nowhere in the invented town.
    return found | {
        ("form", "data-ordner"),
        ("form", "data-teile"),
        ("form", "data-andersherum"),
        ("option", "data-in"),
        ("a", "title"),
        ("ol", "start"),
        ("sup", "id"),
        ("del", ""),
        ("sub", ""),
        ("dl", ""),
        ("hr", ""),
    }


def _addresses(element: Element) -> Iterator[str]:
    for name in (
        "href",
        "src",
        "action",
        "formaction",
        "data",
        "poster",
        "cite",
        "ping",
        "srcset",
        "background",
        "{http://www.w3.org/1999/xlink}href",
    ):
        if (address := element.get(name)) is not None:
            yield address


# --- Pages -------------------------------------------------------------------------------------


def test_no_page_holds_more_than_the_templates_and_the_allow_list_bring(
    pages: list[Document], vocabulary: set[tuple[str, str]]
) -> None:
    foreign = {
        f"{page.address}: <{name_of(element)} {key}>"
        for page in pages
        for element in page.elements()
        for key in ("", *element.keys())
        if (name_of(element), key) not in vocabulary or key.startswith("on") or key == "style"
    }
    assert not foreign, "\n".join(sorted(foreign)[:20])


def test_lists_are_narrowed_by_the_entries_of_their_pages_escaped_as_there(hostile_town: Site) -> None:
    for base in ("beschluesse/", "zeitleiste/"):
        entries = entries_of_files(hostile_town, base)
        assert entries == entries_of_pages(hostile_town, base)
        assert [entry for entry in entries if "&lt;" in entry], "Nichts davon ist feindlich"


def test_every_script_is_one_of_the_portal(pages: list[Document], musterstadt: Site) -> None:
    own = {path.rpartition("/")[2] for path in musterstadt.files if path.endswith(".js")}
    count = 0
    for page in pages:
        for script in page.elements("script"):
            count += 1
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text or "")["@context"] == "https://schema.org", page.address
                assert not re.search("[<>&]", script.text or ""), page.address
            else:
                source = script.get("src", "")
                assert script.get("type") == "module", page.address
                assert not urlsplit(source).netloc, page.address
                assert source.rpartition("/")[2] in own, page.address
                assert not script.text, page.address
    assert count > len(pages)


def test_every_address_leads_into_the_portal_or_openly_elsewhere(pages: list[Document]) -> None:
    allowed = {"", "http", "https", "mailto", "tel", "webcal"}
    for page in pages:
        for element in page.elements():
            for address in _addresses(element):
                assert not re.search(r"[\x00-\x20\\]", address.strip(" ")) or " " in address, (page.address, address)
                parts = urlsplit(address)
                assert parts.scheme.lower() in allowed, (page.address, address)
                assert parts.scheme or not re.match(r"[/\\]{2}", address), (page.address, address)


def test_links_of_records_to_other_sites_say_so(pages: list[Document]) -> None:
    hosts = {"a.example", "boese.example", "rat.example", "quelle.example", "amt.example", "karte.example"}
    found = [
        element
        for page in pages
        for element in page.elements("a")
        if urlsplit(element.get("href", "")).hostname in hosts
    ]
    assert len(found) > 40
    for element in found:
        assert {"external", "noopener", "noreferrer"} <= set(element.get("rel", "").split()), element.get("href")
        assert element.get("target") is None


@pytest.mark.parametrize(
    "rule",
    [it_parses_without_errors, ids_are_unique_and_have_no_spaces, it_has_one_main_part_and_one_main_heading],
    ids=lambda rule: rule.__name__,
)
def test_pages_stay_sound(rule: Any, pages: list[Document]) -> None:
    found = [f"{page.address}: {violation}" for page in pages for violation in rule(page)]
    assert not found, found[:20]


#: What frames a page. A text that breaks out of its place would add to it or take from it.
_FRAME = (
    "link",
    "meta",
    "main",
    "h1",
    "header",
    "footer",
    "form",
    "input",
    "article",
    "body",
    "html",
    "title",
    "iframe",
)


def test_a_page_is_framed_like_that_of_its_innocent_twin(pages: list[Document]) -> None:
    frames = {page.address: Counter(name_of(element) for element in page.elements(*_FRAME)) for page in pages}
    twins = {address.split("/")[0]: frame for address, frame in frames.items() if "zwilling-" in address}
    twins["seiten"] = twins["zwilling-seiten"]
    twins["sitzungen"] = next(frame for address, frame in frames.items() if address.startswith("sitzungen/rat-1"))
    compared = 0
    for case in _like_twins():
        kind, id_ = _key(case)
        address = f"{id_}/" if kind == "seiten" else f"{kind}/{id_}/"
        assert frames[address] == twins[kind], case.id
        compared += 1
    assert compared > 100


# --- Data --------------------------------------------------------------------------------------


def _like_twins() -> list[Case]:
    return [case for case in harmless() if isinstance(case.expected, Harmless) and case.expected.like_twin]


def _key(case: Case) -> tuple[str, str]:
    kind, _, file = next(iter(case.files)).partition("/")
    return kind, file.rpartition(".")[0]


def _said(case: Case) -> str:
    assert isinstance(case.expected, Harmless)
    return case.expected.literally.strip()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def test_every_json_file_parses_and_holds_texts_as_they_were_written(hostile_town: Site) -> None:
    for path, file in hostile_town.files.items():
        if path.endswith((".json", ".jsonld", ".webmanifest")):
            json.loads(file.read_bytes())
    for case in _like_twins():
        kind, id_ = _key(case)
        record = json.loads(hostile_town.files[f"api/v1/{kind}/{id_}.json"].read_bytes())
        assert _said(case) in set(_texts(record)), case.id


def test_the_database_opens_and_holds_texts_as_they_were_written(hostile_town: Site) -> None:
    with sqlite3.connect(f"file:{hostile_town.files['api/v1/portal.sqlite']}?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for case in _like_twins():
            kind, id_ = _key(case)
            row = database.execute(f'SELECT * FROM "{kind}" WHERE id = ?', (id_,)).fetchone()  # noqa: S608 - a folder's name
            assert row, case.id
            assert _said(case) in row, case.id


def test_no_cell_of_a_table_is_a_formula(hostile_town: Site) -> None:
    guarded = 0
    for path, cell in cells(hostile_town):
        assert not IS_FORMULA.match(cell), (path, cell)
        guarded += bool(re.match("'[=+@-]", cell))
    assert guarded > 20


def test_feeds_are_sound_and_hold_texts_as_they_were_written(hostile_town: Site) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for path, file in hostile_town.files.items():
        if path.endswith((".atom", ".xml")):
            root = etree.fromstring(file.read_bytes(), parser)
            assert {etree.QName(element).namespace for element in root.iter() if isinstance(element.tag, str)} <= {
                "http://www.w3.org/2005/Atom",
                "http://purl.org/syndication/history/1.0",
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                "http://a9.com/-/spec/opensearch/1.1/",
            }, path
            for element in root.iter("{*}link"):
                assert urlsplit(element.get("href", "")).scheme == "https", path
    everything = feedparser.parse(hostile_town.files["feeds/alle.atom"].read_bytes())
    assert not everything.bozo
    assert everything.entries


def test_calendars_are_sound_and_no_text_becomes_a_property(hostile_town: Site, musterstadt: Site) -> None:
    known = {name for event in _events(musterstadt.folder / "kalender/alle.ics") for name in event}
    for path, file in hostile_town.files.items():
        if path.endswith(".ics"):
            content = file.read_bytes()
            assert content.endswith(b"\r\n"), path
            assert all(len(line) <= 75 and b"\n" not in line for line in content[:-2].split(b"\r\n")), path
    events = list(_events(hostile_town.folder / "kalender/alle.ics"))
    assert {name for event in events for name in event} <= known | {"LOCATION"}
    uids = Counter(str(event["UID"]) for event in events)
    assert max(uids.values()) == 1
    assert "gefaelscht" not in uids


def _events(file: Path) -> Iterator[Any]:
    return iter(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


# --- Elsewhere ---------------------------------------------------------------------------------


def test_nothing_of_the_town_changes_but_what_shows_all_records_together(changed: set[str], musterstadt: Site) -> None:
    touched = sorted(path for path in changed if path in musterstadt.files and not _TOGETHER.fullmatch(path))
    assert not touched, f"{len(touched)} Dateien: {touched[:40]}"


def test_nothing_was_run_and_nothing_read_from_elsewhere(hostile_town: Site) -> None:
    assert not Path("/tmp/gefasst").exists()  # noqa: S108 - what a tag in the corpus would make
    passwd = Path("/etc/passwd").read_bytes().splitlines()[0]
    for path, file in hostile_town.files.items():
        assert passwd not in file.read_bytes(), path
