"""What RFC 4287 asks of a feed, written as questions to its XML; one German sentence for every breach."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

NS = "{http://www.w3.org/2005/Atom}"
#: RFC 3339 with seconds and the capital letters that section 3.3 asks for.
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def breaches(content: bytes, url: str, today: dt.date) -> Iterator[str]:
    """Everything wrong with a feed that is served at `url` on a day."""
    root = fromstring(content)  # noqa: S314 - written by the test itself
    if root.tag != f"{NS}feed":
        yield f"Die Wurzel heißt {root.tag}"
    yield from _once(root, "feed", "id", "title", "updated")
    if not [author for author in root.findall(f"{NS}author") if author.findtext(f"{NS}name", "").strip()]:
        yield "Dem Feed fehlt ein Autor mit Namen"
    links = [(link.get("rel", "alternate"), link.get("href", "")) for link in root.findall(f"{NS}link")]
    if [href for rel, href in links if rel == "self"] != [url]:
        yield f"rel=self ist nicht {url}: {links}"
    yield from (f"Link ohne vollständige Adresse: {href}" for _, href in links if urlsplit(href).scheme != "https")
    entries = root.findall(f"{NS}entry")
    ids = Counter(entry.findtext(f"{NS}id", "") for entry in entries)
    yield from (f"Die Kennung {name} kommt {amount}-mal vor" for name, amount in ids.items() if amount > 1)
    stamps = [entry.findtext(f"{NS}updated", "") for entry in entries]
    if stamps != sorted(stamps, reverse=True):
        yield "Die Einträge stehen nicht nach ihrem Datum, das Neueste zuerst"
    if stamps and root.findtext(f"{NS}updated") != stamps[0]:
        yield "Der Feed ist nicht so neu wie sein neuester Eintrag"
    for element in [root, *entries]:
        yield from _times(element, today)
        if not urlsplit(element.findtext(f"{NS}id", "")).scheme:
            yield f"Die Kennung {element.findtext(f'{NS}id')} ist keine URI"
    for entry in entries:
        yield from _entry(entry)


def _entry(entry: Element) -> Iterator[str]:
    name = entry.findtext(f"{NS}id", "?")
    yield from _once(entry, name, "id", "title", "updated")
    alternates = [link.get("href", "") for link in entry.findall(f"{NS}link") if link.get("rel") == "alternate"]
    if len(alternates) != 1 or urlsplit(alternates[0]).scheme != "https":
        yield f"{name} verweist nicht auf genau eine Seite: {alternates}"
    if not entry.findtext(f"{NS}summary", "").strip():
        yield f"{name} sagt nichts"
    if any(mark in entry.findtext(f"{NS}summary", "") for mark in ("[[", "<script", "\u00a0")):
        yield f"{name} zeigt Auszeichnung statt Text"
    if any(not category.get("term") for category in entry.findall(f"{NS}category")):
        yield f"{name} hat eine Kategorie ohne Wort"


def _once(element: Element, name: str, *children: str) -> Iterator[str]:
    for child in children:
        found = [part for part in element.findall(f"{NS}{child}") if (part.text or "").strip()]
        if len(found) != 1:
            yield f"{name}: <{child}> kommt {len(found)}-mal vor"


def _times(element: Element, today: dt.date) -> Iterator[str]:
    for child in ("updated", "published"):
        for part in element.findall(f"{NS}{child}"):
            text = part.text or ""
            if not _TIME.fullmatch(text):
                yield f"{text} ist keine Zeit nach RFC 3339"
            elif dt.datetime.fromisoformat(text) > dt.datetime.combine(today, dt.time(), dt.UTC):
                yield f"{text} liegt in der Zukunft"
