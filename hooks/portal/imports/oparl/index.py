"""All objects of a council system by type and id, each from everything that is said of it anywhere."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.imports.oparl import clean
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.shape import COMMON, PAIRS, SHAPES, SYSTEM, Plain, Property, To, kind_of

#: Objects inside objects inside objects: three steps are what the standard knows.
_DEEPEST = 8
_ID = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,500}")
_BACKS = {prop.back for shape in SHAPES.values() for prop in shape.values() if isinstance(prop, To)}


@dataclass(slots=True)
class Node:
    """One object: its own values cleaned, others by their ids."""

    id: str
    type: str
    #: The file or address that it was read from.
    where: str
    values: dict[str, Any] = field(default_factory=dict)
    #: Whether it was delivered by itself, and not only inside another.
    is_whole: bool = False

    @property
    def modified(self) -> str:
        """Comparable: the moment in one notation, or nothing."""
        return str(self.values.get("modified") or self.values.get("created") or "")

    @property
    def is_deleted(self) -> bool:
        return bool(self.values.get("deleted"))

    def text(self, name: str) -> str | None:
        return self.values.get(name)

    def one(self, name: str) -> str | None:
        """The id of the first object that a property names."""
        return next(iter(self.values.get(name, ())), None)

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(self.values.get(name, ()))


@dataclass(slots=True)
class Index:
    """Objects are added one by one, in any order; `finish` says that all are there."""

    notes: Notes
    nodes: dict[str, dict[str, Node]] = field(default_factory=lambda: {name: {} for name in SHAPES})
    #: Objects of types that the standard does not know, or the portal has no use for.
    ignored: int = 0
    #: An id is one object's alone.
    _kinds: dict[str, str] = field(default_factory=dict)

    def add(self, raw: object, where: str) -> None:
        """An object, or a page of a list of objects."""
        if isinstance(raw, list):
            for item in raw:
                self._add_object(item, where) if isinstance(item, dict) else self._no_object(where)
        elif not isinstance(raw, dict):
            self._no_object(where)
        elif "id" not in raw and isinstance(raw.get("data"), list):
            self.add(raw["data"], where)
        else:
            self._add_object(raw, where)

    def finish(self) -> None:
        """Make both sides say what one of them says."""
        for type_name, prop, other, back in PAIRS:
            for node in self.nodes[type_name].values():
                for name in node.all(prop):
                    found = self.nodes[other].get(name)
                    if found and not found.all(back):
                        found.values[back] = (node.id,)

    def of(self, type_name: str) -> Iterator[Node]:
        """All objects of a type, in the order of their ids."""
        found = self.nodes[type_name]
        yield from (found[name] for name in sorted(found))

    def get(self, type_name: str, name: str | None) -> Node | None:
        return self.nodes[type_name].get(name) if name else None

    def counts(self) -> Mapping[str, int]:
        return {name: len(found) for name, found in self.nodes.items()}

    # --- Reading one object --------------------------------------------------------------------

    def _no_object(self, where: str) -> None:
        self.notes.failure(where, "Hier wird ein OParl-Objekt in geschweiften Klammern erwartet.")

    def _add_object(self, raw: dict[str, Any], where: str) -> None:
        name, kind = _id(raw.get("id")), kind_of(raw.get("type"))
        if kind not in SHAPES:
            if kind == SYSTEM or (name and kind):
                self.ignored += 1
            elif name and raw.get("deleted") is True:
                self._delete(name, where)
            else:
                self.notes.failure(where, "Das Objekt sagt nicht, was es ist: „type“ fehlt. Es wurde nicht übernommen.")
        elif not name:
            self.notes.failure(where, "Das Objekt hat keine „id“, also keine Adresse. Es wurde nicht übernommen.")
        else:
            self._keep(self._node(raw, kind, name, where, 0), is_whole=True)

    def _delete(self, name: str, where: str) -> None:
        """Some systems leave out even the type of what they deleted."""
        found = [nodes[name] for nodes in self.nodes.values() if name in nodes]
        for node in found:
            node.values["deleted"] = True
        if not found:
            self.notes.hint(where, f"Gelöscht ist „{name}“; was es war, sagt das System nicht. Nichts wurde geändert.")

    def _node(self, raw: dict[str, Any], kind: str, name: str, where: str, depth: int) -> Node:
        node = Node(id=name, type=kind, where=where)
        for key, prop in (*SHAPES[kind].items(), *COMMON.items()):
            if key in raw and (value := self._value(raw[key], prop, node, key, depth)) is not None:
                node.values[key] = value
        for key in ("created", "modified"):
            if key in node.values:
                found = clean.moment(node.values.pop(key))
                if found:
                    node.values[key] = found.astimezone(dt.UTC).isoformat(timespec="seconds")
        return node

    def _value(self, raw: object, prop: Property, node: Node, key: str, depth: int) -> Any:
        match prop:
            case To():
                # A list of one without its brackets, or the other way round: both are common.
                items = raw if isinstance(raw, list) else [raw]
                names = (
                    self._name(item, prop, node, f"{key}-{place}", depth) for place, item in enumerate(items, start=1)
                )
                return tuple(dict.fromkeys(name for name in names if name))
            case Plain.YES_NO:
                return _yes_no(raw)
            case Plain.NUMBER:
                return raw if isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) < 10**9 else None
            case Plain.URL:
                return clean.url(raw)
            case Plain.TEXT:
                first = next(iter(raw), None) if isinstance(raw, list) else raw
                found = clean.text(first)
                return sys.intern(found) if found and len(found) < 30 else found

    def _name(self, raw: object, to: To, parent: Node, place: str, depth: int) -> str | None:
        """The id of an object that another names; one that stands inside is kept, too."""
        if not isinstance(raw, dict):
            return _id(raw)
        kind = kind_of(raw.get("type"))
        kind = kind if kind in SHAPES else to.type
        if depth >= _DEEPEST:
            return None
        # Without an id of its own, its place is its name.
        child = self._node(raw, kind, _id(raw.get("id")) or f"{parent.id}#{place}", parent.where, depth + 1)
        if to.back and not child.values.get(to.back):
            child.values[to.back] = (parent.id,)
        self._keep(child, is_whole=False)
        return child.id

    def _keep(self, new: Node, *, is_whole: bool) -> None:
        new.is_whole = is_whole
        nodes = self.nodes[new.type]
        kind = self._kinds.setdefault(new.id, new.type)
        if kind != new.type:
            other = self.nodes[kind][new.id]
            if other.is_whole or not is_whole:
                self.notes.hint(
                    new.where, f"„{new.id}“ ist schon etwas anderes ({kind}, nicht {new.type}). Nur das gilt."
                )
                return
            del self.nodes[kind][new.id]
            self._kinds[new.id] = new.type
        old = nodes.get(new.id)
        if old is None:
            nodes[new.id] = new
        elif (new.modified, is_whole) > (old.modified, old.is_whole):
            # What is newer and whole says all there is; of what an older one said only the links back remain.
            rest = {key: value for key, value in old.values.items() if not is_whole or key in _BACKS}
            new.values = rest | new.values
            new.is_whole = is_whole or old.is_whole
            nodes[new.id] = new
        elif not old.is_whole or new.modified == old.modified:
            old.values = new.values | old.values


def _id(value: object) -> str | None:
    """Ids are addresses in the standard; whatever one is, it must stand in a record and be found again."""
    found = clean.text(value) if isinstance(value, str) else None
    return sys.intern(found) if found and _ID.fullmatch(found) else None


def _yes_no(value: object) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "1": True, "ja": True, "false": False, "0": False, "nein": False}.get(value.lower())
    return value if isinstance(value, bool) else {1: True, 0: False}.get(value) if isinstance(value, int) else None
