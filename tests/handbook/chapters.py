"""The hand-written chapters of the handbook, and the examples in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from build.sites import ROOT

FOLDER = ROOT / "docs" / "redaktion"
FIRST = FOLDER / "erster-eintrag.md"
#: Pictures have no more; a screenshot of this portal needs few.
COLOURS = 64

_FILE = re.compile(r"^Datei `data/(?P<path>[^`]+)`:\n\n```yaml\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def all_chapters() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


def example_files() -> Mapping[str, str]:
    """The files that a new editor writes in the first chapter, by their path in the data folder."""
    return {match["path"]: match["text"] for match in _FILE.finditer(FIRST.read_text(encoding="utf-8"))}


def blocks(chapter: Path, language: str) -> Iterator[str]:
    """The code of a language in a chapter."""
    for match in _BLOCK.finditer(chapter.read_text(encoding="utf-8")):
        if match["language"] == language:
            yield match["text"]
