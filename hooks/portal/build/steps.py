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
from portal.build.links import PageLinks, broken, links_of, links_of_file, told
from portal.build.rendering import Renderer
from portal.build.writing import Desk, write_pieces
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
    build: Build,
    renderer: Renderer,
    folder: SiteFolder,
    written: Iterable[Face],
    crew: Crew,
    *,
    store: Store,
    memory: PageMemory | None,
    phases: Phases,
    warn: Callable[[str], None],
) -> tuple[Ledger, SearchMemory]:
    """Everything beside the pages `written` by hand; pages that are in `memory` and still good are taken from there.

    Raises SearchFailed. The ledger says whether anything got lost, and `warn` is told of links that lead nowhere: no
    strict build is published with one.
    """
    written = list(written)
    site, register, site_url = folder.path, build.register, build.site_url
    desk = Shared(Desk(renderer, folder, noting=memory is not None))
    index_desk = Shared(search.Desk(search.Cards(register), folder, store))
    with phases.measured("outputs"):
        for found in crew.run("Dateien", [partial(_write_outputs, desk, name) for name in _OUTPUTS]):
            folder.stamps |= found
        build.sizes |= folder.sizes()
        folder.write(exports.summaries(register, site_url, build.sizes))
        build.sizes |= folder.sizes()
        folder.write(webfiles.files(register, site_url))
        folder.write(sitemap.files([*written, *map(build.face_of, build.pages)], site_url))
    with phases.measured("templates"):
        linked = write_pieces(desk, memory, crew)
        folder.clear(but_below=f"{search.FOLDER}/")
    with phases.measured("links"):
        others = _links_of_others(site, [face.url.removeprefix("./") for face in written], site_url)
        if wrong := broken(site, [*linked, *others], site_url):
            warn(f"Links führen ins Leere:\n{told(wrong)}")
    with phases.measured("search"):
        known = SearchMemory(store)
        found_by_search = search.build_index(index_desk, crew, known)
        folder.clear()
    return ledger.count(register, build.reading.read, site, found_by_search), known


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
