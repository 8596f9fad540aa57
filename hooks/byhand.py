"""The pages written by hand, as MkDocs converts them: what they say of themselves, and which records they name."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from portal.build.face import Face
from portal.parts.prose import EXTENSIONS, FOOTNOTE_WORDS, FOOTNOTES, RecordLinks
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.names import Target
from portal.register.urls import relative, url_of
from portal.views.freshness import Changes

#: Links to records while MkDocs converts a page: it leaves alone what has a scheme. What follows lies below the root.
_SCHEME = "portal:"
_LINK = re.compile(rf'(?<=href="){_SCHEME}([^"]*)')

log = logging.getLogger("mkdocs.hooks.portal")


class ByHand:
    """Those of one build."""

    def __init__(self, register: Register, config: MkDocsConfig) -> None:
        #: By their addresses.
        self.faces: dict[str, Face] = {}
        self._register = register
        self._folder = Path(config.docs_dir).name
        #: Records that they name, with their titles.
        self._named: dict[Key, str] = {}
        #: The source file of the page whose Markdown is being converted.
        self._current = ""
        links = RecordLinks(register, self._placeholder, self._warn)
        config.markdown_extensions = [*EXTENSIONS, "toc", FOOTNOTES, links]  # type: ignore[list-item]
        config.mdx_configs[FOOTNOTES] = FOOTNOTE_WORDS

    def turn_to(self, page: Page) -> None:
        """Its Markdown is converted next."""
        self._current = page.file.src_uri

    def add(self, page: Page, changes: Changes) -> Face:
        """What generated pages have, too."""
        face = self.faces[page.url] = Face(
            url=page.url,
            title=str(page.title),
            description=page.meta.get("description", ""),
            content=page.content or "",
            canonical_url=page.canonical_url or "",
            update_date=changes.of(page.url, None),
            language=page.meta.get("lang", "de"),
            is_homepage=page.is_homepage,
            template=page.meta.get("template", "main.html"),
            source=f"{self._folder}/{page.file.src_uri}",
        )
        return face

    def name_the_same(self, register: Register) -> bool:
        """Whether the records that they name are called in this register what they were called."""
        return all(_title(register, key) == title for key, title in self._named.items())

    def _placeholder(self, target: Target) -> str:
        self._named[target.key] = _title(self._register, target.key)
        return _SCHEME + url_of(target.key, target.fragment)

    def _warn(self, message: str) -> None:
        """A wrong link in a page written by hand; in records the checks have refused it already."""
        log.warning("Doc file '%s': %s", self._current, message)


def resolved(html: str, url: str) -> str:
    """The links to records as they lead there from this page."""
    return _LINK.sub(lambda found: relative(url, found[1]), html)


def _title(register: Register, key: Key) -> str:
    entry = register.entries.get(key)
    return entry.record.title if entry else ""
