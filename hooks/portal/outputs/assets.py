"""Stylesheet and scripts, named by their content so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
from pathlib import Path

STYLES = "portal.css"


def assets(folder: Path) -> dict[str, tuple[str, str]]:
    """Published path and text by name: one stylesheet from many small files, each script on its own."""
    styles = "\n".join(_read(file).strip() for file in sorted((folder / "css").glob("*.css"))) + "\n"
    texts = {STYLES: styles} | {file.name: _read(file) for file in sorted((folder / "js").glob("*.js"))}
    return {name: (_published(name, text), text) for name, text in texts.items()}


def _published(name: str, text: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.{suffix}"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
