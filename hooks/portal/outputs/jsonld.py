"""Each page as JSON-LD: what kind of page it is, what it is about, where it lies."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from portal.outputs.schemaorg import Node, Things, known, things_on
from portal.records import Inquiry, Person, Record, RecordType, Topic
from portal.register.entries import Entry
from portal.register.link import Register

CONTEXT = "https://schema.org"

#: What could end the script element, or a line of a script.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_PAGE_TYPES: dict[type[Record], str] = {Inquiry: "QAPage", Person: "ProfilePage", Topic: "CollectionPage"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page as its template knows it; the start page has no address below the root."""

    url: str
    title: str
    description: str
    language: str = "de"
    #: When it last changed (ISO 8601); empty if nobody knows.
    modified: str = ""
    #: Whether its text is the portal's data, under the data's licence.
    is_data: bool = False
    record_type: RecordType | None = None
    entry: Entry[Record] | None = None


class Graphs:
    """One graph per page of the site at an address."""

    def __init__(self, register: Register, site_url: str) -> None:
        self._register = register
        self._site_url = site_url
        self._things = Things(register, site_url)

    def script(self, page: WebPage) -> str:
        """The content of the page's script element, safe to stand there as it is."""
        document = {"@context": CONTEXT, "@graph": self.graph(page)}
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)

    def graph(self, page: WebPage) -> list[Node]:
        things = things_on(page.entry, self._things) if page.entry else []
        site = self._site() if page.url else self._whole_site()
        nodes = [self._page(page, things), *things, site]
        return [*nodes, self._breadcrumbs(page)] if page.url else nodes

    def _page(self, page: WebPage, things: list[Node]) -> Node:
        address = self._site_url + page.url
        settings = self._register.settings
        subjects = [{"@id": thing["@id"]} for thing in things]
        return known(
            {
                "@type": _type_of(page),
                "@id": address,
                "url": address,
                "name": page.title,
                "description": page.description,
                "inLanguage": page.language,
                "dateModified": page.modified,
                "isPartOf": {"@id": self._site_id},
                "breadcrumb": {"@id": f"{address}#krumen"} if page.url else None,
                "mainEntity": subjects[0] if len(subjects) == 1 else subjects,
                "about": self._things.named(page.entry.record.topics, "themen") if page.entry else None,
                "citation": self._sources(page.entry) if page.entry else None,
                "license": settings.licence.url if page.is_data else None,
                "publisher": {"@type": "Organization", "name": settings.name},
            }
        )

    def _sources(self, entry: Entry[Record]) -> list[Node]:
        return self._things.named((m.text for m in entry.mentions if m.ref.types == ("quellen",)), "quellen")

    @property
    def _site_id(self) -> str:
        return f"{self._site_url}#portal"

    def _site(self) -> Node:
        settings = self._register.settings
        return {"@type": "WebSite", "@id": self._site_id, "url": self._site_url, "name": settings.name}

    def _whole_site(self) -> Node:
        settings = self._register.settings
        return self._site() | {
            "alternateName": settings.programme,
            "description": settings.tagline,
            "inLanguage": "de",
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{self._site_url}suche/?q={{suchwort}}"},
                "query-input": "required name=suchwort",
            },
        }

    def _breadcrumbs(self, page: WebPage) -> Node:
        """The way from the start, as the page shows it."""
        way = [("Start", "")]
        if page.record_type and page.url != f"{page.record_type.name}/":
            way.append((page.record_type.plural, f"{page.record_type.name}/"))
        way.append((page.title, page.url))
        return {
            "@type": "BreadcrumbList",
            "@id": f"{self._site_url}{page.url}#krumen",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "item": self._site_url + url}
                for position, (name, url) in enumerate(way, start=1)
            ],
        }


def _type_of(page: WebPage) -> str:
    if page.entry:
        return _PAGE_TYPES.get(type(page.entry.record), "WebPage")
    return "CollectionPage" if page.record_type else "WebPage"
