"""An HTML page as the rules see it: its elements, their texts and what the parser complained of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import E as MESSAGES


class Document:
    """One page, parsed when somebody looks at it. Comments are left out; names are those of HTML, also inside SVG."""

    def __init__(self, address: str, source: Path | str) -> None:
        self.address = address
        self._source = source

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        text = self._source.read_text(encoding="utf-8") if isinstance(self._source, Path) else self._source
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        root = parser.parse(text)
        return root, [
            f"Zeile {line}, Spalte {column}: {MESSAGES[code] % data}" for (line, column), code, data in parser.errors
        ]

    @property
    def root(self) -> Element:
        return self._parsed[0]

    @property
    def errors(self) -> list[str]:
        return self._parsed[1]

    @cached_property
    def _parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.root.iter() for child in parent}

    def elements(self, *names: str) -> Iterator[Element]:
        """All elements of these names, or all there are, in the order of the page."""
        for element in self.root.iter():
            if isinstance(element.tag, str) and (not names or name_of(element) in names):
                yield element

    def ancestors(self, element: Element) -> Iterator[Element]:
        """The elements around one, the nearest first."""
        parent = self._parents.get(element)
        while parent is not None:
            yield parent
            parent = self._parents.get(parent)

    @cached_property
    def ids(self) -> dict[str, Element]:
        return {element.get("id", ""): element for element in self.elements() if element.get("id")}

    @cached_property
    def title(self) -> str:
        return next((text_of(element) for element in self.elements("title")), "")

    @cached_property
    def is_indexed(self) -> bool:
        """Whether search engines shall list the page: not for redirects and the error page."""
        robots = [element for element in self.elements("meta") if element.get("name") == "robots"]
        return not any("noindex" in element.get("content", "") for element in robots)

    @cached_property
    def text(self) -> str:
        """What a reader sees, with single spaces."""
        return " ".join("".join(_texts(next(self.elements("body")))).split())

    def where(self, element: Element) -> str:
        """An element as messages name it."""
        attributes = "".join(f' {key}="{value}"' for key, value in element.items() if key in {"id", "class", "href"})
        return f"<{name_of(element)}{attributes}> „{text_of(element)[:50]}“"


def name_of(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element) -> str:
    """The text inside an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def children(element: Element) -> list[Element]:
    """The elements directly inside one, comments left out."""
    return [child for child in element if isinstance(child.tag, str)]


def accessible_name(document: Document, element: Element) -> str:
    """A good guess at the name that assistive technology reads out."""
    if labelled := element.get("aria-labelledby"):
        return " ".join(text_of(document.ids[key]) for key in labelled.split() if key in document.ids)
    images = " ".join(image.get("alt", "") for image in element.iter("img"))
    return element.get("aria-label") or text_of(element) or images.strip() or element.get("title", "")


def _texts(element: Element) -> Iterator[str]:
    if name_of(element) in {"script", "style", "svg"}:
        return
    yield element.text or ""
    for child in element:
        # A word that is explained stays in its sentence; everything else stands for itself.
        gap = "" if child.get("class") == "wort" else " "
        yield gap
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield gap + (child.tail or "")
