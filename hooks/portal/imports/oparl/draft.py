"""A record as the council system would have it, before it meets the one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.imports.oparl import clean
from portal.imports.oparl.index import Node
from portal.records import UNKNOWN
from portal.register.entries import Key

Values = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class StationDraft:
    """One station, and what this run knows nothing about because its object was not delivered."""

    consultation: str
    values: Values
    silent: frozenset[str] = frozenset()
    #: Deleted there, or not delivered: what stands here stays as it is, but for what `values` says.
    is_frozen: bool = False


@dataclass(slots=True, kw_only=True)
class Draft:
    """Values by German key, in the order in which a new file has them."""

    key: Key
    node: Node
    values: Values
    #: What was not delivered is not among them, and stays.
    stations: list[StationDraft] = field(default_factory=list)
    #: Consultations that certainly are no longer this paper's.
    gone: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    #: Deleted there: nothing is changed but the block of origin.
    is_frozen: bool = False
    #: The id it had here before, where that can no longer be its id.
    renamed_from: Key | None = None
    remarks: list[str] = field(default_factory=list)

    def origin(self) -> Values:
        """The block that the importer alone writes."""
        node = self.node
        found: Values = {"kennung": node.id}
        if web := node.values.get("web"):
            found["adresse"] = web
        changed = clean.day(node.modified)
        if changed:
            found["stand"] = changed.isoformat()
        if node.is_deleted:
            found["geloescht"] = changed.isoformat() if changed else UNKNOWN
        if self.remarks:
            found["hinweise"] = list(self.remarks)
        return found


def filled(values: Mapping[str, Any]) -> Values:
    """Without what is not known."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
