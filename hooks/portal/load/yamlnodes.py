"""Plain values from YAML nodes: strings, lists and mappings, no implicit types, no surprises.

`nein` stays "nein", `18:15` stays "18:15". Anchors, aliases, tags and merge keys are refused:
no record needs them, and they are how small files become huge or executable ones.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from portal.load.text import Unreadable, refuse_invisible

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover - PyYAML without libyaml, slower but the same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Value = Any
MAX_DEPTH = 30

_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_EMPTY = {"", "~", "null"}
_STACKED = re.compile(rf"^\s*(?:[-?:]\s+){{{MAX_DEPTH},}}", re.MULTILINE)
_INDENTED = re.compile(r"^[ ]{200,}\S", re.MULTILINE)

#: What libyaml says, and what an editor should look for. Order matters: the first match wins.
_SYNTAX = (
    ("cannot start any token", "Dieses Zeichen darf hier nicht stehen. Texte, die mit @, `, % oder einem Tabulator beginnen, gehören in Anführungszeichen."),
    ("mapping values are not allowed", "Hier steht ein Doppelpunkt, wo keiner erwartet wird. Enthält ein Text „: “, gehört er in Anführungszeichen: titel: \"Teil 1: Anfang\"."),
    ("could not find expected ':'", "Hier fehlt ein Doppelpunkt nach dem Feldnamen, oder eine Zeile ist falsch eingerückt."),
    ("unexpected end of stream", "Ein Anführungszeichen wurde nicht geschlossen."),
    ("did not find expected ',' or", "Eine Liste […] oder Gruppe {…} ist nicht geschlossen, oder es fehlt ein Komma."),
    ("did not find expected node content", "Hier fehlt ein Wert, oder eine Klammer steht falsch."),
    ("block sequence entries are not allowed", "Ein Listenpunkt „- “ steht an einer Stelle, an der keine Liste erwartet wird. Listen beginnen in der Zeile unter dem Feldnamen."),
    ("did not find expected key", "Diese Zeile ist anders eingerückt als die Zeilen darüber."),
    ("did not find expected '-' indicator", "Diese Zeile ist anders eingerückt als die Listenpunkte darüber."),
    ("unknown escape character", "In doppelten Anführungszeichen hat der Rückstrich \\ eine Sonderbedeutung. Nehmen Sie einfache Anführungszeichen."),
    ("undefined alias", "Ein Wert, der mit * beginnt, gehört in Anführungszeichen."),
    ("while scanning an alias", "Ein Wert, der mit * beginnt, gehört in Anführungszeichen."),
    ("while scanning an anchor", "Ein Wert, der mit & beginnt, gehört in Anführungszeichen."),
    ("undefined tag handle", "Ein Wert, der mit ! beginnt, gehört in Anführungszeichen."),
    ("while scanning a tag", "Ein Wert, der mit ! beginnt, gehört in Anführungszeichen."),
    ("expected a single document", "Im Kopf steht „---“ oder „...“ an einer Stelle, an der ein Feld erwartet wird."),
    ("did not find expected <document start>", "Diese Zeile gehört zu keinem Feld. Prüfen Sie Einrückung und Klammern darüber."),
)  # fmt: skip


def compose(text: str) -> Node | None:
    """The node tree of one YAML document, or Unreadable with the line and a German sentence."""
    if _nests_too_deep(text):
        raise Unreadable(1, f"Die Angaben sind tiefer als {MAX_DEPTH} Ebenen verschachtelt.")
    try:
        node: Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _explain(error, text) from None
    except (yaml.YAMLError, ValueError) as error:
        raise Unreadable(1, f"Die Datei ist kein lesbares YAML: {error}.") from None
    return node


def parse(text: str) -> dict[str, Value]:
    """The mapping a YAML document holds."""
    node = compose(text)
    if node is None or (isinstance(node, ScalarNode | MappingNode) and node.value in (*_EMPTY, [])):
        raise Unreadable(
            1, "Hier stehen keine Felder. Erwartet wird mindestens ein Titel, zum Beispiel „titel: Stadt-App“."
        )
    if not isinstance(node, MappingNode):
        raise Unreadable(_line(node), "Erwartet werden Felder der Form „name: Wert“, gefunden wurde etwas anderes.")
    # Aliases make one node appear twice. Only documents that contain the sign can have them.
    value: dict[str, Value] = _value(node, set() if "*" in text else None)
    return value


def _value(node: Node, seen: set[int] | None) -> Value:
    if seen is not None:
        if id(node) in seen:
            raise Unreadable(_line(node), "Verweise mit & und * sind nicht erlaubt. Bitte den Wert ausschreiben.")
        seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        raise Unreadable(
            _line(node),
            f"„{node.tag[:40]}“ ist nicht erlaubt. Ein Wert, der mit ! beginnt, gehört in Anführungszeichen.",
        )
    if isinstance(node, ScalarNode):
        _refuse_escapes(node)
        return None if node.style is None and node.value in _EMPTY else node.value
    if isinstance(node, SequenceNode):
        return [_value(item, seen) for item in node.value]
    mapping: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = _key(key_node, mapping)
        mapping[key] = _value(value_node, seen)
    return mapping


def _refuse_escapes(node: ScalarNode) -> None:
    """Double quotes allow escapes such as \\x00 for characters that the text itself must not contain."""
    if node.style == '"':
        refuse_invisible(node.value, line=_line(node))


def _key(node: Node, mapping: dict[str, Value]) -> str:
    if not isinstance(node, ScalarNode):
        raise Unreadable(_line(node), "Ein Feldname muss ein einfaches Wort sein.")
    _refuse_escapes(node)
    key: str = node.value
    if key == "<<":
        raise Unreadable(_line(node), "Das Feld „<<“ ist nicht erlaubt. Bitte die Werte ausschreiben.")
    if key in mapping:
        raise Unreadable(_line(node), f"Das Feld „{key[:60]}“ steht doppelt. Bitte nur einmal angeben.")
    return key


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _explain(error: yaml.MarkedYAMLError, text: str) -> Unreadable:
    mark = error.problem_mark or error.context_mark
    line = min(mark.line + 1, text.count("\n") + 1) if mark else 1
    lines = text.split("\n")
    said = f"{error.context or ''} {error.problem or ''}"
    if "\t" in lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())] or (
        "cannot start any token" in said and "\t" in lines[line - 1]
    ):
        return Unreadable(line, "Die Zeile ist mit einem Tabulator eingerückt. Bitte durch Leerzeichen ersetzen.")
    if "unexpected end of stream" in said and error.context_mark:
        line = error.context_mark.line + 1
    for pattern, explanation in _SYNTAX:
        if pattern in said:
            return Unreadable(line, explanation)
    return Unreadable(
        line, "Diese Stelle lässt sich nicht als YAML lesen. Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen."
    )


def _nests_too_deep(text: str) -> bool:
    """A cheap upper bound, taken before the parser recurses: brackets, stacked markers, deep indentation."""
    if _STACKED.search(text) or _INDENTED.search(text):
        return True
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    depth = deepest = 0
    for char in re.findall(r"[][{}]", text):
        depth += 1 if char in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH
