"""Programs of others rely on the API: whoever changes its shape must say so, to them and on purpose."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from portal.outputs.api.version import VERSION

from contract.shape import lines, shape

_KEPT = Path(__file__).parent / "api-v1.json"
_CHANGELOG = Path(__file__).parents[2] / "docs" / "daten" / "aenderungen.md"


def test_the_shape_is_the_one_that_was_published_under_this_version() -> None:
    now = shape()
    kept = json.loads(_KEPT.read_text(encoding="utf-8")) if _KEPT.exists() else {"version": ""}
    gone, new = lines(kept) - lines(now), lines(now) - lines(kept)
    if os.environ.get("UPDATE_CONTRACT") and kept["version"] != VERSION:
        is_new_major = kept["version"].partition(".")[0] != VERSION.partition(".")[0]
        broken = gone - {f"/version: {kept['version']}"} - _widened(gone, new)
        assert not broken or is_new_major, "Was wegfällt oder anders wird, bricht fremde Programme: " + "; ".join(
            sorted(broken)[:20]
        )
        _KEPT.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return
    assert not gone | new, (
        "Die Form der Schnittstelle hat sich geändert. Bitte VERSION in hooks/portal/outputs/api/version.py erhöhen, die "
        "Änderung in docs/daten/aenderungen.md beschreiben und sie mit `UPDATE_CONTRACT=1 .venv/bin/pytest tests/contract` "
        "festhalten. " + "\n".join(["Weg:", *sorted(gone)[:20], "Neu:", *sorted(new)[:20]])
    )


def test_the_changelog_for_those_who_use_the_api_begins_with_this_version() -> None:
    headings = [line[3:] for line in _CHANGELOG.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert headings[0] == VERSION, (
        f"docs/daten/aenderungen.md beginnt mit {headings[0]}, veröffentlicht wird {VERSION}."
    )


def _widened(gone: set[str], new: set[str]) -> set[str]:
    """Orders of columns and choices that only got more of them: who reads by name notices nothing."""
    now = dict(line.split(": ", 1) for line in new)
    return {
        line for line in gone if (place := line.split(": ", 1)[0]) in now and _holds(now[place], line.split(": ", 1)[1])
    }


def _holds(now: str, before: str) -> bool:
    rest = iter(re.split(r", | \| ", now))
    return all(word in rest for word in re.split(r", | \| ", before))
