"""Where every value of a record stands in its file, so that a form can replace one and leave the rest as it is.

Offsets are those of JavaScript strings. A scalar is `[start, end]`, with its value as a third where the text differs
from it; a mapping has `m` with `[key, start of the key, value]`, a list has `l` with `[dash, value]`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Any

import yaml
from yaml.events import Event, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from portal.load.text import split_front_matter

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover - PyYAML without libyaml: slower, the same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Node = list[Any] | dict[str, Any]
_NO_DASH = -1


def places(text: str, *, has_prose: bool) -> dict[str, Any]:
    """The places in a readable file: of its fields, and of the prose below them (end of the header, start, end)."""
    if not has_prose:
        return {"fields": _Mapper(text, text, 0).map()}
    header, body, _ = split_front_matter(text)
    # The header begins with the end of the first line, so that its lines are those of the file.
    start = text.index("\n")
    fields = _Mapper(text, header, start).map()
    closing = text.find("\n", start + len(header))
    closing = len(text) if closing < 0 else closing
    prose = text.find(body, closing) if body else closing
    units = _units(text)
    return {"fields": fields, "prose": [units(closing), units(prose), units(prose + len(body))]}


class _Mapper:
    def __init__(self, whole: str, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.units = _units(whole)

    def map(self) -> Node:
        root: Node = []
        #: The containers around the current place, each with its open key: name and start.
        stack: list[tuple[dict[str, Any], list[Any] | None]] = []
        for event in yaml.parse(self.text, Loader=_Loader):
            if isinstance(event, MappingEndEvent | SequenceEndEvent):
                ended, _ = stack.pop()
                if stack:
                    self._widen(stack[-1][0], self._close(ended, event))
                continue
            if not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
                continue
            if stack and "m" in stack[-1][0] and stack[-1][1] is None and isinstance(event, ScalarEvent):
                stack[-1] = (stack[-1][0], [event.value, self._at(event.start_mark)])
                continue
            node = self._node(event)
            if stack:
                self._hang(stack, node, event)
            else:
                root = node
            if isinstance(node, dict):
                stack.append((node, None))
        return root

    def _node(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> Node:
        start = self._at(event.start_mark)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, start)
        node: dict[str, Any] = {"s": start, "e": start, "m" if isinstance(event, MappingStartEvent) else "l": []}
        return {**node, "f": 1} if event.flow_style else node

    def _scalar(self, event: ScalarEvent, start: int) -> Node:
        begin, end = _index(event.start_mark), _index(event.end_mark)
        written = self.text[begin:end]
        if event.style in {"|", ">"}:  # the parser counts the empty lines and comments that follow, too
            written = written.rstrip()
        node = [start, self.units(self.offset + begin + len(written))]
        return node if written == event.value else [*node, event.value]

    def _hang(self, stack: list[tuple[dict[str, Any], list[Any] | None]], node: Node, event: Event) -> None:
        container, key = stack[-1]
        if "l" in container:
            container["l"].append([_NO_DASH if "f" in container else self._dash(event), node])
        elif key is not None:
            container["m"].append([*key, node])
            stack[-1] = (container, None)
        self._widen(container, node)

    def _dash(self, event: Event) -> int:
        """Where the dash of an item stands; comments may lie between it and the item."""
        at = _index(event.start_mark)
        before = self.text.rfind("-", 0, at)
        while before > 0 and self.text[self.text.rfind("\n", 0, before) + 1 : before].strip(" -"):
            before = self.text.rfind("-", 0, before)
        return self.units(self.offset + before)

    def _close(self, node: dict[str, Any], event: Event) -> Node:
        if "f" in node:
            node["e"] = self._at(event.end_mark)
        return node

    def _widen(self, container: dict[str, Any], node: Node) -> None:
        container["e"] = node["e"] if isinstance(node, dict) else node[1]

    def _at(self, mark: Any) -> int:
        return self.units(self.offset + _index(mark))


def _index(mark: Any) -> int:
    """As a number; the two parsers have marks of their own classes."""
    return int(mark.index)


def _units(text: str) -> Callable[[int], int]:
    """From Python's offsets to those of JavaScript, which counts signs beyond the first 65,536 twice."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    table = [0, *accumulate(2 if sign > "\uffff" else 1 for sign in text)]
    return table.__getitem__
