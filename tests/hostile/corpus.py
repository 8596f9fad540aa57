"""All hostile cases."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

import yaml

from hostile import bombs, encodings, invisible, markup, names, outputs, settings, values, yamltricks
from hostile.case import Case, Harmless, Problem

FAMILIES = (encodings, invisible, bombs, yamltricks, names, values, markup, outputs, settings)
_BY_HAND = Path(__file__).parent / "faelle"
_EXPECTED = "erwartet.yml"


@cache
def cases() -> tuple[Case, ...]:
    return (*chain.from_iterable(family.cases() for family in FAMILIES), *_made_by_hand())


def harmless() -> list[Case]:
    return [case for case in cases() if isinstance(case.expected, Harmless)]


def _made_by_hand() -> list[Case]:
    """Folders with files as somebody would propose them, and what is expected of them beside."""
    found = []
    for told in sorted(_BY_HAND.glob(f"*/{_EXPECTED}")):
        said = yaml.safe_load(told.read_text(encoding="utf-8"))
        files = {
            file.relative_to(told.parent).as_posix(): file.read_bytes()
            for file in sorted(told.parent.rglob("*"))
            if file.is_file() and file != told
        }
        expected = Problem(said["problem"], said.get("zeile", 0)) if "problem" in said else Harmless(said["harmlos"])
        found.append(Case(family=said["familie"], name=told.parent.name, files=files, expected=expected))
    return found
