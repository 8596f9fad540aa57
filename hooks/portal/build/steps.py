"""From the register to a finished site: data files, pages, feeds and calendars, search, and the ledger over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from portal import search
from portal.build import sitemap
from portal.build.face import Face
from portal.build.knowledge import LAST, Build
from portal.build.links import PageLinks, broken, links_of, links_of_file, told
from portal.build.rendering import Renderer
from portal.editing import files as editing
from portal.outputs import exports, ledger, webfiles
from portal.outputs.ledger import Ledger
from portal.outputs.publish import write
from portal.phases import Phases
from portal.workers import Crew, Shared, batches

#: Pages a worker renders at a time.
_CHUNK = 100
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
    shared = Shared(renderer)
    cards = Shared(search.Cards(register))
    with phases.measured("outputs"):
        for sizes in crew.run("Dateien", [partial(_write_outputs, shared, site, name) for name in _OUTPUTS]):
            build.sizes |= sizes
        build.sizes |= write(site, exports.summaries(register, site_url, build.sizes))
        write(site, webfiles.files(register, site_url))
        write(site, sitemap.files([*written, *map(build.face_of, build.pages)], site_url))
    with phases.measured("templates"):
        last = [number for number, page in enumerate(build.pages) if page.url == LAST]
        numbers = (number for number in range(len(build.pages)) if number not in last)
        tasks = [partial(_write_pages, shared, site, chunk) for chunk in batches(numbers, _CHUNK)]
        linked = [*chain.from_iterable(crew.run("Seiten", tasks)), *_write_pages(shared, site, last)]
    with phases.measured("links"):
        others = _links_of_others(site, [face.url.removeprefix("./") for face in written], site_url)
        if wrong := broken(site, [*linked, *others], site_url):
            warn(f"Links führen ins Leere:\n{told(wrong)}")
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


def _write_pages(renderer: Shared[Renderer], site: Path, numbers: Iterable[int]) -> list[PageLinks]:
    """Write pages, and say where they lead while their HTML is at hand."""
    build = renderer.it.build
    pages = [build.pages[number] for number in numbers]
    files = [*renderer.it.files(pages)]
    write(site, files)
    return [links_of(page.url, html.decode(), build.site_url) for page, (_, html) in zip(pages, files, strict=True)]


def _links_of_others(site: Path, by_hand: Iterable[str], site_url: str) -> Iterator[PageLinks]:
    """Pages that MkDocs has written, and those other files in which all of the site is named."""
    for url in (*by_hand, _ERROR_PAGE):
        file = site / (f"{url}index.html" if not url or url.endswith("/") else url)
        yield links_of(url, file.read_text(encoding="utf-8"), site_url)
    for path in sorted(file for pattern in _NAMING_OTHERS for file in site.glob(pattern)):
        yield links_of_file(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"), site_url)
