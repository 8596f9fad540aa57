"""Any link in any text: either a problem names it, or it leads to a page of the portal or openly elsewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin, urlsplit

import html5lib
from data_folder import DataFolder
from fuzzing import some
from hypothesis import example, given
from hypothesis import strategies as st
from portal.check.references import wrong_prose_links, wrong_web_links
from portal.load import Unread
from portal.load.raw import DataFile, RawRecord
from portal.parts.prose import Prose
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import Names

_PAGE = "gremien/rat/"
_SITE = "https://portal.example/unter/"
_PIECES = st.sampled_from(
    [
        *(
            "[x](",
            ")",
            "[[",
            "]]",
            "|",
            "#",
            "/",
            "//",
            "\\\\",
            "/\\",
            "<",
            ">",
            " ",
            "\n",
            "?",
            ":",
            "..",
            "../",
            "%2f",
            "@",
            "&#47;",
        ),
        *(
            "rat",
            "gremien/rat",
            "/gremien/rat/",
            "amtsblatt",
            "quellen/amtsblatt",
            "roadmap",
            "api",
            "boese.example",
            "punkt-1",
        ),
        *(
            "https:",
            "http://",
            "HTTPS://",
            "mailto:",
            "tel:",
            "javascript:",
            "data:",
            "file:",
            "x:",
            "&Tab;",
            "&NewLine;",
            "&colon;",
        ),
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=3), max_size=14).map("".join) | st.lists(_PIECES, max_size=6).map(
    lambda pieces: f"[x]({''.join(pieces)})"
)


@cache
def _register() -> Register:
    with TemporaryDirectory() as folder:
        return DataFolder(Path(folder, "data")).register()


@some(400)
@given(_TEXTS)
@example("[x](//boese.example/)")
@example("[x](/\\boese.example/)")
@example("[x](/&#47;boese.example/)")
@example("[x](https://a.example/)")
def test_a_link_without_a_problem_leads_into_the_portal_or_openly_elsewhere(text: str) -> None:
    register = _register()
    base = register.entries[Key("gremien", "rat")]
    origin = DataFile(file=Path("x.md"), path="data/x.md", source="data/x.md")
    raw = RawRecord(type="gremien", id="rat", values={}, body=text, origin=origin)
    entry = Entry(key=base.key, record=base.record, raw=raw)
    names = Names.of(register.entries.values())
    problems = [*wrong_prose_links(entry, names, Unread()), *wrong_web_links(entry, names)]
    if problems:
        assert all(problem.line >= 1 and problem.message.endswith((".", "?")) for problem in problems)
        return
    for link in html5lib.parseFragment(Prose(register).html(text, _PAGE), namespaceHTMLElements=False).iter("a"):
        address = link.get("href")
        if address is None:
            continue
        if re.match(r"(?:https?|mailto|tel):", address, re.IGNORECASE):
            assert urlsplit(address).scheme, text
        else:
            assert urlsplit(urljoin(_SITE + _PAGE, address)).netloc == urlsplit(_SITE).netloc, text
