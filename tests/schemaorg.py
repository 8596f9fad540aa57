"""What schema.org allows, as far as the portal uses it, and a JSON-LD library that reads pages by it.

`schemaorg.json` lists types with their properties, as https://schema.org describes them. The context made of it
knows no other terms, so a slip of the pen is a term that gets lost, and the tests notice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pyld import jsonld

_KNOWN = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
TYPES = {name: set(properties.split()) for name, properties in _KNOWN["types"].items()}
DATES = set(_KNOWN["dates"].split())
VOCABULARY = "https://schema.org/"


def _context() -> dict[str, Any]:
    terms: dict[str, Any] = {
        name: f"{VOCABULARY}{name}" for name in {*TYPES, *(p for ps in TYPES.values() for p in ps)}
    }
    for coercion, names in (("@id", _KNOWN["addresses"].split()), (f"{VOCABULARY}Date", sorted(DATES))):
        terms |= {name: {"@id": terms[name], "@type": coercion} for name in names}
    return {"@context": terms}


def _load(url: str, _: dict[str, Any]) -> dict[str, Any]:
    assert url == "https://schema.org", f"{url} würde aus dem Netz geladen"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": _context()}


def problems(document: dict[str, Any]) -> Iterator[str]:
    """Sentences about what gets lost when a library expands the document, and what schema.org does not know."""
    expanded = jsonld.expand(document, {"documentLoader": _load})
    # A graph that is the whole document is expanded to the list of its nodes.
    before, after = _statements(document["@graph"]), _statements(expanded)
    yield from (f"„{term}“ geht verloren: {before[term]}-mal da, {after[term]}-mal gelesen" for term in before - after)
    yield from (f"„{term}“ kommt aus dem Nichts" for term in after - before)
    for node in _nodes(document["@graph"]):
        yield from _problems_of(node)


def _problems_of(node: dict[str, Any]) -> Iterator[str]:
    name = node.get("@id")
    if name is not None and not (urlsplit(name).scheme and urlsplit(name).netloc):
        yield f"„{name}“ ist keine vollständige Adresse"
    kind = node.get("@type")
    if kind is None and set(node) != {"@id"}:
        yield f"{node} sagt nicht, was es ist"
    for term, value in node.items():
        if kind and not term.startswith("@") and term not in TYPES.get(kind, ()):
            yield f"schema.org kennt „{term}“ nicht an {kind}"
        if value in ("unbekannt", "", [], {}, None):
            yield f"„{term}“ sagt nichts: {value!r}"


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict) and "@value" not in value:
        yield value
        for item in value.values():
            yield from _nodes(item)


def _statements(value: Any) -> Counter[tuple[str, str]]:
    """How often each property has each plain value, or a node."""
    found: Counter[tuple[str, str]] = Counter()
    for node in _nodes(value):
        if set(node) == {"@id"}:
            continue  # a mere reference: counted where it stands
        for term, values in node.items():
            name = term.removeprefix(VOCABULARY)
            for item in values if isinstance(values, list) else [values]:
                found[name, _plain(item)] += 1
    return found


def _plain(item: Any) -> str:
    if isinstance(item, dict):
        if "@value" in item:
            item = item["@value"]
        elif set(item) == {"@id"}:
            item = item["@id"]
        else:
            return "{…}"
    return str(item).removeprefix(VOCABULARY)
