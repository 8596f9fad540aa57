"""Long lists by year or letters, for assets/js/liste.js: it narrows a list without loading all of its pages.

Entries are drawn by the macros of the pages, so they look alike wherever they are shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from portal.lists.paging import Part, digest_of_part
from portal.outputs.shapes import packed
from portal.parts.page import Page
from portal.recipes import digest
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


class ListFile(NamedTuple):
    """A part of a list that becomes a file."""

    folder: str
    part: Part[Any]
    #: What the pages of the list show.
    content: Any
    template: str

    @property
    def path(self) -> str:
        return f"{self.folder}{self.part.name}.json"

    def digest(self) -> bytes:
        """Of all that is not looked up in the register for it."""
        return digest(self.template, digest_of_part(self.part))

    def made(self, turn_to: Callable[[str], None], macros: Macros) -> bytes:
        """Links are relative to the file."""
        template, name, handed = _DRAWN[self.template]
        macro = macros(template, name)
        turn_to(self.folder)
        return _encode(self.part, packed(macro(*handed(item, self.part, self.content)) for item in self.part.items))


def list_files(pages: Iterable[Page], register: Register) -> Iterator[ListFile]:
    """One for every part of each list that has several pages."""
    for page in pages:
        if page.template in _DRAWN and page.content and not page.is_variant:
            content = page.content(register)
            if content.sheet.count > 1 and content.sheet.number == 1:
                yield from (ListFile(content.folder, part, content, page.template) for part in content.parts)


def _steps(numbers: Iterable[int]) -> list[int]:
    """From each number to the next, beginning at 0: nearly always the same, which compresses to nothing."""
    return [after - before for before, after in pairwise((0, *numbers))]


def _encode(part: Part[Any], entries: Mapping[str, Any]) -> bytes:
    described = {"gruppen": part.groups, **entries, **({"andersherum": _steps(part.turned)} if part.turned else {})}
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")).encode()
