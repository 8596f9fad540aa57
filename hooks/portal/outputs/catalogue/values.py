"""The kinds of values in the catalogue, as JSON-LD writes them."""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]


def german(text: str) -> Node:
    return {"@value": text, "@language": "de"}


def plain(text: str) -> Node:
    return {"@value": text}


def typed(text: str, kind: str) -> Node:
    return {"@value": text, "@type": kind}


def ref(iri: str) -> Node:
    return {"@id": iri}


def without_gaps(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
