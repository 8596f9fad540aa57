"""Whatever a text says, its HTML can do nothing but be read."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import html5lib
import pytest
from fuzzing import some
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from portal.load.text import Unreadable, refuse_endless
from portal.parts.prose import EXTENSIONS, FOOTNOTES, clean

_ELEMENTS = {
    "a",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
_ATTRIBUTES = {
    ("a", "href"): re.compile(r"(?s).*"),
    ("a", "title"): re.compile(r"(?s).*"),
    ("a", "rel"): re.compile("external noopener noreferrer"),
    ("a", "class"): re.compile("footnote-ref|footnote-backref"),
    ("ol", "start"): re.compile(r"\d{1,4}"),
    ("li", "id"): re.compile(r"fn:\S+"),
    ("sup", "id"): re.compile(r"fnref\d*:\S+"),
    ("th", "scope"): re.compile("col|row"),
    ("div", "class"): re.compile("footnote|tabelle"),
    ("div", "role"): re.compile("group"),
    ("div", "tabindex"): re.compile("0"),
    ("div", "aria-label"): re.compile("Tabelle"),
}
_PIECES = st.sampled_from(
    [
        *(
            "<",
            ">",
            "</",
            "/>",
            '"',
            "'",
            "=",
            "`",
            "*",
            "_",
            "[",
            "]",
            "(",
            ")",
            "!",
            "#",
            "|",
            "\n",
            "\n\n",
            "    ",
            "- ",
            "1. ",
        ),
        *(
            "script",
            "img src=x onerror=alert(1)",
            "svg",
            "style",
            "iframe",
            "a href=",
            "javascript:alert(1)",
            "data:text/html,",
        ),
        *(
            "//boese.example",
            "/\\boese.example",
            "https://a.example",
            "mailto:a",
            "&#x202e;",
            "&#106;",
            "&lt;",
            "&amp;",
            "&Tab;",
        ),
        *(
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "[^1]",
            "[^1]: ",
            "[a]: ",
            "```",
            "{: onclick=x}",
            "<div>",
            "</p>",
            "<math>",
        ),
        *(
            '<sup id="fn:1">',
            '<li id="fn:1">',
            ' class="footnote fuss"',
            ' role="alert"',
            "<table>",
            "<td>",
            "<noscript>",
            "\u0002",
            "\u0003",
        ),
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=4), max_size=30).map("".join)


def assert_harmless(html: str) -> None:
    """Read as a browser does, there is nothing in it but what may be."""
    ids = []
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        name = str(element.tag)
        if name == "DOCUMENT_FRAGMENT":
            continue
        assert name in _ELEMENTS, (name, html)
        for attribute, value in element.items():
            pattern = _ATTRIBUTES.get((name, attribute))
            assert pattern, (name, attribute, html)
            assert pattern.fullmatch(value), (name, attribute, value, html)
        ids += [element.get("id")] if element.get("id") else []
        if (address := element.get("href")) is not None:
            assert urlsplit(address).scheme.lower() in {"", "http", "https", "mailto", "tel"}, html
            assert not re.match(r"\s*[/\\]{2}", address), html
            is_outward = re.match(r"https?:", address, re.IGNORECASE)
            assert bool(is_outward) == (element.get("rel") is not None), html
    assert len(ids) == len(set(ids)), html


@some(300)
@given(_TEXTS)
@example('<a title="> B 22/0189 <img src=x onerror=alert(1)>" href="https://a.example">x</a>')
@example('<a href="ht\ntps://boese.example">x</a>')
@example("<a href='/\t/boese.example'>x</a>")
@example('<ol start="99999999999999"><li id="inhalt">x</ol>')
def test_any_markdown_becomes_harmless_html(text: str) -> None:
    try:
        refuse_endless(text, line=1)
    except Unreadable:
        return
    html = clean(Markdown(extensions=[*EXTENSIONS, FOOTNOTES], output_format="html").convert(text))
    assert_harmless(html)
    assert clean(html) == html


@some(300)
@given(_TEXTS)
def test_any_html_becomes_harmless_html(html: str) -> None:
    assert_harmless(clean(html))


@pytest.mark.parametrize(
    ("html", "harmless"),
    [
        ('<sup id="inhalt">x</sup>', "<sup>x</sup>"),
        ('<sup id="fnref:1">x</sup><sup id="fnref:1">y</sup>', '<sup id="fnref:1">x</sup><sup>y</sup>'),
        ('<a id="suche" class="knopf" href="#x">x</a>', '<a href="#x">x</a>'),
        ('<div class="fuss" role="alert" tabindex="5" aria-label="Amt">x</div>', "<div>x</div>"),
        ('<ol start="-1"><li>x</li></ol>', "<ol><li>x</li></ol>"),
        ('<th scope="javascript:x">x</th>', "x"),
        ('<a href="//boese.example/">x</a>', "<a>x</a>"),
        ('<a href="/\\boese.example/">x</a>', "<a>x</a>"),
        ('<a href="/&NewLine;/boese.example/">x</a>', "<a>x</a>"),
        ('<a href="/roadmap/">x</a>', '<a href="/roadmap/">x</a>'),
        ('<a href="HTTPS://a.example">x</a>', '<a rel="external noopener noreferrer" href="HTTPS://a.example">x</a>'),
        ('<a href="tel:115" rel="opener">x</a>', '<a href="tel:115">x</a>'),
        ("abc&#x202e;def&#xfffe;", "abcdef"),
    ],
)
def test_a_record_cannot_pose_as_a_part_of_the_page(html: str, harmless: str) -> None:
    assert clean(html) == harmless


def test_an_element_nobody_knows_is_cleaned_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    assert clean('<https: id="x">a</https:><svg id="fn:1"></svg><li id="fn:1">b</li>') == 'a<li id="fn:1">b</li>'
    assert capfd.readouterr().err == ""
