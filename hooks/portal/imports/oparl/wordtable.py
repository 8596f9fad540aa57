"""Looking up wordings: written small, without what only surrounds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T", bound=StrEnum)

#: Said beside a role or result, but not part of it.
_BESIDE = re.compile(r"\(?\b(?:nicht[ -]?)?öffentlich(?:e[rs]?)?\b\)?|[()„“\"]")


def plain(wording: str) -> str:
    """`Vorberatung (öffentlich)` and `vorberatung` are one wording."""
    small = _BESIDE.sub(" ", wording.lower().replace("ß", "ss"))
    return " ".join(small.split()).strip(" .,:;!")


def table(words: type[T], entries: Mapping[T, str]) -> dict[str, T]:
    """From meanings with their wordings, divided by bars, to wordings with their meaning; every word means itself."""
    found = {plain(word): word for word in words}
    for meaning, wordings in entries.items():
        for wording in wordings.split("|"):
            found.setdefault(plain(wording), meaning)
    return found
