"""One stylesheet from many small files, named by its content so that browsers may keep it for ever."""

from __future__ import annotations

import hashlib
from pathlib import Path


def bundle(folder: Path, suffix: str) -> tuple[str, str]:
    """Name and text of all files of a kind in a folder, joined in the order of their names."""
    text = "\n".join(file.read_text(encoding="utf-8").strip() for file in sorted(folder.glob(f"*{suffix}"))) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"portal-{digest}{suffix}", text
