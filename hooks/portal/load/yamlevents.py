"""Plain values from YAML: strings, lists and mappings, no implicit types, no surprises.

`nein` stays "nein", `18:15` stays "18:15". Anchors, aliases, tags and merge keys are refused: no
record needs them, and they are how small files become huge or executable ones. Values are built
from the parser's events, one after the other, so that no nesting can exhaust the stack.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from portal.load.text import HARMLESS, MAX_FIELD, Unreadable, refuse_endless, refuse_invisible
from portal.load.yamlsyntax import explain
from portal.records.references import Location

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover - PyYAML without libyaml: slower, the same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Value = Any
#: A mapping or a list; none outside the first.
Container = Any
MAX_DEPTH = 30
#: More than any record lists, and more records than anyone looks through in one file.
MAX_ITEMS, MAX_RECORDS = 2_000, 10_000

_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_NOTHING = {"~", "null", "Null", "NULL"}
#: A comment is set off by a space; „#3“ at the end of a title is meant as text, and would be lost.
_SWALLOWED = re.compile(r"(?<=[ \t])#[^\s#]\S*")
_NO_FIELDS = "Hier stehen keine Felder. Erwartet wird mindestens ein Titel, zum Beispiel „titel: Stadt-App“."


def parse(text: str) -> dict[str, Value]:
    """The mapping that a document holds, or Unreadable with the line and a German sentence."""
    return _Builder().build(text)


def lines(text: str) -> dict[Location, int]:
    """The line of every key and list item of a readable document."""
    found: dict[Location, int] = {}
    _Builder(found.setdefault).build(text)
    return found


class _Builder:
    """Takes in one document, event by event. `note` is told where everything stands.

    A city has half a million events: kinds are told apart by their classes, and what is rare is left to functions of its
    own.
    """

    __slots__ = ("container", "documents", "key", "note", "root", "stack", "text_lines")

    def __init__(self, note: Callable[[Location, int], object] | None = None) -> None:
        self.note = note
        self.root: Value = None
        #: The innermost open container, and its open key if it is a mapping.
        self.container: Container = None
        self.key: str | None = None
        #: The containers around it, each with its open key; the outermost is none.
        self.stack: list[tuple[Container, str | None]] = []
        self.documents = 0
        self.text_lines: list[str] = []

    def build(self, text: str) -> dict[str, Value]:
        if "#" in text and _SWALLOWED.search(text):
            self.text_lines = text.splitlines()
        try:
            for event in yaml.parse(text, Loader=_Loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise explain(error, text) from None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise Unreadable(1, f"Die Datei ist kein lesbares YAML: {error}.") from None
        if self.root in (None, "") or self.root == {}:
            raise Unreadable(1, _NO_FIELDS)
        if not isinstance(self.root, dict):
            raise Unreadable(1, "Erwartet werden Felder der Form „name: Wert“, gefunden wurde etwas anderes.")
        return self.root

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self.container = self.stack.pop()[0]
            self.key = None
        elif kind is MappingStartEvent:
            self._open({}, event)
        elif kind is SequenceStartEvent:
            self._open([], event)
        elif kind is AliasEvent:
            _refuse_reference(event)
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                message = "Hier steht „---“ oder „...“, wo ein Feld erwartet wird. Je Datei gibt es einen Kopf."
                raise Unreadable(_line(event), message)

    def _scalar(self, event: ScalarEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            _refuse_reference(event)
        value, style = event.value, event.style
        if len(value) > HARMLESS:
            refuse_endless(value, line=_line(event), most=MAX_FIELD)
        if style == '"':
            # Escapes such as \x00 stand for characters that the text itself must not contain.
            refuse_invisible(value, line=_line(event))
        elif self.text_lines and not style:
            self._refuse_swallowed(event)
        if self.key is None and type(self.container) is dict:
            self._key(self.container, event)
        else:
            self._add("" if not style and value in _NOTHING else value, event)
            self.key = None

    def _refuse_swallowed(self, event: ScalarEvent) -> None:
        mark = event.end_mark
        if mark is None or mark.line >= len(self.text_lines):
            return
        rest = self.text_lines[mark.line][mark.column :].lstrip(" \t")
        if rest.startswith("#") and rest[1:2].strip(" \t#"):
            message = (
                f"Ab „{rest.split()[0][:40]}“ liest YAML einen Kommentar. Gehört es zum Text, dann bitte den ganzen Text "
                "in Anführungszeichen setzen; ist es ein Kommentar, dann bitte „# “ mit Leerzeichen."
            )
            raise Unreadable(mark.line + 1, message)

    def _key(self, mapping: dict[str, Value], event: ScalarEvent) -> None:
        key = sys.intern(event.value)  # a city has the same few names of fields half a million times
        if key == "<<":
            raise Unreadable(_line(event), "Das Feld „<<“ ist nicht erlaubt. Bitte die Werte ausschreiben.")
        if key in mapping:
            raise Unreadable(_line(event), f"Das Feld „{key[:60]}“ steht doppelt. Bitte nur einmal angeben.")
        if len(mapping) >= MAX_ITEMS and len(mapping) >= (most := MAX_RECORDS if len(self.stack) == 1 else MAX_ITEMS):
            raise Unreadable(_line(event), f"Hier stehen mehr als {most} Felder untereinander. Bitte aufteilen.")
        self.key = key
        if self.note:
            self.note((*self._place(), key), _line(event))

    def _open(self, container: Container, event: MappingStartEvent | SequenceStartEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            _refuse_reference(event)
        if len(self.stack) >= MAX_DEPTH:
            raise Unreadable(_line(event), f"Die Angaben sind tiefer als {MAX_DEPTH} Ebenen verschachtelt.")
        if self.key is None and type(self.container) is dict:
            raise Unreadable(_line(event), "Ein Feldname muss ein einfaches Wort sein.")
        self._add(container, event)
        self.stack.append((self.container, self.key))
        self.container, self.key = container, None

    def _add(self, value: Value, event: NodeEvent) -> None:
        container, key = self.container, self.key
        if key is not None:
            container[key] = value
        elif container is None:
            self.root = value
        else:
            if len(container) >= MAX_ITEMS:
                raise Unreadable(_line(event), f"Diese Liste hat mehr als {MAX_ITEMS} Punkte. Bitte aufteilen.")
            if self.note:
                self.note((*self._place(), len(container)), _line(event))
            container.append(value)

    def _place(self) -> Location:
        """The keys and indexes that lead to the innermost open container."""
        return tuple(len(outer) - 1 if key is None else key for outer, key in self.stack[1:])


def _refuse_reference(event: NodeEvent) -> None:
    """What a value says of itself beside what it is: a name to refer to it by, or a type that is not plain."""
    if isinstance(event, AliasEvent) or event.anchor is not None:
        message = (
            "Verweise mit & und * sind nicht erlaubt. Bitte den Wert ausschreiben oder, "
            "wenn ein Text so beginnt, in Anführungszeichen setzen."
        )
        raise Unreadable(_line(event), message)
    tag: str | None = getattr(event, "tag", None)
    if tag is not None and tag not in _PLAIN_TAGS:
        message = "ist nicht erlaubt. Ein Wert, der mit ! beginnt, gehört in Anführungszeichen."
        shown = tag.replace("tag:yaml.org,2002:", "!!")[:40]
        raise Unreadable(_line(event), f"„{shown}“ {message}")


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1
