"""The order of the portal's packages: each builds on those before it, and nothing leads back."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import portal
import pytest

_CORE = Path(portal.__file__).parent
#: What only the two files beside the core may know.
_FRAMEWORKS = {"mkdocs", "material"}


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(_CORE.rglob("*.py")):
        yield path.relative_to(_CORE), ast.parse(path.read_text(encoding="utf-8"))


def _imports(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "portal":
            yield from (f"portal.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _packages() -> Mapping[str, set[str]]:
    """What each package, or module of its own, imports from others."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path, module in _modules():
        own = path.parts[0].removesuffix(".py")
        imported = {name.split(".")[1] for name in _imports(module) if name.startswith("portal.")}
        found[own] |= imported - {own}
    return found


def test_no_package_leads_back_to_itself() -> None:
    try:
        order = [*TopologicalSorter(_packages()).static_order()]
    except CycleError as error:
        pytest.fail(f"Im Kreis: {' → '.join(error.args[1])}", pytrace=False)
    assert order.index("records") < order.index("register") < order.index("views")


@pytest.mark.parametrize("framework", sorted(_FRAMEWORKS))
def test_the_core_knows_no_framework(framework: str) -> None:
    found = [str(path) for path, module in _modules() if framework in {name.split(".")[0] for name in _imports(module)}]
    assert not found


def test_the_core_starts_programs_only_to_ask_git_and_to_index() -> None:
    found = {path.as_posix() for path, module in _modules() if "subprocess" in set(_imports(module))}
    assert found == {"register/asof.py", "history/gitlog.py", "search/pagefind.py"}
