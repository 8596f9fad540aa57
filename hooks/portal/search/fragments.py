"""What Pagefind writes about each page, made smaller: it is what visitors download for every result."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

#: All pages with a day, the newest first, for who wants results in that order. In Pagefind's own index every visitor pays for it.
NEWEST = "neueste.ids"
#: What results show. All other fields are for being searched, which the index alone does.
_SHOWN = {"title", "zeile", "tag"}
#: Pagefind names pages `de_1a2b3c4`.
_LANGUAGE = "de_"


class Found(NamedTuple):
    """A page that can be found."""

    id: str
    url: str
    day: int


def slimmed(file: Path) -> Found:
    """Rewrites a fragment: gzipped JSON behind a signature."""
    signature, brace, rest = gzip.decompress(file.read_bytes()).partition(b"{")
    page: dict[str, Any] = json.loads(brace + rest)
    day = int(page["meta"]["tag"])
    page["meta"] = {name: value for name, value in page["meta"].items() if name in _SHOWN}
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()
    file.write_bytes(gzip.compress(signature + text, mtime=0))
    return Found(file.stem.removeprefix(_LANGUAGE), page["url"].lstrip("/"), day)


def newest_first(pages: Iterable[Found]) -> bytes:
    """Ids one after the other; all are of one length."""
    dated = sorted((page for page in pages if page.day), key=lambda page: (-page.day, page.url))
    return gzip.compress("".join(page.id for page in dated).encode(), mtime=0)
