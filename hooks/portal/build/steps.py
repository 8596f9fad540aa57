"""From the register to a finished site: data files, pages, feeds and calendars, search, and the ledger over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from portal import search
from portal.build import sitemap
from portal.build.face import Face
from portal.build.knowledge import Build
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


def finish(
    build: Build, renderer: Renderer, site: Path, written: Iterable[Face], crew: Crew, *, phases: Phases
) -> Ledger:
    """Everything beside the pages `written` by hand. Raises SearchFailed; the ledger says whether anything got lost."""
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
        for _ in crew.run("Seiten", [partial(_write_pages, renderer, site, chunk) for chunk in chunks]):
            pass
        write(site, renderer.files(last))
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


def _write_pages(renderer: Renderer, site: Path, pages: Sequence[Page]) -> None:
    write(site, renderer.files(pages))


def _chunks(pages: Sequence[Page]) -> list[Sequence[Page]]:
    return [pages[start : start + _CHUNK] for start in range(0, len(pages), _CHUNK)]
