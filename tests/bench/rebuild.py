"""One record changed: built again, and seen under `mkdocs serve`."""

from __future__ import annotations

import hashlib
import http.client
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil

from bench.checkout import Checkout
from bench.costs import Failed, end
from bench.results import Rebuild, Run, Serve

_RECORD = "beschluesse/vorlage-3"
_SUMMARY = "kurzfassung: "
_INDEX = "pagefind/pagefind-entry.json"
_POLL = 0.05
#: How long to wait for the first pages, and for a change; seconds.
_START, _LIMIT = 1_800.0, 300.0


def change(data: Path, words: str) -> None:
    """An editor rewrites the summary of one council paper."""
    path = data / f"{_RECORD}.md"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith(_SUMMARY))
    lines[place] = f"{_SUMMARY}{words}\n"
    path.write_text("".join(lines), encoding="utf-8")


def rebuild(checkout: Checkout, data: Path, records: int, folder: Path) -> Rebuild:
    """Cold, then the same command on the same site and cache after a change, and after another."""
    site, cache = folder / "site", folder / "cache"
    cold = _run(checkout, data, site, cache)
    change(data, "Diese Kurzfassung ist neu.")
    again = _run(checkout, data, site, cache)
    change(data, "Diese ist noch neuer.")
    return Rebuild(records=records, cold=cold, again=again, later=_run(checkout, data, site, cache))


def _run(checkout: Checkout, data: Path, site: Path, cache: Path) -> Run:
    cost, phases = checkout.build(data, site, cache)
    return Run(seconds=cost.seconds, processor=cost.processor, phases=phases)


def serve(checkout: Checkout, data: Path, records: int, folder: Path) -> Serve:
    """Start the preview, wait for its first search index, change a record, and look until its page and the index have changed."""
    port = _free_port()
    root = f"http://127.0.0.1:{port}/"
    temporary = folder / "temporary"
    temporary.mkdir()
    # The server is ended, not asked to stop, so what it has laid down must lie in a folder that is removed.
    environ = {**os.environ, **checkout.environ(data, folder / "cache"), "SITE_URL": root, "TMPDIR": str(temporary)}
    command = [*checkout.mkdocs, "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    start = time.perf_counter()
    with psutil.Popen(
        list(map(str, command)), cwd=checkout.root, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            page = f"{root}{_RECORD}/"
            if not _until(lambda: bool(_fetched(page)) or server.poll() is not None, _START):
                raise Failed(f"mkdocs serve showed no page within {_START:.0f} s")
            if server.poll() is not None:
                raise Failed(f"mkdocs serve ended with {server.poll()}")
            ready = time.perf_counter() - start
            if not _until(lambda: bool(_fingerprint(root)), _START):
                raise Failed(f"mkdocs serve had no search index within {_START:.0f} s")
            before = _fingerprint(root)
            words = "Jetzt steht hier Zwetschgenkuchen."
            changed = time.perf_counter()
            change(data, words)
            in_page = _since(changed, _until(lambda: words.encode() in _fetched(page), _LIMIT))
            in_search = _since(changed, _until(lambda: _fingerprint(root) not in (before, ""), _LIMIT))
        finally:
            end(server)
    return Serve(records=records, start=ready, page=in_page, search=in_search, limit=_LIMIT)


def _until(is_so: Callable[[], bool], limit: float) -> bool:
    start = time.perf_counter()
    while time.perf_counter() - start < limit:
        if is_so():
            return True
        time.sleep(_POLL)
    return False


def _since(start: float, happened: bool) -> float | None:
    return time.perf_counter() - start if happened else None


def _fetched(url: str) -> bytes:
    """What the server says; nothing while it does not answer."""
    try:
        with urllib.request.urlopen(url, timeout=_LIMIT) as response:  # noqa: S310 - our own server
            return bytes(response.read())
    except (urllib.error.URLError, http.client.HTTPException, OSError):
        return b""


def _fingerprint(root: str) -> str:
    """The search index names its parts by what is in them."""
    content = _fetched(root + _INDEX)
    return hashlib.sha256(content).hexdigest() if content else ""


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
