"""The search index: Pagefind over the pages that mark their text with `data-pagefind-body`."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

from portal.records import RECORD_TYPES

FOLDER = "pagefind"


class SearchFailed(Exception):
    """Pagefind did not build an index; the message is what it said."""


def build_index(site: Path) -> list[str]:
    """Index a finished site in place; returns the addresses of the pages that can now be found."""
    options = {
        "--site": str(site),
        "--output-subdir": FOLDER,
        "--glob": f"{{*,{','.join(f'{name}/*' for name in RECORD_TYPES)}}}/index.html",
        "--force-language": "de",
    }
    command = [
        sys.executable,
        "-m",
        "pagefind_bin",
        "--quiet",
        *(part for option in options.items() for part in option),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise SearchFailed((done.stderr or done.stdout).strip())
    return [_address(file) for file in (site / FOLDER / "fragment").glob("*.pf_fragment")]


def _address(fragment: Path) -> str:
    """The page a fragment of the index belongs to. Fragments are gzipped JSON behind a signature."""
    content = gzip.decompress(fragment.read_bytes())
    page: dict[str, str] = json.loads(content[content.index(b"{") :])
    return page["url"].lstrip("/")
