"""One record or part of a record, before and now: what its rule keeps, and what has become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.history.items import ITEMS, Values, as_list, as_part, as_parts, is_part, paired
from portal.history.shapes import shapes
from portal.keeping.excuse import is_more_exact, is_slip, says
from portal.keeping.rules import RULES, Rule
from portal.load import RawRecord
from portal.problems import Problem
from portal.records import UNKNOWN, Model
from portal.records.base import Correction
from portal.records.references import Location
from portal.register.anchors import numbered

_ANYTHING_GOES = Rule()
_CORRECTIONS = "korrekturen"
#: What the council's own system says of its consultations may change there; `portal import` writes both.
_ORIGIN, _TAKEN_OVER = "herkunft", "beratungsfolge"


def changes(model: type[Model], old: RawRecord, new: RawRecord) -> Iterator[Problem]:
    """What two versions of one record differ in and should not."""
    is_taken_over = old.values.get(_ORIGIN) != new.values.get(_ORIGIN)
    skipped = {_TAKEN_OVER} if is_taken_over else set()
    before, after = ({name: value for name, value in raw.values.items() if name not in skipped} for raw in (old, new))
    yield from _Comparison(new, tuple(_new_corrections(before, after))).fields(model, before, after, (), "")


def _new_corrections(before: Values, after: Values) -> Iterator[str]:
    old, new = (as_parts(Correction, values.get(_CORRECTIONS)) for values in (before, after))
    for pair in paired(Correction, old, new):
        if pair.before is None and pair.after is not None:
            yield str(new[pair.after].get("text", ""))


@dataclass(frozen=True, slots=True)
class _Comparison:
    record: RawRecord
    #: What this proposal says was wrong on the record's page.
    corrections: tuple[str, ...]

    def fields(self, model: type[Model], old: Values, new: Values, at: Location, name: str) -> Iterator[Problem]:
        """One part of the record, with the parts in it. `name` is what an editor calls it."""
        rule = RULES.get(model, _ANYTHING_GOES)
        yield from self._values(rule, old, new, at, name)
        for key, shape in shapes(model).items():
            part, was, now = shape.part, old.get(key, ""), new.get(key, "")
            if not part or was in ("", UNKNOWN, []) or (key in rule.kept and not now):
                continue  # nothing to lose, or its loss has been told
            if shape.is_list:
                yield from self._items(part, as_parts(part, was), as_parts(part, now), (*at, key))
            elif is_part(part, was) and is_part(part, now):
                yield from self.fields(part, as_part(part, was), as_part(part, now), (*at, key), name)

    def _items(
        self, part: type[Model], old: Sequence[Values], new: Sequence[Values], at: Location
    ) -> Iterator[Problem]:
        rule, pairs = RULES.get(part, _ANYTHING_GOES), paired(part, old, new)
        before, after = (_anchors(rule, items) for items in (old, new))
        gone = [pair.before for pair in pairs if pair.after is None and pair.before is not None]
        stayed = [(pair.before, pair.after) for pair in pairs if pair.before is not None and pair.after is not None]
        for place in gone if rule.instead_of_removing else ():
            name = _name(part, old[place]) or f"Nr. {place + 1}"
            if not self._is_corrected(name, before[place], *_named(part, old[place])):
                yield self._problem(at, f"Unter „{at[-1]}“ fehlt jetzt „{name}“. {rule.instead_of_removing}", name)
        moved = [(was, now) for was, now in stayed if before[was] != after[now]]
        if rule.anchor and moved and not gone:
            was, now = moved[0]
            yield from self._moved(part, old[was], before[was], after[now], (*at, now))
        for was, now in stayed:
            yield from self.fields(part, old[was], new[now], (*at, now), _name(part, old[was]))

    def _moved(self, part: type[Model], old: Values, was: str, now: str, at: Location) -> Iterator[Problem]:
        if not self._is_corrected(was):
            message = (
                f"„{_name(part, old)}“ hatte die Adresse „#{was}“ und bekäme „#{now}“: Links führten woandershin. "
                "Bitte die Reihenfolge lassen und Neues ans Ende setzen"
            )
            message += ", oder die Nummer mit „nr“ festhalten." if "nr" in shapes(part) else "."
            yield self._problem(at, message, was)

    def _values(self, rule: Rule, old: Values, new: Values, at: Location, name: str) -> Iterator[Problem]:
        if rule.baseline:
            yield from self._baseline(rule.baseline, old, new, at, name)
        settled = [field for field, once in rule.facts_once.items() if _known(old, once)]
        for field in (*rule.facts, *settled):
            was, now = _known(old, field), _known(new, field)
            if was and now != was and not (now and is_more_exact(was, now)) and not self._is_corrected(was):
                message = f"{_of(name)}„{field}“ war „{was}“ und {_is_now(now)}."
                yield self._problem((*at, field), _joined(message, rule.instead_of_changing), was)
        for field in rule.texts:
            was, now = _known(old, field), _known(new, field)
            if was and not is_slip(was, now) and not self._is_corrected(name, was):
                message = f"{_of(name)}„{field}“ ist {'umgeschrieben' if now else 'verschwunden'}."
                yield self._problem((*at, field), _joined(message, rule.instead_of_changing), name or was)
        for field in rule.kept:
            if _known(old, field) and not _known(new, field) and not self._is_corrected(name, field):
                message = f"{_of(name)}„{field}“ fehlt jetzt. Bitte wieder eintragen."
                yield self._problem((*at, field), message, name or field)

    def _baseline(self, field: str, old: Values, new: Values, at: Location, name: str) -> Iterator[Problem]:
        was, now = _known(old, field), _known(new, field)
        if was and was != now and not self._is_corrected(was):
            message = (
                f"Basisdatum darf nicht überschrieben werden, bitte Umplanung anfügen. {_of(name)}„{field}“ war „{was}“ "
                f"und {_is_now(now)}; der neue Termin gehört mit Datum und Grund unter „umplanungen“."
            )
            yield self._problem((*at, field), message, was)

    def _is_corrected(self, *values: str) -> bool:
        return says(self.corrections, values)

    def _problem(self, at: Location, message: str, named: str) -> Problem:
        way_out = f"War es von Anfang an falsch, sagen Sie das unter „{_CORRECTIONS}“ und nennen Sie dabei „{named}“."
        return self.record.problem(at, f"{message} {way_out}")


def _anchors(rule: Rule, items: Sequence[Values]) -> list[str]:
    numbers = [_known(item, "nr") or None for item in items]
    return numbered(rule.anchor, numbers)


def _named(part: type[Model], values: Values) -> list[str]:
    item = ITEMS.get(part)
    names = (*item.named_by, *item.else_by) if item else ()
    return [found for name in names if (found := _known(values, name))]


def _name(part: type[Model], values: Values) -> str:
    """What an item is called by what tells it from the others; one value, so that a correction can repeat it."""
    found = _named(part, values)
    return found[0] if found else ""


def _known(values: Mapping[str, Any], field: str) -> str:
    """A value as one line; empty if there is none or nobody knows it."""
    value = values.get(field, "")
    if isinstance(value, dict | list):
        return field if any(as_list(value)) or value else ""
    text = " ".join(str(value).split())
    return "" if text == UNKNOWN else text


def _of(name: str) -> str:
    return f"Bei „{name}“: " if name else ""


def _is_now(value: str) -> str:
    return f"ist jetzt „{value}“" if value else "fehlt jetzt"


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
