"""The search index: Pagefind over copies of all pages, with words added that people search by.

Synonyms, parts of compounds and figures are metadata of the copies, which is searched but not shown. No visitor downloads
any of it with a page. Pagefind only reads pages whose copy is another than in the index before; what it finds there is
merged into that index. The order of pages, and so every byte, is the same as if all had been read.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from portal.outputs.sitefolder import Stamps
from portal.records import RECORD_TYPES
from portal.search.alphabet import merge_words
from portal.search.blocks import NOWHERE, Renumbering
from portal.search.copying import Desk, Paths, copy_pages
from portal.search.facetfile import FACETS, facets
from portal.search.fragments import short_names, slimmed
from portal.search.memory import KnownPage, SearchMemory, fingerprint
from portal.search.pagefind import FOLDER, LANGUAGE, Index, SearchFailed, fragment_of, index_of, program
from portal.search.synonyms import phrases
from portal.search.vocabulary import FOLDER as VOCABULARY
from portal.store import Forgotten
from portal.workers import ALONE, Crew, Shared, batches

#: Results a worker makes smaller at a time.
_CHUNK = 200


class _Result(NamedTuple):
    """What visitors download of a page."""

    url: str
    #: What Pagefind called it, and how many words it found.
    name: str
    length: int
    #: Of its content.
    digest: str


def build_index(desk: Shared[Desk], crew: Crew = ALONE, memory: SearchMemory | None = None) -> list[str]:
    """Index a finished site in place; returns the addresses of the pages that can now be found.

    `memory` is what the index before left, and afterwards what this one leaves.
    """
    memory = memory or SearchMemory(desk.it.store)
    try:
        return _build(desk, crew, memory)
    except Forgotten:
        memory.forget()
        for path in [path for path in desk.it.folder.stamps if path.startswith(f"{FOLDER}/")]:
            desk.it.folder.drop(path)
        return _build(desk, crew, memory)


def _build(desk: Shared[Desk], crew: Crew, memory: SearchMemory) -> list[str]:
    cards, folder, _ = desk.it
    paths = pages_of(folder.path)
    sources = _sources(desk.it, paths)
    before, names_before = memory.pages, short_names({url: page.fragment for url, page in memory.pages.items()})
    there = {url for url in before if url in paths and folder.keep(_file_of(names_before[url]))}
    with tempfile.TemporaryDirectory(prefix="suche-") as place:
        in_index = {url: before[url].source == sources[url] for url in there}
        copies = copy_pages(desk, crew, memory, paths, in_index=in_index, folder=Path(place))
        indexes = list(crew.run("Suchindex", [partial(_index, lane) for lane in sorted(copies.folders)]))
        stay = {url for url in there if url not in copies.written and (in_index[url] or url in copies.digests)}
        for url in there - stay:
            folder.drop(_file_of(names_before[url]))
        results = _results(desk, crew, indexes)
        pages = {url: before[url]._replace(source=sources[url]) for url in stay} | {
            found.url: KnownPage(sources[found.url], copies.digests[found.url], found.digest, found.length)
            for found in chain.from_iterable(results)
        }
        if not pages:
            raise SearchFailed("Auf keiner Seite steht etwas, das sich finden ließe.")
        memory.pages = {url: pages[url] for url in sorted(pages, key=lambda url: (-cards[url].day, url))}
        names = _name_results(desk.it, memory.pages, {url: names_before[url] for url in stay})
        numbers = {url: number for number, url in enumerate(memory.pages)}
        became = Renumbering([numbers[url] if url in stay else NOWHERE for url in before])
        added = list(_numbered(indexes, results, numbers))
        chunks = list(chain.from_iterable(merge_words(desk, crew, memory, became, added)))
        _write(desk.it, "", program(indexes[0], [(names[url], pages[url].length) for url in names], chunks))
    _write(desk.it, f"{VOCABULARY}/", memory.vocabulary.files())
    ids = {url: name.removeprefix(f"{LANGUAGE}_") for url, name in names.items()}
    _write(desk.it, "", [(FACETS, facets(ids, cards))])
    return list(names)


def _sources(desk: Desk, paths: Paths) -> dict[str, bytes]:
    """Digests of all that a copy is made from, but for the nouns of other pages."""
    glossary = repr(phrases(desk.cards.register)).encode()
    return {
        url: fingerprint(_content_of(desk, path), desk.cards[url].digest(), glossary) for url, path in paths.items()
    }


def _index(copies: Path) -> Index:
    return index_of(copies, copies.with_name(f"{copies.name}-index"))


def _content_of(desk: Desk, path: Path) -> bytes:
    """The digest of a file; the build knows that of those it has written itself."""
    stamp = desk.folder.stamps.get(path.relative_to(desk.folder.path).as_posix())
    return stamp.digest if stamp else fingerprint(path.read_bytes())


def _results(desk: Shared[Desk], crew: Crew, indexes: Sequence[Index]) -> list[list[_Result]]:
    """What visitors download of each page, written under its digest: names can be given when all digests are known."""
    found: list[list[_Result]] = [[] for _ in indexes]
    tasks = [
        (number, partial(_slim, desk, index.folder, batch))
        for number, index in enumerate(indexes)
        for batch in batches(index.pages, _CHUNK)
    ]
    done = crew.run("Treffer", [task for _, task in tasks])
    for (number, _), (results, stamps) in zip(tasks, done, strict=True):
        found[number] += results
        desk.it.folder.stamps |= stamps
    return found


def _slim(desk: Shared[Desk], index: Path, pages: Sequence[tuple[str, int]]) -> tuple[list[_Result], Stamps]:
    results, stamps = [], Stamps()
    for name, length in pages:
        url, content = slimmed(fragment_of(index, name), desk.it.cards)
        if content:
            results.append(_Result(url, name, length, fingerprint(content).hex()))
            stamps |= desk.it.folder.write([(_file_of(results[-1].digest), content)])
    return results, stamps


def _name_results(desk: Desk, pages: Mapping[str, KnownPage], before: Mapping[str, str]) -> dict[str, str]:
    """Gives the files of results their names: those from the index before may need another, too."""
    names = short_names({url: page.fragment for url, page in pages.items()})
    for url, name in names.items():
        if (there := before.get(url, pages[url].fragment)) != name:
            desk.folder.move(_file_of(there), _file_of(name))
    return names


def _numbered(
    indexes: Sequence[Index], results: Sequence[Sequence[_Result]], numbers: Mapping[str, int]
) -> Iterator[tuple[Index, Sequence[int]]]:
    """Indexes, each with the numbers that its pages have among all."""
    for index, of_index in zip(indexes, results, strict=True):
        urls = {result.name: result.url for result in of_index}
        yield index, array("i", [numbers.get(urls.get(name, ""), NOWHERE) for name, _ in index.pages])


def _file_of(name: str) -> str:
    """Where the result of a page is."""
    return f"{FOLDER}/fragment/{name}.pf_fragment"


def _write(desk: Desk, below: str, files: Iterable[tuple[str, bytes]]) -> None:
    desk.folder.write((f"{FOLDER}/{below}{name}", content) for name, content in files)


def pages_of(site: Path) -> Paths:
    """By their addresses, pages of records and pages at the root, in a fixed order."""
    found = [site / "index.html", *site.glob("*/index.html")]
    for name, record_type in RECORD_TYPES.items():
        found += [] if record_type.at_root else (site / name).glob("*/index.html")
    return {f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./"): path for path in sorted(found)}
