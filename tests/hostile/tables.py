"""What spreadsheet programs would run when they open a table of the site."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from build.sites import Site

#: How a cell begins that programs take for a formula; numbers may be negative.
IS_FORMULA = re.compile(r"[=+@\t\r＝＋－＠]|-(?!\d+([.,]\d+)?$)")


def cells(site: Site) -> Iterator[tuple[str, str]]:
    """Each cell of each table, with the file that holds it."""
    for path, file in site.files.items():
        if path.endswith(".csv"):
            text = io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")
            for row in csv.reader(text, delimiter="," if path.startswith("api/") else ";"):
                yield from ((path, cell) for cell in row)
