"""Prose of records: Markdown with links between records, cleaned of anything that is not text.

`[[id]]` and known council numbers become links. Pages written by hand know `[[id]]`, too: MkDocs converts them with the
same extension.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from portal.invisible import without_invisible
from portal.register.link import Register, normal_number
from portal.register.names import WIKI_LINK, Target, UnknownName
from portal.register.urls import relative, url_of

EXTENSIONS = ["tables", "fenced_code", "sane_lists"]
#: Only where a text has a page to itself: notes are numbered page by page.
FOOTNOTES = "footnotes"
FOOTNOTE_WORDS = {"BACKLINK_TITLE": "Zurück zum Text, Fußnote {}"}

#: B 22/0189 or 2019/0674, but not as a part of an address or a longer number.
_NUMBER = re.compile(r"(?<![\w/.])(?:[A-ZÄÖÜ]{1,3}(?:\s|&nbsp;)?\d{2}\s?/\s?\d{3,5}|\d{4}/\d{3,5})(?![\w/])")
_TAG = re.compile(r"(<[^>]*>)")
#: What may be more than words: most texts have none of it, and need not go through Markdown.
_MARKUP = re.compile(r"[*_`~\[\]<>&\\#|]|^[^\S\n]*(?:[-+]|\d+[.)])\s", re.MULTILINE)
#: What Markdown reads out of spaces and lines alone: code, line breaks, headings.
_LAYOUT = re.compile(r"\t|^[^\S\n]|^[-=]|[^\S\n]$", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n\n+")
#: The portal may lie below a path of its address, so links from its root are written as seen from the page.
_FROM_ROOT = re.compile(r'(?<=href=")/(?!/)([^"]*)')
#: Inside these, a number stays text.
_NOT_LINKED = ("a", "code", "pre", "h2", "h3", "h4")
_TAGS = {
    "a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_INLINE_TAGS = {"a", "br", "code", "del", "em", "strong", "sub", "sup"}
#: What a record may not choose freely: with classes and ids it could pose as a part of the page, or take its place.
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "li": {"id"}, "sup": {"id"}}
_VALUES = {
    "a": {"class": {"footnote-ref", "footnote-backref"}},
    "th": {"scope": {"col", "row"}},
    "div": {"class": {"footnote", "tabelle"}, "role": {"group"}, "tabindex": {"0"}, "aria-label": {"Tabelle"}},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
#: Notes of a text and the places that lead to them.
_NOTE_IDS = {"li": re.compile(r"fn:\S{1,60}"), "sup": re.compile(r"fnref\d*:\S{1,60}")}
#: A list may go on from any number that people write.
_START = re.compile(r"\d{1,4}")
#: Addresses without a scheme lead to this portal, never to a host that comes after two strokes of any kind. Browsers
#: pass over line ends and tabs inside an address, so none may stand there.
_HIDES_A_HOST = re.compile(r"\s*[/\\]{2}|[^\n\t\r]*[\n\t\r]")
#: A link to another site in cleaned HTML: nh3 quotes every attribute.
_OUTWARD = re.compile(r'<a (?=(?:[a-z]+="[^"]*" )*href="https?:)', re.IGNORECASE)
#: The other site learns nothing of where its visitors come from, and gets no hold of this page.
_REL = "external noopener noreferrer"

#: How a target is addressed from the current page; empty for that page itself.
Href = Callable[[Target], str]


class RecordLinks(Extension):
    """Markdown extension: `[[id]]` and `[[id|words]]` as links; tables that scroll by keyboard."""

    def __init__(self, register: Register, href: Href, warn: Callable[[str], None]) -> None:
        super().__init__()
        self.register = register
        self.href = href
        self.warn = warn

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_WikiLinks(self), "portal-wikilinks", 175)
        md.treeprocessors.register(_ScrollingTables(md), "portal-tables", 5)

    def link(self, target: Target, words: str) -> Element | str:
        """An anchor element; just the words, where the link would lead to the page it is on."""
        href = self.href(target)
        if not href:
            return words
        element = Element("a", {"href": href})
        element.text = words
        return element


class _WikiLinks(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, links: RecordLinks) -> None:
        super().__init__(WIKI_LINK.pattern)
        self.links = links

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:  # type: ignore[override]
        register = self.links.register
        try:
            target = register.resolve(m["name"])
        except UnknownName as error:
            self.links.warn(f"Verweis [[{m['name']}]]: {error}")
            return None, None, None
        words = " ".join((m["words"] or "").split()) or register.entries[target.key].record.title
        return self.links.link(target, words), m.start(), m.end()


class _ScrollingTables(Treeprocessor):
    """A wide table scrolls inside a box that can be reached by keyboard, never the page."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "table" and parent.get("class") != "tabelle":
                    box = Element(
                        "div", {"class": "tabelle", "role": "group", "tabindex": "0", "aria-label": "Tabelle"}
                    )
                    box.append(child)
                    parent[index] = box


class Prose:
    """Renders texts of fields for one page after the other."""

    def __init__(self, register: Register, *, with_footnotes: bool = False) -> None:
        self._page = ""
        self._register = register
        links = RecordLinks(register, self._href, _ignore)
        notes = [FOOTNOTES] if with_footnotes else []
        self._markdown = Markdown(
            extensions=[*EXTENSIONS, *notes, links], extension_configs={FOOTNOTES: FOOTNOTE_WORDS}, output_format="html"
        )

    def _href(self, target: Target) -> str:
        url = url_of(target.key, target.fragment)
        return "" if url == self._page else relative(self._page, url)

    def html(self, text: str, page: str) -> str:
        """Block HTML of a text, with links as seen from a page's URL."""
        self._page = page
        html = plain_html(text)
        if html is None:
            html = clean(self._markdown.reset().convert(text))
            html = _FROM_ROOT.sub(lambda found: relative(page, found[1]), html)
        return link_numbers(html, self._register, self._href) if _NUMBER.search(html) else html

    def inline(self, text: str, page: str) -> str:
        """The same for inside a sentence or paragraph: no blocks, paragraphs become line breaks."""
        html = re.sub(r"</p>\s*<p>", "<br>", self.html(text, page))
        if html.count("<") == html.count("<br>") + 2 and html.startswith("<p>"):
            return html.removeprefix("<p>").removesuffix("</p>").strip()
        return clean(html, _INLINE_TAGS).strip()

    def words(self, text: str) -> str:
        """The same for programs: no markup at all, on one line."""
        self._page = ""
        if _MARKUP.search(text):
            text = without_invisible(unescape(nh3.clean(self._markdown.reset().convert(text), tags=set())))
        return " ".join(text.split())


def plain_html(text: str) -> str | None:
    """What `convert` and `clean` make of a text that is nothing but paragraphs, as most are; None for all others."""
    if _MARKUP.search(text) or _LAYOUT.search(text):
        return None
    paragraphs = _PARAGRAPHS.split(text.strip("\n").replace("\xa0", "&nbsp;"))
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) if paragraphs != [""] else ""


def _ignore(message: str) -> None:
    """Wrong links in records never get here: the checks have refused them."""


def link_numbers(html: str, register: Register, href: Href) -> str:
    """Council numbers in cleaned HTML become links where exactly one paper carries them.

    A number that several papers carry is left alone: which one is meant would be a guess.
    """

    def linked(match: re.Match[str]) -> str:
        papers = register.numbers.get(normal_number(match[0].replace("&nbsp;", " ")), ())
        address = href(Target(papers[0])) if len(papers) == 1 else ""
        return f'<a href="{address}">{match[0]}</a>' if address else match[0]

    pieces, inside = _TAG.split(html), 0
    for index, piece in enumerate(pieces):
        if index % 2:
            name = piece.strip("</>").split(maxsplit=1)[0].lower() if piece.strip("</>") else ""
            if name in _NOT_LINKED:
                inside += -1 if piece.startswith("</") else 1
        elif not inside:
            pieces[index] = _NUMBER.sub(linked, piece)
    return "".join(pieces)


def clean(html: str, tags: set[str] = _TAGS) -> str:
    """Only harmless elements, attributes and link schemes are left; links to other sites say what they are."""
    ids: set[str] = set()

    def harmless(tag: str, name: str, value: str) -> str | None:
        match name:
            case "href":
                return None if _HIDES_A_HOST.match(value) else value
            case "start":
                return value if _START.fullmatch(value) else None
            case "id":
                if value in ids or not (pattern := _NOTE_IDS.get(tag)) or not pattern.fullmatch(value):
                    return None
                ids.add(value)
        return value

    html = nh3.clean(
        html,
        tags=tags,
        attributes=_ATTRIBUTES,
        tag_attribute_values={tag: values for tag, values in _VALUES.items() if tag in tags},
        attribute_filter=harmless,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    # What no record may hold as a character must not come in as an entity.
    return _OUTWARD.sub(f'<a rel="{_REL}" ', without_invisible(html))
