"""A draft meets the record that is there: what the importer wrote and nobody touched follows the council system; what
editors wrote stays, and where both have changed, a sentence says so."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from portal.imports.oparl.draft import Draft, StationDraft, Values
from portal.imports.oparl.ledger import Line, Prints, fingerprint
from portal.imports.oparl.shelf import listed
from portal.records import UNKNOWN

WAY = "beratungsfolge"
ORIGIN = "herkunft"
FORMER = "fruehere-kennungen"
#: Of these, `stand` alone is no reason to write a file: systems touch objects without changing them.
_MOMENT = "stand"

_ORDER = ("kennung", "adresse", _MOMENT, "geloescht", "hinweise")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(slots=True)
class Merged:
    """What the record's fields shall be, and what to remember of it."""

    values: Values
    line: Line
    conflicts: list[str] = field(default_factory=list)


def new_record(draft: Draft) -> Merged:
    """A record that nobody has written yet."""
    fields = {key: value for key, value in draft.values.items() if key != WAY}
    stations = [station for station in draft.stations if "gremium" in station.values]
    line = Line(
        record=draft.key,
        modified=draft.node.modified,
        fields={key: fingerprint(value) for key, value in fields.items()},
        stations={station.consultation: _prints(station.values) for station in stations},
    )
    return Merged(values={**draft.values, ORIGIN: draft.origin()}, line=line)


def merged(current: Values, draft: Draft, before: Line | None) -> Merged:
    """Field by field; the stations of a paper's way station by station."""
    base = before or Line(record=draft.key)
    result = Merged(
        values=dict(current),
        line=Line(record=draft.key, modified=base.modified, fields=dict(base.fields), stations=dict(base.stations)),
    )
    if not draft.is_frozen:
        new = {key: value for key, value in draft.values.items() if key != WAY}
        result.conflicts += _merge_fields(result.values, new, result.line.fields, draft.silent)
        _merge_way(result, draft.stations, draft.gone)
        result.line.modified = draft.node.modified
    _merge_origin(result, current, draft)
    return result


def _merge_fields(values: Values, new: Values, prints: Prints, silent: Collection[str], place: str = "") -> list[str]:
    """Fields that nobody touched take their new values; returns a sentence for each that both sides changed."""
    conflicts = []
    for key in dict.fromkeys((*new, *prints)):
        if key in silent and new.get(key) in (None, UNKNOWN):
            continue
        theirs, ours, known = fingerprint(new.get(key)), fingerprint(values.get(key)), prints.get(key)
        is_ours = known == ours or (known is None and key not in values)
        if theirs == ours:
            pass
        elif is_ours:
            if key in new:
                values[key] = new[key]
            else:
                del values[key]
        elif theirs != (known or ""):
            said = f"jetzt „{_shown(new[key])}“" if key in new else "nichts mehr"
            conflicts.append(f"Bei „{place}{key}“ steht im Ratsinformationssystem {said}. Was hier steht, bleibt.")
        prints[key] = theirs
    for key in [key for key, known in prints.items() if not known and key not in values]:
        del prints[key]
    return conflicts


def _shown(value: Any) -> str:
    words = value if isinstance(value, str) else ", ".join(str(item) for item in value)
    return words if len(words) <= 120 else f"{words[:119]}…"


def _merge_origin(result: Merged, current: Values, draft: Draft) -> None:
    """The importer's own block; it changes when something else does."""
    before, origin = current.get(ORIGIN), draft.origin()
    if draft.is_frozen and isinstance(before, dict):
        kept = {key: before[key] for key in ("adresse", _MOMENT, "hinweise") if key in before and key not in origin}
        kept |= {_MOMENT: before[_MOMENT]} if _MOMENT in before else {}
        origin |= kept
    is_same = isinstance(before, dict) and _without_moment(before) == _without_moment(origin)
    if not is_same or result.values != current:
        result.values[ORIGIN] = {key: origin[key] for key in _ORDER if key in origin}


def _without_moment(origin: Values) -> Values:
    return {key: value for key, value in origin.items() if key != _MOMENT}


# --- The way of a paper ------------------------------------------------------------------------


def _merge_way(result: Merged, drafts: list[StationDraft], lost: Collection[str]) -> None:
    there = [dict(item) if isinstance(item, dict) else item for item in listed(result.values.get(WAY))]
    found = _found(there, result.line.stations, drafts)
    gone: list[int] = []
    new: list[Values] = []
    for name in [name for name in result.line.stations if name in lost]:
        place = found.get(name)
        if place is not None and _prints(there[place]) == result.line.stations[name]:
            gone.append(place)
        elif place is not None:
            place_words = f"{WAY}, {there[place].get('gremium', UNKNOWN)}"
            result.conflicts.append(f"Die Station „{place_words}“ gibt es dort nicht mehr. Was hier steht, bleibt.")
        del result.line.stations[name]
    for draft in drafts:
        place = found.get(draft.consultation)
        if place is not None:
            _merge_station(there[place], draft, result)
        elif draft.consultation not in result.line.stations and "gremium" in draft.values:
            new.append(dict(draft.values))
            result.line.stations[draft.consultation] = _prints(draft.values)
    way = _with_new([item for number, item in enumerate(there) if number not in gone], new)
    if way != listed(result.values.get(WAY)):
        result.values[WAY] = way
        if not way:
            del result.values[WAY]


def _merge_station(values: Values, draft: StationDraft, result: Merged) -> None:
    prints = dict(result.line.stations.get(draft.consultation, {}))
    place = f"{WAY}, {values.get('gremium', UNKNOWN)}, "
    if draft.is_frozen:
        new = {key: value for key, value in draft.values.items() if key == "notiz"}
        silent: Collection[str] = {*values, *prints} - {"notiz"}
    else:
        new, silent = draft.values, draft.silent
    result.conflicts += _merge_fields(values, new, prints, silent, place)
    result.line.stations[draft.consultation] = prints


def _found(there: list[Any], known: dict[str, Prints], drafts: list[StationDraft]) -> dict[str, int]:
    """Where each consultation stands now: by what the importer wrote, else by body and day as they are delivered."""
    wanted = {draft.consultation: _prints(draft.values) for draft in drafts if "gremium" in draft.values} | known
    free = {number: _prints(item) for number, item in enumerate(there) if isinstance(item, dict)}
    found: dict[str, int] = {}
    for keys in (
        ("gremium", "termin", "top"),
        ("gremium", "termin"),
        ("termin", "rolle"),
        ("gremium", "rolle"),
        ("gremium",),
    ):
        for name, prints in wanted.items():
            if name in found or (name not in known and keys[:2] != ("gremium", "termin")):
                continue
            same = (number for number, item in free.items() if all(item.get(key) == prints.get(key) for key in keys))
            place = next(same, None)
            if place is not None:
                found[name] = place
                del free[place]
    return found


def _prints(values: Values) -> Prints:
    return {key: fingerprint(value) for key, value in values.items()}


def _with_new(way: list[Any], new: list[Values]) -> list[Any]:
    """New stations stand before the first that is later; what is there keeps its order, unless that became wrong."""
    result = list(way)
    for values in new:
        day = _day(values)
        later = (place for place, item in enumerate(result) if day and (_day(item) or "") > day)
        result.insert(next(later, len(result)), values)
    days = [day for item in result if (day := _day(item))]
    return result if days == sorted(days) else _sorted(result)


def _sorted(way: list[Any]) -> list[Any]:
    """By day; those without one stay behind what they stood behind."""
    days: list[str] = []
    for item in way:
        days.append(_day(item) or (days[-1] if days else ""))
    return [way[place] for place in sorted(range(len(way)), key=lambda place: days[place])]


def _day(item: Any) -> str | None:
    day = item.get("termin") if isinstance(item, dict) else None
    return day if isinstance(day, str) and _DAY.fullmatch(day) else None
