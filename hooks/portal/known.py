"""What was found out about a text by looking at nothing else, remembered by the digest of its bytes.

The same bytes lead to the same finding, wherever they lie and however old the file is; the store believes only the same code.
"""

from __future__ import annotations

import hashlib
from typing import Any

from portal.store import Store

#: Fewer texts than this are looked at anew before anything could be remembered, or anybody called to help.
MANY = 500
#: One change writes one group again.
_GROUPS = 16


def digest(data: bytes, purpose: bytes = b"") -> bytes:
    """The name of a text, for one purpose."""
    return hashlib.blake2b(data, digest_size=16, person=purpose).digest()


class Known:
    """Findings of one kind. What a run neither asks for nor adds is forgotten when it ends."""

    def __init__(self, store: Store, kind: str) -> None:
        self._store = store
        self._kind = kind
        self._before: list[dict[bytes, Any] | None] = [None] * _GROUPS
        self._now: list[dict[bytes, Any]] = [{} for _ in range(_GROUPS)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known from before."""
        return not any(self._group(number) for number in range(_GROUPS))

    def of(self, name: bytes) -> Any:
        """What is known of a text; None if nothing is."""
        number = name[0] % _GROUPS
        found = self._now[number].get(name)
        if found is None and (found := self._group(number).get(name)) is not None:
            self._now[number][name] = found
        return found

    def learn(self, name: bytes, finding: Any) -> None:
        """Only basic types, and not None."""
        self._now[name[0] % _GROUPS][name] = finding

    def keep(self) -> None:
        """For the next run, if there is enough of it to be worth the while."""
        if sum(map(len, self._now)) < MANY:
            return
        for number, now in enumerate(self._now):
            if now.keys() != self._group(number).keys():
                self._store.keep(self._file(number), now)

    def _group(self, number: int) -> dict[bytes, Any]:
        found = self._before[number]
        if found is None:
            loaded = self._store.load(self._file(number))
            found = self._before[number] = loaded if isinstance(loaded, dict) else {}
        return found

    def _file(self, number: int) -> str:
        return f"{self._kind}-{number:02}"
