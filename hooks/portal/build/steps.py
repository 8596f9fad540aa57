"""From the register to a finished site: data files, pages, feeds and calendars, search, and the ledger over all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from portal import search
from portal.build import sitemap
from portal.build.again import Made, PageMemory, self_digest
from portal.build.face import Face
from portal.build.knowledge import LAST, Build
from portal.build.links import PageLinks, broken, links_of, links_of_file, told
from portal.build.rendering import Renderer, file_of
from portal.editing import files as editing
from portal.outputs import exports, ledger, listfiles, webfiles
from portal.outputs.ledger import Ledger
from portal.outputs.sitefolder import SiteFolder, Stamps
from portal.phases import Phases
from portal.recipes import Content
from portal.register.lookups import Answers, NotingRegister
from portal.search import SearchMemory
from portal.store import Store
from portal.workers import Crew, Shared, batches

#: Pages a worker renders at a time.
_CHUNK = 100
#: The page for what is not there; MkDocs writes it like those by hand.
_ERROR_PAGE = "404.html"
#: Files that name pages all over the site, beside the pages themselves.
_NAMING_OTHERS = ("sitemap*.xml", "robots.txt", "api/v1/index.json", "feeds/alle.atom", "assets/**/*.css")


class _Desk(NamedTuple):
    """What every task needs."""

    renderer: Renderer
    folder: SiteFolder
    #: To note what pages are made from; None where nobody will want to know.
    answers: Answers | None


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
    answers = Answers(register) if memory and isinstance(register, NotingRegister) else None
    desk = Shared(_Desk(renderer, folder, answers))
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
        linked = _pages(build, desk, memory, crew)
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
    "calendars": lambda build: build.following.calendar_files(),
    "news": lambda build: build.following.news_files(),
    "forms": lambda build: editing.files(build.register, build.repo_url),
    "oparl": lambda build: exports.oparl_files(build.register, build.site_url, build.history),
    "records": lambda build: exports.record_files(build.register, build.site_url),
    "lists": lambda build: listfiles.files(build.pages, build.register, build.view.turn_to, build.macros),
}


def _write_outputs(desk: Shared[_Desk], name: str) -> Stamps:
    renderer, folder, _ = desk.it
    return folder.write(_OUTPUTS[name](renderer.build))


def _pages(build: Build, desk: Shared[_Desk], memory: PageMemory | None, crew: Crew) -> list[PageLinks]:
    """Writes all pages; returns where they lead. The one that waits for all sizes is made here, which knows them."""
    good = _still_good(build, desk, memory, crew) if memory else set()
    numbers = [number for number, page in enumerate(build.pages) if page.url != LAST]
    tasks = [
        partial(_write_pages, desk, chunk, [number for number in chunk if build.pages[number].url in good])
        for chunk in batches(numbers, _CHUNK)
    ]
    last = [number for number, page in enumerate(build.pages) if page.url == LAST]
    links: list[PageLinks] = []
    for written in chain(crew.run("Seiten", tasks), [_write_pages(desk, last, [])]):
        desk.it.folder.stamps |= written.stamps
        links += written.links
        if memory:
            links += memory.kept(written.kept)
            memory.add(written.made, written.answers)
    return links


def _still_good(build: Build, desk: Shared[_Desk], memory: PageMemory, crew: Crew) -> set[str]:
    tasks = [partial(_changed, desk, part) for part in memory.questions()]
    return memory.good(build, set().union(*crew.run("Vergleich", tasks)))


def _changed(desk: Shared[_Desk], before: dict[str, bytes]) -> set[str]:
    return desk.it.answers.changed(before) if desk.it.answers else {*before}


class _Written(NamedTuple):
    """Of some pages: their files, where the rendered ones lead and what they were made from, and which were kept."""

    stamps: Stamps
    links: list[PageLinks]
    made: list[Made]
    answers: dict[str, bytes]
    kept: list[str]


def _write_pages(desk: Shared[_Desk], numbers: Iterable[int], good: Collection[int]) -> _Written:
    """Write pages, and say where they lead while their HTML is at hand."""
    renderer, folder, answers = desk.it
    build = renderer.build
    done = _Written({}, [], [], {}, [])
    for number in numbers:
        page = build.pages[number]
        path = file_of(page)
        if number in good and (stamp := folder.keep(path)):
            done.stamps[path] = stamp
            done.kept.append(page.url)
            continue
        if answers:
            answers.forget()
        html = renderer.html(page)
        done.links.append(links_of(page.url, html, build.site_url))
        done.stamps.update(folder.write([(path, html.encode())]))
        if answers:
            lookups = answers.noted()
            done.answers.update(lookups)
            done.made.append(Made(page.url, self_digest(build, page), tuple(lookups), done.links[-1]))
    return done


def _links_of_others(site: Path, by_hand: Iterable[str], site_url: str) -> Iterator[PageLinks]:
    """Pages that MkDocs has written, and those other files in which all of the site is named."""
    for url in (*by_hand, _ERROR_PAGE):
        file = site / (f"{url}index.html" if not url or url.endswith("/") else url)
        yield links_of(url, file.read_text(encoding="utf-8"), site_url)
    for path in sorted(file for pattern in _NAMING_OTHERS for file in site.glob(pattern)):
        yield links_of_file(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"), site_url)
