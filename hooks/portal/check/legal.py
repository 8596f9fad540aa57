"""What only the operator of a site can fill in: marked places in hand-written pages and standard files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from portal.problems import Problem

PLACEHOLDER = re.compile(r"\[Vom Betreiber auszufüllen: ([^\]]+)\]")


#: Beside the folder with the pages: what a repository says about itself.
_STANDARD_FILES = (".github/CODE_OF_CONDUCT.md", ".github/GOVERNANCE.md", ".github/SECURITY.md", "publiccode.yml")


def placeholders(docs: Path) -> Iterator[Problem]:
    """Every marked place below a folder of pages and in the repository's standard files, with file and line."""
    standard = (docs.parent / name for name in _STANDARD_FILES)
    for file in [*sorted(docs.rglob("*.md")), *(file for file in standard if file.is_file())]:
        for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            for match in PLACEHOLDER.finditer(text):
                yield Problem(path=file.as_posix(), line=line, message=f"Noch auszufüllen: {match[1]}.")
