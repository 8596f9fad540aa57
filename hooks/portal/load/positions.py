"""The line of a field, found only when there is a problem to report."""

from __future__ import annotations

from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from portal.load.text import Unreadable, decode, split_front_matter
from portal.load.yamlnodes import compose


def line_of(file: Path, location: tuple[str | int, ...]) -> int:
    """The line where a field stands; of its nearest parent, when the field itself is not there."""
    try:
        text = decode(file.read_bytes())
        node = compose(split_front_matter(text)[0] if file.suffix == ".md" else text)
    except (OSError, Unreadable):
        return 1
    line = 1
    for step in location:
        found = _step(node, step)
        if not found:
            break
        line, node = found
    return line


def _step(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == step:
                return key.start_mark.line + 1, value
    elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        item: Node = node.value[step]
        return item.start_mark.line + 1, item
    return None
