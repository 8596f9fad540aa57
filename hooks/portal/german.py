"""German words for dates, numbers, money and lists."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import filterfalse
from unicodedata import combining, normalize

from babel.dates import format_date, get_month_names
from babel.numbers import format_currency, format_decimal

from portal.dates import OPEN_END, PartialDate, Precision
from portal.records.words import Accuracy

NO_BREAK = "\u00a0"
_LOCALE = "de_DE"
_MONTHS = get_month_names("wide", locale=_LOCALE)
_NO_LETTERS = re.compile(r"[^\w]+")


@lru_cache(maxsize=8192)
def in_words(date: PartialDate) -> str:
    """`14. Juni 2022`, `Juni 2021`, `3. Quartal 2022`, `Herbst 2020`, `2021`, `Juni 2022 bis Dezember 2023`."""
    match date.precision:
        case Precision.DAY:
            return _day(date.first)
        case Precision.MONTH:
            return format_date(date.first, "MMMM y", _LOCALE)
        case Precision.QUARTER:
            return format_date(date.first, "QQQQ y", _LOCALE)
        case Precision.SEASON:
            year, _, season = date.iso().partition("-")
            return f"{season} {year}/{date.last.year}" if date.last.year != date.year else f"{season} {year}"
        case Precision.YEAR:
            return str(date.year)
        case Precision.RANGE:
            start, _, end = date.iso().partition("/")
            begin = in_words(PartialDate.parse(start))
            return f"ab {begin}" if end == OPEN_END else f"{begin} bis {in_words(PartialDate.parse(end))}"


def _day(day: dt.date) -> str:
    """What babel makes of `d. MMMM y`, without reading the pattern again for each of many thousand days."""
    return f"{day.day}.{NO_BREAK}{_MONTHS[day.month]} {day.year}"


#: Clocks in Germany. Any other offset is named, so that nobody takes the hour for their own.
_HERE = {dt.timedelta(hours=1), dt.timedelta(hours=2)}


def day_and_time(time: dt.datetime) -> str:
    """`14. Juni 2022, 18:15 Uhr`, `14. Juni 2022, 16:15 Uhr (UTC)`: as it was recorded, not as a clock here says."""
    zone = "" if time.utcoffset() in _HERE else f" ({time.tzname()})"
    return f"{_day(time.date())}, {time:%H:%M}{NO_BREAK}Uhr{zone}"


def number(value: Decimal | int) -> str:
    """`10.000`, `3,5`; digits after the comma as they were written."""
    places = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    return _number(value, places)


@lru_cache(maxsize=8192)
def _number(value: Decimal | int, places: int) -> str:
    """The places are part of the cache's key: 3.0 and 3 are equal, but not written alike."""
    return format_decimal(value, format="#,##0" + ("." + "0" * places if places else ""), locale=_LOCALE)


@lru_cache(maxsize=8192)
def money(value: Decimal, currency: str = "EUR") -> str:
    """`1.374,64 Euro`, `12.000.000 Euro`: cents only where there are some."""
    whole = value == value.to_integral_value()
    if currency == "EUR":
        return f"{format_decimal(value, format='#,##0' if whole else '#,##0.00', locale=_LOCALE)}{NO_BREAK}Euro"
    return format_currency(value, currency, locale=_LOCALE, currency_digits=not whole)


def with_accuracy(text: str, accuracy: Accuracy) -> str:
    """`knapp 13,7`; an exact number says nothing about itself."""
    return text if accuracy == Accuracy.EXACT else f"{accuracy}{NO_BREAK}{text}"


def enumeration(words: Sequence[str]) -> str:
    """`a`, `a und b`, `a, b und c`."""
    return " und ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def count(amount: int, singular: str, plural: str) -> str:
    """`1 Vorhaben`, `3 Fragen`."""
    return f"{number(amount)}{NO_BREAK}{singular if amount == 1 else plural}"


def file_size(amount: int) -> str:
    """`812 Byte`, `34 kB`, `1,8 MB`."""
    if amount < 1000:
        return f"{amount}{NO_BREAK}Byte"
    if amount < 999_500:
        return f"{number(round(amount / 1000))}{NO_BREAK}kB"
    return f"{format_decimal(amount / 1_000_000, format='#,##0.0', locale=_LOCALE)}{NO_BREAK}MB"


def sort_key(text: str) -> str:
    """How registers are sorted (DIN 5007-1): umlauts as their base letters, signs and case ignored."""
    letters = text.casefold()
    if not letters.isascii():
        letters = "".join(filterfalse(combining, normalize("NFKD", letters)))
    return _NO_LETTERS.sub(" ", letters).strip()
