"""The styles that all pages share."""

from __future__ import annotations

import re
from pathlib import Path

import portal

_OVERRIDES = Path(portal.__file__).parents[2] / "overrides"
_DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{([^{}]*)\}\s*\}")


def test_the_dark_scheme_changes_colours_and_nothing_else() -> None:
    """So tests of what is not about colours may look at one scheme (tests/browser/axe.py)."""
    styles = "".join(file.read_text(encoding="utf-8") for file in sorted((_OVERRIDES / "assets" / "css").glob("*.css")))
    (dark,) = _DARK.findall(styles)
    values = [declaration.split(":") for declaration in dark.split(";") if declaration.strip()]
    assert len(values) > 10
    assert not [name for name, value in values if not re.fullmatch(r"\s*--[a-z-]+", name) or not _is_colour(value)]
    assert styles.count("prefers-color-scheme") == 1
    assert "light-dark(" not in styles


def test_no_script_asks_for_the_scheme() -> None:
    scripts = list((_OVERRIDES / "assets" / "js").glob("*.js"))
    assert scripts
    assert not [file.name for file in scripts if "color-scheme" in file.read_text(encoding="utf-8")]


def _is_colour(value: str) -> bool:
    return bool(re.fullmatch(r"\s*#([0-9a-f]{3}|[0-9a-f]{6})", value))
