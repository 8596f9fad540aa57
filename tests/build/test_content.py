"""What a record says stands on its page, all of it, and nothing that could do harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from portal.load import load
from portal.records import UNKNOWN, Model, Record
from portal.records.references import mentions
from portal.register.urls import url_of
from portal.validate import validate

from build.html import name_of, text_of
from build.sites import Site

#: Fields that are shown in other words, as a link or not at all.
_ELSEWHERE = {"id", "waehrung", "nr", "url", "webseite", "fruehere-kennungen", "betrifft", "kennung", "adresse"}
#: Where a text is interrupted by markup.
_MARKUP = re.compile(r"<script.*?</script>|\[\[.*?\]\]|\[\^\w+\]:?|<[^>]*>|[*`]+|\n\s*(?:-|\d+\.)?\s*|B ?\d\d/\d{4}")

_LINK = re.compile(r"\[\[(?!\d+,)")

_HARMFUL = {"script", "style", "iframe", "object", "embed", "form", "input", "base", "meta", "img", "marquee", "font"}


def test_every_statement_of_a_record_stands_on_its_page(site: Site) -> None:
    missing = []
    entries, _ = validate(load(site.data).records)
    for entry in entries:
        page = site.document(url_of(entry.key))
        text = page.text + " " + page.title
        for field, statement in _statements(entry.record):
            missing += [f"{entry.key}, {field}: „{part}“" for part in _parts(statement) if part not in text]
    assert not missing, f"{len(missing)} Angaben stehen nicht auf ihrer Seite:\n" + "\n".join(missing[:60])


def test_html_in_fields_and_texts_does_no_harm(musterstadt: Site) -> None:
    page = musterstadt.document("beschluesse/boeses-html/")
    article = next(page.elements("article"))
    inside = [element for element in article.iter() if isinstance(element.tag, str)]
    harmful = sorted({name_of(element) for element in inside} & _HARMFUL)
    assert not harmful, f"Im Text stehen {harmful}"
    attributes = {key for element in inside for key in element.keys()}  # noqa: SIM118
    assert not {key for key in attributes if key == "style" or key.startswith("on")}
    targets = [element.get("href", "") for element in inside]
    assert not [href for href in targets if href.startswith(("javascript:", "data:")) or "boese.example" in href]
    assert "Absatz mit Attributen" in page.text
    assert "https://ok.example/" in targets


def test_html_in_fields_does_no_harm_on_other_pages_either(musterstadt: Site) -> None:
    found = [
        f"/{page.address}: {text_of(element)}"
        for page in musterstadt.documents
        for element in page.elements("script", "b", "i", "img", "em")
        if element.get("type") != "application/ld+json"  # data, which no browser runs
        if "alert" in text_of(element) or element.get("onerror") or text_of(element) in {"Winkel", "sonst", "HTML"}
    ]
    assert not found, "Text ist als HTML gelesen worden:\n" + "\n".join(found)


def test_signs_of_html_in_plain_fields_are_shown_as_they_are(musterstadt: Site) -> None:
    assert "Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>" in musterstadt.document("beschluesse/stadtgarten/").text
    assert "Saal <1>" in musterstadt.document("sitzungen/stadtrat-2024-02-15/").text
    assert "Was Musterstadt beschlossen hat & was daraus wurde." in musterstadt.document("").text


def test_a_decision_looks_like_one_wherever_the_page_names_it(musterstadt: Site) -> None:
    """„beschlossen“ is also a state of projects, where it promises nothing yet."""
    page = musterstadt.document("beschluesse/schlicht/")
    shown = [element.get("class") for element in page.elements("span") if text_of(element) == "beschlossen"]
    assert set(shown) == {"status s-ja"}, f"„beschlossen“ ist gezeichnet als {shown}"


def test_links_between_records_never_show_their_brackets(site: Site) -> None:
    found = []
    for page in site.documents:
        if any("[[" in text_of(code) for code in page.elements("code")):
            continue  # a page that explains how to write them
        shown = [page.text, page.title, *(meta.get("content", "") for meta in page.elements("meta"))]
        # A list of numbers, as the date of a citation in JSON, is no link.
        found += [f"/{page.address}: {text[link.start() :][:60]}" for text in shown if (link := _LINK.search(text))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "words",
    ["14. Mai 2023", "2. Quartal 2023", "Juni 2021", "3. Juni 2022 bis 5. Juni 2022", "Juni 2022 bis Dezember 2023"],
)
def test_dates_are_printed_as_exactly_as_they_are_known(words: str, musterstadt: Site) -> None:
    pages = [page.address for page in musterstadt.documents if words in page.text.replace("\u00a0", " ")]
    assert pages, f"„{words}“ steht auf keiner Seite"


def test_pages_speak_german_only(musterstadt: Site) -> None:
    """Words that come from tools: footnotes, themes, search."""
    english = ("Jump back to", "Skip to", "Table of contents", "Back to top")
    found = [
        f"/{page.address}: „{word}“"
        for page in musterstadt.documents
        for word in english
        if word in page.text or any(word in element.get("title", "") for element in page.elements())
    ]
    assert not found, "\n".join(found)


def _statements(model: Model, location: tuple[str | int, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every text that somebody wrote in their own words, with the field it stands in."""
    named = {mention.location for mention in mentions(model)} if isinstance(model, Record) else set()
    for path, text in _texts(model, location):
        if path not in named and path[-1 if isinstance(path[-1], str) else -2] not in _ELSEWHERE and text != UNKNOWN:
            yield ".".join(map(str, path)), text


def _texts(model: Model, location: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        here = (*location, info.alias or name)
        items = (
            [((*here, index), item) for index, item in enumerate(value)]
            if isinstance(value, tuple)
            else [(here, value)]
        )
        for path, item in items:
            if isinstance(item, Model):
                yield from _texts(item, path)
            elif type(item) is str:
                yield path, item


def _parts(statement: str) -> list[str]:
    """A text as it can be found on a page: cut where markup stands, with single spaces."""
    return [
        part for text in _MARKUP.split(statement) if (part := " ".join(text.split()).strip(" .,:;")) and len(part) > 1
    ]
