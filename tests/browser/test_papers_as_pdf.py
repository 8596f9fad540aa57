"""Papers printed to PDF by a real browser, as running text and with real tables, give the same drafts as their texts."""

from __future__ import annotations

import html
import re

import pytest
from council_papers import EXPECTED, assert_holds, drafted, paper_text, values_of
from playwright.sync_api import Browser

_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "20mm")
_STYLE = "<style>body { font: 10pt serif } td { border: 1px solid; padding: 2pt 8pt; max-width: 45mm }</style>"


def _as_text(paper: str) -> str:
    return f'<pre style="white-space: pre-wrap; font: 9pt monospace">{html.escape(paper)}</pre>'


def _as_tables(paper: str) -> str:
    """Lines with cells become rows of tables, whose cells the browser wraps as it likes."""
    parts: list[str] = []
    rows: list[list[str]] = []
    for line in [*paper.split("\n"), ""]:
        cells = [cell.strip() for cell in re.split(r"\||\t| {2,}", line.strip().strip("|"))]
        if len(cells) > 1:
            rows += [] if re.fullmatch(r"[\s|-]+", line) else [cells]
            continue
        if rows:
            inner = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
            parts.append(f"<table>{inner}</table>")
            rows = []
        parts.append(f"<div>{html.escape(line) or '&nbsp;'}</div>")
    return _STYLE + "".join(parts)


@pytest.fixture(scope="module")
def printed(browser: Browser) -> dict[tuple[str, str], bytes]:
    """Every paper in both forms, printed in one page of one browser."""
    page = browser.new_page()
    found = {}
    for name in EXPECTED:
        for form, make in (("Text", _as_text), ("Tabellen", _as_tables)):
            page.set_content(make(paper_text(name)))
            found[name, form] = page.pdf(format="A4", margin=_MARGINS)
    page.set_content('<div style="height: 1px; break-after: page"></div>' + _as_text(paper_text("antrag")))
    found["antrag", "zweite Seite"] = page.pdf(format="A4", margin=_MARGINS)
    page.close()
    return found


@pytest.mark.parametrize("form", ["Text", "Tabellen"])
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_printed_paper_gives_the_same_draft(printed: dict[tuple[str, str], bytes], name: str, form: str) -> None:
    draft = drafted(printed[name, form], f"{name}.pdf")
    assert_holds(draft, EXPECTED[name])
    assert "Papier, Seite 1, Zeile " in draft.text


def test_a_printed_table_keeps_results_and_votes_with_their_stations(printed: dict[tuple[str, str], bytes]) -> None:
    stations = values_of(drafted(printed["tabulatoren", "Tabellen"], "a.pdf"))["beratungsfolge"]
    assert [(station["ergebnis"], station["mehrheit"]) for station in stations] == [
        ("empfohlen", "einstimmig"),
        ("beschlossen", "mehrheitlich"),
    ]
    voted = values_of(drafted(printed["senkrechte-striche", "Tabellen"], "a.pdf"))["beratungsfolge"]
    assert voted[1]["stimmen"] == {"ja": "24", "nein": "5", "enthaltung": "0"}


def test_pages_are_counted_from_the_first_and_one_without_text_is_named(printed: dict[tuple[str, str], bytes]) -> None:
    draft = drafted(printed["antrag", "zweite Seite"], "a.pdf")
    assert re.search(r"# Papier, Seite 2, Zeile \d+: „Auf dem Markt und …“", draft.text)
    assert "Ohne lesbaren Text: Seite 1." in draft.unsure
