"""Questions: each has an address to share, a clock, and a place among the open ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.visitor import PHONE, Visitor


def test_a_question_s_address_can_be_copied(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.goes_to("fragen/anfrage-brunnen/")
    question = page.locator("#frage-2a")
    question.get_by_role("button", name="Link kopieren: Frage 2a").click()
    expect(question.get_by_role("status")).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{visitor.root}fragen/anfrage-brunnen/#frage-2a"
    assert page.evaluate("document.activeElement.textContent") == "Link kopieren"


def test_where_nothing_may_be_copied_the_address_bar_holds_it(visitor: Visitor) -> None:
    visitor.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('verboten'))")
    page = visitor.goes_to("fragen/anfrage-brunnen/")
    question = page.locator("#frage-3")
    question.get_by_role("button", name="Link kopieren: Frage 3").click()
    expect(question.get_by_role("status")).to_have_text("Der Link steht jetzt im Adressfeld")
    assert visitor.here == "fragen/anfrage-brunnen/#frage-3"


def test_without_javascript_the_link_of_a_question_is_its_address(visitor_with: Callable[..., Visitor]) -> None:
    visitor = visitor_with(java_script_enabled=False)
    page = visitor.goes_to("fragen/anfrage-brunnen/")
    assert page.get_by_role("button", name="Link kopieren").count() == 0
    page.locator("#frage-2a").get_by_role("link", name="Frage 2a").click()
    assert visitor.here == "fragen/anfrage-brunnen/#frage-2a"


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_start_to_an_unanswered_question_in_three_clicks(
    javascript: bool, visitor_with: Callable[..., Visitor]
) -> None:
    visitor = visitor_with(java_script_enabled=javascript)
    page = visitor.goes_to("")
    page.get_by_role("contentinfo").get_by_role("link", name="Offene Fragen").click()
    page.get_by_role("navigation", name="Auf dieser Seite").get_by_role("link", name="Ohne Antwort").click()
    assert visitor.here == "offene-fragen/#unanswered"
    page.get_by_role("link", name="Wann kommt der Winterdienst?").click()
    assert visitor.here == "fragen/ueberfaellig/#frage-1"
    expect(page.get_by_text("Die Frist ist seit 37 Tagen vorbei.")).to_be_visible()


def test_the_clock_is_a_row_at_a_desk_and_a_column_on_a_phone(visitor: Visitor) -> None:
    page = visitor.goes_to("fragen/anfrage-brunnen/")
    steps = page.locator(".uhr > li")

    def places() -> list[tuple[float, float]]:
        boxes = [step.bounding_box() for step in steps.all()]
        return [(box["x"], box["y"]) for box in boxes if box]

    assert len({y for _, y in places()}) == 1
    page.set_viewport_size(PHONE)
    assert len({x for x, _ in places()}) == 1
    assert [y for _, y in places()] == sorted(y for _, y in places())


def test_what_is_missing_leads_to_the_form_for_hints(visitor: Visitor) -> None:
    for address in ("offene-fragen/", "offene-punkte/", "widersprueche/"):
        form = visitor.goes_to(address).get_by_role("link", name="Hinweis schreiben")
        expect(form).to_be_visible()
        target = form.get_attribute("href") or ""
        assert target.startswith(
            "https://git.example/musterstadt/portal/issues/new?template=fehler.yml&title=Fehler:+"
        ), f"/{address}"
