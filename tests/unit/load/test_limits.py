"""What would keep a build busy for minutes is refused where it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from portal.load.text import MAX_BYTES, MAX_PROSE, Unreadable, read, refuse_endless
from portal.load.yamlevents import MAX_ITEMS, parse


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[" * 101, 3),
        ("a\n" + "[a](" * 101, 4),
        ("\n\n" + "<a " * 101, 5),
        ("[" * 101 + "]" * 101, 3),
        ("]" * 200 + "[" * 101, 3),
        ("[^1] " * 301, 3),
        ("# a\n" * 1001, 1003),
        ("a" * (MAX_PROSE + 1), 3),
    ],
)
def test_a_text_that_takes_markdown_minutes_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as error:
        refuse_endless(text, line=3)
    assert error.value.line == line


@pytest.mark.parametrize(
    "text", ["[" * 100, "[a](b) " * 5000, "a < b. " * 90, "| a | b |\n" * 1000, "Ein Satz.\n\n" * 5000, "[^1] " * 300]
)
def test_a_long_text_is_read(text: str) -> None:
    refuse_endless(text, line=1)


def test_a_list_or_a_group_without_end_is_refused() -> None:
    assert len(parse(f"a: [{'x, ' * MAX_ITEMS}]")["a"]) == MAX_ITEMS
    with pytest.raises(Unreadable, match="Punkte"):
        parse(f"a: [{'x, ' * (MAX_ITEMS + 1)}]")
    with pytest.raises(Unreadable, match="Felder"):
        parse("a:\n" + "".join(f"  k{number}: x\n" for number in range(MAX_ITEMS + 1)))


def test_a_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.touch()
    os.truncate(file, MAX_BYTES + 1)
    with pytest.raises(Unreadable, match="zu groß"):
        read(file)


def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(Unreadable, match="gewöhnliche"):
        read(tmp_path / "a.md")
