"""The first of many: what a page has room for, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")

#: Rows of a list that unfolds; about 20 kB.
UNFOLDED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut(Generic[T]):
    """Some things of a list that may be as long as the register; false if there are none."""

    shown: tuple[T, ...]
    #: How many there are, also those not shown.
    total: int

    def __bool__(self) -> bool:
        return self.total > 0

    @property
    def hidden(self) -> int:
        return self.total - len(self.shown)

    def each(self, made: Callable[[T], U]) -> Cut[U]:
        """The same with something made of each; nothing is made of what is not shown."""
        return Cut(shown=tuple(map(made, self.shown)), total=self.total)


def cut(things: Iterable[T], room: int = UNFOLDED) -> Cut[T]:
    """As many as there is room for, in their order."""
    found = tuple(things)
    return Cut(shown=found[:room], total=len(found))
