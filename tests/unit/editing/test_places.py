"""Every value of a file is found where it stands, however it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from build.sites import FIXTURE
from hypothesis import given
from hypothesis import strategies as st
from portal.editing.places import places
from portal.load.yamlevents import parse
from portal.writing.yamltext import front_matter

_WORDS = st.text(st.sampled_from("abcäß😀 -:#,[]{}'\"|>&*!%?\n"), min_size=1, max_size=60).filter(
    lambda text: bool(text.strip())
)
_KEYS = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_KEYS, inner, min_size=1, max_size=3),
    max_leaves=6,
)


def _units(text: str) -> bytes:
    return text.encode("utf-16-le")


def _values(text: str, node: Any) -> Any:
    """The values that the places lead to, cut out as JavaScript would."""
    if isinstance(node, list):
        start, end, *value = node
        return value[0] if value else _units(text)[2 * start : 2 * end].decode("utf-16-le")
    if "m" in node:
        assert all(_units(text)[2 * at :].decode("utf-16-le").startswith(key) for key, at, _ in node["m"])
        return {key: _values(text, value) for key, _, value in node["m"]}
    assert all(dash == -1 or _units(text)[2 * dash : 2 * dash + 2] == b"-\0" for dash, _ in node["l"])
    return [_values(text, value) for _, value in node["l"]]


@given(st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=4))
def test_the_places_lead_to_the_values_that_the_loader_reads(values: dict[str, Any]) -> None:
    text = front_matter(values)
    assert _values(text, places(text, has_prose=False)["fields"]) == values


@pytest.mark.parametrize("file", sorted(FIXTURE.rglob("*.yml")), ids=lambda file: file.stem)
def test_the_places_in_files_written_by_hand_are_right(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert _values(text, places(text, has_prose=False)["fields"]) == parse(text)


def test_a_block_ends_with_its_last_word_and_not_with_the_lines_below() -> None:
    text = "a: >-\n  eins\n  zwei\n\n# Kommentar\nb: |\n  drei\n\n"
    (_, _, first), (_, _, second) = places(text, has_prose=False)["fields"]["m"]
    assert text[first[0] : first[1]] == ">-\n  eins\n  zwei"
    assert text[second[0] : second[1]] == "|\n  drei"


def test_a_dash_is_found_above_comments_and_not_inside_words() -> None:
    text = "a:\n  - x-y\n  -\n    # ein - Strich\n    b: c\n  - - d\n"
    (_, _, node), *_ = places(text, has_prose=False)["fields"]["m"]
    assert [dash for dash, _ in node["l"]] == [text.index("- x"), text.index("-\n"), text.index("- - d")]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("---\na: b\n---\n\nText\nund mehr.\n", "Text\nund mehr."),
        ("---\na: b\n---\n", ""),
        ("---\na: b\n---", ""),
        ("---\na: a\n--- \na\n", "a"),
    ],
)
def test_the_prose_is_found_below_the_header(text: str, prose: str) -> None:
    found = places(text, has_prose=True)
    closing, start, end = found["prose"]
    assert text[start:end] == prose
    assert text[:closing].rstrip(" ").endswith("\n---")
    assert _values(text, found["fields"]) == {"a": text[7]}


def test_signs_beyond_the_first_plane_count_as_in_javascript() -> None:
    text = "---\na: 😀\nb: c\n---\n😀 Text\n"
    found = places(text, has_prose=True)
    assert _values(text, found["fields"]) == {"a": "😀", "b": "c"}
    _, start, end = found["prose"]
    assert _units(text)[2 * start : 2 * end].decode("utf-16-le") == "😀 Text"
