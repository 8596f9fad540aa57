"""The pages of the reference, for the list of all pages."""

from __future__ import annotations

from collections.abc import Iterator

from portal.handbook.fields import BASE, chapters, content
from portal.parts.page import Page


def field_pages() -> Iterator[Page]:
    """The table of contents, then a page per chapter."""
    yield Page(
        url=BASE,
        template="feldverzeichnis.html",
        title="Alle Felder",
        description="Jedes Feld jeder Art von Einträgen, mit einem guten und einem schlechten Beispiel.",
        content=lambda _: chapters(),
    )
    for chapter in chapters():
        yield Page(
            url=chapter.url,
            template="felder.html",
            title=f"Felder: {chapter.title}",
            description=f"{chapter.title}: jedes Feld mit Erklärung, gutem und schlechtem Beispiel.",
            content=content(chapter.name),
        )
