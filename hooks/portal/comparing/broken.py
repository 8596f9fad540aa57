"""Links inside a site that lead to no file, or to no place on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from portal.comparing.sites import Site

_REFERENCE = re.compile(r"""<[a-z][^>]*?\s(?:href|src)="([^"]*)\"""")
_ID = re.compile(r'\sid="([^"]+)"')


class Broken(NamedTuple):
    """A link as it is written, on the page that has it."""

    address: str
    reference: str


def broken(site: Site) -> Iterator[Broken]:
    """In the order of the pages; each link of a page once."""
    anchors: dict[str, set[str]] = {}
    for address, file in site.pages.items():
        for reference in dict.fromkeys(_REFERENCE.findall(file.read_text(encoding="utf-8"))):
            if not _leads_somewhere(site, address, unescape(reference), anchors):
                yield Broken(address, unescape(reference))


def _leads_somewhere(site: Site, address: str, reference: str, anchors: dict[str, set[str]]) -> bool:
    # Calendar programs know their addresses by a scheme of their own, and fetch them like any other.
    reference = re.sub("^webcal:", "https:", reference)
    target, _, fragment = urljoin(site.url + address, reference).partition("#")
    if not target.startswith(site.url):
        return urlsplit(target).netloc != urlsplit(site.url).netloc  # other hosts are not asked here
    path = unquote(urlsplit(target).path.removeprefix(urlsplit(site.url).path))
    if path not in site.pages:
        return (site.folder / path).is_file()
    if not fragment:
        return True
    if path not in anchors:
        anchors[path] = set(_ID.findall(site.pages[path].read_text(encoding="utf-8")))
    return unescape(unquote(fragment)) in anchors[path]
