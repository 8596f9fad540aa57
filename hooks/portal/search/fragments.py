"""What Pagefind writes about each page, made smaller: it is what visitors download for every result."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from portal.search.cards import FILTERS, KIND, Cards

#: Pagefind names pages `de_1a2b3c4`.
_LANGUAGE = "de_"


def slimmed(file: Path, cards: Cards) -> tuple[str, str]:
    """Rewrites a fragment, gzipped JSON behind a signature, and returns the page's address and id.

    Fields that are only searched have done their work in the index. What results show comes instead, and is not searched.
    """
    signature, brace, rest = gzip.decompress(file.read_bytes()).partition(b"{")
    page: dict[str, Any] = json.loads(brace + rest)
    url = page["url"].lstrip("/")
    card = cards[url]
    kind = dict(card.filters)[FILTERS[KIND]]
    page["meta"] = {"title": page["meta"]["title"], "art": kind, "zeile": card.line or kind, "tag": card.day}
    page["anchors"] = [anchor for anchor in page["anchors"] if anchor["text"]]
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()
    file.write_bytes(gzip.compress(signature + text, mtime=0))
    return url, file.stem.removeprefix(_LANGUAGE)
