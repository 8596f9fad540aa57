"""Pagefind, and the files of an index that it writes.

Their format is that of the pinned version: gzip around a signature and CBOR. Where it is not as expected, nothing is
published.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cbor2 import CBORDecodeError, dumps, loads

FOLDER = "pagefind"
LANGUAGE = "de"
ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
#: Parts of Pagefind that the portal does not use.
_UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.*")


class SearchFailed(Exception):
    """There is no index; the message says why."""


class UnknownFormat(SearchFailed):
    """Pagefind wrote other files than the version this was made for."""


class Chunk(NamedTuple):
    """A file of words, in their order."""

    first: str
    last: str
    name: str


class Index(NamedTuple):
    """What Pagefind has written: for pages, by their number, the name of their file and how many words they have."""

    folder: Path
    version: str
    pages: list[tuple[str, int]]
    chunks: list[Chunk]
    #: The names of the fields that pages have; words name them by their number.
    fields: tuple[str, ...]

    def words_of(self, chunk: Chunk) -> list[Any]:
        """`[word, [[steps to the next page, [place, …], [field and place, …]], …], [[other form, [as before]], …]]`."""
        match _loaded(self.folder / "index" / f"{chunk.name}.pf_index"):
            case [[*words]]:
                return words
        raise UnknownFormat("Die Wortdateien von Pagefind haben eine andere Form als erwartet.")


def index_of(copies: Path, output: Path) -> Index:
    """Let Pagefind index a folder of pages."""
    options = {"--site": str(copies), "--output-path": str(output), "--force-language": LANGUAGE}
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
    entry = json.loads((output / ENTRY).read_bytes())
    try:
        version, pages, chunks, _, _, fields = _loaded(output / _list_name(entry["languages"][LANGUAGE]["hash"]))
        return Index(output, version, [*map(tuple, pages)], [Chunk(*chunk) for chunk in chunks], tuple(fields))
    except (KeyError, TypeError, ValueError) as error:
        raise UnknownFormat(f"Pagefind hat eine andere Liste geschrieben als erwartet: {error}") from None


def fragment_of(index: Path, name: str) -> Path:
    """What Pagefind has written of a page."""
    return index / "fragment" / f"{name}.pf_fragment"


def program(index: Index, pages: Sequence[tuple[str, int]], chunks: Sequence[Chunk]) -> Iterator[tuple[str, bytes]]:
    """What is beside the word files and those of pages: the program for browsers, and its lists."""
    unused = {file for pattern in _UNUSED for file in index.folder.glob(pattern)}
    for file in sorted(index.folder.iterdir()):
        if file.is_file() and file not in unused and file.name != ENTRY and file.suffix != ".pf_meta":
            yield file.name, file.read_bytes()
    content = packed(dumps([index.version, [*map(list, pages)], [*map(list, chunks)], [], [], [*index.fields]]))
    name = f"{LANGUAGE}_{digest(content)}"
    yield _list_name(name), content
    entry = json.loads((index.folder / ENTRY).read_bytes())
    entry["languages"] = {LANGUAGE: {**entry["languages"][LANGUAGE], "hash": name, "page_count": len(pages)}}
    yield ENTRY, json.dumps(entry, separators=(",", ":")).encode()


def packed(content: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + content, 6, mtime=0)


def digest(content: bytes) -> str:
    """What a file is called by; short, for every visitor who searches downloads the names."""
    return hashlib.blake2s(content, digest_size=5).hexdigest()


def _loaded(file: Path) -> Any:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise UnknownFormat(f"{file.name} ist keine Datei von Pagefind.")
    try:
        return loads(content.removeprefix(_SIGNATURE))
    except CBORDecodeError as error:
        raise UnknownFormat(f"{file.name} ließ sich nicht lesen: {error}") from None


def _list_name(name: str) -> str:
    return f"pagefind.{name}.pf_meta"
