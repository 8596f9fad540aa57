"""What a YAML syntax error means for an editor: where to look and what to mend."""

from __future__ import annotations

import re

import yaml

from portal.load.text import Unreadable

#: What libyaml says, and what an editor should look for. The first match wins.
_MEANINGS = (
    ("mapping values are not allowed", "Hier steht ein Doppelpunkt, wo keiner erwartet wird. Enthält ein Text „: “, gehört er in Anführungszeichen: titel: \"Teil 1: Anfang\". Oder die Zeile ist zu weit eingerückt."),
    ("could not find expected ':'", "Hier fehlt ein Doppelpunkt nach dem Feldnamen, oder eine Zeile ist falsch eingerückt."),
    ("unexpected end of stream", "Ein Anführungszeichen wurde nicht geschlossen."),
    ("did not find expected ',' or", "Eine Liste […] oder Gruppe {…} ist nicht geschlossen, oder es fehlt ein Komma."),
    ("cannot start any token", "Dieses Zeichen darf hier nicht stehen. Texte, die mit @, `, % oder einem Tabulator beginnen, gehören in Anführungszeichen."),
    ("did not find expected node content", "Hier fehlt ein Wert, oder eine Klammer steht falsch."),
    ("block sequence entries are not allowed", "Ein Listenpunkt „- “ steht an einer Stelle, an der keine Liste erwartet wird. Listen beginnen in der Zeile unter dem Feldnamen."),
    ("did not find expected key", "Diese Zeile ist anders eingerückt als die Zeilen darüber."),
    ("did not find expected '-' indicator", "Diese Zeile ist anders eingerückt als die Listenpunkte darüber."),
    ("unknown escape character", "In doppelten Anführungszeichen hat der Rückstrich \\ eine Sonderbedeutung. Nehmen Sie einfache Anführungszeichen."),
    ("while scanning an alias", "Ein Wert, der mit * beginnt, gehört in Anführungszeichen."),
    ("while scanning an anchor", "Ein Wert, der mit & beginnt, gehört in Anführungszeichen."),
    ("undefined tag handle", "Ein Wert, der mit ! beginnt, gehört in Anführungszeichen."),
    ("while scanning a tag", "Ein Wert, der mit ! beginnt, gehört in Anführungszeichen."),
    ("did not find expected <document start>", "Diese Zeile gehört zu keinem Feld. Prüfen Sie Einrückung und Klammern darüber."),
)  # fmt: skip
_TAB = "Die Zeile ist mit einem Tabulator eingerückt. Bitte durch Leerzeichen ersetzen."
_GOES_ON = (
    "Hinter einem Anführungszeichen oder einer Klammer geht der Text weiter. "
    "Bitte den ganzen Wert in Anführungszeichen setzen."
)
_OTHER = "Diese Stelle lässt sich nicht als YAML lesen. Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen."

#: Errors that show late: the mistake was made where the construct began.
_BEGAN_EARLIER = ("unexpected end of stream", "could not find expected ':'", "did not find expected ',' or")


def explain(error: yaml.MarkedYAMLError, text: str) -> Unreadable:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(late in said for late in _BEGAN_EARLIER):
        mark = error.context_mark
    rows = text.split("\n")
    line = min(mark.line + 1, len(rows)) if mark else 1
    row = rows[line - 1]
    if re.match(r" *\t", row) or ("cannot start any token" in said and "\t" in row):
        return Unreadable(line, _TAB)
    if mark and "did not find expected key" in said and re.search(r"[\"'\]}]\s*$", row[: mark.column]):
        return Unreadable(line, _GOES_ON)
    return Unreadable(line, next((meaning for pattern, meaning in _MEANINGS if pattern in said), _OTHER))
