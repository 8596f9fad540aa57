"""The list of security promises names tests that exist, and says where none is possible."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PAGE = (_ROOT / "docs" / "entwicklung" / "sicherheit.md").read_text(encoding="utf-8")
_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
_PLACE = re.compile(r"`((?:hooks|overrides|tests|betrieb|requirements|\.github)/[\w/.-]*)`")
#: The last part tells what is not promised.
_PROMISED, _REMAINS = _PAGE.split("\n## What remains\n")
#: What a check list for a static site has to speak of.
_GROUPS = {
    "Input",
    "Output",
    "Content-Security-Policy and headers",
    "Links and redirects",
    "Files and paths",
    "Publishing",
    "What was published stays",
    "Supply chain",
    "Workflows",
    "Privacy",
    "Availability",
    "Operating it",
}


def _lines() -> dict[str, str]:
    """Each promise with all that is said of it."""
    found = re.findall(r"^- (\*\*.+?(?=\n- |\n\n|\Z))", _PROMISED, flags=re.DOTALL | re.MULTILINE)
    return {line.split("**")[1]: " ".join(line.split()) for line in found}


@cache
def _tests_in(file: str) -> frozenset[str]:
    tree = ast.parse((_ROOT / "tests" / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_group_has_its_lines() -> None:
    groups = {part.partition("\n")[0]: part for part in _PROMISED.split("\n## ")[1:]}
    assert groups.keys() == _GROUPS
    assert all("\n- **" in part for part in groups.values())
    assert _PROMISED.count("\n- ") == len(_lines())
    assert "\n- **" in _REMAINS


@pytest.mark.parametrize("line", _lines().values(), ids=_lines())
def test_a_line_names_tests_that_exist_or_says_why_there_is_none(line: str) -> None:
    shown, sign, tests = line.partition(" Shown by ")
    if not sign:
        assert re.search(r" No test: \w.{20,}", line), "Weder ein Test noch ein Grund, warum es keinen gibt."
        return
    named = _TEST.findall(tests)
    assert named
    assert _TEST.sub("", tests).strip(", ") == "", "Hinter „Shown by“ stehen nur Tests."
    assert not _TEST.search(shown)
    missing = [f"{file}::{test}" for file, test in named if test not in _tests_in(file)]
    assert not missing
    assert len(named) == len(set(named))


def test_every_place_that_the_page_names_exists() -> None:
    named = _PLACE.findall(_PAGE)
    assert len(named) > 20
    assert not [place for place in named if not (_ROOT / place).exists()]
