"""Which item of a list is which: by what people would tell it apart, so that an inserted one moves no other."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from portal import records
from portal.records import Model
from portal.records.base import Claim, Correction, Shorthand

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """How an item of a list is recognised, named and told."""

    #: Fields that make it the same, tried one group after the other.
    keys: tuple[tuple[str, ...], ...]
    #: Fields that name it, and those that must do where it has none of them.
    named_by: tuple[str, ...]
    else_by: tuple[str, ...] = ()
    #: What is told of it when it is new or gone, beside its name.
    told: tuple[str, ...] = ()
    #: What a numbered item is called: „Punkt 3“.
    numbered: str = ""


ITEMS: Mapping[type[Model], Item] = {
    records.Consultation: Item(
        keys=(("gremium", "termin", "gegenstand"), ("gremium", "termin"), ("gremium", "rolle"), ("gremium",), ("termin",)),
        named_by=("gremium", "termin", "gegenstand"),
        told=("ergebnis",),
    ),
    records.GroupVotes: Item(keys=(("fraktion",),), named_by=("fraktion",), told=("ja", "haltung")),
    records.Resolution: Item(keys=(("nr",), ("titel",)), named_by=("titel",), else_by=("text",), numbered="Punkt"),
    records.Question: Item(keys=(("nr",), ("frage",)), named_by=("frage",), told=("stand",), numbered="Frage"),
    records.Milestone: Item(keys=(("titel",), ("geplant",)), named_by=("titel",), told=("geplant",)),
    records.Replanning: Item(keys=(("datum", "neu"), ("datum",)), named_by=("datum",), told=("neu", "grund")),
    records.StatusUpdate: Item(keys=(("datum", "stand"), ("datum",)), named_by=("datum",), told=("stand", "notiz")),
    records.Measurement: Item(
        keys=(("stichtag", "bezeichnung", "art"), ("stichtag", "art"), ("stichtag",), ("bezeichnung",)),
        named_by=("stichtag", "bezeichnung"),
        told=("wert",),
    ),
    records.Series: Item(keys=(("titel",),), named_by=("titel",)),
    records.Money: Item(
        keys=(("zweck", "art", "zeitraum"), ("zweck",), ("art", "zeitraum"), ("betrag",), ("art",)),
        named_by=("zweck", "art", "zeitraum"),
        told=("betrag",),
    ),
    records.Position: Item(keys=(("zweck", "stichtag"), ("zweck",), ("stichtag",)), named_by=("zweck", "stichtag"), told=("umfang",)),
    records.Membership: Item(keys=(("funktion", "gremium"), ("funktion",)), named_by=("funktion", "gremium"), told=("von", "bis")),
    records.Seats: Item(keys=(("stichtag",), ("zahl",)), named_by=("stichtag",), told=("zahl",)),
    records.AgendaItem: Item(keys=(("top", "titel"), ("titel",), ("top",)), named_by=("top", "titel")),
    records.Attachment: Item(keys=(("titel",), ("url",)), named_by=("titel",)),
    records.Mover: Item(keys=(("wer",),), named_by=("wer",)),
    records.Contradiction: Item(keys=(("worum",), ("betrifft",)), named_by=("worum",)),
    Claim: Item(keys=(("wert", "quelle"), ("quelle",), ("wert",)), named_by=("quelle",), told=("wert",)),
    records.Gap: Item(keys=(("frage",),), named_by=("frage",)),
    Correction: Item(keys=(("datum", "text"), ("datum",)), named_by=("datum",), told=("text",)),
}  # fmt: skip

#: Two texts at least so alike are one text, rewritten.
_ALIKE = 0.6
#: With more items than this on either side, only their fields decide.
_FEW = 40


class Pair(NamedTuple):
    """Positions of one item before and after; None where it is not there."""

    before: int | None
    after: int | None


def paired(model: type[Model], before: Sequence[Values], after: Sequence[Values]) -> list[Pair]:
    """Every item once, in the order of the new list; those that are gone come last."""
    left, right = dict(enumerate(before)), dict(enumerate(after))
    partner: dict[int, int] = {}

    def match(identity: Callable[[Values], Hashable]) -> None:
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, values in left.items():
            waiting[identity(values)].append(place)
        for place, values in [*right.items()]:
            name = identity(values)
            if name is not None and waiting[name]:
                partner[place] = waiting[name].pop(0)
                del left[partner[place]], right[place]

    match(canonical)
    for key in ITEMS[model].keys if model in ITEMS else ():
        match(lambda values, key=key: _identity(values, key))  # type: ignore[misc]
    _match_alike(left, right, partner)
    return [Pair(partner.get(place), place) for place in range(len(after))] + [Pair(place, None) for place in left]


def is_reordered(pairs: Iterable[Pair]) -> bool:
    places = [pair.before for pair in pairs if pair.before is not None and pair.after is not None]
    return places != sorted(places)


def as_parts(part: type[Model], value: Any) -> list[Any]:
    """The items of a list of parts; those that are none, in files nobody has checked, are left out."""
    return [as_part(part, item) for item in as_list(value) if is_part(part, item)]


def is_part(part: type[Model], value: Any) -> bool:
    return isinstance(value, dict) or not value or issubclass(part, Shorthand)


def as_part(part: type[Model], value: Any) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    return {part.shorthand: value} if value and issubclass(part, Shorthand) else {}


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def canonical(value: Any) -> str:
    """The same for values that say the same, however their lines are broken."""
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items() if item not in ("", [], {})}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return " ".join(str(value).split())


def _identity(values: Values, key: tuple[str, ...]) -> Hashable | None:
    found = tuple(canonical(values.get(name, "")) for name in key)
    return None if '""' in found else found


def _match_alike(left: dict[int, Values], right: dict[int, Values], partner: dict[int, int]) -> None:
    """What nothing else tells apart is the same if most of its words are."""
    if not left or not right or len(left) > _FEW or len(right) > _FEW:
        return
    for place, values in [*right.items()]:
        text = _words(values)
        likeness = {
            other: SequenceMatcher(None, _words(old), text, autojunk=False).ratio() for other, old in left.items()
        }
        best = max(likeness, key=lambda other: (likeness[other], -abs(other - place)), default=None)
        if best is not None and likeness[best] >= _ALIKE:
            partner[place] = best
            del left[best], right[place]


def _words(values: Values) -> list[str]:
    return " ".join(str(item) for item in values.values() if isinstance(item, str)).split()
