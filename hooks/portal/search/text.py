"""The text of a finished page: its words, and how words are compared."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import NamedTuple
from unicodedata import combining, normalize

#: The element whose text can be found, up to the end of the page's main part.
_IS_BODY = "data-pagefind-body"
_BODY = re.compile(rf"<(?:article|div|section)\b[^>]*\s{_IS_BODY}[^>]*>")
_END = "</main>"
_IS_IGNORED = "data-pagefind-ignore"
_IGNORED = re.compile(rf"<(nav|section|p|ul|div|svg|script)\b[^>]*\s{_IS_IGNORED}[^>]*>.*?</\1>", re.DOTALL)
#: What the portal remarks under a heading is the same on many pages.
_REMARKS = re.compile(r'</h2>(?:\s*<p class="klein">.*?</p>)+', re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_LEAD = re.compile(r'<p class="vorspann">(.*?)</p>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
#: Hyphens and the stars of gender join words; figures are no words, see `figures`.
_WORD = re.compile(r"[^\W\d_]+(?:[-‑*:’'][^\W\d_]+)*")
_JOINT = re.compile(r"[-‑*:’']")
#: Ends a name that is one word of the index, so that it is no beginning of others.
END_OF_NAME = "xq"
#: Words of the index are letters.
_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmpqvwxz")


class Text(NamedTuple):
    """What people can read on a page, without markup."""

    title: str
    lead: str
    all: str


def body_of(html: str) -> str:
    """The part of a page that can be found, without what is left out of it; empty if there is none."""
    start = _BODY.search(html, max(0, html.rfind("<", 0, max(0, html.find(_IS_BODY)))))
    if not start:
        return ""
    body = _REMARKS.sub("</h2>", html[start.start() : html.find(_END, start.start())])
    return _IGNORED.sub(" ", body) if _IS_IGNORED in body else body


def text_of(body: str) -> Text:
    title, lead = _TITLE.search(body), _LEAD.search(body)
    return Text(plain(title[1]) if title else "", plain(lead[1]) if lead else "", plain(body))


def plain(html: str) -> str:
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", html)).replace("\u00ad", "")).strip()


def words_of(text: str) -> list[str]:
    """All words of a text as they are written; of `Smart-City-Ranking` also the parts."""
    found = []
    for word in _WORD.findall(text):
        found.append(word)
        if not word.isalpha():
            found += _JOINT.split(word)
    return found


@cache
def fold(word: str) -> str:
    """How words are compared: `Mängelmelder`, `maengelmelder` and `MANGELMELDER` are one. The browser does the same."""
    letters = normalize("NFKD", word.lower().replace("ß", "ss"))
    plain_letters = "".join(sign for sign in letters if sign.isalpha() and not combining(sign))
    return plain_letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def name_word(folded: str) -> str:
    """A whole name as one word of the index: short, and apart from the words it begins with. The browser does the same."""
    digest = 0x811C9DC5  # FNV-1a
    for byte in folded.encode():
        digest = (digest ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{digest:08x}".translate(_LETTERS) + END_OF_NAME
