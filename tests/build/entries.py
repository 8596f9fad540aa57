"""The entries of a list as HTML: as its pages have them, and as the files do by which a browser narrows it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any
from urllib.parse import urljoin

from build.sites import Site

_LINK = re.compile(r'(?<=href=")[^"]*')
_FORM = re.compile(r'<form class="auswahl"[^>]*>')
#: An entry begins with its values, and ends where the next one begins or the list does.
_ENTRY = re.compile(r"<li data-(?:datum|jahr|gremium|thema|art|stand)=.*?</li>(?=<li data-|</[uo]l>)", re.DOTALL)


def entries_of_pages(site: Site, base: str) -> list[str]:
    """In the order of the pages, with addresses from the root."""
    return [
        _from_the_root(entry, address)
        for address in _addresses(site, base)
        for entry in _ENTRY.findall(_html(site, address))
    ]


def entries_of_files(site: Site, base: str) -> list[str]:
    """The same as a browser puts them together."""
    form = _FORM.findall(_html(site, base))[0]
    folder = urljoin(f"/{base}", _attribute(form, "data-ordner"))
    found = []
    for name in _attribute(form, "data-teile").split():
        file = json.loads(site.files[f"{folder[1:]}{name}.json"].read_text(encoding="utf-8"))
        entries = [_from_the_root(entry, folder[1:]) for entry in unpacked(file)]
        turned = [entries[number] for number in accumulate(file.get("andersherum", []))]
        found += turned if "data-andersherum" in form else entries
    return found


def unpacked(file: dict[str, Any]) -> Iterator[str]:
    """What assets/js/liste.js makes of a file."""
    rows = [zip(*form["werte"], strict=True) if form["werte"] else iter(()) for form in file["formen"]]
    for number in file["folge"]:
        html = file["formen"][number]["html"]
        values = next(rows[number], ())
        yield html[0] + "".join(value + piece for value, piece in zip(values, html[1:], strict=True))


def _addresses(site: Site, base: str) -> Iterator[str]:
    yield base
    number = 2
    while f"{base}seite/{number}/index.html" in site.files:
        yield f"{base}seite/{number}/"
        number += 1


def _html(site: Site, address: str) -> str:
    return site.files[f"{address}index.html"].read_text(encoding="utf-8")


def _attribute(tag: str, name: str) -> str:
    found = re.search(f' {name}="([^"]*)"', tag)
    assert found, f"{name} fehlt: {tag}"
    return found[1]


def _from_the_root(html: str, address: str) -> str:
    return _LINK.sub(lambda link: urljoin(f"/{address}", link[0]), html)
