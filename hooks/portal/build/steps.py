"""From the register to a finished site: data files, pages, feeds and calendars, search, and the ledger over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from portal import search
from portal.build import sitemap
from portal.build.again import PageMemory
from portal.build.face import Face
from portal.build.knowledge import Build
from portal.build.links import Broken, PageLinks, broken, links_of, links_of_file, told
from portal.build.rendering import Renderer
from portal.build.writing import Desk, write_last_piece, write_pieces
from portal.editing import files as editing
from portal.outputs import exports, ledger, webfiles
from portal.outputs.ledger import Ledger
from portal.outputs.sitefolder import SiteFolder, Stamps
from portal.phases import Phases
from portal.recipes import Content
from portal.search import SearchMemory
from portal.store import Store
from portal.workers import Crew, Shared

#: The page for what is not there; MkDocs writes it like those by hand.
_ERROR_PAGE = "404.html"
#: Files that name pages all over the site, beside the pages themselves.
_NAMING_OTHERS = ("sitemap*.xml", "robots.txt", "api/v1/index.json", "feeds/alle.atom", "assets/**/*.css")


def finish(
    renderer: Renderer,
    folder: SiteFolder,
    written: Iterable[Face],
    crew: Crew,
    *,
    store: Store,
    memory: PageMemory | None,
    phases: Phases,
    warn: Callable[[str], None],
    found_early: Callable[[Path], None] | None = None,
) -> tuple[Ledger, SearchMemory]:
    """Everything beside the pages `written` by hand; pages that are in `memory` and still good are taken from there.

    `found_early` is for those who wait for the search more than for data files: it is told the folder of the index as soon as that
    is done. Raises SearchFailed. The ledger says whether anything got lost, and `warn` is told of links that lead
    nowhere: no strict build is published with one.
    """
    build = renderer.build
    steps = _Steps(renderer, folder, written, crew, store=store, memory=memory, phases=phases)
    if found_early and (sizes := folder.sizes_before()):
        build.sizes |= sizes  # what the last page says until they are known
        steps.pages()
        steps.last_page()
        build.sizes.clear()
        steps.search()
        found_early(folder.path / search.FOLDER)
        steps.outputs()
        steps.last_page()
    else:
        steps.outputs()
        steps.pages()
        steps.last_page()
        steps.search()
    folder.clear()
    if wrong := steps.broken_links():
        warn(f"Links führen ins Leere:\n{told(wrong)}")
    return ledger.count(build.register, build.reading.read, folder.path, steps.found), steps.known


class _Steps:
    """One build's way from the register to files."""

    def __init__(
        self,
        renderer: Renderer,
        folder: SiteFolder,
        written: Iterable[Face],
        crew: Crew,
        *,
        store: Store,
        memory: PageMemory | None,
        phases: Phases,
    ) -> None:
        self._build = renderer.build
        self._folder = folder
        self._written = list(written)
        self._crew = crew
        self._memory = memory
        self._store = store
        self._phases = phases
        self._desk = Shared(Desk(renderer, folder, noting=memory is not None))
        self._index_desk = Shared(search.Desk(search.Cards(renderer.build.register), folder, store))
        self._links: dict[str, PageLinks] = {}
        #: Addresses of the pages that can be found, and what the next search index will be told of this one.
        self.found: list[str]
        self.known: SearchMemory

    def outputs(self) -> None:
        """All files beside the pages."""
        build, folder = self._build, self._folder
        register, site_url = build.register, build.site_url
        with self._phases.measured("outputs"):
            for stamps in self._crew.run("Dateien", [partial(_write_outputs, self._desk, name) for name in _OUTPUTS]):
                folder.stamps |= stamps
            build.sizes |= folder.sizes()
            folder.write(exports.summaries(register, site_url, build.sizes))
            build.sizes |= folder.sizes()
            folder.write(webfiles.files(register, site_url))
            folder.write(sitemap.files([*self._written, *map(build.face_of, build.pages)], site_url))

    def pages(self) -> None:
        with self._phases.measured("templates"):
            self._crew.go_home()
            self._add_links(write_pieces(self._desk, self._memory, self._crew))

    def last_page(self) -> None:
        """The page that tells the sizes of all data files, as far as they are known."""
        with self._phases.measured("templates"):
            self._add_links(write_last_piece(self._desk, self._memory))

    def search(self) -> None:
        """Needs all pages, and no others."""
        with self._phases.measured("search"):
            self._crew.go_home()
            self._folder.clear(of_pages=True)
            self.known = SearchMemory(self._store)
            self.found = search.build_index(self._index_desk, self._crew, self.known)

    def broken_links(self) -> list[Broken]:
        """Needs all files."""
        site, site_url = self._folder.path, self._build.site_url
        with self._phases.measured("links"):
            by_hand = [face.url.removeprefix("./") for face in self._written]
            others = _links_of_others(site, by_hand, site_url)
            return broken(site, [*self._links.values(), *others], site_url)

    def _add_links(self, found: Iterable[PageLinks]) -> None:
        self._links |= {links.url: links for links in found}


#: Files beside the pages, in tasks of their own; those that take longest come first.
_OUTPUTS: dict[str, Callable[[Build], Iterable[tuple[str, Content]]]] = {
    "tables": lambda build: exports.table_files(build.register, build.site_url),
    "news": lambda build: build.following.news_files(),
    "oparl": lambda build: exports.oparl_files(build.register, build.site_url, build.history),
    "calendars": lambda build: build.following.calendar_files(),
    "forms": lambda build: editing.files(build.register, build.repo_url),
    "records": lambda build: exports.record_files(build.register, build.site_url),
}


def _write_outputs(desk: Shared[Desk], name: str) -> Stamps:
    return desk.it.folder.write(_OUTPUTS[name](desk.it.renderer.build))


def _links_of_others(site: Path, by_hand: Iterable[str], site_url: str) -> Iterator[PageLinks]:
    """Pages that MkDocs has written, and those other files in which all of the site is named."""
    for url in (*by_hand, _ERROR_PAGE):
        file = site / (f"{url}index.html" if not url or url.endswith("/") else url)
        yield links_of(url, file.read_text(encoding="utf-8"), site_url)
    for path in sorted(file for pattern in _NAMING_OTHERS for file in site.glob(pattern)):
        yield links_of_file(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"), site_url)
