"""Asks whether locked packages have known vulnerabilities, and writes a report for the issue about it.

    requirements/setup.sh audit.txt && .venv/bin/python requirements/audit.py bericht.md

Exit codes: 0 none is known, 1 some are, 2 somebody could not be asked; then nothing is written.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

CLEAN, FOUND, NOT_ASKED = 0, 1, 2

_FOLDER = Path(__file__).parent
_COMMAND = (
    *("-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner", "off"),
    *("--format", "json", "--requirement"),
)
#: Names come from a database that many write to; what looks different does not get into an issue.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+!_-]{0,80}")
_HEAD = """Diese Pakete haben bekannte Schwachstellen. `make lock` holt neuere, soweit es welche gibt; danach bitte `make test`.
Was ein Paket hier tut, steht in `docs/entwicklung/pakete.md`. Betrifft eine Schwachstelle das Portal nicht, halten Sie den Grund hier fest.
"""


class NotAsked(Exception):
    """Nobody knows whether all packages are in order; the message says why."""


def main(target: Path) -> int:
    try:
        audits = {lock.name: _audit(lock) for lock in sorted(_FOLDER.glob("*.txt"))}
        found = {name: lines for name, audit in audits.items() if (lines := [*findings(audit)])}
    except NotAsked as error:
        print(f"Nicht alles ließ sich prüfen: {error}", file=sys.stderr)
        return NOT_ASKED
    target.write_text(report(found), encoding="utf-8")
    print(report(found))
    return FOUND if found else CLEAN


def _audit(lock: Path) -> Mapping[str, Any]:
    done = subprocess.run([sys.executable, *_COMMAND, str(lock)], capture_output=True, text=True, check=False)
    try:
        audit: Mapping[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise NotAsked(f"{lock.name}: {done.stderr.strip()[-2000:]}") from None
    return audit


def findings(audit: Mapping[str, Any]) -> Iterator[str]:
    """A line for every vulnerability that is known of a package. A package that was skipped is not in order."""
    for package in audit["dependencies"]:
        if "skip_reason" in package:
            raise NotAsked(package["skip_reason"])
        for vulnerability in package["vulns"]:
            name, version, number = (
                _plain(text) for text in (package["name"], package["version"], vulnerability["id"])
            )
            mended = ", ".join(_plain(text) for text in vulnerability["fix_versions"])
            yield f"- `{name}` {version}: `{number}`, " + (f"behoben in {mended}" if mended else "noch nicht behoben")


def report(found: Mapping[str, list[str]]) -> str:
    parts = (f"### requirements/{name}\n\n" + "\n".join(lines) + "\n" for name, lines in found.items())
    return "\n".join((_HEAD, *parts)) if found else "Keine bekannten Schwachstellen.\n"


def _plain(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else "?"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
