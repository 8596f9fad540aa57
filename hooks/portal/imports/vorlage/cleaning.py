"""Raw lines without what only made them look nice: Markdown, simple tags, invisible signs, page headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

from portal.imports.vorlage.lines import Line
from portal.invisible import without_invisible

_SPACES = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2003": " ",
        "\u2002": " ",
        "\u2010": "-",
        "\u2011": "-",
    }
)
_LIGATURES = {sign: normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
#: Bullets as word processors' symbol fonts leave them.
_BULLETS = re.compile("[\uf000-\uf0ff▪■●○◦‣∙·]")
_SOFT_HYPHEN_AT_END = re.compile("[\u00ad¬]\\s*$")
_TAG = re.compile(
    r"</?(?:b|i|u|s|p|br|em|strong|span|div|sup|sub|small|font|center|td|tr|th|table|tbody|thead)\b[^<>]{0,80}>",
    re.IGNORECASE,
)
#: „V O R L A G E“.
_SPACED_OUT = re.compile(r"(?:[A-ZÄÖÜ] {1,3}){3,}[A-ZÄÖÜ]")
_MARKED = re.compile(r"^\s{0,3}(#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
_ESCAPED = re.compile(r"\\([*_#\[\]().!|>+-])")
_RULE = re.compile(r"[\s|+:=_–—-]*[-_=–—]{2,}[\s|+:=_–—-]*")
_FOOTER = re.compile(
    r"(?:[-–—]\s*)?(?:Seite|S\.|Blatt)?\s*\d{1,3}\s*(?:(?:von|/)\s*\d{1,3})?\s*(?:[-–—])?", re.IGNORECASE
)
_NAMED_FOOTER = re.compile(r"(?:.{0,80}\s)?(?:Seite|Blatt)\s*:?\s*\d{1,3}\s*(?:(?:von|/)\s*\d{1,3})?", re.IGNORECASE)


def clean(text: str) -> tuple[str, bool]:
    """One raw line, and whether it was marked as a heading."""
    text = _SOFT_HYPHEN_AT_END.sub("-", text)
    text = text.encode("utf-8", "ignore").decode()  # halves of signs, as broken fonts yield them
    text = normalize("NFC", without_invisible(text.replace("\u00ad", "").translate(_SPACES)))
    for sign, letters in _LIGATURES.items():
        text = text.replace(sign, letters)
    text = _TAG.sub("", _BULLETS.sub("•", text))
    if _SPACED_OUT.fullmatch(text.strip()):
        text = re.sub(r"\s", "", text)
    marked = bool(_MARKED.match(text))
    text = _ESCAPED.sub(r"\1", _BOLD.sub("", _MARKED.sub("", text)))
    return ("" if _RULE.fullmatch(text) else text.rstrip()), marked


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """All pages in a row, without page numbers and without what every page repeats at its edge."""
    repeated = _repeated(pages)
    kept: list[Line] = []
    for index, page in enumerate(pages):
        edges = _edges(page)
        # What stands at the very top of the paper may be all that names it.
        edge = {id(line) for line in (edges[2:] if index == 0 else edges)}
        for line in page:
            is_edge = id(line) in edge
            if is_edge and (_shape(line) in repeated or (len(pages) > 1 and _FOOTER.fullmatch(line.words))):
                continue
            if _NAMED_FOOTER.fullmatch(line.words) and re.search(r"\d\s*(?:von|/)\s*\d|^[-–—]?\s*Seite", line.words):
                continue
            kept.append(line)
    return kept


def _edges(page: Sequence[Line], size: int = 2) -> list[Line]:
    filled = [line for line in page if line.words]
    return [*filled[:size], *filled[-size:]] if len(filled) > 2 * size else []


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    """What stands at the edge of at least two pages and of half of all."""
    counts = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    least = max(2, (len(pages) + 1) // 2)
    return {shape for shape, count in counts.items() if count >= least and shape}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.words)
