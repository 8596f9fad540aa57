"""Which pages there are: one for every record, a list for every type, a redirect for every old id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from portal.entries import Key
from portal.link import Register
from portal.names import WIKI_LINK
from portal.records import RECORD_TYPES, Record, RecordType
from portal.urls import url_of

TEMPLATES = {
    "beschluesse": "beschluss.html",
    "roadmap": "projekt.html",
    "fragen": "frage.html",
    "sitzungen": "sitzung.html",
    "gremien": "gremium.html",
    "personen": "person.html",
    "themen": "thema.html",
    "kennzahlen": "kennzahl.html",
    "ereignisse": "ereignis.html",
    "glossar": "begriff.html",
    "quellen": "quelle.html",
    "seiten": "artikel.html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to render: where, from which template, about what."""

    url: str
    template: str
    title: str
    description: str = ""
    markdown: str = ""
    key: Key | None = None
    record_type: RecordType | None = None
    redirect_to: Key | None = None
    #: What the template shows beside the record, prepared when the page's turn comes; `inhalt` in the template.
    content: Callable[[Register], Any] | None = None

    @property
    def source(self) -> str:
        """The Markdown file this page would be written in by hand."""
        return f"{self.url}index.md" if self.record_type and not self.key else f"{self.url.rstrip('/')}.md"


#: Pages that look across all records.
OVERVIEWS = (
    Page(
        url="zeitleiste/",
        template="zeitleiste.html",
        title="Zeitleiste",
        description="Alles mit Datum, das Neueste zuerst.",
    ),
    Page(
        url="widersprueche/",
        template="widersprueche.html",
        title="Widersprüche",
        description="Wo sich Quellen widersprechen, beide Seiten nebeneinander.",
    ),
    Page(
        url="offene-punkte/",
        template="offene-punkte.html",
        title="Offene Punkte",
        description="Was noch niemand herausgefunden hat, und wie Sie helfen können.",
    ),
    Page(url="suche/", template="suche.html", title="Suche", description="Das ganze Portal durchsuchen."),
)


def pages(register: Register) -> Iterator[Page]:
    """All generated pages, in a fixed order."""
    for name, record_type in RECORD_TYPES.items():
        yield Page(
            url=f"{name}/",
            template="liste.html",
            title=record_type.plural,
            description=record_type.lead,
            record_type=record_type,
        )
        for entry in register.by_type[name]:
            yield Page(
                url=url_of(entry.key),
                template=TEMPLATES[name],
                title=entry.record.label(),
                description=describe(entry.record, register),
                markdown=entry.body,
                key=entry.key,
                record_type=record_type,
            )
    yield from OVERVIEWS
    for old, new in register.redirects.items():
        title = register.entries[new].record.title
        yield Page(url=url_of(old), template="weiterleitung.html", title=title, redirect_to=new)


def describe(record: Record, register: Register, limit: int = 300) -> str:
    """One or two sentences for search engines and previews, without markup."""

    def words(match: re.Match[str]) -> str:
        return match["words"] or register.entries[register.resolve(match["name"]).key].record.title

    text = " ".join(WIKI_LINK.sub(words, record.summary or record.title).split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + " …"
