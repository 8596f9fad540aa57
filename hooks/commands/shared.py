"""What commands have in common: the folder with records, and how problems and wrong usage are said."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from portal.problems import Problem
from portal.store import CACHE, Store, store_of_texts

_ROOT = Path(__file__).parents[2]

CLEAN, PROBLEMS, WRONG_USAGE = 0, 1, 2


def add_data(parser: argparse.ArgumentParser) -> None:
    """`--data`, with the same default as `make`."""
    parser.add_argument(
        "--data", default=os.environ.get("DATA") or "data", metavar="ORDNER", help="Ordner mit den Einträgen (data)"
    )


def remembered(data: Path) -> Store:
    """What runs before have found out about the files of a data folder; nothing where there is no portal around."""
    is_portal = (_ROOT / "mkdocs.yml").is_file()
    return store_of_texts(os.environ.get("CACHE", _ROOT / CACHE if is_portal else ""), data)


def report(problems: Iterable[Problem], style: str) -> None:
    """One line each, to standard error."""
    for problem in problems:
        print(problem.as_github() if style == "github" else problem.as_text(), file=sys.stderr)


def hint(hints: Iterable[Problem], style: str) -> None:
    """What is good to know and no reason to fail, in the same notation."""
    for each in hints:
        line = each.as_github("notice") if style == "github" else f"{each.as_text()} (nur ein Hinweis)"
        print(line, file=sys.stderr)


def wrong_usage(command: str, message: str) -> int:
    print(f"portal {command}: {message}", file=sys.stderr)
    return WRONG_USAGE
