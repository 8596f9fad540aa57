"""Where everything is published. These addresses are promises: old ids redirect, nothing moves."""

from __future__ import annotations

from functools import lru_cache

from portal.records import RECORD_TYPES
from portal.register.entries import Key

#: First steps of addresses that pages of the whole portal and its files use; no record at the root may take one.
TAKEN = {
    *RECORD_TYPES,
    *(
        "zeitleiste",
        "beschlusskontrolle",
        "widersprueche",
        "offene-punkte",
        "offene-fragen",
        "suche",
        "folgen",
        "aenderungen",
    ),
    *("ueber", "mitmachen", "daten", "impressum", "datenschutz", "barrierefreiheit", "entwicklung", "index", "404"),
    *("api", "assets", "feeds", "kalender", "oparl", "pagefind", "bearbeiten"),
}


#: Lists that lie below another page of their type. Two steps, as no record's page has, so that no id is taken.
_LISTS = {"roadmap": "roadmap/als/liste/"}


def list_url(record_type: str) -> str:
    """The address of the plain list of a type, with its filters."""
    return _LISTS.get(record_type, f"{record_type}/")


def url_of(key: Key, fragment: str = "") -> str:
    """The address of a record's page below the site's root."""
    folder = "" if RECORD_TYPES[key.type].at_root else f"{key.type}/"
    return f"{folder}{key.id}/" + (f"#{fragment}" if fragment else "")


def json_of(key: Key) -> str:
    """The address of a record's machine-readable form."""
    return f"api/v1/{key.type}/{key.id}.json"


def relative(page: str, target: str) -> str:
    """A link from one page's URL to another; both below the site's root, pages ending in a slash."""
    path, hash_sign, fragment = target.partition("#")
    if path == page:
        return hash_sign + fragment if fragment else "."
    return _way(page, path) + hash_sign + fragment


@lru_cache(maxsize=10_000)  # every page links to the same few addresses in its head and foot
def _way(page: str, path: str) -> str:
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
