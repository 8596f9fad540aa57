"""One field, written well and badly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

#: A value as a file holds it: texts, lists and mappings of them.
Written: TypeAlias = "str | Sequence[Written] | Mapping[str, Written]"


@dataclass(frozen=True, slots=True)
class Sample:
    """A good and a bad way to fill a field."""

    good: Written
    bad: Written
    #: What is wrong with the bad one, where no check can tell; what a check refuses, the check explains.
    why: str = ""
