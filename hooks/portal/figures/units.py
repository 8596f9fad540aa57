"""What a unit means for its numbers: whether they are ranks, and how number and unit are said together."""

from __future__ import annotations

from decimal import Decimal

from portal import german
from portal.records.words import Accuracy

_RANKS = ("Platz", "Rang")


def is_rank(unit: str) -> bool:
    """Ranks are ordered, not counted: 1 is best, and none is a multiple of another."""
    return unit in _RANKS


def in_words(value: Decimal, unit: str, accuracy: Accuracy = Accuracy.EXACT) -> str:
    """`mehr als 84.000 Personen`, `Platz 8`, `1.374,64 Euro`."""
    if is_rank(unit):
        return german.with_accuracy(f"{unit}{german.NO_BREAK}{german.number(value)}", accuracy)
    if unit == "Euro":
        return german.with_accuracy(german.money(value), accuracy)
    return f"{german.with_accuracy(german.number(value), accuracy)} {unit}"
