"""Links inside a finished site that lead to no file, or to no place on its page: by the rules of the build."""

from __future__ import annotations

from portal.build.links import Broken, links_of
from portal.build.links import broken as _broken
from portal.comparing.sites import Site

__all__ = ["Broken", "broken"]


def broken(site: Site) -> list[Broken]:
    """In the order of the pages; each link of a page once."""
    pages = (links_of(address, file.read_text(encoding="utf-8"), site.url) for address, file in site.pages.items())
    return _broken(site.folder, pages, site.url)
