"""Atom (RFC 4287) as text. An entry is written at most once and then stands in every feed that it belongs to.

Nothing here reads a clock: `updated` follows from what is told, so that the same data gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from xml.etree.ElementTree import Element, SubElement, tostring

from portal.recipes import Recipe, digest

ATOM, HISTORY = "http://www.w3.org/2005/Atom", "http://purl.org/syndication/history/1.0"
MEDIA_TYPE = "application/atom+xml"


@dataclass(frozen=True, kw_only=True)
class AtomEntry:
    """One entry; written when the first feed needs it that is not as it was."""

    id: str
    title: str
    url: str
    updated: dt.datetime
    published: dt.datetime | None
    kind: str
    summary: str

    @cached_property
    def digest(self) -> bytes:
        return digest(repr(self))

    @cached_property
    def xml(self) -> str:
        element = Element("entry")
        _text(element, "id", self.id)
        _text(element, "title", self.title)
        SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": self.url})
        _text(element, "updated", stamp(self.updated))
        if self.published:
            _text(element, "published", stamp(self.published))
        SubElement(element, "category", {"term": self.kind})
        _text(element, "summary", self.summary)
        return tostring(element, encoding="unicode")


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomLink:
    rel: str
    href: str
    type: str = MEDIA_TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomHead:
    """What a feed says of itself."""

    id: str
    title: str
    subtitle: str
    author: str
    author_url: str
    rights: str
    links: Sequence[AtomLink]
    #: Where there is no entry to tell.
    updated: dt.datetime
    #: A document of older entries (RFC 5005), which nobody needs to ask for twice.
    is_archive: bool = False


def feed(head: AtomHead, entries: Sequence[AtomEntry]) -> Recipe:
    """A whole document; as new as its newest entry."""
    return Recipe(digest(repr(head), *(entry.digest for entry in entries)), partial(_written, head, entries))


def _written(head: AtomHead, entries: Sequence[AtomEntry]) -> bytes:
    namespaces = {"xmlns": ATOM} | ({"xmlns:fh": HISTORY} if head.is_archive else {})
    element = Element("feed", {**namespaces, "xml:lang": "de"})
    _text(element, "id", head.id)
    _text(element, "title", head.title)
    _text(element, "subtitle", head.subtitle)
    _text(element, "updated", stamp(max((e.updated for e in entries), default=head.updated)))
    author = SubElement(element, "author")
    _text(author, "name", head.author)
    _text(author, "uri", head.author_url)
    for link in head.links:
        SubElement(element, "link", {"rel": link.rel, "type": link.type, "href": link.href})
    _text(element, "rights", head.rights)
    if head.is_archive:
        SubElement(element, "fh:archive")
    start = tostring(element, encoding="unicode").removesuffix("</feed>")
    lines = ['<?xml version="1.0" encoding="utf-8"?>', start, *(e.xml for e in entries), "</feed>", ""]
    return "\n".join(lines).encode()


def stamp(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
