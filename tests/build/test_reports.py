"""Every page leads to a form for what is wrong or missing there, filled in with the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from portal.parts.hosting import Form

from build.html import Document, text_of
from build.sites import Site

_FORMS = {f"{form.file}.yml" for form in Form}


def _reports(page: Document) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Words and fields of every link to a form."""
    for link in page.elements("a"):
        address = urlsplit(link.get("href", ""))
        if address.path.endswith("/issues/new"):
            yield text_of(link), parse_qs(address.query, strict_parsing=True)


def test_every_page_can_be_reported_with_its_address(site: Site) -> None:
    for page in site.documents:
        if page.is_indexed:  # not redirects, and not the error page, which has no address of its own
            found = [fields for _, fields in _reports(page)]
            assert "fehler.yml" in {fields["template"][0] for fields in found}, f"/{page.address}"
            assert {fields["template"][0] for fields in found} <= _FORMS, f"/{page.address}"
            assert {fields["seite"][0] for fields in found} == {site.url + page.address}, f"/{page.address}"


@pytest.mark.parametrize(
    ("address", "words", "form", "title"),
    [
        ("beschluesse/stadtgarten/", "Fehler melden", "fehler.yml", "Fehler: B 01/0001"),
        (
            "roadmap/roter-faden/",
            "Neuen Stand melden",
            "projektstand.yml",
            "Projektstand: „Roter Faden“ durch den Garten & zurück",
        ),
        ("roadmap/", "Projektstand melden", "projektstand.yml", "Projektstand: "),
        ("beschluesse/", "Fehlenden Beschluss melden", "beschluss-fehlt.yml", "Beschluss fehlt: "),
        ("fragen/", "Frage vorschlagen", "frage.yml", "Frage: "),
        ("offene-fragen/", "Frage vorschlagen", "frage.yml", "Frage: "),
        ("offene-fragen/", "Hinweis schreiben", "fehler.yml", "Fehler: Offene Fragen"),
        ("offene-punkte/", "Hinweis schreiben", "fehler.yml", "Fehler: Offene Punkte"),
        ("widersprueche/", "Hinweis schreiben", "fehler.yml", "Fehler: Widersprüche"),
        ("suche/", "Stellen Sie Ihre Frage", "frage.yml", "Frage: "),
        ("impressum/", "Fehler melden", "fehler.yml", "Fehler: Impressum"),
    ],
)
def test_where_readers_look_for_a_form_there_is_one(
    musterstadt: Site, address: str, words: str, form: str, title: str
) -> None:
    found = [fields for said, fields in _reports(musterstadt.document(address)) if said == words]
    assert [(fields["template"], fields["title"]) for fields in found] == [([form], [title])]
