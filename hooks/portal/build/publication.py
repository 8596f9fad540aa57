"""From a build to the site that visitors see: everything is finished beside the old site, and takes its place if it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from portal.build.again import PageMemory, circumstances
from portal.build.face import Face
from portal.build.rendering import Renderer
from portal.build.steps import finish
from portal.outputs.ledger import Ledger
from portal.outputs.publish import Staging, lay_out
from portal.outputs.sitefolder import Listing, SiteFolder, Stamp
from portal.phases import Phases
from portal.search import SearchFailed, SearchMemory
from portal.store import Store
from portal.workers import Crew, Meanwhile

#: The name under which builds keep what they remember of a site.
_SITE = "site"


class NotWhole(Exception):
    """The site could not be finished; the message says why in German."""


class Publication:
    """A site on its way to the visitors, with what the build before it has kept."""

    def __init__(
        self,
        staging: Staging,
        store: Store,
        renderer: Renderer,
        *,
        older: Meanwhile[Listing | None] | None,
        early_index: Path | None = None,
    ) -> None:
        """`older` is what the site before the last consists of.

        `early_index`, for a preview, is where the search index can be seen before the site is whole.
        """
        stamps, pages = store.load(_SITE) or ({}, None)
        before = {path: Stamp(*stamp) for path, stamp in stamps.items()}
        self._staging = staging
        self._store = store
        self._renderer = renderer
        self._search: SearchMemory | None = None
        self._found_early = partial(lay_out, place=early_index) if early_index else None
        self._folder = SiteFolder(staging.folder, staging.site, before)
        if not before:
            staging.do_without_spare()
        elif staging.begin_with_spare():
            self._folder.sift(older.result() if older else None)
        self._memory = PageMemory(pages, circumstances(renderer.build, early_index is None)) if store.is_open else None

    def finish(self, written: Iterable[Face], crew: Crew, *, phases: Phases, warn: Callable[[str], None]) -> Ledger:
        """Everything beside the pages `written` by hand."""
        try:
            with crew:
                balance, self._search = finish(
                    self._renderer,
                    self._folder,
                    written,
                    crew,
                    store=self._store,
                    memory=self._memory,
                    phases=phases,
                    warn=warn,
                    found_early=self._found_early,
                )
                return balance
        except SearchFailed as error:
            raise NotWhole(f"Die Suche ließ sich nicht aufbauen: {error}") from None
        except BrokenProcessPool:
            raise NotWhole(
                "Ein Teil der Arbeit wurde von außen beendet; vielleicht reichte der Speicher nicht."
            ) from None

    def publish(self, phases: Phases) -> Path:
        """Put the site in the old one's place; only then is it what the next build may take over."""
        with phases.measured("publish"):
            site = self._staging.publish()
        if self._memory:
            with phases.measured("keep"):
                stamps = {path: tuple(stamp) for path, stamp in self._folder.stamps.items()}
                self._store.keep(_SITE, (stamps, self._memory.packed()))
                if self._search:
                    self._search.keep()
        return site
