"""Tables for spreadsheets as they are used in Germany: semicolons, UTF-8 with a mark, no cell that acts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

#: What a cell may hold. Numbers stay numbers; nothing is an empty cell.
Cell = str | int | Decimal | bool | None

#: A text that begins like this would be run as a formula by Excel and others.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The bytes of a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_written(cell) for cell in header])
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nein"
        case int() | Decimal():
            return f"{cell:f}".replace(".", ",") if isinstance(cell, Decimal) else str(cell)
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA) else cell
