"""Two versions of a record, field by field, in the words of the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.history.items import ITEMS, Values, as_list, as_part, as_parts, canonical, is_part, is_reordered, paired
from portal.history.model import Change, ChangeKind, shortened
from portal.history.phrases import SAID_ELSEWHERE, SAID_TOGETHER, Phrases, together
from portal.history.shapes import Holds, Shape, shapes, unknown_shape
from portal.records import Model

#: From this length on a text is shown as a difference, not as before and after.
_SHORT = 80
_NAME = 70


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where in the record we are, and how values are said."""

    phrases: Phrases
    place: tuple[str, ...] = ()

    def inside(self, *names: str) -> _Scope:
        return _Scope(self.phrases, (*self.place, *names))

    def change(self, shape: Shape, before: str = "", after: str = "", kind: ChangeKind | None = None) -> Change:
        if kind is None:
            kind = ChangeKind.SET if before and after else ChangeKind.ADDED if after else ChangeKind.REMOVED
        return Change(place=self.place, label=shape.label, kind=kind, before=before, after=after)


def compare(model: type[Model], before: Values, after: Values, phrases: Phrases) -> Iterator[Change]:
    """What differs between the fields of two versions, in the order of the model, unknown fields last."""
    return _fields(model, before, after, _Scope(phrases))


def compare_prose(before: str, after: str, phrases: Phrases) -> Iterator[Change]:
    """The text below the fields. Lines broken elsewhere are no change."""
    if before.split() != after.split():
        yield _text(Shape(name="text", label="Text"), before, after, _Scope(phrases))


def _fields(model: type[Model], before: Values, after: Values, scope: _Scope) -> Iterator[Change]:
    known = shapes(model)
    skipped = SAID_ELSEWHERE.get(model, frozenset())
    if phrase := SAID_TOGETHER.get(model):
        skipped |= {name for name in phrase.fields if not known[name].part}
        old, new = (together(model, values, scope.phrases) for values in (before, after))
        if old != new:
            yield scope.change(Shape(name="", label=phrase.label), old, new)
    for name in [*known, *sorted((before.keys() | after.keys()) - known.keys())]:
        was, is_now = before.get(name, ""), after.get(name, "")
        if name not in skipped and was != is_now and canonical(was) != canonical(is_now):
            yield from _field(known.get(name) or unknown_shape(name), was, is_now, scope)


def _field(shape: Shape, old: Any, new: Any, scope: _Scope) -> Iterator[Change]:
    part = shape.part
    if part and shape.is_list:
        yield from _items(shape, part, as_parts(part, old), as_parts(part, new), scope)
    elif part and is_part(part, old) and is_part(part, new):
        # Told field by field even when it came or went: it has no name of its own.
        yield from _fields(part, as_part(part, old), as_part(part, new), scope.inside(shape.label))
    elif shape.is_list:
        yield from _listed(shape, old, new, scope)
    else:
        yield from _value(shape, old, new, scope)


def _items(shape: Shape, part: type[Model], old: list[Any], new: list[Any], scope: _Scope) -> Iterator[Change]:
    pairs = paired(part, old, new)
    for was, is_now in pairs:
        if is_now is None and was is not None:
            yield scope.change(shape, before=_told(part, old[was], was, scope.phrases))
        elif was is None and is_now is not None:
            yield scope.change(shape, after=_told(part, new[is_now], is_now, scope.phrases))
        elif was is not None and is_now is not None and old[was] != new[is_now]:
            name = _name(part, new[is_now], is_now, scope.phrases)
            yield from _fields(part, old[was], new[is_now], scope.inside(shape.label, name))
    if is_reordered(pairs):
        yield scope.change(shape, kind=ChangeKind.ORDER)


def _listed(shape: Shape, old: Any, new: Any, scope: _Scope) -> Iterator[Change]:
    """Plain words or names of records: which went, which came."""
    before, after = ([scope.phrases.say(shape, item) for item in as_list(value)] for value in (old, new))
    if gone := [words for words in before if words and words not in after]:
        yield scope.change(shape, before=", ".join(gone))
    if came := [words for words in after if words and words not in before]:
        yield scope.change(shape, after=", ".join(came))


def _value(shape: Shape, old: Any, new: Any, scope: _Scope) -> Iterator[Change]:
    before, after = scope.phrases.say(shape, old), scope.phrases.say(shape, new)
    if shape.holds is Holds.TEXT and max(len(before), len(after)) > _SHORT:
        yield _text(shape, str(old), str(new), scope)
    elif before != after:
        yield scope.change(shape, before, after)


def _text(shape: Shape, old: str, new: str, scope: _Scope) -> Change:
    before, after = scope.phrases.without_links(old), scope.phrases.without_links(new)
    if before.split() == after.split():  # only where a link leads has changed
        before, after = old, new
    return scope.change(shape, before, after, ChangeKind.TEXT if before and after else None)


def _name(part: type[Model], values: Values, position: int, phrases: Phrases) -> str:
    """How people would call an item: „Stadtvertretung, 14. Juni 2022“, „Punkt 3“."""
    if ITEMS[part].numbered:
        return f"{ITEMS[part].numbered} {values.get('nr') or position + 1}"
    return _own_name(part, values, phrases) or f"Nr. {position + 1}"


def _told(part: type[Model], values: Values, position: int, phrases: Phrases) -> str:
    """An item that is new or gone: its name and what matters most."""
    name = _name(part, values, position, phrases)
    if ITEMS[part].numbered:
        name += f", „{_own_name(part, values, phrases)}“"
    rest = _said(part, values, ITEMS[part].told, phrases)
    return f"{name}: {rest}" if rest else name


def _own_name(part: type[Model], values: Values, phrases: Phrases) -> str:
    item = ITEMS[part]
    said = _said(part, values, item.named_by, phrases) or _said(part, values, item.else_by, phrases)
    return shortened(said, _NAME)


def _said(part: type[Model], values: Values, names: tuple[str, ...], phrases: Phrases) -> str:
    """Some fields of an item, as far as it has them; where one begins a phrase of several, the phrase."""
    known, phrase = shapes(part), SAID_TOGETHER.get(part)
    said = (
        together(part, values, phrases)
        if phrase and name == phrase.fields[0]
        else phrases.say(known[name], values[name])
        for name in names
        if name in values
    )
    return ", ".join(dict.fromkeys(filter(None, said)))
