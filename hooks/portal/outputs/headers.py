"""What a host must say with the files: how browsers protect readers, and that scripts on other sites may read the data."""

from __future__ import annotations

from portal.outputs.security import HEADERS

PATH = "_headers"
#: Folders below which data files lie; `betrieb/` has the same for nginx and Apache.
FOLDERS = ("api", "oparl", "daten", "feeds", "kalender", "kennzahlen")
HEADER = "Access-Control-Allow-Origin"


def content() -> bytes:
    """The file that Netlify, Cloudflare Pages and others read; a path with one star each, which all understand."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    lines += [line for folder in FOLDERS for line in (f"/{folder}/*", f"  {HEADER}: *")]
    return ("\n".join(lines) + "\n").encode()
