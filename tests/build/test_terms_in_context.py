"""Terms of the glossary on finished pages: marked once, explained, and out of the search's way."""

from __future__ import annotations

import gzip
from collections import Counter
from xml.etree.ElementTree import Element

from build.html import Document, name_of, text_of
from build.sites import Site

_PAPER = "beschluesse/stadtgarten/"


def test_terms_are_explained_in_fields_and_prose_alike(musterstadt: Site) -> None:
    page = musterstadt.document(_PAPER)
    assert [(text_of(word), word.get("href")) for word in _words(page)] == [
        ("Beete", "../../glossar/beet/"),
        ("lange Adresse", "../../glossar/lange-adresse/"),
    ]


def test_every_marked_word_has_its_explanation_on_the_page_and_the_other_way_round(site: Site) -> None:
    found = []
    for page in site.documents:
        described = [word.get("aria-describedby", "") for word in _words(page)]
        explained = [paragraph.get("id", "") for paragraph in page.elements("p") if _is_explanation(page, paragraph)]
        if described != explained:
            found.append(f"/{page.address}: markiert {described}, erklärt {explained}")
        if repeated := [word for word, count in Counter(described).items() if count > 1]:
            found.append(f"/{page.address}: mehrmals markiert {repeated}")
        own = [word for word in _words(page) if word.get("aria-describedby") == f"wort-{page.address.split('/')[-2]}"]
        if page.address.startswith("glossar/") and own:
            found.append(f"/{page.address} erklärt sich selbst")
    assert not found, "\n".join(found)


def test_an_explanation_is_the_terms_sentence_as_plain_text(musterstadt: Site) -> None:
    page = musterstadt.document(_PAPER)
    explanation = page.ids["wort-beet"]
    brunnen = text_of(next(musterstadt.document("roadmap/brunnen/").elements("h1")))
    assert text_of(explanation) == f"Beet: Ein Stück Erde, auf dem Blumen wachsen & manchmal auch {brunnen}."
    assert [name_of(element) for element in explanation.iter()] == ["p", "strong"]


def test_the_script_is_loaded_only_where_a_word_is_marked(site: Site) -> None:
    for page in site.documents:
        loads = any("worte-" in script.get("src", "") for script in page.elements("script"))
        assert loads == bool(_words(page)), f"/{page.address}: {len(_words(page))} Wörter, Skript geladen: {loads}"


def test_search_knows_the_word_but_not_its_explanation(musterstadt: Site) -> None:
    """The words stay in the sentence that a search result shows."""
    pages = [
        gzip.decompress(path.read_bytes()).decode()
        for name, path in musterstadt.files.items()
        if name.endswith(".pf_fragment")
    ]
    paper = next(text for text in pages if f'"url":"/{_PAPER}"' in text)
    assert "dann die Beete." in " ".join(paper.replace("\\n", " ").split())
    assert "und eine lange Adresse:" in " ".join(paper.replace("\\n", " ").split())
    assert "auf dem Blumen wachsen" not in paper
    assert any("auf dem Blumen wachsen" in text for text in pages), "Der Begriff selbst ist nicht zu finden"


def test_most_real_pages_stay_quiet(live: Site) -> None:
    """A page full of dots explains nothing any more."""
    counts = {page.address: len(_words(page)) for page in live.documents if any(page.elements("article"))}
    loud = {address: count for address, count in counts.items() if count > 30}
    assert not loud, f"Zu viele erklärte Wörter: {loud}"
    assert sorted(counts.values())[len(counts) // 2] <= 5, "Auf den meisten Seiten stehen zu viele erklärte Wörter"


def _words(page: Document) -> list[Element]:
    return [link for link in page.elements("a") if link.get("class") == "wort"]


def _is_explanation(page: Document, element: Element) -> bool:
    inside = any(outer.get("class") == "erklaerung" for outer in page.ancestors(element))
    return inside and element.get("id") is not None
