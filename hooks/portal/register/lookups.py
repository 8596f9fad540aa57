"""What something was made from: a register that notes what it is asked, and tells later whether the answers changed.

A page asks its register for some records, and for who names them. If all answers are what they were, the page is what
it was. So nobody has to say by hand which page depends on what; that would be forgotten at the next change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from portal.register.entries import Entry
from portal.register.link import Later, Register
from portal.register.names import Names, Target, UnknownName

K = TypeVar("K")
V = TypeVar("V")

#: What was looked up: in which part of the register, under which name.
Lookup = tuple[str, Any]

_NAMES = "names"
#: In place of a name: all there is.
_ALL = None
_MAPPINGS = ("entries", "by_type", "incoming", "states", "meetings", "agendas", "moments", "numbers", "redirects")
_SEPARATOR = "\x1f"


class Lookups:
    """What was looked up since it was last asked."""

    def __init__(self) -> None:
        self._noted: set[Lookup] = set()
        self.note = self._noted.add

    def taken(self) -> frozenset[Lookup]:
        """What was noted up to now; the next one begins with nothing."""
        noted = frozenset(self._noted)
        self._noted.clear()
        return noted

    @contextmanager
    def unnoted(self) -> Iterator[None]:
        """For what is worked out once for all, and then asked name by name."""
        before = frozenset(self._noted)
        try:
            yield
        finally:
            self._noted.clear()
            self._noted.update(before)


class Noting(Mapping[K, V]):
    """A mapping that notes which of its names are asked for."""

    def __init__(self, part: str, mapping: Mapping[K, V], lookups: Lookups) -> None:
        self.mapping = mapping
        self._part = part
        self._note = lookups.note

    def __getitem__(self, key: K) -> V:
        self._note((self._part, key))
        return self.mapping[key]

    def get(self, key: K, default: Any = None) -> Any:
        self._note((self._part, key))
        return self.mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note((self._part, key))
        return key in self.mapping

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def keys(self) -> Any:
        return self._whole().keys()

    def values(self) -> Any:
        return self._whole().values()

    def items(self) -> Any:
        return self._whole().items()

    def _whole(self) -> Mapping[K, V]:
        self._note((self._part, _ALL))
        return self.mapping


@dataclass(frozen=True, slots=True)
class _NotingNames(Names):
    """Who is meant by an id, noted."""

    lookups: Lookups | None = None

    def resolve(self, text: str, types: tuple[str, ...] = (), *, points: bool = True) -> Target:
        assert self.lookups
        self.lookups.note((_NAMES, _SEPARATOR.join((text, "+" if points else "-", *types))))
        return Names.resolve(self, text, types, points=points)


@dataclass(frozen=True, kw_only=True, eq=False)
class NotingRegister(Register):
    """A register that notes what it is asked, and what is asked of all that was worked out from it."""

    lookups: Lookups
    #: What was worked out, by the names it was given.
    parts: dict[str, Mapping[Any, Any]]

    def worked_out(self, name: str, work: Callable[[], Mapping[K, V]], /) -> Mapping[K, V]:
        def unnoted() -> Mapping[K, V]:
            with self.lookups.unnoted():
                return work()

        self.parts[name] = Later(unnoted)
        return Noting(name, self.parts[name], self.lookups)


def noting(register: Register) -> NotingRegister:
    """The same register, which from now on notes what it is asked."""
    lookups = Lookups()
    values = {each.name: getattr(register, each.name) for each in fields(Register)}
    parts: dict[str, Mapping[Any, Any]] = {name: values[name] for name in _MAPPINGS}
    names = register.names
    return NotingRegister(
        **values
        | {name: Noting(name, parts[name], lookups) for name in _MAPPINGS}
        | {
            _NAMES: _NotingNames(names.entries, names.by_id, names.former, lookups),
            "timeline": _NotingTimeline(register.timeline, lookups),
        },
        lookups=lookups,
        parts=parts | {_NotingTimeline.NAME: {_ALL: register.timeline}},
    )


class _NotingTimeline(tuple[Any, ...]):
    """Whoever looks at the timeline looks at all of it."""

    NAME = "timeline"
    lookups: Lookups

    def __new__(cls, moments: tuple[Any, ...], lookups: Lookups) -> _NotingTimeline:
        made = super().__new__(cls, moments)
        made.lookups = lookups
        return made

    def __iter__(self) -> Iterator[Any]:
        self.lookups.note((self.NAME, _ALL))
        return super().__iter__()

    def __reversed__(self) -> Iterator[Any]:
        return iter(tuple(self)[::-1])

    def __getitem__(self, index: Any) -> Any:
        self.lookups.note((self.NAME, _ALL))
        return super().__getitem__(index)


class Answers:
    """What a register answers, each answer as a few bytes that change with it; lookups as text that can be kept."""

    def __init__(self, register: NotingRegister) -> None:
        self._register = register
        self._known: dict[str, bytes] = {}
        self._names: dict[str, dict[str, Any]] = {}

    def forget(self) -> None:
        """What was looked up until now was for nobody."""
        self._register.lookups.taken()

    def noted(self) -> dict[str, bytes]:
        """What was looked up since this was last asked, as text, each with what is answered."""
        return {(text := _text(lookup)): self._of(text, lookup) for lookup in self._register.lookups.taken()}

    def changed(self, before: Mapping[str, bytes]) -> set[str]:
        """Which lookups are answered in another way now."""
        return {text for text, answer in before.items() if self._of(text) != answer}

    def _of(self, text: str, lookup: Lookup | None = None) -> bytes:
        if text not in self._known:
            self._known[text] = _digest(self._answer(text, lookup))
        return self._known[text]

    def _answer(self, text: str, lookup: Lookup | None) -> str:
        part, _, name = text.partition("\n")
        if part == _NAMES:
            return self._resolved(name)
        mapping = self._register.parts.get(part)
        if mapping is None:
            return "nirgends"
        if name == _text_of(_ALL):
            return self._written(mapping.get(_ALL, mapping))
        key = lookup[1] if lookup else self._keys(part).get(name)
        return self._written(mapping[key]) if key in mapping else "nichts"

    def _resolved(self, name: str) -> str:
        text, points, *types = name.split(_SEPARATOR)
        try:
            return str(Names.resolve(self._register.names, text, tuple(types), points=points == "+"))
        except UnknownName as error:
            return str(error)

    def _keys(self, part: str) -> dict[str, Any]:
        if part not in self._names:
            self._names[part] = {_text_of(key): key for key in self._register.parts[part]}
        return self._names[part]

    def _written(self, value: Any) -> str:
        """All that an answer says; records by a digest of their own, they are in many answers."""
        if isinstance(value, Entry):
            return value.digest.hex()
        if isinstance(value, tuple) and type(value) is tuple:
            return f"({','.join(map(self._written, value))})"
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{key}:{self._written(item)}' for key, item in value.items())}}}"
        return repr(value)


def _text(lookup: Lookup) -> str:
    return f"{lookup[0]}\n{_text_of(lookup[1])}"


def _text_of(key: Any) -> str:
    if key is _ALL:
        return "*"
    return _SEPARATOR.join(map(str, key)) if isinstance(key, tuple) else str(key)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
