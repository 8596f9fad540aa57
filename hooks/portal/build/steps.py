"""From the register to a finished site: data files, pages, feeds and calendars, search, and the ledger over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from portal import search
from portal.build import sitemap
from portal.build.face import Face
from portal.build.knowledge import Build
from portal.build.links import PageLinks, broken, links_of, links_of_file, told
from portal.build.rendering import Renderer
from portal.editing import files as editing
from portal.outputs import exports, ledger, webfiles
from portal.outputs.ledger import Ledger
from portal.outputs.publish import write
from portal.parts.page import Page
from portal.phases import Phases
from portal.workers import Crew

#: Pages a worker renders at a time.
_CHUNK = 100
#: Says how large each data file is, so it has to wait for them.
_LAST = "daten/"
#: The page for what is not there; MkDocs writes it like those by hand.
_ERROR_PAGE = "404.html"
#: Files that name pages all over the site, beside the pages themselves.
_NAMING_OTHERS = ("sitemap*.xml", "robots.txt", "api/v1/index.json", "feeds/alle.atom", "assets/**/*.css")


def finish(
    build: Build,
    renderer: Renderer,
    site: Path,
    written: Iterable[Face],
    crew: Crew,
    *,
    phases: Phases,
    warn: Callable[[str], None],
) -> Ledger:
    """Everything beside the pages `written` by hand. Raises SearchFailed; the ledger says whether anything got lost,
    and `warn` is told of links that lead nowhere: no strict build is published with one."""
    written = list(written)
    register, site_url = build.register, build.site_url
    last = [page for page in build.pages if page.url == _LAST]
    outputs: list[Callable[[], dict[str, int]]] = [
        partial(_write_exports, build, site),
        partial(_write_feeds, build, site),
        partial(_write_forms, build, site),
    ]
    with phases.measured("outputs"):
        for sizes in crew.run("Dateien", outputs):
            build.sizes |= sizes
        build.sizes |= write(site, exports.summaries(register, site_url, build.sizes))
        write(site, webfiles.files(register, site_url))
        write(site, sitemap.files([*written, *map(build.face_of, build.pages)], site_url))
    with phases.measured("templates"):
        chunks = _chunks([page for page in build.pages if page.url != _LAST])
        linked = [*crew.run("Seiten", [partial(_write_pages, renderer, site, chunk, site_url) for chunk in chunks])]
        linked.append(_write_pages(renderer, site, last, site_url))
    with phases.measured("links"):
        others = _links_of_others(site, [face.url for face in written], site_url)
        if wrong := broken(site, [*chain.from_iterable(linked), *others], site_url):
            warn(f"Links führen ins Leere:\n{told(wrong)}")
    with phases.measured("search"):
        found = search.build_index(site, register, crew)
    return ledger.count(register, build.reading.read, site, found)


def _write_exports(build: Build, site: Path) -> dict[str, int]:
    return write(site, exports.files(build.register, build.site_url, build.history))


def _write_feeds(build: Build, site: Path) -> dict[str, int]:
    write(site, build.following.files())
    return {}


def _write_forms(build: Build, site: Path) -> dict[str, int]:
    write(site, editing.files(build.register, build.repo_url))
    return {}


def _write_pages(renderer: Renderer, site: Path, pages: Sequence[Page], site_url: str) -> list[PageLinks]:
    """Write pages, and say where they lead while their HTML is at hand."""
    files = [*renderer.files(pages)]
    write(site, files)
    return [links_of(page.url, html.decode(), site_url) for page, (_, html) in zip(pages, files, strict=True)]


def _links_of_others(site: Path, by_hand: Iterable[str], site_url: str) -> Iterator[PageLinks]:
    """Pages that MkDocs has written, and those other files in which all of the site is named."""
    for url in (*by_hand, _ERROR_PAGE):
        file = site / (f"{url}index.html" if not url or url.endswith("/") else url)
        yield links_of(url, file.read_text(encoding="utf-8"), site_url)
    for path in sorted(file for pattern in _NAMING_OTHERS for file in site.glob(pattern)):
        yield links_of_file(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"), site_url)


def _chunks(pages: Sequence[Page]) -> list[Sequence[Page]]:
    return [pages[start : start + _CHUNK] for start in range(0, len(pages), _CHUNK)]
