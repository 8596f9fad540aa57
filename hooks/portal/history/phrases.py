"""Values of old and new versions in German words. Nothing here fails: what cannot be read is said as it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from portal.dates import PartialDate
from portal.german import count, in_words, money, number, with_accuracy
from portal.history.shapes import Holds, Shape, shapes
from portal.records import UNKNOWN, Consultation, GroupVotes, Measurement, Model, Money, Position, Votes
from portal.records.words import Accuracy
from portal.register.entries import Key
from portal.register.names import WIKI_LINK

#: A person who is no longer in the register is not named in its history either.
NOT_NAMED = "jemand, der hier nicht mehr geführt wird"

_BOOLEANS = {"true": "ja", "false": "nein"}


class Phrases:
    """Words for values, with the titles that records have today."""

    def __init__(self, titles: Mapping[Key, str]) -> None:
        self._titles = titles
        self._by_id: defaultdict[str, list[Key]] = defaultdict(list)
        for key in titles:
            self._by_id[key.id].append(key)
        #: What names were said to mean.
        self._said: dict[tuple[str, tuple[str, ...]], str] = {}

    def are_said_by(self, other: Phrases) -> bool:
        """Whether others would have said the same of every name these were asked for."""
        return all(other._record(*asked) == said for asked, said in self._said.items())

    def say(self, shape: Shape, value: Any) -> str:
        """One value; empty if there is none."""
        if isinstance(value, list):
            return ", ".join(filter(None, (self.say(shape, item) for item in value)))
        if isinstance(value, dict):
            known = shapes(shape.part) if shape.part else {}
            parts = ((known.get(name), name, item) for name, item in value.items())
            said = ((each.label if each else name, self.say(each or shape, item)) for each, name, item in parts)
            return ", ".join(f"{label}: {words}" for label, words in said if words)
        text = " ".join(str(value).split()) or shape.default
        if not text or text == UNKNOWN:
            return text
        match shape.holds:
            case Holds.DATE:
                return _date(text)
            case Holds.NUMBER:
                return _number(text)
            case Holds.RECORD:
                return self._record(text, shape.types)
        return _BOOLEANS.get(text, self.without_links(text))

    def without_links(self, text: str) -> str:
        """Prose as it is read: a link is its words, or the title of what it leads to."""
        return WIKI_LINK.sub(lambda match: match["words"] or self._record(match["name"], ()), text)

    def _record(self, text: str, types: tuple[str, ...]) -> str:
        if (text, types) not in self._said:
            self._said[text, types] = self._named(text, types)
        return self._said[text, types]

    def _named(self, text: str, types: tuple[str, ...]) -> str:
        name, _, fragment = text.partition("#")
        qualifier, _, bare = name.strip().rpartition("/")
        keys = [key for key in self._by_id.get(bare, ()) if key.type in (types or (qualifier or key.type,))]
        if not keys:
            return NOT_NAMED if "personen" in types else text
        part = fragment.partition("-")
        return self._titles[keys[0]] + (f", {part[0].capitalize()} {part[2]}".rstrip() if fragment else "")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Fields that only make sense together, and what they are called together."""

    label: str
    fields: tuple[str, ...]


SAID_TOGETHER: Mapping[type[Model], Phrase] = {
    Consultation: Phrase("Ergebnis", ("ergebnis", "stimmen")),
    GroupVotes: Phrase("Stimmen", ("ja", "nein", "enthaltung")),
    Money: Phrase("Betrag", ("betrag", "waehrung", "genauigkeit")),
    Position: Phrase("Umfang", ("umfang", "einheit", "genauigkeit")),
    Measurement: Phrase("Wert", ("wert", "genauigkeit")),
}


def together(model: type[Model], values: Mapping[str, Any], phrases: Phrases) -> str:
    """„beschlossen, 29 : 6“, „knapp 3,5 Vollzeitstellen“."""
    fields = shapes(model)
    said = {name: phrases.say(fields[name], values.get(name, "")) for name in SAID_TOGETHER[model].fields}
    match model.__name__:
        case Consultation.__name__:
            return _joined((said["ergebnis"], votes(values.get("stimmen"))))
        case GroupVotes.__name__:
            return votes(values)
        case Money.__name__:
            return _accurate(_amount(values.get("betrag"), said["waehrung"]), said["genauigkeit"])
        case Position.__name__:
            return _accurate(" ".join((said["umfang"], said["einheit"])), said["genauigkeit"])
    return _accurate(said["wert"], said["genauigkeit"])


def votes(value: Any) -> str:
    """„29 : 6“, „29 : 6, 2 Enthaltungen“; empty if no number is known."""
    if not isinstance(value, Mapping):
        return str(value or "")
    yes, no, abstained = (str(value.get(name) or UNKNOWN) for name in _VOTES)
    counted = f"{yes} : {no}" if {yes, no} != {UNKNOWN} else ""
    is_known = abstained.isascii() and abstained.isdigit()
    return _joined((counted, count(int(abstained), "Enthaltung", "Enthaltungen") if is_known else ""))


_VOTES = ("ja", "nein", "enthaltung")
#: Said with the result of the consultation they belong to.
SAID_ELSEWHERE: Mapping[type[Model], frozenset[str]] = {Votes: frozenset(_VOTES)}


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))


def _accurate(text: str, accuracy: str) -> str:
    if not text or text.startswith(UNKNOWN):
        return UNKNOWN
    return with_accuracy(text, Accuracy(accuracy)) if accuracy in set(Accuracy) else text


def _amount(value: Any, currency: str) -> str:
    text = str(value or UNKNOWN)
    try:
        amount = Decimal(text)
        return money(amount, currency) if amount.is_finite() else text
    except (InvalidOperation, ValueError):
        return text


def _date(text: str) -> str:
    try:
        return in_words(PartialDate.parse(text))
    except ValueError:
        return text


def _number(text: str) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return number(value) if value.is_finite() else text
