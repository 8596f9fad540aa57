"""Values written as record files come back from the loader as they were."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.load.yamlevents import parse
from portal.writing.yamltext import Placeholder, front_matter, record_text

_KEYS = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True)
_TEXTS = st.text(
    st.one_of(st.sampled_from("aäß -:#,[]{}'\"\\|>&*!%@`?~.\n\t/€…"), st.characters(exclude_categories=["C", "Z"])),
    min_size=1,
    max_size=130,
).filter(lambda text: text.strip() != "")
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(_KEYS, inner, min_size=1, max_size=4),
    max_leaves=6,
)


@given(st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=5))
def test_what_is_written_is_read_back(values: dict[str, Any]) -> None:
    assert parse(front_matter(values)) == values


@pytest.mark.parametrize("text", ["nein", "18:15", "2022-06-14", "12.000.000", "-5", "B 22/0189", "Beschluss?", "~ 5"])
def test_words_that_other_readers_would_type_need_no_quotes(text: str) -> None:
    assert front_matter({"wert": text}) == f"wert: {text}\n"


@pytest.mark.parametrize("text", ["Beschluss #3", "Thema: Geld", "~", "null", "- a", "„a“: b", " a", "@a", "---", "a:"])
def test_what_yaml_would_misread_is_quoted(text: str) -> None:
    assert front_matter({"wert": text}) == f'wert: "{text}"\n'


def test_a_record_looks_as_an_editor_would_write_it() -> None:
    long = "Norderstedt bekommt einen Plan für die smarte Stadt. " * 3
    values = {
        "titel": "Smart-City-Strategie",
        "themen": ["smart-city", "geld"],
        "kurzfassung": long.strip(),
        "beratungsfolge": [
            {"gremium": "stadtvertretung", "ergebnis": Placeholder(example="beschlossen"), "stimmen": {"ja": "29"}},
            {"gremium": Placeholder(example="hauptausschuss"), "rolle": "Vorberatung"},
        ],
        "federfuehrung": Placeholder(example="dezernat-1"),
    }
    comments = {("titel",): "Zeile 3 des Papiers", ("beratungsfolge", 0, "stimmen"): "Seite 2"}
    assert record_text(values, "Ein Satz.", comments) == (
        "---\n"
        "# Zeile 3 des Papiers\n"
        "titel: Smart-City-Strategie\n"
        "themen: [smart-city, geld]\n"
        "kurzfassung: >-\n"
        "  Norderstedt bekommt einen Plan für die smarte Stadt. Norderstedt bekommt einen Plan für die smarte Stadt. Norderstedt\n"
        "  bekommt einen Plan für die smarte Stadt.\n"
        "\n"
        "beratungsfolge:\n"
        "  - gremium: stadtvertretung\n"
        "    # ergebnis: beschlossen\n"
        "    # Seite 2\n"
        "    stimmen: {ja: 29}\n"
        "  - rolle: Vorberatung\n"
        "    # gremium: hauptausschuss\n"
        "# federfuehrung: dezernat-1\n"
        "---\n"
        "\n"
        "Ein Satz.\n"
    )
