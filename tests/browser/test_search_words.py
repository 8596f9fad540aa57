"""Python prepares the index, JavaScript reads queries: both must understand words and figures in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from build.sites import Site
from portal.search.figures import figures_of
from portal.search.text import fold

from browser.visitor import Visitor

FIGURES: list[list[str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "search" / "figures.yml").read_text(encoding="utf-8")
)
WORDS = [
    "Mängelmelder",
    "Maengelmelder",
    "STRASSE",
    "Straße",
    "Zukunftsbotschafter*in",
    "Röder",
    "Roeder",
    "été",
    "neue",
]


def _call(visitor: Visitor, site: Site, script: str, function: str, argument: str) -> Any:
    (path,) = (site.folder / "assets").glob(f"{script}-*.js")
    return visitor.page.evaluate(
        "async ([address, name, argument]) => (await import(address))[name](argument)",
        [f"{visitor.root}assets/{path.name}", function, argument],
    )


@pytest.mark.parametrize("spellings", FIGURES, ids=lambda spellings: spellings[0])
def test_every_spelling_in_a_query_is_a_word_of_every_spelling_in_a_text(
    spellings: list[str], visitor: Visitor, musterstadt: Site
) -> None:
    visitor.goes_to("impressum/")
    indexed = [set(figures_of(f"Es waren {text}.")) for text in spellings]
    for query in spellings:
        ((found, *more),) = (_call(visitor, musterstadt, "zahlen", "figures", query)["found"],)
        assert not more, f"„{query}“ wird als mehrere Zahlen gelesen"
        assert all(set(found["words"]) & words for words in indexed), (
            f"„{query}“ wird {found['words']}, nicht {indexed}"
        )


@pytest.mark.parametrize("word", WORDS)
def test_words_are_compared_alike(word: str, visitor: Visitor, musterstadt: Site) -> None:
    visitor.goes_to("impressum/")
    assert _call(visitor, musterstadt, "woerter", "fold", word) == fold(word)
