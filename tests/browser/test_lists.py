"""Lists: complete without JavaScript; with it they can be narrowed, sorted, shared and left again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from build.sites import Site
from playwright.sync_api import Locator, Page, Request, expect

from browser.axe import at, violations
from browser.server import serving
from browser.visitor import DESKTOP, PHONE, Visitor

#: As many results as are shown at once.
_LIMIT = 100
#: The HTML of the entries of a list, with addresses that do not depend on where it stands.
_AS_SHOWN = """part => [...part.querySelectorAll(".liste > li, .strahl > li")].map(item => {
  const copy = item.cloneNode(true);
  for (const link of copy.querySelectorAll("[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), document.baseURI));
  return copy.outerHTML;
})"""


@pytest.fixture
def crowd(visitor_with: Callable[..., Visitor], crowded: Site) -> Iterator[Visitor]:
    """Somebody who looks at a town with long lists."""
    with serving(crowded.folder) as root:
        visitor = visitor_with()
        visitor.root = root
        yield visitor
        visitor.page.goto("about:blank")


def test_without_javascript_every_page_of_a_list_is_one_click_from_the_last(
    visitor_with: Callable[..., Visitor], crowded: Site
) -> None:
    visitor = visitor_with(java_script_enabled=False)
    with serving(crowded.folder) as root:
        visitor.root = root
        page = visitor.goes_to("beschluesse/")
        expect(page.locator("#auswahl")).to_be_hidden()
        total = int(page.locator("#umfang").inner_text().split()[0])
        seen = _shown(page).count()
        while (further := page.get_by_role("link", name="Weiter zu Seite")).count():
            further.click()
            seen += _shown(page).count()
        assert seen == total
        page.get_by_role("navigation", name="Jahre").get_by_role("link").first.click()
        assert visitor.here.startswith("beschluesse/#jahr-")
        page.goto("about:blank")


def test_a_choice_narrows_the_list_is_announced_and_stands_in_the_address(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/")
    before = _shown(page).count()
    _choose(page, "Gremium", "bauausschuss")
    kept = page.locator("#eintraege [data-gremium~=bauausschuss]").count()
    assert 0 < kept < before
    expect(_status(page)).to_have_text(f"{kept} von {before} Einträgen")
    expect(_shown(page)).to_have_count(kept)
    assert visitor.here == "beschluesse/?gremium=bauausschuss"
    assert page.locator("summary").first.inner_text() == "Filtern und ordnen (1 gewählt)"


def test_back_takes_the_choice_back_and_forward_makes_it_again(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/")
    all_words = _status(page).inner_text()
    _choose(page, "Gremium", "bauausschuss")
    _choose(page, "Ergebnis", "beschlossen")
    expect(_status(page)).to_contain_text("von")
    narrow = _status(page).inner_text()
    page.go_back()
    expect(page.get_by_label("Ergebnis")).to_have_value("")
    expect(page.get_by_label("Gremium")).to_have_value("bauausschuss")
    page.go_back()
    expect(_status(page)).to_have_text(all_words)
    expect(page.locator("#eintraege")).to_be_visible()
    page.go_forward()
    page.go_forward()
    expect(_status(page)).to_have_text(narrow)


def test_a_shared_address_shows_what_was_shared(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/?wort=garten&ordnung=titel")
    expect(page.get_by_label("Stichwort")).to_have_value("garten")
    expect(page.get_by_label("Reihenfolge")).to_have_value("titel")
    titles = [link.inner_text() for link in _shown(page).get_by_role("heading").all()]
    assert titles
    assert all("garten" in item.inner_text().lower() for item in _shown(page).all())
    expect(page.locator("#sortiert")).to_be_hidden()


def test_an_address_with_a_choice_that_is_gone_shows_everything(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/?gremium=gibt-es-nicht-mehr")
    expect(page.get_by_label("Gremium")).to_have_value("")
    expect(page.locator("#eintraege")).to_be_visible()


def test_umlauts_and_capitals_make_no_difference(visitor: Visitor) -> None:
    page = visitor.goes_to("fragen/")
    page.get_by_label("Stichwort").fill("BRÜNNEN")
    expect(_status(page)).not_to_contain_text("0 von")
    expect(_shown(page).first).to_contain_text("Brunnen")


def test_nothing_found_is_said_and_the_search_is_offered(visitor: Visitor) -> None:
    page = visitor.goes_to("glossar/")
    page.get_by_label("Stichwort").fill("Xylophon")
    expect(_status(page)).to_contain_text("0 von")
    expect(page.get_by_text("Kein Eintrag passt zu diesen Filtern.")).to_be_visible()
    page.get_by_role("link", name="Im ganzen Portal suchen").click()
    page.wait_for_url("**/suche/?q=Xylophon")


def test_reset_brings_everything_back(visitor: Visitor) -> None:
    page = visitor.goes_to("beschluesse/?gremium=bauausschuss&wort=garten")
    page.get_by_role("button", name="Filter zurücksetzen").click()
    expect(page.locator("#eintraege")).to_be_visible()
    expect(page.get_by_label("Stichwort")).to_have_value("")
    assert visitor.here == "beschluesse/"
    assert page.evaluate("document.activeElement.textContent") == "Filter zurücksetzen", "Der Fokus ist weg"


def test_the_oldest_and_the_titles_can_come_first(crowd: Visitor) -> None:
    page = crowd.goes_to("beschluesse/")
    _choose(page, "Reihenfolge", "aelteste")
    expect(_status(page)).to_contain_text(f"die ersten {_LIMIT} stehen hier")
    dates = [item.get_attribute("data-datum") for item in _shown(page).all()]
    assert dates == sorted(dates, key=str)
    years = page.locator("#fund h2").all_inner_texts()
    assert years == sorted(set(years))
    _choose(page, "Reihenfolge", "titel")
    expect(page.locator("#fund h2")).to_have_text(["Nach Titel"])
    titles = page.locator("#fund h3").all_inner_texts()
    assert titles == sorted(titles, key=lambda title: title.lower().translate(str.maketrans("äöüß", "aous")))


def test_a_year_loads_the_file_of_this_year_and_no_other(crowd: Visitor) -> None:
    page = crowd.goes_to("beschluesse/")
    fetched = _fetched(page)
    option = page.get_by_label("Jahr").locator("option").nth(-1)
    year, amount = option.get_attribute("value"), option.inner_text().partition("(")[2].rstrip(")")
    _choose(page, "Jahr", year or "")
    expect(_shown(page)).to_have_count(int(amount))
    expect(page.locator("#fund h2")).to_have_text([year or ""])
    assert fetched == [f"/beschluesse/teile/jahr-{year}.json"]
    page.get_by_label("Stichwort").fill("a")
    expect(page.locator("summary").first).to_contain_text("2 gewählt")
    assert len(fetched) == 1, "Was schon da ist, wird noch einmal geladen"


def test_a_word_loads_each_part_once_and_no_other_page(crowd: Visitor) -> None:
    page = crowd.goes_to("zeitleiste/seite/2/")
    parts = (page.locator("#auswahl").get_attribute("data-teile") or "").split()
    word = page.locator("#eintraege .moment-titel").first.inner_text().split()[0]
    fetched = _fetched(page)
    page.get_by_label("Stichwort").press_sequentially(word)
    expect(page.locator("#fund li").first).to_contain_text(word, ignore_case=True)
    assert len(parts) > 2
    assert sorted(fetched) == sorted(f"/zeitleiste/teile/{part}.json" for part in parts)


@pytest.mark.parametrize("base", ["beschluesse/", "sitzungen/", "zeitleiste/", "zeitleiste/aelteste-zuerst/"])
def test_entries_from_files_are_those_of_the_pages_in_their_order(base: str, crowd: Visitor) -> None:
    page = crowd.goes_to(base)
    on_page = [str(item) for item in page.locator("#eintraege").evaluate(_AS_SHOWN)]
    group = str(page.locator("#eintraege [data-gruppe]").first.get_attribute("data-gruppe"))
    _choose(page, "Jahr", group)
    expect(_status(page)).to_contain_text(" von ")
    found = [str(item) for item in page.locator("#fund").evaluate(_AS_SHOWN)]
    amount = min(len(on_page), len(found))
    assert amount > 0
    assert found[:amount] == on_page[:amount]


def test_a_topic_finds_its_entries_on_all_pages_and_their_links_work(crowd: Visitor) -> None:
    page = crowd.goes_to("beschluesse/seite/2/")
    option = page.get_by_label("Thema").locator("option").nth(1)
    amount = int(option.inner_text().partition("(")[2].rstrip(")"))
    _choose(page, "Thema", option.get_attribute("value") or "")
    expect(_shown(page)).to_have_count(amount)
    for link in (_shown(page).first.get_by_role("link").first, _shown(page).last.get_by_role("link").first):
        address = str(link.evaluate("link => link.href"))
        assert page.request.get(address).ok, address
    pages = page.locator("#fund use").evaluate_all(
        "uses => new Set(uses.map(use => new URL(use.href.baseVal, location).pathname)).size"
    )
    assert pages == 1, "Die Zeichen der nachgeladenen Einträge zeigen woanders hin"


def test_many_results_come_in_parts_and_the_focus_goes_to_the_new_ones(crowd: Visitor) -> None:
    page = crowd.goes_to("beschluesse/?ordnung=aelteste")
    expect(_shown(page)).to_have_count(_LIMIT)
    page.get_by_role("button", name="Weitere zeigen").click()
    expect(_shown(page)).to_have_count(2 * _LIMIT)
    focused = page.evaluate("[...document.querySelectorAll('#fund li')].indexOf(document.activeElement.closest('li'))")
    assert focused == _LIMIT
    page.get_by_role("button", name="Weitere zeigen").click()
    expect(page.get_by_role("button", name="Weitere zeigen")).to_be_hidden()


def test_a_part_that_cannot_be_loaded_is_no_silent_gap(crowd: Visitor) -> None:
    crowd.provokes("ERR_FAILED")
    crowd.page.route("**/teile/**", lambda route: route.abort())
    page = crowd.goes_to("beschluesse/")
    _choose(page, "Reihenfolge", "titel")
    expect(_status(page)).to_contain_text("ließ sich nicht ganz laden")
    expect(page.locator("#eintraege")).to_be_visible()


def test_everything_can_be_done_by_keyboard(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(viewport=PHONE)
    page = visitor.goes_to("beschluesse/")
    expect(page.get_by_label("Gremium")).to_be_hidden()
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Gremium")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("garten")
    expect(_status(page)).to_contain_text(" von ")
    page.keyboard.press("Enter")
    assert visitor.here == "beschluesse/?wort=garten", "Die Eingabetaste darf die Seite nicht verlassen"


@pytest.mark.parametrize("address", ["beschluesse/?wort=garten", "glossar/?wort=xyz", "beschluesse/?ordnung=titel"])
def test_what_the_script_shows_is_as_accessible_as_the_page(address: str, visitor: Visitor) -> None:
    page = visitor.goes_to(address)
    expect(_status(page)).to_contain_text(" von ")
    found = at(page, DESKTOP)
    page.locator("details").first.evaluate("details => details.open = true")
    found += at(page, PHONE)
    assert not found, "\n".join(found)


def test_pages_of_long_lists_are_accessible_too(crowd: Visitor) -> None:
    found = []
    for address in ("beschluesse/seite/2/", "zeitleiste/seite/2/"):
        page = crowd.goes_to(address)
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)
            found += [f"/{address}, {size['width']} px: {violation}" for violation in violations(page)]
        if (width := page.evaluate("document.scrollingElement.scrollWidth")) > PHONE["width"]:
            found.append(f"/{address} ist {width} px breit")
    assert not found, "\n".join(found)


def _choose(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).select_option(value)


def _status(page: Page) -> Locator:
    return page.get_by_role("status")


def _shown(page: Page) -> Locator:
    """The entries that can be seen."""
    return page.locator("main li:visible").filter(has=page.locator("h2, h3"))


def _fetched(page: Page) -> list[str]:
    """What the page's scripts ask for from now on, and other pages."""
    found: list[str] = []
    kinds = ("fetch", "xhr", "document")
    page.on("request", lambda request: found.append(_path(request)) if request.resource_type in kinds else None)
    return found


def _path(request: Request) -> str:
    return "/" + request.url.split("/", 3)[3].partition("?")[0]
