"""The pages of a preview: each is made when somebody asks for it, from the newest records that are in order."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from portal.build.face import Face
from portal.build.knowledge import LAST
from portal.build.rendering import Renderer

_FILE = "index.html"


class LivePages:
    """Answers from several threads; the renderer knows one page at a time, so they take turns."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._renderer: Renderer | None = None
        self._by_hand: Mapping[str, Face] = {}
        #: Goes up whenever other records are shown.
        self.generation = 0

    def show(self, renderer: Renderer, by_hand: Mapping[str, Face]) -> None:
        """From now on, pages are made by this renderer."""
        with self._lock:
            self._renderer, self._by_hand = renderer, by_hand
            self.generation += 1

    def file(self, path: str) -> bytes | None:
        """The content of a page's file below the site's root; None for all other files."""
        url, name = path[: -len(_FILE)], path[-len(_FILE) :]
        if name != _FILE or (url and not url.endswith("/")):
            return None
        with self._lock:
            if not self._renderer:
                return None
            if face := self._by_hand.get(url or "./") or self._by_hand.get(url):
                return self._renderer.html_of(face).encode()
            page = self._renderer.build.page_at(url)
            return self._renderer.html(page).encode() if page and page.url != LAST else None
