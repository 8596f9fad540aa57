"""What a field of a record holds, read off its annotation: the part that a table has to know."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from portal.dates import PartialDate
from portal.records import Model, Ref, Unknown


class Kind(StrEnum):
    """How one value is written."""

    TEXT = "Text"
    WORD = "Wort aus einer Liste"
    DATE = "Datum"
    WHOLE = "ganze Zahl"
    NUMBER = "Zahl"
    YES_NO = "ja oder nein"
    INFERRED = "ja oder der Grund"
    REFERENCE = "Kennung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One value or a list of them; of a kind, or a model of its own."""

    kind: Kind = Kind.TEXT
    model: type[Model] | None = None
    ref: Ref | None = None
    is_list: bool = False
    #: Whether "unbekannt" may stand here.
    may_be_unknown: bool = False
    #: Words written for people, as opposed to addresses and codes.
    is_prose: bool = False
    #: The words of a closed list.
    words: tuple[str, ...] = ()


def holding(info: FieldInfo) -> Holding:
    """What a field of a model holds."""
    parts = list(_parts(info.annotation))
    marks = [*info.metadata, *(mark for part in parts for mark in part.marks)]
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    model = next((part.type for part in parts if isinstance(part.type, type) and issubclass(part.type, Model)), None)
    kind = Kind.REFERENCE if ref else _kind([part.type for part in parts])
    is_free = any(isinstance(mark, StringConstraints) and not mark.pattern for mark in marks)
    return Holding(
        kind=kind,
        model=model,
        ref=ref,
        is_list=any(part.is_listed for part in parts),
        may_be_unknown=any(part.type is Unknown for part in parts),
        is_prose=kind is Kind.TEXT and is_free,
        words=tuple(word.value for part in parts for word in _words(part.type)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One type that an annotation is made of, with the marks on it."""

    type: Any
    marks: tuple[Any, ...] = ()
    is_listed: bool = False


def _parts(annotation: Any, marks: tuple[Any, ...] = (), is_listed: bool = False) -> Iterator[_Part]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _parts(arguments[0], (*marks, *arguments[1:]), is_listed)
    elif origin is Literal:
        yield _Part(annotation, marks, is_listed)
    elif origin is tuple:
        yield from _parts(arguments[0], marks, True)
    elif origin in (Union, types.UnionType):
        for argument in arguments:
            if argument is not types.NoneType:
                yield from _parts(argument, marks, is_listed)
    else:
        yield _Part(annotation, marks, is_listed)


def _words(found: Any) -> Iterable[StrEnum]:
    return found if isinstance(found, type) and issubclass(found, StrEnum) else ()


def _kind(found: list[Any]) -> Kind:
    classes = [each for each in found if isinstance(each, type)]
    if bool in classes:
        return Kind.INFERRED if str in classes else Kind.YES_NO
    for base, kind in ((PartialDate, Kind.DATE), (int, Kind.WHOLE), (Decimal, Kind.NUMBER), (StrEnum, Kind.WORD)):
        if any(issubclass(each, base) for each in classes):
            return kind
    return Kind.TEXT
