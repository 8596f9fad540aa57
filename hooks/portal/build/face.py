"""What templates know of the page they fill, whoever wrote it; `page` in templates."""

from __future__ import annotations

from dataclasses import dataclass

from portal.parts.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A page as head, breadcrumbs and footer need it."""

    url: str
    title: str
    description: str = ""
    #: The page's own text as HTML.
    content: str = ""
    canonical_url: str = ""
    #: When what it shows last changed, in ISO 8601; empty if nobody knows.
    update_date: str = ""
    language: str = "de"
    is_homepage: bool = False
    #: The generated page this is the face of; None for pages written by hand.
    generated: Page | None = None
    template: str = "main.html"
    #: The file it was written in, from the root of the repository; empty for pages that have none.
    source: str = ""
