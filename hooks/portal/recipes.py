"""Files that say what they are made from, so that a build need not make again what nothing has changed for.

The code itself is no part of that: builds by other code remember nothing of each other, see `store.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple


class Recipe(NamedTuple):
    """A file that is not made yet. `make` may use nothing that `made_from` does not stand for."""

    made_from: bytes
    make: Callable[[], bytes]


#: What stands in a file, or how it comes about.
Content = bytes | Recipe


def digest(*parts: str | bytes) -> bytes:
    """A few bytes that stand for all parts; no two lists of parts share theirs."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8))
        found.update(data)
    return found.digest()
