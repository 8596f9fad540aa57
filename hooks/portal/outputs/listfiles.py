"""Long lists by year or letters, for assets/js/liste.js: it narrows a list without loading all of its pages.

Entries are drawn by the macros of the pages, so they look alike wherever they are shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from portal.lists.paging import Part
from portal.outputs.shapes import packed
from portal.parts.page import Page
from portal.register.link import Register

#: What draws: a macro, by its template and its name.
Macros = Callable[[str, str], Callable[..., str]]

#: How the template of a list draws an entry: with which macro, and what it hands over.
_DRAWN: Mapping[str, tuple[str, str, Callable[[Any, Part[Any], Any], tuple[Any, ...]]]] = {
    "liste.html": (
        "partials/eintrag.html",
        "eintrag",
        lambda row, part, _: (row.entry, "h3" if part.groups else "h2", row.marks),
    ),
    "zeitleiste.html": ("partials/moment.html", "moment", lambda dated, *_: (dated.moment, "p", True, dated.marks)),
    "aenderungen.html": ("partials/wandel.html", "wandel", lambda item, _, content: (item, content.line(item))),
}


def files(
    pages: Iterable[Page], register: Register, turn_to: Callable[[str], None], macros: Macros
) -> Iterator[tuple[str, bytes]]:
    """Path and content for every part of each list that has several pages; links are relative to the file."""
    for page in pages:
        if page.template not in _DRAWN or page.is_variant or not page.content:
            continue
        content = page.content(register)
        if content.sheet.count == 1 or content.sheet.number > 1:
            continue
        template, name, handed = _DRAWN[page.template]
        macro = macros(template, name)
        turn_to(content.folder)
        for part in content.parts:
            entries = (macro(*handed(item, part, content)) for item in part.items)
            yield f"{content.folder}{part.name}.json", _encode(part, packed(entries))


def _steps(numbers: Iterable[int]) -> list[int]:
    """From each number to the next, beginning at 0: nearly always the same, which compresses to nothing."""
    return [after - before for before, after in pairwise((0, *numbers))]


def _encode(part: Part[Any], entries: Mapping[str, Any]) -> bytes:
    described = {"gruppen": part.groups, **entries, **({"andersherum": _steps(part.turned)} if part.turned else {})}
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")).encode()
