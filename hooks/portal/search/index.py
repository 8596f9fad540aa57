"""The search index: Pagefind over copies of all pages, with words added that people search by.

Synonyms, parts of compounds and figures are metadata of the copies, which is searched but not shown. No visitor downloads
any of it with a page.
"""

from __future__ import annotations

import marshal
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from portal.outputs.sitefolder import write
from portal.records import RECORD_TYPES
from portal.search.cards import Cards
from portal.search.copies import Additions, copy_of, names_of
from portal.search.facetfile import FACETS, facets
from portal.search.figures import figures_of
from portal.search.fragments import slimmed
from portal.search.text import END_OF_NAME, Text, body_of, text_of, words_of
from portal.search.vocabulary import FOLDER as VOCABULARY
from portal.search.vocabulary import Vocabulary
from portal.search.wordfiles import UnknownFormat, divide
from portal.search.wordweb import WordWeb
from portal.workers import ALONE, Crew, Shared, batches

FOLDER = "pagefind"
LANGUAGE = "de"
#: Parts of Pagefind that the portal does not use.
_UNUSED = ("pagefind-*", "wasm.unknown.*")
#: Pages a worker reads at a time.
_CHUNK = 200

_NOUNS = "nomen"

#: Files of pages, by the pages' addresses.
Paths = Mapping[str, Path]


class SearchFailed(Exception):
    """Pagefind did not build an index; the message is what it said."""


def build_index(site: Path, cards: Shared[Cards], crew: Crew = ALONE) -> list[str]:
    """Index a finished site in place; returns the addresses of the pages that can now be found."""
    output = site / FOLDER
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="suche-") as folder:
        vocabulary = _write_copies(Path(folder), pages_of(site), cards, crew)
        _run_pagefind(Path(folder), output)
    try:
        divide(output, LANGUAGE, crew)
    except UnknownFormat as error:
        raise SearchFailed(str(error)) from None
    write(output / VOCABULARY, vocabulary.files())
    fragments = batches(sorted((output / "fragment").glob("*.pf_fragment")), _CHUNK)
    ids: dict[str, str] = {}
    for found in crew.run("Treffer", [partial(_slim, batch, cards) for batch in fragments]):
        ids |= found
    write(output, [(FACETS, facets(ids, cards.it))])
    return list(ids)


def _slim(files: Sequence[Path], cards: Shared[Cards]) -> dict[str, str]:
    return dict(slimmed(file, cards.it) for file in files)


def _write_copies(folder: Path, paths: Paths, cards: Shared[Cards], crew: Crew) -> Vocabulary:
    """Copies of all pages that can be found; returns their words. What is a noun is known once all have been read."""
    with tempfile.TemporaryDirectory(prefix="gelesen-") as notes:
        chunks = {Path(notes, str(number)): dict(batch) for number, batch in enumerate(batches(paths.items(), _CHUNK))}
        nouns: set[str] = set().union(*crew.run("Wörter", [partial(_read, *chunk) for chunk in chunks.items()]))
        Path(notes, _NOUNS).write_bytes(marshal.dumps(nouns))
        vocabulary = Vocabulary()
        for words in crew.run("Suche", [partial(_copy, folder, chunk, cards) for chunk in chunks]):
            vocabulary.merge(words)
    return vocabulary


def _read(notes: Path, paths: Paths) -> set[str]:
    """Notes down what can be found on pages; returns what is written with a capital letter, in small letters."""
    found = [(url, body, text_of(body)) for url, body in _bodies(paths)]
    notes.write_bytes(marshal.dumps([(url, body, *text) for url, body, text in found]))
    return {word.lower() for _, _, text in found for word in set(words_of(text.all)) if word[0].isupper()}


def _copy(folder: Path, notes: Path, cards: Shared[Cards]) -> Vocabulary:
    vocabulary = Vocabulary()
    read = [(url, body, Text(*text)) for url, body, *text in marshal.loads(notes.read_bytes())]  # noqa: S302 - our own
    web = _web(cards, notes.with_name(_NOUNS))
    write(folder, _copies(read, cards.it, web, vocabulary))
    return vocabulary


@lru_cache(maxsize=1)
def _web(cards: Shared[Cards], nouns: Path) -> WordWeb:
    """Every worker makes its own, once: most of it are words that it comes to know on the way."""
    return WordWeb(cards.it.register, marshal.loads(nouns.read_bytes()))  # noqa: S302


def _copies(
    read: Iterable[tuple[str, str, Text]], cards: Cards, web: WordWeb, vocabulary: Vocabulary
) -> Iterator[tuple[str, bytes]]:
    for url, body, text in read:
        card = cards[url]
        words = words_of(text.all)
        title, beside = web.beside(words_of(text.title)), web.beside(words)
        strong = title.strong | web.nouns_of_address(url, words)
        hidden = strong | beside.strong | beside.weak
        added = Additions(title=strong, text=hidden - strong, figures=figures_of(text.all))
        vocabulary.add([*words, *hidden, *(name + END_OF_NAME for name in names_of(text, card))])
        yield f"{url}index.html", copy_of(body, text, card, added).encode()


def pages_of(site: Path) -> Paths:
    """By their addresses, pages of records and pages at the root, in a fixed order."""
    found = [site / "index.html", *site.glob("*/index.html")]
    for name, record_type in RECORD_TYPES.items():
        found += [] if record_type.at_root else (site / name).glob("*/index.html")
    return {f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./"): path for path in sorted(found)}


def _bodies(paths: Paths) -> Iterator[tuple[str, str]]:
    for url, path in paths.items():
        if body := body_of(path.read_text(encoding="utf-8")):
            yield url, body


def _run_pagefind(pages: Path, output: Path) -> None:
    options = {"--site": str(pages), "--output-path": str(output), "--force-language": LANGUAGE}
    command = [
        sys.executable,
        "-m",
        "pagefind_bin",
        "--quiet",
        *(part for option in options.items() for part in option),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise SearchFailed((done.stderr or done.stdout).strip())
    for pattern in _UNUSED:
        for file in output.glob(pattern):
            if file.suffix != ".json":
                file.unlink()
