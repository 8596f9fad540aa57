"""Links inside the site that lead to no file, or to no place on its page.

What a page links to is gathered while its HTML is at hand, by the cheapest means there are; what looks broken in the
end is looked at again more closely. Nothing here asks other hosts.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

#: The error page is served under any address, so its links are followed from one far down.
_ERROR_PAGE, _ANYWHERE = "404.html", "gibt/es/nicht/"
#: A fixed beginning each, which is found several times faster than one of several words.
_IN_HTML = {
    beginning: re.compile(f'{beginning}([^"]*)"')
    for beginning in (' href="', ' src="', ' action="', ' data-index="', ' content="0; url=')
}
_ID = re.compile(r' id="([^"]*)"')
_IN_CSS = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
#: How many broken links a message lists.
_TOLD = 20


class PageLinks(NamedTuple):
    """What a page links to within the site, and its places: small, so that it can be handed over and kept."""

    #: The page below the site's root, or the path of another file.
    url: str
    #: Addresses below the root, one a line, each once: `roadmap/x/#meilenstein-1`. Those outside it begin with a slash.
    targets: str
    #: The ids of the page's elements, one a line.
    places: str


class Broken(NamedTuple):
    """A link as it is written, on the page that has it."""

    address: str
    reference: str
    #: The page is there, the place on it is not.
    lacks_place: bool = False


def links_of(url: str, html: str, site_url: str) -> PageLinks:
    """All links of one page. A text about HTML may look like one; `broken` tells them apart."""
    resolve = _resolver(url, site_url)
    written = {found for sign, pattern in _IN_HTML.items() if sign in html for found in pattern.findall(html)}
    targets = {target for reference in written if (target := resolve(reference)) is not None}
    return PageLinks(url, "\n".join(sorted(targets)), "\n".join(dict.fromkeys(_ID.findall(html))))


def links_of_file(path: str, text: str, site_url: str) -> PageLinks:
    """The same for a file that is no page: what a stylesheet loads, or the site's own addresses in any other text."""
    resolve = _resolver(path, site_url)
    targets = {target for reference in _in_text(path, text, site_url) if (target := resolve(reference)) is not None}
    return PageLinks(path, "\n".join(sorted(targets)), "")


def broken(site: Path, pages: Iterable[PageLinks], site_url: str) -> list[Broken]:
    """In the order of the pages, each link of a page once."""
    pages = list(pages)
    places = {page.url: page.places for page in pages}
    found_on: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        for target in page.targets.split("\n") if page.targets else ():
            found_on[target].append(page.url)
    wrong = {target: is_place for target in found_on if (is_place := _is_wrong(site, target, places)) is not None}
    suspects = dict.fromkeys(url for target in wrong for url in found_on[target])
    order = {page.url: place for place, page in enumerate(pages)}
    return [link for url in sorted(suspects, key=order.__getitem__) for link in _confirmed(site, url, wrong, site_url)]


def told(found: Sequence[Broken]) -> str:
    """All of them in German, one a line, or as many as somebody can look at; empty if there are none."""
    lines = [_sentence(link) for link in found[:_TOLD]]
    if len(found) > _TOLD:
        lines.append(f"… und {len(found) - _TOLD} weitere.")
    return "\n".join(lines)


def _sentence(link: Broken) -> str:
    why = "diese Stelle hat die Seite nicht" if link.lacks_place else "das gibt es nicht"
    return f"/{link.address}: Der Link „{link.reference}“ führt ins Leere, {why}."


def _is_wrong(site: Path, target: str, places: dict[str, str]) -> bool | None:
    """None for what leads somewhere; else whether only the place on the page is missing."""
    path, _, fragment = target.partition("#")
    if path.startswith("/"):
        return False
    if path not in places and not _is_file(site, path):
        return False
    if not fragment:
        return None
    if path.endswith(".svg"):
        known = "\n".join(_ID.findall((site / path).read_text(encoding="utf-8")))
    else:
        known = places.get(path, "")
    return None if f"\n{fragment}\n" in f"\n{unescape(known)}\n" else True


def _is_file(site: Path, path: str) -> bool:
    name = f"{path}index.html" if not path or path.endswith("/") else path
    try:
        return (site / name).is_file()
    except (OSError, ValueError):  # longer than any file's name, or with a sign that no file has
        return False


def _confirmed(site: Path, url: str, wrong: dict[str, bool], site_url: str) -> Iterator[Broken]:
    """What a file really links to of what is wrong, as it is written there."""
    file = site / (f"{url}index.html" if not url or url.endswith("/") else url)
    text, resolve = file.read_text(encoding="utf-8"), _resolver(url, site_url)
    written = _in_tags(text) if file.suffix == ".html" else _in_text(url, text, site_url)
    for reference in dict.fromkeys(written):
        if (target := resolve(reference)) is not None and target in wrong:
            yield Broken(url, unescape(reference), wrong[target])


def _in_tags(html: str) -> Iterator[str]:
    """Links in the order of the page. Outside of tags, `<` is escaped: what follows a `>` is text."""
    found = sorted((match.start(), match[1]) for pattern in _IN_HTML.values() for match in pattern.finditer(html))
    for start, reference in found:
        if html.rfind("<", 0, start) > html.rfind(">", 0, start):
            yield reference


def _in_text(path: str, text: str, site_url: str) -> list[str]:
    pattern = _IN_CSS if path.endswith(".css") else re.compile(rf"""{re.escape(site_url)}[^\s"'<>\\]*""")
    return pattern.findall(text)


def _resolver(url: str, site_url: str) -> Callable[[str], str | None]:
    """From a link as it is written on a page to an address below the root; None for other hosts."""
    base = _ANYWHERE if url == _ERROR_PAGE else url
    folders = base.split("/")[:-1]
    above = ["".join(f"{folder}/" for folder in folders[: len(folders) - up]) for up in range(len(folders) + 1)]
    root = urlsplit(site_url).path

    def resolve(reference: str) -> str | None:
        if "&" in reference:
            reference = unescape(reference)
        address, sign, fragment = reference.partition("#")
        if "?" in address:
            address = address.partition("?")[0]
        if not address:
            path = url
        elif address.startswith("/"):
            if address.startswith("//"):
                return None
            path = address.removeprefix(root) if address.startswith(root) else address
        elif ":" in address and _SCHEME.match(address):
            # Calendar programs know their addresses by a scheme of their own, and fetch them like any other.
            address = re.sub(r"^webcal:", f"{site_url.partition(':')[0]}:", address)
            if not address.startswith(site_url):
                return None
            path = address.removeprefix(site_url)
        else:
            up = 0
            while address.startswith("../", 3 * up):
                up += 1
            path = above[up] + address[3 * up :] if up < len(above) else f"/{address}"
        if ("./" in path or "//" in path or path.endswith((".", "index.html"))) and not path.startswith("/"):
            path = _plain(path)
        if "%" in reference:
            path, fragment = unquote(path), unquote(fragment)
        return path + sign + fragment if fragment else path

    return resolve


def _plain(path: str) -> str:
    """`a/./b/../c/index.html` as `a/c/`; a path that leaves the root begins with a slash."""
    plain = posixpath.normpath(path) if path else ""
    if plain.startswith(".."):
        return f"/{path}"
    plain = "" if plain == "." else plain
    if plain == "index.html" or plain.endswith("/index.html"):
        return plain.removesuffix("index.html")
    ends = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return f"{plain}/" if plain and ends else plain
