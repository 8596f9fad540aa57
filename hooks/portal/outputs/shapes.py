"""Many pieces of HTML from the same template, without saying the same markup each time.

A piece is taken apart at its tags and attributes into its shape and the values in it. Putting them together again gives
exactly what the template has printed, escaped as it is, so nobody who shows a piece needs to know how it looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

#: Text between tags, and the value of an attribute. Where these end matters for size only, not for what comes out.
_VALUE = re.compile(r'((?<=>)[^<>]+(?=<)|(?<==")[^"<>]+(?="))')


def packed(pieces: Iterable[str]) -> dict[str, Any]:
    """The shapes, each with its values column by column, which compress well; and whose turn it is, piece by piece."""
    rows: dict[tuple[str, ...], list[Sequence[str]]] = {}
    numbers: dict[tuple[str, ...], int] = {}
    order = []
    for piece in pieces:
        taken_apart = _VALUE.split(piece)
        shape, values = tuple(taken_apart[::2]), taken_apart[1::2]
        rows.setdefault(shape, []).append(values)
        order.append(numbers.setdefault(shape, len(numbers)))
    return {"formen": [_form(shape, values) for shape, values in rows.items()], "folge": order}


def _form(shape: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    """What is the same in all pieces belongs to the shape after all."""
    html, columns = [shape[0]], []
    for after, column in zip(shape[1:], zip(*rows, strict=True), strict=True):
        if len(set(column)) == 1:
            html[-1] += column[0] + after
        else:
            html.append(after)
            columns.append(column)
    return {"html": html, "werte": columns}
