"""Searching: from any page, with results that lead on, and with an honest answer when there are none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.visitor import Visitor


def test_a_word_typed_on_a_record_page_finds_the_record_it_stands_in(visitor: Visitor) -> None:
    page = visitor.goes_to("roadmap/brunnen/")
    field = page.get_by_label("Im Portal suchen")
    field.fill("Gartenfest")
    field.press("Enter")
    page.wait_for_url("**/suche/?q=Gartenfest")
    expect(_status(page)).to_contain_text("Treffer für „Gartenfest“")
    expect(page.get_by_label("Suchwort")).to_have_value("Gartenfest")
    visitor.named("Gartenfest").click()
    page.wait_for_url("**/ereignisse/gartenfest/")
    assert page.locator("h1").inner_text() == "Gartenfest"


def test_the_back_button_brings_the_results_back(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Gartenfest")
    visitor.named("Gartenfest").click()
    page.wait_for_url("**/ereignisse/gartenfest/")
    page.go_back()
    expect(_status(page)).to_contain_text("Treffer für „Gartenfest“")
    expect(visitor.named("Gartenfest")).to_be_visible()


def test_a_second_search_can_be_taken_back(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Gartenfest")
    expect(visitor.named("Gartenfest")).to_be_visible()
    page.get_by_label("Suchwort").fill("Rundbrief")
    page.locator("main").get_by_role("button", name="Suchen").click()
    expect(visitor.named("Rundbrief")).to_be_visible()
    assert visitor.here == "suche/?q=Rundbrief"
    page.go_back()
    expect(visitor.named("Gartenfest")).to_be_visible()
    expect(page.get_by_label("Suchwort")).to_have_value("Gartenfest")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Grundstücksverkehrsgenehmigung", "Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>"),
        ("Überfällig", "„Roter Faden“ durch den Garten & zurück"),
        ("ueberfaellig", "„Roter Faden“ durch den Garten & zurück"),
        ("Gießkanne", "Erika Mustermann"),
        ("Rathaus Saal", "Stadtrat, Sitzung mit eigener Datei"),
    ],
)
def test_records_are_found_by_words_from_their_fields(words: str, title: str, visitor: Visitor) -> None:
    visitor.goes_to(f"suche/?q={words}")
    expect(visitor.named(title)).to_be_visible()


def test_results_are_narrowed_by_filters_that_stand_in_the_address(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Garten")
    before = _results(page).count()
    kind = page.get_by_label("Art", exact=True)
    chosen = kind.locator("option", has_text="Roadmap")
    expect(chosen).to_have_count(1)
    amount = (chosen.text_content() or "").partition("(")[2].rstrip(")")
    kind.select_option(chosen.get_attribute("value"))
    expect(_status(page)).to_have_text(f"{amount} Treffer für „Garten“ mit diesen Filtern.")
    assert visitor.here == "suche/?q=Garten&art=Roadmap"
    expect(_results(page)).to_have_count(int(amount))
    page.go_back()
    expect(_results(page)).to_have_count(before)
    expect(kind).to_have_value("")
    page.go_forward()
    expect(kind).to_have_value("Roadmap")
    page.reload()
    expect(_results(page)).to_have_count(int(amount))


def test_a_filter_in_use_says_what_its_other_values_would_give(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Garten&art=Roadmap")
    options = page.get_by_label("Art", exact=True).locator("option")
    expect(options.filter(has_text="Beschlüsse")).to_have_count(1)


def test_filters_can_be_taken_back_at_once(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Garten&art=Roadmap&ordnung=neueste")
    page.get_by_role("button", name="Filter zurücksetzen").click()
    expect(page.get_by_label("Art", exact=True)).to_have_value("")
    expect(_status(page)).not_to_contain_text("Filtern")
    assert visitor.here == "suche/?q=Garten"


def test_everything_of_one_kind_can_be_listed_without_a_word(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?art=Ereignisse")
    expect(_status(page)).to_contain_text("Treffer mit diesen Filtern.")
    expect(visitor.named("Gartenfest")).to_be_visible()


def test_the_newest_come_first_if_asked_for(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Garten&art=Ereignisse&ordnung=neueste")
    lines = page.locator("#treffer .klein").all_inner_texts()
    found = [int(word) for line in lines for word in line.split() if _is_year(word)]
    assert len(set(found)) > 1, lines
    assert found == sorted(found, reverse=True)


def test_results_come_in_groups_after_the_best(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Garten")
    headings = page.locator("#treffer > h2").all_inner_texts()
    assert headings[0] == "Die besten Treffer"
    assert len(headings) > 1
    assert all(heading.startswith("Weitere Treffer: ") for heading in headings[1:])


def test_more_results_are_shown_on_request_and_get_the_focus(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Garten")
    before = _results(page).count()
    page.get_by_role("button", name="Weitere Treffer zeigen").click()
    expect(page.get_by_role("heading", name="Treffer 11 bis")).to_be_visible()
    assert _results(page).count() > before
    focused = page.evaluate("document.activeElement.closest('#treffer') !== null && document.activeElement.localName")
    assert focused == "a"


@pytest.mark.parametrize(
    ("words", "section"),
    [("Beete Wege", "#punkt-"), ("Wasser Brunnen", "#frage-")],
)
def test_a_result_leads_to_the_point_or_question_that_fits(words: str, section: str, visitor: Visitor) -> None:
    page = visitor.goes_to(f"suche/?q={words}")
    link = page.locator(f"#treffer .fundstellen a[href*='{section}']").first
    target = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(page.locator(f"#{target}:target")).to_be_visible()


def test_what_was_searched_for_is_marked_in_excerpts(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Gartenfest")
    expect(page.locator("#treffer mark").first).to_contain_text("Gartenfest")


def test_a_slip_is_put_right_and_said_so(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Gratenfest")
    expect(_status(page)).to_contain_text("Treffer für „Gartenfest“")
    hint = page.locator("#suchhinweis")
    expect(hint).to_contain_text("Meinten Sie Gartenfest?")
    hint.get_by_role("link", name="Gartenfest").click()
    assert visitor.here == "suche/?q=Gartenfest"
    expect(hint).to_be_empty()


def test_the_nearest_words_are_offered_where_nothing_is_found(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Grten")
    expect(_status(page)).to_have_text("Nichts gefunden für „Grten“.")
    page.locator("#nichtgefunden").get_by_role("link", name="Garten", exact=True).click()
    page.wait_for_url("**/suche/?q=Garten")
    expect(_status(page)).to_contain_text("Treffer für „Garten“")


def test_where_nothing_is_found_the_search_becomes_a_question(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Xylophonquartett+%26+mehr")
    expect(_status(page)).to_contain_text("Nichts gefunden")
    form = page.get_by_role("link", name="Stellen Sie Ihre Frage")
    expect(form).to_have_attribute(
        "href", re.compile(r"/issues/new\?template=frage\.yml&title=Frage%3A\+Xylophonquartett\+%26\+mehr&seite=")
    )


def test_of_several_words_those_that_stand_somewhere_are_offered(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Rundbrief Xylophonquartett")
    expect(_status(page)).to_contain_text("Nichts gefunden")
    page.locator("#nichtgefunden").get_by_role("link", name="Rundbrief", exact=True).click()
    expect(visitor.named("Rundbrief")).to_be_visible()


def test_a_new_question_is_asked_of_everything(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Garten&art=Roadmap")
    page.get_by_label("Suchwort").fill("Gartenfest")
    page.get_by_label("Suchwort").press("Enter")
    expect(visitor.named("Gartenfest")).to_be_visible()
    assert visitor.here == "suche/?q=Gartenfest"


def test_nothing_is_loaded_before_there_is_a_question(visitor: Visitor) -> None:
    loaded: list[str] = []
    visitor.page.on("request", lambda request: loaded.append(request.url))
    page = visitor.goes_to("suche/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "pagefind" in url or "suchkern" in url]


def test_what_nobody_wrote_is_not_found_and_the_lists_are_offered(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=Xylophonquartett")
    expect(_status(page)).to_have_text("Nichts gefunden für „Xylophonquartett“.")
    expect(page.locator("#treffer li")).to_have_count(0)
    expect(visitor.named("Beschlüsse")).to_be_visible()


def test_without_a_word_the_lists_are_offered(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/")
    expect(_status(page)).to_have_text("")
    expect(visitor.named("Beschlüsse")).to_be_visible()
    page.locator("main").get_by_role("button", name="Suchen").click()
    expect(visitor.named("Beschlüsse")).to_be_visible()
    assert visitor.here == "suche/"


def test_what_is_searched_for_is_shown_as_text(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(_status(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_markup_in_records_is_shown_as_text_in_results(visitor: Visitor) -> None:
    page = visitor.goes_to("suche/?q=bereinigt")
    expect(visitor.named('Text, der bereinigt werden muss <script>alert("titel")</script>')).to_be_visible()
    assert page.locator("#treffer script, #treffer img").count() == 0


def test_the_status_is_announced(visitor: Visitor) -> None:
    """A live region announces what changes in it, so it must be there before the search is."""
    page = visitor.goes_to("suche/")
    region = _status(page)
    expect(region).to_have_count(1)
    page.evaluate("window.region = document.querySelector('[role=status]')")
    page.get_by_label("Suchwort").fill("Gartenfest")
    page.get_by_label("Suchwort").press("Enter")
    expect(region).to_contain_text("Treffer")
    assert page.evaluate("window.region === document.querySelector('[role=status]')"), "Die Meldung wurde ausgetauscht"


def test_without_the_index_the_page_says_so_and_offers_the_lists(visitor: Visitor) -> None:
    visitor.provokes("ERR_FAILED")
    visitor.page.route("**/pagefind/**", lambda route: route.abort())
    page = visitor.goes_to("suche/?q=Garten")
    expect(_status(page)).to_contain_text("nicht verfügbar")
    expect(visitor.named("Beschlüsse")).to_be_visible()


def test_without_javascript_the_page_offers_the_lists(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    page = visitor.goes_to("suche/")
    assert "Die Suche braucht JavaScript." in page.locator("main").inner_text()
    visitor.named("Beschlüsse").click()
    assert visitor.here == "beschluesse/"


def test_without_javascript_a_redirect_still_leads_on(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    visitor.page.goto(visitor.root + "roadmap/gelber-faden/")
    visitor.page.wait_for_url("**/roadmap/roter-faden/")


def _status(page: Page) -> Locator:
    return page.get_by_role("status")


def _results(page: Page) -> Locator:
    return page.locator("#treffer > ol > li")


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4
