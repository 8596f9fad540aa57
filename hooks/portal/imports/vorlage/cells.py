"""The cells of a line, however a table was flattened: bars, tabs, or gaps of several spaces."""

from __future__ import annotations

import re

_GAP = re.compile(r"\s{2,}")


def cells(text: str) -> list[str]:
    """From left to right. Empty ones are kept where bars or tabs show that they are there."""
    if "|" in text:
        parts = text.strip().strip("|").split("|") if text.strip() != "|" else []
    elif "\t" in text.strip():
        parts = text.strip(" ").split("\t")
        while parts and not parts[0].strip():
            parts = parts[1:]
    else:
        parts = [text] if _is_stretched(text) else _GAP.split(text.strip())
    found = [" ".join(part.split()) for part in parts]
    while found and not found[-1]:
        found.pop()
    return found


def _is_stretched(text: str) -> bool:
    """Running text set to full width: many even gaps, and small words between them, as no table has."""
    gaps = [len(gap) for gap in re.findall(r"(?<=\S)\s+(?=\S)", text)]
    if len(gaps) < 4 or max(gaps) > 5 or max(gaps) - min(gaps) > 2 or re.search(r"\d", text):
        return False
    return sum(word[0].islower() for word in text.split()) >= 2


def filled(text: str) -> list[str]:
    """Only the cells with something in them."""
    return [cell for cell in cells(text) if cell]


def starts(text: str) -> list[int]:
    """Where each cell begins, if gaps of spaces part them."""
    if "|" in text or "\t" in text or _is_stretched(text):
        return []
    return [match.start() for match in re.finditer(r"\S+(?:\s\S+)*", text)]
