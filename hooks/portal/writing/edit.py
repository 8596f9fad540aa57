"""Changes in a record file that leave everything else as it was: other lines, comments, the order of fields.

Lines are replaced, not values: what cannot be placed exactly is written anew, field by field, and only as a last
resort the whole header. The result is read back before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from portal.load.text import Unreadable
from portal.load.yamlevents import lines, parse
from portal.records.references import Location
from portal.writing.yamltext import front_matter

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_DASHES = re.compile(r"\s*(?:- +)*")


def rewritten(text: str, values: Mapping[str, Any], order: Sequence[str], *, is_markdown: bool) -> str:
    """The file with these values in its header; new fields stand behind those that come before them in `order`."""
    opening = _FENCE.match(text) if is_markdown else None
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if is_markdown and not (opening and closing):
        raise ValueError("no front matter")
    start, end = (opening.end(), closing.start()) if opening and closing else (0, len(text))
    return text[:start] + _header(text[start:end], values, order) + text[end:]


def _header(text: str, values: Mapping[str, Any], order: Sequence[str]) -> str:
    if text and not text.endswith("\n"):
        text += "\n"
    current = parse(text) if text.strip() else {}
    try:
        for key in dict.fromkeys((*current, *values)):
            if current.get(key) != values.get(key) or (key in current) != (key in values):
                text = _with_field(text, key, current.get(key), values, order)
    except Unreadable:
        return front_matter(values)
    return text if _reads_as(text, values) else front_matter(values)


def _with_field(text: str, key: str, old: Any, values: Mapping[str, Any], order: Sequence[str]) -> str:
    """One top-level field changed, inside where that is possible."""
    if key not in values:
        return _without(text, (key,))
    new = values[key]
    if _is_rows(old) and _is_rows(new):
        inside = _with_rows(text, key, old, new)
        if inside is not None and _field_reads_as(inside, key, new):
            return inside
    return _with_value(text, (key,), new, order)


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _with_rows(text: str, key: str, old: list[Any], new: list[Any]) -> str | None:
    """A list of parts: only the fields of those parts that changed; None where parts have changed places."""
    pairs = _paired(old, new)
    if pairs is None:
        return None
    kept = {place for place, _ in pairs}
    for place in reversed(range(len(old))):
        if place in kept:
            row = new[dict(pairs)[place]]
            for field in dict.fromkeys((*old[place], *row)):
                if old[place].get(field) != row.get(field) or (field in old[place]) != (field in row):
                    location = (key, place, field)
                    changed = (
                        _with_value(text, location, row[field], list(row)) if field in row else _without(text, location)
                    )
                    if changed == text:
                        return None
                    text = changed
        else:
            text = _without(text, (key, place))
    added = [place for place in range(len(new)) if place not in {after for _, after in pairs}]
    for place in added:
        inserted = _with_row(text, key, place, new[place])
        if inserted is None:
            return None
        text = inserted
    return text


def _paired(old: list[Any], new: list[Any]) -> list[tuple[int, int]] | None:
    """Which part became which: equal ones, and between them those that only changed; None if the order changed."""
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    for before, row in enumerate(old):
        scored = [(_likeness(row, other), -after) for after, other in enumerate(new) if after not in taken]
        best = max(scored, default=(0, 0))
        if best[0] > 0:
            pairs.append((before, -best[1]))
            taken.add(-best[1])
    afters = [after for _, after in pairs]
    return pairs if afters == sorted(afters) else None


def _likeness(row: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    return 1_000 if row == other else sum(other.get(key) == value for key, value in row.items())


def _with_value(text: str, location: Location, value: Any, order: Sequence[str]) -> str:
    """A field set to a value, at its place or at a new one; the same text where neither is clear."""
    rows, places = text.splitlines(), _places(text)
    name = str(location[-1])
    if location in places:
        span = _span(places, location, rows)
        if span is None:
            return text
        first, last = span
        prefix = _prefix(rows[first])
        return _joined([*rows[:first], *_written(name, value, prefix), *rows[last:]])
    before = [key for key in order[: order.index(name)] if (*location[:-1], key) in places] if name in order else []
    if before:
        neighbour = (*location[:-1], before[-1])
        span = _span(places, neighbour, rows)
        if span is None:
            return text
        prefix = " " * len(_prefix(rows[span[0]]))
        return _joined([*rows[: span[1]], *_written(name, value, prefix), *rows[span[1] :]])
    if len(location) == 1:
        return _joined([*rows, *_written(name, value, "")])
    return text


def _without(text: str, location: Location) -> str:
    rows, places = text.splitlines(), _places(text)
    span = _span(places, location, rows) if location in places else None
    if span is None:
        return text
    first, last = span
    if isinstance(location[-1], str) and _prefix(rows[first]).strip():
        return text  # the dash of its part stands before it
    return _joined([*rows[:first], *rows[last:]])


def _with_row(text: str, key: str, place: int, row: Mapping[str, Any]) -> str | None:
    """A new part of a list in block style."""
    rows, places = text.splitlines(), _places(text)
    neighbour = place - 1 if (key, place - 1) in places else place
    span = _span(places, (key, neighbour), rows) if (key, neighbour) in places else None
    if span is None or not rows[span[0]].lstrip().startswith("- "):
        return None
    indent = " " * (len(rows[span[0]]) - len(rows[span[0]].lstrip()))
    written = [f"{indent}{line[2:]}".rstrip() for line in front_matter({key: [row]}).splitlines()[1:]]
    # Parts that are set apart stay so.
    parts = [line for where, line in places.items() if where[:1] == (key,) and len(where) == 2 and where[1]]
    if any(not rows[line - 1].strip() for line in parts):
        written = ["", *written] if neighbour < place else [*written, ""]
    at = span[1] if neighbour < place else span[0]
    return _joined([*rows[:at], *written, *rows[at:]])


def _places(text: str) -> dict[Location, int]:
    """Lines counted from nought."""
    return {place: line - 1 for place, line in lines(text).items()} if text.strip() else {}


def _span(places: Mapping[Location, int], location: Location, rows: Sequence[str]) -> tuple[int, int] | None:
    """The lines of a field or part; None where it shares a line with others beside it."""
    first, length = places[location], len(location)
    last = len(rows)
    for other, line in places.items():
        if other[:length] == location or location[: len(other)] == other:
            continue
        if line == first:
            return None
        if line > first:
            last = min(last, line)
    while last > first + 1 and (not rows[last - 1].strip() or rows[last - 1].lstrip().startswith("#")):
        last -= 1
    return first, last


def _prefix(row: str) -> str:
    match = _DASHES.match(row)
    return match[0] if match else ""


def _written(name: str, value: Any, prefix: str) -> list[str]:
    first, *rest = front_matter({name: value}).splitlines()
    return [prefix + first, *(f"{' ' * len(prefix)}{line}".rstrip() for line in rest)]


def _joined(rows: Sequence[str]) -> str:
    return "".join(f"{row}\n" for row in rows)


def _field_reads_as(text: str, key: str, value: Any) -> bool:
    try:
        return bool(parse(text).get(key) == value)
    except Unreadable:
        return False


def _reads_as(text: str, values: Mapping[str, Any]) -> bool:
    try:
        return bool(parse(text) == dict(values))
    except Unreadable:
        return False
