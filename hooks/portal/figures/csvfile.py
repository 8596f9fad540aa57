"""Tables as CSV in UTF-8 with a mark, without a cell that acts: for German spreadsheets, or for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

#: What a cell may hold. Numbers stay numbers; nothing is an empty cell.
Cell = str | int | Decimal | bool | None

#: A text that begins like this would be run as a formula by Excel and others, some of which read the wide signs alike.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, for_machines: bool = False) -> bytes:
    """The bytes of a CSV file: with semicolons and decimal commas as German spreadsheets expect them, or as RFC 4180
    has it for machines, with commas and decimal points."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="," if for_machines else ";", lineterminator="\r\n")
    point = "." if for_machines else ","
    writer.writerow([_written(cell, point) for cell in header])
    writer.writerows([_written(cell, point) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell, point: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nein"
        case int() | Decimal():
            return f"{cell:f}".replace(".", point) if isinstance(cell, Decimal) else str(cell)
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA) else cell
