"""Prose of records: links between records, council numbers, and nothing that could do harm."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from portal.parts.prose import EXTENSIONS, Prose, clean, plain_html

_PAPER = "---\ntitel: {0}\nart: Bericht\nnummer: {1}\nbeschlusspunkte: [Eins, Zwei]\nquellen: amtsblatt\n---\n"
_PAGE = "roadmap/app/"


@pytest.fixture
def prose(data: DataFolder) -> Prose:
    """Papers with a number of their own, and two that share one."""
    data.write(
        {
            "beschluesse/strategie.md": _PAPER.format("Strategie", "B 22/0189"),
            "beschluesse/jahr.md": _PAPER.format("Jahrgang", "2022/0555"),
            "beschluesse/eins.md": _PAPER.format("Eins", "M 23/0001"),
            "beschluesse/zwei.md": _PAPER.format("Zwei", "M23/0001"),
        }
    )
    return Prose(data.register())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[[strategie]]", '<a href="../../beschluesse/strategie/">Strategie</a>'),
        ("[[rat|der Rat]]", '<a href="../../gremien/rat/">der Rat</a>'),
        ("[[gremien/rat]]", '<a href="../../gremien/rat/">Stadtrat</a>'),
        ("[[strategie#punkt-2|Zweitens]]", '<a href="../../beschluesse/strategie/#punkt-2">Zweitens</a>'),
        ("Der [[rat|*Rat*]].", 'Der <a href="../../gremien/rat/"><em>Rat</em></a>.'),
        ("`[[strategie]]`", "<code>[[strategie]]</code>"),
        # Words that are a number themselves stay one link.
        ("[[strategie|B 22/0189]]", '<a href="../../beschluesse/strategie/">B 22/0189</a>'),
    ],
)
def test_a_name_in_brackets_is_a_link(prose: Prose, text: str, html: str) -> None:
    assert prose.inline(text, _PAGE) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("laut B 22/0189.", 'laut <a href="../../beschluesse/strategie/">B 22/0189</a>.'),
        ("B22/0189", '<a href="../../beschluesse/strategie/">B22/0189</a>'),
        ("Vorlage 2022/0555", 'Vorlage <a href="../../beschluesse/jahr/">2022/0555</a>'),
        # Nobody knows which of two is meant, and nobody has that number.
        ("M 23/0001", "M 23/0001"),
        ("B 99/9999 und 2022/2023", "B 99/9999 und 2022/2023"),
        ("XB 22/01890", "XB 22/01890"),
        ("`B 22/0189`", "<code>B 22/0189</code>"),
        (
            "[B 22/0189](https://rat.example)",
            '<a rel="external noopener noreferrer" href="https://rat.example">B 22/0189</a>',
        ),
        ("**B 22/0189**", '<strong><a href="../../beschluesse/strategie/">B 22/0189</a></strong>'),
        (
            '<a href="https://rat.example">B 22/0189</a>',
            '<a rel="external noopener noreferrer" href="https://rat.example">B 22/0189</a>',
        ),
        (
            "[Vorlage](https://rat.example/2022/0555)",
            '<a rel="external noopener noreferrer" href="https://rat.example/2022/0555">Vorlage</a>',
        ),
        (
            "<https://rat.example/2022/0555>",
            '<a rel="external noopener noreferrer" href="https://rat.example/2022/0555">https://rat.example/2022/0555</a>',
        ),
        ("https://rat.example/2022/0555", "https://rat.example/2022/0555"),
    ],
)
def test_a_council_number_is_a_link_only_where_one_paper_carries_it(prose: Prose, text: str, html: str) -> None:
    assert prose.inline(text, _PAGE) == html


def test_links_are_as_seen_from_the_page_they_stand_on(prose: Prose) -> None:
    assert 'href="gremien/rat/"' in prose.html("[[rat]]", "")
    assert 'href="../rat/"' in prose.html("[[rat]]", "gremien/ausschuss/")
    assert prose.html("[[rat]]", "gremien/rat/") == "<p>Stadtrat</p>"


def test_a_text_of_one_paragraph_can_stand_in_a_line(prose: Prose) -> None:
    assert prose.inline("Ein *Satz*.", _PAGE) == "Ein <em>Satz</em>."
    assert prose.html("Ein *Satz*.", _PAGE) == "<p>Ein <em>Satz</em>.</p>"
    assert prose.inline("Eins.\n\nZwei.", _PAGE) == "Eins.<br>Zwei."


def test_one_text_leaves_no_trace_in_the_next(prose: Prose) -> None:
    first = prose.html("Text[^1].\n\n[^1]: Fußnote.", _PAGE)
    assert "Fußnote." in first
    assert prose.html("Ein Satz.", _PAGE) == "<p>Ein Satz.</p>"
    assert prose.html("Text[^1].\n\n[^1]: Fußnote.", _PAGE) == first


def test_tables_and_lists_are_kept(prose: Prose) -> None:
    html = prose.html("| a | b |\n|---|---|\n| 1 | 2 |\n\n- eins\n- zwei\n", _PAGE)
    assert "<table>" in html
    assert "<td>1</td>" in html
    assert html.count("<li>") == 2


@pytest.mark.parametrize(
    ("html", "harmless"),
    [
        ("<script>alert(1)</script>Text", "Text"),
        ("<style>p {color: red}</style>Text", "Text"),
        ('<p onclick="alert(1)" style="color: red" class="x">Text</p>', "<p>Text</p>"),
        ('<a href="javascript:alert(1)">Text</a>', "<a>Text</a>"),
        ('<a href="data:text/html,x">Text</a>', "<a>Text</a>"),
        ('<a href="mailto:a@b.example" target="_blank">Text</a>', '<a href="mailto:a@b.example">Text</a>'),
        ('<img src="x" onerror="alert(1)">', ""),
        ('<iframe src="https://x.example"></iframe><svg><script>1</script></svg>', ""),
        ("<h1>Titel</h1><h2>Abschnitt</h2>", "Titel<h2>Abschnitt</h2>"),
        ("a < b & c", "a &lt; b &amp; c"),
    ],
)
def test_only_harmless_html_is_left(html: str, harmless: str) -> None:
    assert clean(html) == harmless


def test_html_in_the_text_of_a_field_is_cleaned(prose: Prose) -> None:
    html = prose.html(
        'Ein <b onmouseover="x">Wort</b> <script>alert(1)</script> und [Link](javascript:alert(1)).', _PAGE
    )
    assert "script" not in html
    assert "onmouseover" not in html


_SIGNS = [*"ab 1.-=+:!\"'\n\t\xa0äß)(/%„“–{}^$@;,?~_*<&", "  \n", "\n    ", "http://x"]
_MARKDOWN = Markdown(extensions=EXTENSIONS, output_format="html")


@given(st.lists(st.sampled_from(_SIGNS), max_size=30).map("".join))
def test_the_short_way_for_mere_paragraphs_leads_where_markdown_leads(text: str) -> None:
    assert plain_html(text) in {None, clean(_MARKDOWN.reset().convert(text))}


def test_most_sentences_take_the_short_way() -> None:
    assert plain_html("Der Rat beschloss 12.000 € (brutto).\n\nDas „Wann“ blieb offen: 2022 – oder später?")
