"""What all OParl objects share: addresses, types, times, and leaving out what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from portal.dates import PartialDate
from portal.german import NO_BREAK
from portal.oparl.times import Times
from portal.records import UNKNOWN
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.urls import url_of

Node = dict[str, Any]

ROOT = "oparl/v1"
SPECIFICATION = "https://schema.oparl.org/1.1/"
#: Before the names of properties that the standard does not have.
VENDOR = "portal:"

#: References back that the standard wants only where the object stands alone.
_BACK = {"File": ("paper", "meeting", "agendaItem"), "Location": ("meetings",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What every object is made from: the register, where it will be served, when things came about."""

    register: Register
    site_url: str
    times: Times

    def url(self, kind: str, *steps: str) -> str:
        return f"{self.site_url}{path(kind, *steps)}"

    def web(self, key: Key, fragment: str = "") -> str:
        return self.site_url + url_of(key, fragment)

    @property
    def body(self) -> str:
        """A portal is one town's portal."""
        return self.url("body", "1")

    def organization(self, text: str | None) -> str | None:
        """The address of a body that a field names."""
        if not text or text == UNKNOWN:
            return None
        return self.url("organization", self.register.resolve(text, "gremien").key.id)

    def node(self, kind: str, steps: tuple[str, ...], keys: Iterable[Key], **fields: Any) -> Node:
        """An object; the first key is the record it tells of, the others are those it shows something of."""
        stamps = self.times.stamps(tuple(keys))
        return {"id": self.url(kind, *steps), "type": SPECIFICATION + kind_name(kind), **known(fields), **stamps}


def path(kind: str, *steps: str) -> str:
    """Where an object lies below the site's root."""
    return "/".join((ROOT, kind, *steps)) + ".json"


def kind_name(kind: str) -> str:
    return kind[0].upper() + kind[1:]


def known(fields: Node) -> Node:
    """Without what is not known or empty, as the standard wants it."""
    return {
        name.replace("portal_", VENDOR): value
        for name, value in fields.items()
        if value not in (None, "", [], {}, UNKNOWN)
    }


def embedded(node: Node) -> Node:
    """An object as it stands inside another."""
    back = _BACK.get(node["type"].rpartition("/")[2], ())
    return {name: value for name, value in node.items() if name not in back}


def day(date: object) -> str | None:
    """A date as the standard knows it, which is a day; anything less exact is not said here."""
    return date.iso() if isinstance(date, PartialDate) and date.day else None


def inexact(date: object) -> str | None:
    """A date that is known, but not to the day."""
    return date.iso() if isinstance(date, PartialDate) and not date.day else None


def line(text: str) -> str:
    return text.replace(NO_BREAK, " ")
