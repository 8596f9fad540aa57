"""Which pages there are: one for every record, a list for every type, a redirect for every old id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from portal.council.agenda import sitting
from portal.council.bodywork import bodywork
from portal.council.offices import offices
from portal.follow.overview import overview
from portal.handbook.pages import field_pages
from portal.lists.chronicle import NEWEST_FIRST, OLDEST_FIRST
from portal.lists.paging import PAGE_SIZE
from portal.parts.page import Page, prepared
from portal.parts.prose import Prose
from portal.parts.rows import others
from portal.records import RECORD_TYPES, Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.urls import url_of
from portal.roadmap.board import board
from portal.roadmap.control import ADDRESS as CONTROL
from portal.search.cards import FILTERS
from portal.views.datapage import data_page
from portal.views.evidence import evidence
from portal.views.gaps import contradictions, gaps
from portal.views.listpages import of_control, of_lists, of_timeline
from portal.views.openquestions import open_questions
from portal.views.topics import topic_content

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


#: How the addresses of some pages begin, and what makes them. Several may begin alike.
Section = tuple[str, Callable[[], Iterable[Page]]]

#: Types whose own address shows more than a list; the list then lies below it.
OWN_LISTS: dict[str, tuple[str, Callable[[Register], Any]]] = {"roadmap": ("roadmap.html", board)}

#: What the page of a record shows of other records, worked out when the page's turn comes.
DETAILS: dict[str, Callable[[Register, Entry[Any]], Any]] = {
    "sitzungen": sitting,
    "gremien": bodywork,
    "personen": offices,
    "themen": topic_content,
    "quellen": evidence,
    "glossar": lambda register, entry: others(register, entry.key),
    "ereignisse": lambda register, entry: others(register, entry.key),
}

#: Pages that look across all records.
OVERVIEWS = (
    Page(
        url="widersprueche/",
        template="widersprueche.html",
        title="Widersprüche",
        description="Wo sich Quellen widersprechen, beide Seiten nebeneinander.",
        content=contradictions,
    ),
    Page(
        url="offene-punkte/",
        template="offene-punkte.html",
        title="Offene Punkte",
        description="Was noch niemand herausgefunden hat, und wie Sie helfen können.",
        content=gaps,
    ),
    Page(
        url="offene-fragen/",
        template="offene-fragen.html",
        title="Offene Fragen",
        description="Fragen ohne Antwort, und wie lange sie schon offen sind.",
        content=open_questions,
    ),
    Page(
        url="folgen/",
        template="folgen.html",
        title="Folgen",
        description="Erfahren, wenn sich etwas tut: mit einer eigenen Liste, Feeds und Kalendern, ohne Konto.",
        content=overview,
    ),
    Page(
        url="daten/",
        template="daten.html",
        title="Daten",
        description="Alle Einträge als offene Daten: JSON, CSV, SQLite und OParl, mit Feldern, Beispielen und Lizenz.",
        content=data_page,
    ),
    Page(
        url="bearbeiten/",
        template="bearbeiten.html",
        title="Bearbeiten",
        description="Einträge ergänzen und berichtigen, mit einem Formular für jede Art von Einträgen.",
        content=lambda _: tuple(RECORD_TYPES.values()),
    ),
    *(
        Page(
            url=f"bearbeiten/{name}/",
            template="formular.html",
            title=f"{record_type.singular} anlegen oder ändern",
            description=f"Das Formular für Einträge unter „{record_type.plural}“.",
            content=prepared(record_type),
        )
        for name, record_type in RECORD_TYPES.items()
    ),
    Page(
        url="suche/",
        template="suche.html",
        title="Suche",
        description="Das ganze Portal durchsuchen.",
        content=lambda _: tuple(FILTERS.items()),
    ),
    *field_pages(),
)


def pages(register: Register, size: int = PAGE_SIZE) -> Iterator[Page]:
    """All generated pages, in a fixed order; lists have `size` entries a page."""
    prose = Prose(register)
    of_type = {f"{name}/": entries for name, entries in register.by_type.items()}
    for begin, section in sections(register, size):
        yield from section()
        yield from (record_page(entry, prose) for entry in of_type.get(begin, ()))


def sections(register: Register, size: int = PAGE_SIZE) -> Iterator[Section]:
    """All pages but those of records, in parts: who wants one page need not make all."""
    for name in RECORD_TYPES:
        yield f"{name}/", partial(of_lists, register, name, size, OWN_LISTS.get(name))
    yield "", lambda: OVERVIEWS
    yield CONTROL, partial(of_control, register)
    yield NEWEST_FIRST, partial(of_timeline, register, size, oldest_first=False)
    yield OLDEST_FIRST, partial(of_timeline, register, size, oldest_first=True)
    yield "", partial(_redirects, register)


def _redirects(register: Register) -> Iterator[Page]:
    for old, new in register.redirects.items():
        title = register.entries[new].record.title
        yield Page(url=url_of(old), template="weiterleitung.html", title=title, redirect_to=new)


def record_page(entry: Entry[Record], prose: Prose) -> Page:
    """The page of one record; it does not depend on how many there are."""
    return Page(
        url=url_of(entry.key),
        template=TEMPLATES[entry.key.type],
        title=entry.record.label(),
        description=describe(entry.record, prose),
        markdown=entry.body,
        key=entry.key,
        record_type=RECORD_TYPES[entry.key.type],
        content=_details(entry),
    )


def _details(entry: Entry[Record]) -> Callable[[Register], object] | None:
    details = DETAILS.get(entry.key.type)
    return (lambda register: details(register, entry)) if details else None


def describe(record: Record, prose: Prose, limit: int = 300) -> str:
    """One or two sentences for search engines and previews, without markup."""
    text = prose.words(record.summary or record.title)
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + " …"
