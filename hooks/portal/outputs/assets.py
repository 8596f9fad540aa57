"""Stylesheet and scripts, named by their content so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

STYLES = "portal.css"
#: A script that another one imports, when it is loaded or later: `from "./zahlen.js"`, `import("./suchkern.js")`.
_IMPORT = re.compile(r"""((?:\bfrom |\bimport\()")\./([\w-]+\.js)(")""")


def assets(folder: Path) -> dict[str, tuple[str, str]]:
    """Published path and text by name: one stylesheet from many small files, each script on its own."""
    styles = "\n".join(_read(file).strip() for file in sorted((folder / "css").glob("*.css"))) + "\n"
    scripts = {file.name: _read(file) for file in sorted((folder / "js").glob("*.js"))}
    found = {STYLES: (_published(STYLES, styles), styles)}
    for name in scripts:
        _publish(name, scripts, found)
    return found


def _publish(name: str, scripts: dict[str, str], found: dict[str, tuple[str, str]]) -> str:
    """Address of a script beside others; what it imports comes first, as its text names it by its content, too."""
    if name not in found:
        text = _IMPORT.sub(lambda each: f"{each[1]}./{_publish(each[2], scripts, found)}{each[3]}", scripts[name])
        found[name] = (_published(name, text), text)
    return found[name][0].rpartition("/")[2]


def _published(name: str, text: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.{suffix}"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
