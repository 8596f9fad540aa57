"""Generated files with their content, also where a build would only look whether it has to make them."""

from __future__ import annotations

from collections.abc import Iterable

from portal.recipes import Content, Recipe


def made(files: Iterable[tuple[str, Content]]) -> dict[str, bytes]:
    return {path: content.make() if isinstance(content, Recipe) else content for path, content in files}
