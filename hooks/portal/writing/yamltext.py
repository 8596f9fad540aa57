"""A mapping of values as the YAML of a record file, with comments where they help.

Not a general writer: strings, lists and mappings only, in the style of the records that are there.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

from portal.records.references import Location
from portal.writing.scalars import WIDTH, block, fits_flow, inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A field that is still to be filled in: it stands in the file as a comment, with an example."""

    example: str


Value: TypeAlias = "str | Placeholder | Sequence[Value] | Mapping[str, Value]"
Comments: TypeAlias = Mapping[Location, str]

_NO_COMMENTS: Comments = {}
#: Items of a list from this many lines on are set apart by empty lines.
_TALL = 6


def front_matter(values: Mapping[str, Value], comments: Comments = _NO_COMMENTS) -> str:
    """The lines between the two `---`; comments stand above the place they speak about."""
    return "".join(f"{line}\n" for line in _Writer(comments).mapping(values, (), 0))


def record_text(values: Mapping[str, Value], prose: str = "", comments: Comments = _NO_COMMENTS) -> str:
    """A whole record file in Markdown: fields, then prose."""
    text = f"---\n{front_matter(values, comments)}---\n"
    return f"{text}\n{prose.strip()}\n" if prose.strip() else text


class _Writer:
    def __init__(self, comments: Comments) -> None:
        self.comments = comments

    def mapping(self, values: Mapping[str, Value], place: Location, indent: int) -> Iterator[str]:
        for number, (key, value) in enumerate(values.items()):
            here = (*place, key)
            lines = [*self._comment(here, indent), *self._field(key, value, here, indent)]
            if not place and number and _is_group(value):
                yield ""
            yield from lines

    def _field(self, key: str, value: Value, place: Location, indent: int) -> Iterator[str]:
        pad = " " * indent
        if isinstance(value, Placeholder):
            yield f"{pad}# {key}: {value.example}".rstrip()
        elif isinstance(value, str):
            yield f"{pad}{inline(key)}: {block(value, indent + 2) or inline(value)}"
        elif (flow := self._flow(value, place)) is not None and len(pad) + len(key) + len(flow) < WIDTH:
            yield f"{pad}{inline(key)}: {flow}"
        else:
            yield f"{pad}{inline(key)}:"
            yield from self._inner(value, place, indent + 2)

    def _inner(self, value: Sequence[Value] | Mapping[str, Value], place: Location, indent: int) -> Iterator[str]:
        if isinstance(value, Mapping):
            yield from self.mapping(value, place, indent)
        else:
            yield from self._items(value, place, indent)

    def _items(self, items: Sequence[Value], place: Location, indent: int) -> Iterator[str]:
        written = [[*self._item(item, (*place, number), indent)] for number, item in enumerate(items)]
        apart = any(len(lines) >= _TALL for lines in written)
        for number, lines in enumerate(written):
            if number and apart:
                yield ""
            yield from lines

    def _item(self, item: Value, place: Location, indent: int) -> Iterator[str]:
        pad = " " * indent
        yield from self._comment(place, indent)
        if isinstance(item, Placeholder):
            yield f"{pad}# - {item.example}"
        elif isinstance(item, str):
            yield f"{pad}- {block(item, indent + 2) or inline(item)}"
        elif not item:
            yield f"{pad}- {'{}' if isinstance(item, Mapping) else '[]'}"
        else:
            inner = [*self._inner(_filled_first(item), place, indent + 2)]
            # The dash stands before the first line that is not a comment.
            comments = [*takewhile(lambda line: line.lstrip().startswith("#"), inner)]
            yield from (f"{pad}{line.lstrip()}" for line in comments)
            yield from (f"{pad}- {line[indent + 2 :]}" for line in inner[len(comments) :][:1])
            yield from inner[len(comments) + 1 :]

    def _flow(self, value: Sequence[Value] | Mapping[str, Value], place: Location) -> str | None:
        """`[a, b]` or `{ja: 29, nein: 6}` for short values; None where lines read better."""
        if any(where[: len(place)] == place and where != place for where in self.comments):
            return None
        members = [*value.values()] if isinstance(value, Mapping) else [*value]
        words = [member for member in members if isinstance(member, str) and fits_flow(member)]
        if len(words) < len(members):
            return None
        if isinstance(value, Mapping):
            if any(not fits_flow(key) for key in value) or any(len(word) > 20 for word in words):
                return None
            return "{" + ", ".join(f"{key}: {member}" for key, member in value.items()) + "}"
        return "[" + ", ".join(words) + "]"

    def _comment(self, place: Location, indent: int) -> Iterator[str]:
        text = self.comments.get(place, "")
        for paragraph in text.splitlines():
            for line in textwrap.wrap(paragraph, WIDTH - indent - 2) or [""]:
                yield f"{' ' * indent}# {line}".rstrip()


def _filled_first(item: Sequence[Value] | Mapping[str, Value]) -> Sequence[Value] | Mapping[str, Value]:
    """What is still to be filled in stands behind a first field: above its dash it would seem to belong to the item before."""
    if not isinstance(item, Mapping):
        return item
    first = [key for key, value in item.items() if not isinstance(value, Placeholder)][:1]
    return {key: item[key] for key in (*first, *item)}


def _is_group(value: Value) -> bool:
    """Whether a field fills lines of its own, so that an empty line before it helps the eye."""
    if isinstance(value, Mapping):
        return any(not isinstance(member, str) for member in value.values())
    return not isinstance(value, str | Placeholder) and any(isinstance(member, Mapping) for member in value)
