"""Where the references of a site lead: to its own files and anchors, or to other hosts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from build.html import Document, name_of
from build.sites import Site

#: The error page is served under any address, so its links are tried from one far down.
_ANYWHERE = "gibt/es/nicht/"
_URL_IN_CSS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")
_URL_IN_REFRESH = re.compile(r"url=(.*)", re.IGNORECASE)
_ATTRIBUTES = (
    "href",
    "src",
    "action",
    "poster",
    "data",
    "formaction",
    "{http://www.w3.org/1999/xlink}href",
    "data-index",
)
#: Relations of <link> that browsers do not load.
_NOT_LOADED = {"canonical", "alternate", "license", "author", "help", "next", "prev", "describedby"}


def references(page: Document) -> Iterator[str]:
    """Every URL that a page names, as written."""
    for element in page.elements():
        for attribute in _ATTRIBUTES:
            if (value := element.get(attribute)) is not None:
                yield value
        yield from (part.split()[0] for part in element.get("srcset", "").split(",") if part.strip())
        if element.get("http-equiv") == "refresh" and (found := _URL_IN_REFRESH.search(element.get("content", ""))):
            yield found[1]


def loaded(page: Document) -> Iterator[str]:
    """Every URL that a browser loads, or sends to, without anybody following a link."""
    for element in page.elements():
        name, relation = name_of(element), set(element.get("rel", "").split())
        if name == "link" and not relation & _NOT_LOADED:
            yield element.get("href", "")
        if name in {"use", "image"}:
            yield element.get("href", "")
        yield from (element.get(key, "") for key in ("src", "srcset", "poster", "data", "action", "formaction", "ping"))


def in_css(text: str) -> list[str]:
    return _URL_IN_CSS.findall(text)


def broken(site: Site) -> Iterator[str]:
    """One sentence for every internal link that leads nowhere."""
    anchors: dict[str, set[str]] = {}
    for page in site.documents:
        start = urljoin(site.url, _ANYWHERE if page.address == "404.html" else page.address)
        for reference in references(page):
            if reference.startswith("#"):
                continue  # html_rules looks inside the page
            yield from (f"/{page.address}: „{reference}“ {why}" for why in _why_broken(site, start, reference, anchors))
    for path, file in site.files.items():
        if path.endswith(".css"):
            for reference in in_css(file.read_text(encoding="utf-8")):
                if not reference.startswith("data:"):
                    why_broken = _why_broken(site, urljoin(site.url, path), reference, anchors)
                    yield from (f"/{path}: „{reference}“ {why}" for why in why_broken)


def broken_in_files(site: Site) -> Iterator[str]:
    """One sentence for every address of the site that leads nowhere, in any file for programs."""
    host = urlsplit(site.url).netloc
    pattern = re.compile(rf"""(?:{re.escape(site.url)}|webcal://{re.escape(host)}/)[^\s"'<>\\,;)\]}}|]*""")
    anchors: dict[str, set[str]] = {}
    known: dict[str, list[str]] = {}
    for path, file in site.files.items():
        if texts := _TEXTS.get(file.suffix):
            found = {url for text in texts(file.read_bytes()) if host in text for url in pattern.findall(text)}
            for url in sorted({url.partition("#")[0] for url in found} if file.suffix in _DESCRIBING else found):
                if url not in known:
                    known[url] = list(_why_broken(site, site.url, url, anchors))
                yield from (f"/{path}: „{url}“ {why}" for why in known[url])


def count_in_files(site: Site) -> dict[str, int]:
    """How many files of each kind name an address of the site."""
    names = [
        file.suffix for file in site.files.values() if file.suffix in _TEXTS and site.url.encode() in file.read_bytes()
    ]
    return {suffix: names.count(suffix) for suffix in _TEXTS}


def _in_xml(content: bytes) -> Iterator[str]:
    for element in etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True)).iter():
        yield from element.attrib.values()
        yield element.text or ""


def _in_json(content: bytes) -> Iterator[str]:
    waiting: list[Any] = [json.loads(content)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value


def _in_calendar(content: bytes) -> Iterator[str]:
    yield content.replace(b"\r\n ", b"").decode()


def _in_table(content: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        yield from row


def _as_text(content: bytes) -> Iterator[str]:
    yield content.decode()


#: What is described there has addresses with a fragment that nobody follows: `…/portal.sqlite#datei`.
_DESCRIBING = (".jsonld", ".ttl")
#: How the texts of each kind of file are read.
_TEXTS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".atom": _in_xml,
    ".xml": _in_xml,
    ".json": _in_json,
    ".jsonld": _in_json,
    ".webmanifest": _in_json,
    ".ics": _in_calendar,
    ".csv": _in_table,
    ".ttl": _as_text,
    ".txt": _as_text,
}


def _why_broken(site: Site, start: str, reference: str, anchors: dict[str, set[str]]) -> Iterator[str]:
    # Calendar programs know their addresses by a scheme of their own, and fetch them like any other.
    reference = re.sub("^webcal:", "https:", reference)
    url, _, fragment = urljoin(start, reference).partition("#")
    path = site.path_of(url)
    if path is None:
        if urlsplit(url).netloc == urlsplit(site.url).netloc:
            yield "verlässt den Ordner, in dem die Website liegt"
        return
    if path not in site.files:
        yield f"führt zu /{path}, das es nicht gibt"
        return
    if fragment:
        if path not in anchors:
            anchors[path] = set(re.findall(r'\sid="([^"]+)"', site.files[path].read_text(encoding="utf-8")))
        if unquote(fragment) not in anchors[path]:
            yield f"führt zur Stelle #{fragment}, die /{path} nicht hat"
