"""What tests know of a built site, and the command that publishes one. Most sites are built by `build.builds`, which is quicker."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from build.html import Document

ROOT = Path(__file__).resolve().parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "musterstadt"
SITE_URL = "https://portal.example/"
#: Seconds after which a build is taken for one that never ends.
PATIENCE = 300
#: The fixture stands at 21 November 2026, whenever it is built.
STANDING = {"SOURCE_DATE_EPOCH": "1795219200"}

_SETTINGS = (
    "DATA",
    "SITE",
    "SITE_URL",
    "REPO_URL",
    "CACHE",
    "SOURCE_DATE_EPOCH",
    "PYTHONPATH",
    "MAKEFLAGS",
    "MFLAGS",
    "MAKELEVEL",
)


def environment(**settings: str) -> dict[str, str]:
    """The environment of a command, free of what the test run itself was started with, and of what builds have kept."""
    inherited = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
    return {**inherited, "NO_MKDOCS_2_WARNING": "1", "CACHE": "", **settings}


def mkdocs(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a citizen of the shell does; settings become environment variables."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment(**settings), capture_output=True, text=True, check=False, timeout=PATIENCE
    )


def build(data: Path, site: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """One strict build of a data folder."""
    return mkdocs("build", "--strict", **{"DATA": str(data), "SITE": str(site), "SITE_URL": SITE_URL, **settings})


@dataclass(frozen=True)
class Site:
    """A built site and what the build said."""

    name: str
    data: Path
    folder: Path
    url: str
    output: str

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path below the site."""
        return {path.relative_to(self.folder).as_posix(): path for path in files_below(self.folder)}

    @cached_property
    def documents(self) -> list[Document]:
        """Every HTML page."""
        return [Document(self.address(path), file) for path, file in self.files.items() if path.endswith(".html")]

    def document(self, address: str) -> Document:
        """The page at an address below the site's root, such as `suche/`."""
        found = [document for document in self.documents if document.address == address]
        assert found, f"Die Seite /{address} fehlt in {self.name}."
        return found[0]

    @staticmethod
    def address(path: str) -> str:
        return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path

    def path_of(self, url: str) -> str | None:
        """The file that an absolute URL of this site is answered with; None for other sites' URLs."""
        if not url.startswith(self.url):
            return None
        path = unquote(urlsplit(url).path.removeprefix(urlsplit(self.url).path))
        return f"{path}index.html" if path.endswith("/") or not path else path


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its content."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_below(folder)
    }
