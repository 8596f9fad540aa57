"""What only the operator of a site can fill in: marked places in hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from portal.problems import Problem

PLACEHOLDER = re.compile(r"\[Vom Betreiber auszufüllen: ([^\]]+)\]")


def placeholders(docs: Path) -> Iterator[Problem]:
    """Every marked place below a folder of pages, with file and line."""
    for file in sorted(docs.rglob("*.md")):
        for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            for match in PLACEHOLDER.finditer(text):
                yield Problem(path=file.as_posix(), line=line, message=f"Noch auszufüllen: {match[1]}.")
