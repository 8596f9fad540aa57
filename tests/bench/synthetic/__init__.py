"""A made-up town of any size, the same for the same size: one of every kind of record, shaped like real ones.

    write(folder, 10_000)

Two thirds are council papers with votes; the rest are projects, questions, figures and all that they refer to. Relations
go both to what everybody names (the council) and to what hardly anybody does, as in real towns.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from . import council, inquiries, reference, works
from .town import Town

__all__ = ["Town", "files", "write"]


def write(folder: Path, count: int) -> None:
    """Write a data folder with `count` records, at least 100."""
    for path, text in files(count):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def files(count: int) -> Iterator[tuple[str, str]]:
    town = Town(count)
    dice = random.Random(count)  # noqa: S311 - the same town every time, not a secret
    for part in (reference, council, works, inquiries):
        yield from part.files(town, dice)
