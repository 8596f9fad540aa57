"""A JSON-LD document without nested nodes, written as Turtle: the same statements in the same order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

Node = dict[str, Any]

#: What Turtle does not allow between angle brackets.
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def turtle(document: Node) -> str:
    """Prefixes, then every node with its properties."""
    context = document["@context"]
    lines = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in context.items()]
    for node in document["@graph"]:
        lines += ["", *_node(node, context)]
    return "\n".join(lines) + "\n"


def _node(node: Node, context: Node) -> Iterator[str]:
    yield f"{_iri(node['@id'], context)} a {node['@type']} ;"
    properties = [(name, value) for name, value in node.items() if not name.startswith("@")]
    for position, (name, value) in enumerate(properties, start=1):
        values = ", ".join(_value(item, context) for item in (value if isinstance(value, list) else [value]))
        yield f"    {name} {values} {'.' if position == len(properties) else ';'}"


def _value(value: Node, context: Node) -> str:
    if "@id" in value:
        return _iri(value["@id"], context)
    text = json.dumps(str(value["@value"]), ensure_ascii=False)  # its escapes are Turtle's, too
    if "@language" in value:
        return f"{text}@{value['@language']}"
    return f"{text}^^{value['@type']}" if "@type" in value else text


def _iri(iri: str, context: Node) -> str:
    prefix, colon, name = iri.partition(":")
    if colon and prefix in context:
        return f"{prefix}:{name}"
    return f"<{_NOT_IN_IRI.sub(lambda match: quote(match[0]), iri)}>"
