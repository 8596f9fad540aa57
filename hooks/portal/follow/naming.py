"""What feeds, entries and appointments are called for ever, and where they are published."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

from portal.register.entries import Key
from portal.register.link import Register

#: The year in which the names were given out; a tag URI (RFC 4151) says who gave them and when.
_YEAR = 2026

ALL, CHANGES = "alle", "aenderungen"


def feed_path(*steps: str) -> str:
    return f"feeds/{'/'.join(steps)}.atom"


def calendar_path(*steps: str) -> str:
    return f"kalender/{'/'.join(steps)}.ics"


def follow_path(key: Key) -> str:
    return f"folgen/{key}.json"


class Naming:
    """Names that stay when titles, ids or the server change: made of the town's own address and the first id."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.host = urlsplit(register.settings.address).hostname or "portal.example"
        self._former: defaultdict[Key, list[Key]] = defaultdict(list)
        for old, new in register.redirects.items():
            self._former[new].append(old)

    def tag(self, *steps: str) -> str:
        return f"tag:{self.host},{_YEAR}:{'/'.join(steps)}"

    def of(self, key: Key, *steps: str) -> str:
        return self.tag(str(self.first(key)), *steps)

    def uid(self, key: Key, *steps: str) -> str:
        return f"{'/'.join([str(self.first(key)), *steps])}@{self.host}"

    def first(self, key: Key) -> Key:
        """What the record was called when it was new."""
        former = self._register.entries[key].record.former_ids
        return Key(key.type, former[0]) if former else key

    def all(self, key: Key) -> tuple[Key, ...]:
        """All it was ever called: who subscribed under an old id is still served."""
        return (key, *self._former.get(key, ()))
