"""The search index: Pagefind over copies of all pages, with words added that people search by.

Synonyms, parts of compounds and figures are metadata of the copies, which is searched but not shown. No visitor downloads
any of it with a page.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path

from portal.outputs.publish import write
from portal.records import RECORD_TYPES
from portal.register.link import Register
from portal.register.urls import url_of
from portal.search.cards import Card, card_of
from portal.search.copies import Additions, copy_of, names_of
from portal.search.facetfile import FACETS, facets
from portal.search.figures import figures_of
from portal.search.fragments import slimmed
from portal.search.text import END_OF_NAME, body_of, text_of, words_of
from portal.search.vocabulary import FOLDER as VOCABULARY
from portal.search.vocabulary import Vocabulary
from portal.search.wordfiles import UnknownFormat, divide
from portal.search.wordweb import WordWeb
from portal.workers import ALONE, Crew

FOLDER = "pagefind"
LANGUAGE = "de"
#: Parts of Pagefind that the portal does not use.
_UNUSED = ("pagefind-*", "wasm.unknown.*")
#: Pages a worker reads at a time.
_CHUNK = 200

#: Files of pages, by the pages' addresses.
Paths = Mapping[str, Path]


class SearchFailed(Exception):
    """Pagefind did not build an index; the message is what it said."""


def build_index(site: Path, register: Register, crew: Crew = ALONE) -> list[str]:
    """Index a finished site in place; returns the addresses of the pages that can now be found."""
    output = site / FOLDER
    shutil.rmtree(output, ignore_errors=True)
    entries = {url_of(entry.key): entry for entry in register.entries.values()}
    paths = pages_of(site)
    cards = {url: card_of(entries[url], register) if url in entries else Card() for url in paths}
    with tempfile.TemporaryDirectory(prefix="suche-") as folder:
        vocabulary = _write_copies(Path(folder), paths, cards, register, crew)
        _run_pagefind(Path(folder), output)
    try:
        divide(output, LANGUAGE)
    except UnknownFormat as error:
        raise SearchFailed(str(error)) from None
    write(output / VOCABULARY, vocabulary.files())
    ids = dict(slimmed(file, cards) for file in sorted((output / "fragment").glob("*.pf_fragment")))
    write(output, [(FACETS, facets(ids, cards))])
    return list(ids)


def _write_copies(folder: Path, paths: Paths, cards: Mapping[str, Card], register: Register, crew: Crew) -> Vocabulary:
    """Copies of all pages that can be found; returns their words. What is a noun is known once all have been read."""
    chunks = [dict(batch) for batch in _batches(paths.items())]
    nouns: set[str] = set().union(*crew.run("Wörter", [partial(_nouns, chunk) for chunk in chunks]))
    web = WordWeb(register, nouns)
    vocabulary = Vocabulary()
    for words in crew.run("Suche", [partial(_copy, folder, chunk, cards, web) for chunk in chunks]):
        vocabulary.merge(words)
    return vocabulary


def _batches(items: Iterable[tuple[str, Path]]) -> Iterator[list[tuple[str, Path]]]:
    left = iter(items)
    while batch := list(islice(left, _CHUNK)):
        yield batch


def _nouns(paths: Paths) -> set[str]:
    """What is written with a capital letter, in small letters."""
    return {
        word.lower() for _, body in _bodies(paths) for word in set(words_of(text_of(body).all)) if word[0].isupper()
    }


def _copy(folder: Path, paths: Paths, cards: Mapping[str, Card], web: WordWeb) -> Vocabulary:
    vocabulary = Vocabulary()
    write(folder, _copies(paths, cards, web, vocabulary))
    return vocabulary


def _copies(
    paths: Paths, cards: Mapping[str, Card], web: WordWeb, vocabulary: Vocabulary
) -> Iterator[tuple[str, bytes]]:
    for url, body in _bodies(paths):
        text, card = text_of(body), cards[url]
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
