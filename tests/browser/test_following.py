"""The own list: written with the first star, compared with what changed, taken along and deleted."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest
from build.builds import Builds
from build.sites import SITE_URL, STANDING
from playwright.sync_api import Page, expect

from browser.server import serving
from browser.visitor import PHONE, Visitor

_THREAD, _WELL, _TOPIC = "roadmap/roter-faden", "roadmap/brunnen", "themen/klima"
_STORED = "Object.entries({...localStorage}).map(([key, value]) => [key, JSON.parse(value)])"


def _star(visitor: Visitor, name: str) -> None:
    page = visitor.goes_to(f"{name}/")
    button = page.get_by_role("button", name="Folgen", exact=True)
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def _list(visitor: Visitor) -> Page:
    """The page „Folgen“, when it has loaded what is new."""
    page = visitor.goes_to("folgen/")
    expect(page.locator("#folgenstand")).not_to_have_text("Neues wird geladen …")
    return page


def _download(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.path().read_bytes()


def test_the_first_star_writes_the_list_and_says_where_it_is(visitor: Visitor) -> None:
    page = visitor.goes_to(f"{_THREAD}/")
    assert page.evaluate(_STORED) == []
    page.get_by_role("button", name="Folgen", exact=True).click()
    expect(page.locator(".folgeleiste [role=status]")).to_contain_text("nur im Speicher dieses Browsers")
    ((key, stored),) = page.evaluate(_STORED)
    assert key == "folgen:/"
    assert list(stored["liste"]) == [_THREAD]
    assert page.context.cookies() == []
    page.get_by_role("button", name="Folgen", exact=True).click()
    expect(page.locator(".folgeleiste [role=status]")).to_have_text("Sie folgen diesem Eintrag nicht mehr.")
    assert page.evaluate(_STORED) == [], "Vom letzten Stern bleibt etwas zurück"


@pytest.fixture
def own_town(town: Path, tmp_path: Path) -> Path:
    return shutil.copytree(town, tmp_path / "daten")


def test_after_one_record_changed_exactly_that_change_is_shown(
    own_town: Path, builds: Builds, tmp_path: Path, visitor_with: Callable[..., Visitor]
) -> None:
    site = tmp_path / "site"
    builds.make(own_town, site, **STANDING)
    visitor = visitor_with()
    with serving(site) as address:
        visitor.root = address
        for name in (_THREAD, _WELL, _TOPIC):
            _star(visitor, name)
        page = _list(visitor)
        expect(page.locator("#folgenstand")).to_have_text("Nichts Neues seit dem letzten Mal.")
        expect(page.locator("#neues li")).to_have_count(0)
        expect(page.locator("#zuletzt")).to_contain_text("Zuletzt angesehen: ")

        record = own_town / f"{_THREAD}.md"
        text = record.read_text(encoding="utf-8")
        start = text.index("meilensteine:")
        news = "  - {datum: 2026-11-01, stand: abgeschlossen, notiz: Der Weg ist offen.}\n"
        record.write_text(text[:start] + news + text[start:], encoding="utf-8")
        _rebuild(builds, own_town, site)

        page = _list(visitor)
        expect(page.locator("#folgenstand")).to_have_text("1 Änderung seit dem letzten Mal.")
        (item,) = page.locator("#neues li").all()
        assert item.locator("h3").inner_text() == "„Roter Faden“ durch den Garten & zurück: abgeschlossen"
        assert "1. November 2026 · Neuer Stand · neu" in item.inner_text()
        assert "Der Weg ist offen." in item.inner_text()
        item.get_by_role("link").click()
        page.wait_for_url(f"**/{_THREAD}/#verlauf-5")

        page = _list(visitor)
        page.get_by_role("button", name="Alles als gesehen markieren").click()
        expect(page.locator("#folgenstand")).to_have_text("Alles ist als gesehen markiert.")
        expect(page.locator("#folgenstand")).to_be_focused()
        expect(page.locator("#neues li")).to_have_count(0)
        page = _list(visitor)
        expect(page.locator("#neues li")).to_have_count(0)

        record.write_text(
            record.read_text(encoding="utf-8").replace("Ein roter Weg führt", "Ein Weg führt"), encoding="utf-8"
        )
        _rebuild(builds, own_town, site)
        page = _list(visitor)
        (item,) = page.locator("#neues li").all()
        assert "Geändert: Kurzfassung." in item.inner_text()


def _rebuild(builds: Builds, data: Path, site: Path) -> None:
    """The server keeps serving its folder, so the new site has to come into the same one."""
    new = site.with_name("neu")
    builds.make(data, new, **STANDING)
    shutil.rmtree(site)
    new.rename(site)


def test_the_list_is_taken_along_as_feeds_as_a_calendar_and_as_a_link(
    visitor_with: Callable[..., Visitor], visitor: Visitor
) -> None:
    for name in (_THREAD, _TOPIC):
        _star(visitor, name)
    page = _list(visitor)

    opml = ET.fromstring(_download(page, "Feeds herunterladen (OPML)"))  # noqa: S314 - the portal's own file
    assert opml.get("version") == "2.0"
    outlines = [(o.get("type"), o.get("text"), o.get("xmlUrl")) for o in opml.iter("outline")]
    assert outlines == [
        ("rss", "„Roter Faden“ durch den Garten & zurück", f"{visitor.root}feeds/{_THREAD}.atom"),
        ("rss", "Klima", f"{visitor.root}feeds/{_TOPIC}.atom"),
    ]

    calendar = icalendar.Calendar.from_ical(_download(page, "Termine herunterladen (ICS)"))
    merged = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    expected = set()
    for name in (_THREAD, _TOPIC):
        single = page.request.get(f"{visitor.root}kalender/{name}.ics").body()
        expected |= {str(event["uid"]) for event in icalendar.Calendar.from_ical(single).walk("VEVENT")}
    assert sorted(merged) == sorted(expected)
    assert {"VERSION", "PRODID"} <= set(calendar)

    page.get_by_role("button", name="Link für ein anderes Gerät").click()
    link = page.get_by_label("Dieser Link enthält Ihre Liste").input_value()
    assert link == f"{visitor.root}folgen/#liste={_THREAD},{_TOPIC}"

    other = visitor_with()
    requests: list[str] = []
    other.page.on("request", lambda request: requests.append(request.url))
    there = other.goes_to(link.removeprefix(other.root))
    expect(there.locator("#mitgebracht li")).to_have_count(2)
    assert there.evaluate(_STORED) == [], "Ohne Bestätigung ist schon etwas gespeichert"
    there.get_by_role("button", name="Übernehmen", exact=True).click()
    expect(there.locator("#folgenstand")).to_contain_text("Übernommen: 2 Einträge.")
    ((_, stored),) = there.evaluate(_STORED)
    assert list(stored["liste"]) == [_THREAD, _TOPIC]
    assert other.here == "folgen/"
    assert not [url for url in requests if "liste=" in url], "Die Liste ging an den Server"
    expect(there.locator("#neues li")).to_have_count(0)


def test_a_link_can_be_refused_and_brings_nothing_that_is_no_record(visitor: Visitor) -> None:
    visitor.provokes("404")
    page = visitor.goes_to(f"folgen/#liste={_THREAD},roadmap/gibt-es-nicht,../../boese,javascript:alert(1)")
    expect(page.locator("#mitgebracht li")).to_have_count(1)
    expect(page.locator("#fehlend")).to_have_text("1 Eintrag aus dem Link gibt es nicht.")
    page.get_by_role("button", name="Nicht übernehmen").click()
    expect(page.locator("#folgenstand")).to_have_text("Nichts übernommen.")
    assert page.evaluate(_STORED) == []


def test_one_button_deletes_everything(visitor: Visitor) -> None:
    _star(visitor, _THREAD)
    page = _list(visitor)
    page.get_by_role("button", name="Alles löschen").click()
    expect(page.locator("#folgenstand")).to_contain_text("Gelöscht.")
    assert page.evaluate(_STORED) == []
    expect(page.locator("#leer")).to_be_visible()
    expect(page.locator("#eigenes")).to_be_hidden()


def test_a_record_under_its_former_id_is_known_by_its_new_one(visitor: Visitor) -> None:
    _star(visitor, _THREAD)
    visitor.page.evaluate(
        """() => { const key = "folgen:/", list = JSON.parse(localStorage.getItem(key));
        list.liste["roadmap/gelber-faden"] = list.liste["roadmap/roter-faden"]; delete list.liste["roadmap/roter-faden"];
        localStorage.setItem(key, JSON.stringify(list)); }"""
    )
    page = _list(visitor)
    ((_, stored),) = page.evaluate(_STORED)
    assert list(stored["liste"]) == [_THREAD]
    expect(page.locator("#neues li")).to_have_count(0)


def test_what_the_browser_holds_that_is_no_list_is_no_obstacle(visitor: Visitor) -> None:
    visitor.goes_to("folgen/")
    for rubbish in ("kein JSON", "null", '{"v": 99}'):
        visitor.page.evaluate("text => localStorage.setItem('folgen:/', text)", rubbish)
        expect(_list(visitor).locator("#leer")).to_be_visible()
    visitor.page.evaluate("localStorage.clear()")


def test_where_the_browser_refuses_to_remember_that_is_said(visitor: Visitor) -> None:
    visitor.page.add_init_script("Storage.prototype.setItem = () => { throw new Error('nein'); }")
    page = visitor.goes_to(f"{_THREAD}/")
    page.get_by_role("button", name="Folgen", exact=True).click()
    expect(page.locator(".folgeleiste [role=status]")).to_contain_text("erlaubt dieser Seite nicht")
    expect(page.get_by_role("button", name="Folgen", exact=True)).to_have_attribute("aria-pressed", "false")


def test_the_whole_of_it_works_by_keyboard(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(viewport=PHONE)
    page = visitor.goes_to(f"{_THREAD}/")
    page.get_by_role("button", name="Folgen", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.locator(".folgeleiste [role=status]")).to_contain_text("Gemerkt.")
    page = _list(visitor)
    reached = _reached_by_tab(page)
    wanted = ["Nicht mehr folgen: „Roter Faden“ durch den Garten & zurück", "Feeds herunterladen (OPML)",
              "Termine herunterladen (ICS)", "Link für ein anderes Gerät", "Alles löschen"]  # fmt: skip
    assert [name for name in reached if name in wanted] == wanted
    page.get_by_role("button", name="Nicht mehr folgen").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#folgenstand")).to_be_focused()
    assert page.evaluate(_STORED) == []


def _reached_by_tab(page: Page) -> list[str]:
    names: list[Any] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent.trim()"))
    return names


def test_without_javascript_the_page_explains_feeds_and_names_them(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    page = visitor.goes_to("folgen/")
    expect(page.locator("noscript p")).to_contain_text("Feeds und Kalender gehen auch ohne.")
    expect(page.locator("#merkliste")).to_be_hidden()
    main = page.locator("main")
    assert main.locator("a[href$='feeds/alle.atom']").count() >= 1
    assert main.locator("a[href$='feeds/roadmap.atom']").count() >= 1
    page = visitor.goes_to(f"{_THREAD}/")
    assert page.get_by_role("button", name="Folgen", exact=True).count() == 0, "Ein Stern, der nichts tut"
    expect(page.get_by_role("link", name="Feed abonnieren").first).to_be_visible()
    expect(page.get_by_role("link", name="Kalender abonnieren")).to_have_attribute(
        "href", f"webcal://{SITE_URL.partition('://')[2]}kalender/{_THREAD}.ics"
    )
