"""Counts of a whole in a fixed order, with their share of it: a row of numbers and a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many there are of one word, and where its part of the bar lies."""

    word: str
    count: int
    #: Percent of the bar's width.
    x: str
    width: str


def totals(words: Iterable[str], order: Sequence[str]) -> tuple[Total, ...]:
    """One total for every word of the list, also for those that do not occur: zero is an answer, too."""
    counts = Counter(words)
    whole = sum(counts.values()) or 1
    found, before = [], 0
    for word in order:
        count = counts[word]
        found.append(Total(word=word, count=count, x=percent(before / whole), width=percent(count / whole)))
        before += count
    return tuple(found)


def percent(share: float) -> str:
    """`12.5%`: two digits are a tenth of a pixel on a wide screen."""
    return f"{round(share * 100, 2):g}%"
