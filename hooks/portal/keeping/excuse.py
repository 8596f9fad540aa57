"""When something published may change after all: it was only a slip of the pen, or the page says that it was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from itertools import zip_longest

from portal.dates import PartialDate
from portal.german import in_words, number

#: Two words at least so alike may be one, mistyped.
_ALIKE = 0.8
#: What turns a word into its opposite is no slip.
_OPPOSITE = ("un", "k", "miss", "nicht", "ent")
_WORD = re.compile(r"\w+")


def is_slip(old: str, new: str) -> bool:
    """Whether two texts differ in punctuation and in letters of single words only; in no number and no word's sense."""
    return all(_is_same_word(*pair) for pair in zip_longest(_words(old), _words(new), fillvalue=""))


def is_more_exact(old: str, new: str) -> bool:
    """Whether a date says the same as before, but knows more: the day where only the month was known."""
    was, now = _date(old), _date(new)
    return was is not None and now is not None and was.first <= now.first and now.last <= was.last


def says(corrections: Iterable[str], values: Iterable[str]) -> bool:
    """Whether a correction names one of the values in any usual notation."""
    texts = [_plain(text) for text in corrections]
    ways = {_plain(way) for value in values for way in _spellings(value)} - {""}
    return any(re.search(rf"(?<![\w.,-]){re.escape(way)}(?!\w|[-.,]\d)", text) for way in ways for text in texts)


def _spellings(value: str) -> Iterator[str]:
    yield value
    if date := _date(value):
        yield in_words(date)
        if date.first == date.last:
            yield f"{date.first:%d.%m.%Y}"
            yield f"{date.first.day}.{date.first.month}.{date.first.year}"
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return
    if amount.is_finite():
        yield number(amount)
        yield value.replace(".", ",")


def _is_same_word(old: str, new: str) -> bool:
    if old == new:
        return True
    if not old or not new or any(sign.isdigit() for sign in old + new):
        return False
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    if any(longer == f"{sign}{shorter}" for sign in _OPPOSITE):
        return False
    return sorted(old) == sorted(new) or SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
