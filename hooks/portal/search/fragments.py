"""What Pagefind writes about each page, made smaller: it is what visitors download for every result."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from portal.search.cards import FILTERS, KIND, Cards
from portal.search.copies import SAMPLE
from portal.search.pagefind import LANGUAGE, UnknownFormat

#: How many hexadecimal digits of its content's digest a page's file is called by, unless two pages share them.
_DIGITS = 7


def slimmed(file: Path, cards: Cards) -> tuple[str, bytes]:
    """The address of a page and what visitors download of it: gzipped JSON behind a signature.

    Fields that are only searched have done their work in the index. What results show comes instead, and is not searched.
    """
    try:
        signature, brace, rest = gzip.decompress(file.read_bytes()).partition(b"{")
        page: dict[str, Any] = json.loads(brace + rest)
        url = page["url"].lstrip("/")
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise UnknownFormat(f"Die Datei {file.name} von Pagefind ließ sich nicht lesen: {error}") from None
    if url == SAMPLE:
        return url, b""
    card = cards[url]
    kind = dict(card.filters)[FILTERS[KIND]]
    page["meta"] = {"title": page["meta"]["title"], "art": kind, "zeile": card.line or kind, "tag": card.day}
    page["anchors"] = [anchor for anchor in page["anchors"] if anchor["text"]]
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()
    return url, gzip.compress(signature + text, mtime=0)


def short_names(digests: Mapping[str, str]) -> dict[str, str]:
    """What the file of each page is called, by its address: the beginning of its digest, as short as tells it from all others."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for digest in digests.values():
        alike[digest[:_DIGITS]].append(digest)
    return {url: f"{LANGUAGE}_{_beginning(digest, alike[digest[:_DIGITS]])}" for url, digest in digests.items()}


def _beginning(digest: str, others: Collection[str]) -> str:
    if len(others) == 1:
        return digest[:_DIGITS]
    return next(digest[:size] for size in range(_DIGITS, len(digest) + 1) if _are_apart(others, digest[:size]))


def _are_apart(digests: Iterable[str], start: str) -> bool:
    return sum(digest.startswith(start) for digest in digests) == 1
