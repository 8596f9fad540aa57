"""From the register to a finished site: data files, pages, feeds and calendars, search, and the ledger over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from portal import search
from portal.build import sitemap
from portal.build.face import Face
from portal.build.knowledge import LAST, Build
from portal.build.rendering import Renderer
from portal.editing import files as editing
from portal.outputs import exports, ledger, webfiles
from portal.outputs.ledger import Ledger
from portal.outputs.publish import write
from portal.phases import Phases
from portal.workers import Crew, Shared, batches

#: Pages a worker renders at a time.
_CHUNK = 100


def finish(
    build: Build, renderer: Renderer, site: Path, written: Iterable[Face], crew: Crew, *, phases: Phases
) -> Ledger:
    """Everything beside the pages `written` by hand. Raises SearchFailed; the ledger says whether anything got lost."""
    register, site_url = build.register, build.site_url
    shared = Shared(renderer)
    cards = Shared(search.Cards(register))
    with phases.measured("outputs"):
        for sizes in crew.run("Dateien", [partial(_write_outputs, shared, site, name) for name in _OUTPUTS]):
            build.sizes |= sizes
        build.sizes |= write(site, exports.summaries(register, site_url, build.sizes))
        write(site, webfiles.files(register, site_url))
        write(site, sitemap.files([*written, *map(build.face_of, build.pages)], site_url))
    with phases.measured("templates"):
        last = [page for page in build.pages if page.url == LAST]
        numbers = (number for number, page in enumerate(build.pages) if page not in last)
        for _ in crew.run("Seiten", [partial(_write_pages, shared, site, chunk) for chunk in batches(numbers, _CHUNK)]):
            pass
        write(site, renderer.files(last))
    with phases.measured("search"):
        found = search.build_index(site, cards, crew)
    return ledger.count(register, build.reading.read, site, found)


#: Files beside the pages, in tasks of their own.
_OUTPUTS: dict[str, Callable[[Build], Iterable[tuple[str, bytes]]]] = {
    "oparl": lambda build: exports.oparl_files(build.register, build.site_url, build.history),
    "feeds": lambda build: build.following.files(),
    "records": lambda build: exports.record_files(build.register, build.site_url),
    "forms": lambda build: editing.files(build.register, build.repo_url),
    "tables": lambda build: exports.table_files(build.register, build.site_url),
}


def _write_outputs(renderer: Shared[Renderer], site: Path, name: str) -> dict[str, int]:
    build = renderer.it.build
    return write(site, _OUTPUTS[name](build))


def _write_pages(renderer: Shared[Renderer], site: Path, numbers: Iterable[int]) -> None:
    pages = renderer.it.build.pages
    write(site, renderer.it.files(pages[number] for number in numbers))
