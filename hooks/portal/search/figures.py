"""Numbers, dates, amounts and votes, each as one search word for all its spellings.

`12 Mio.`, `12.000.000` and `12 Millionen Euro` become the same word, so that any of them finds the others. The browser
does the same with what people type (overrides/assets/js/zahlen.js); tests/search holds both to one list of examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_MONTHS = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]
_MONTH = {name: number for number, name in enumerate(_MONTHS, start=1)} | {
    short: number
    for number, names in enumerate(
        ["jan", "feb", "mrz|mär|maerz", "apr", "-", "jun", "jul", "aug", "sep|sept", "okt", "nov", "dez"], start=1
    )
    for short in names.split("|")
}
_NAME = "|".join(sorted((re.escape(name) for name in _MONTH if name != "-"), key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d+(?:,\d{1,4})?"
_COUNTED = ["eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_SCALES = {"tsd": 3, "tausend": 3, "mio": 6, "million": 6, "millionen": 6, "mrd": 9, "milliarde": 9, "milliarden": 9}
_SCALES_BEGIN = ("tsd", "tausend", "mio", "milli", "mrd")
#: „zwölf Millionen“
_IN_WORDS = re.compile(rf"\b({'|'.join(_COUNTED)})(?=\s(?:{'|'.join(_SCALES)})\b)", re.IGNORECASE)
#: Read from left to right; what comes first here wins at the same place.
_FIGURE = re.compile(
    rf"""(?<![\w.,/])(?:
      (?P<iso>(?:18|19|20|21)\d\d-\d\d(?:-\d\d)?)(?![\w-])
    | (?P<day>\d{{1,2}})\.\s?(?:(?P<month>\d{{1,2}})\.|(?P<name>{_NAME})\.?)\s?(?P<year>(?:18|19|20|21)\d\d|\d\d(?![\d/]|[.,]\d))
    | (?:(?P<months>\d{{1,2}})[./]|(?P<names>{_NAME})\.?\s)\s?(?P<years>(?:18|19|20|21)\d\d)(?![\d/])
    | [a-zäöü]{{1,2}}[\s./_-]?(?P<lettered>(?:20)?\d\d\s?[/_-]\s?\d{{4}})(?![\d/])
    | (?:[a-zäöü]{{1,3}})?[\s.-]?(?P<paper>(?:\d{{4}}|\d\d)\s?/\s?\d{{2,5}}(?:/\d{{1,2}})?)(?![\d/])
    | (?P<yes>\d{{1,3}})\s?(?::|zu|(?:ja|dafür|ja-?stimmen|stimmen\sdafür)\b[\s,;:]*(?:und|gegen|bei)?)\s*(?P<no>\d{{1,3}})(?![\d/]|[.,]\d)
    | (?P<number>{_NUMBER})(?:\s?(?P<scale>{"|".join(sorted(_SCALES, key=len, reverse=True))})\b)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
#: No figure begins farther before its first digit: „September 2022“. Most of a text need not be looked at.
_BEFORE_DIGIT = max(map(len, _MONTH)) + 3


def figures_of(text: str) -> Iterator[str]:
    """The search words of all figures in a text."""
    spaced = text.replace("\u00a0", " ").replace("\u202f", " ")
    counted = spaced
    small = spaced.lower()
    if any(
        beginning in small for beginning in _SCALES_BEGIN
    ):  # looking for the words themselves takes six times as long
        counted = _IN_WORDS.sub(lambda found: str(_COUNTED.index(found[1].lower()) + 1), spaced)
    place = 0
    while digit := _DIGIT.search(counted, place):
        found = _FIGURE.search(counted, max(place, digit.start() - _BEFORE_DIGIT))
        if not found:
            return
        yield from _words(found)
        place = found.end()


def _words(found: re.Match[str]) -> Iterator[str]:
    if iso := found["iso"]:
        year, month, *day = (int(part) for part in iso.split("-"))
        yield from date_words(year, month, day[0] if day else 0)
    elif found["day"]:
        year = int(found["year"])
        yield from date_words(
            year if year > 99 else 2000 + year, _month(found["month"], found["name"]), int(found["day"])
        )
    elif found["years"]:
        yield from date_words(int(found["years"]), _month(found["months"], found["names"]))
    elif paper := found["lettered"] or found["paper"]:
        yield re.sub(r"\D", "", paper)
    elif found["yes"]:
        yield vote_word(int(found["yes"]), int(found["no"]))
    else:
        value = Decimal(found["number"].replace(".", "").replace(",", "."))
        if word := amount_word(value.scaleb(_SCALES[found["scale"].lower()] if found["scale"] else 0)):
            yield word


def _month(number: str | None, name: str | None) -> int:
    return int(number) if number else _MONTH[(name or "").lower()]


def date_words(year: int, month: int, day: int = 0) -> Iterator[str]:
    """A day is also found by its month."""
    if 1 <= month <= 12:
        yield f"m{year}{month:02}"
        if 1 <= day <= 31:
            yield f"d{year}{month:02}{day:02}"


def amount_word(value: Decimal) -> str:
    """Nothing for small whole numbers and years: those are found as they stand. The last letter ends the number."""
    value = value.normalize()
    if value == value.to_integral_value() and (value < 1000 or 1800 <= value < 2200):
        return ""
    return f"z{value:f}".replace(".", "k") + "q"


def vote_word(yes: int, no: int) -> str:
    return f"v{yes}x{no}q"


def number_words(number: str) -> Iterator[str]:
    """`B 22/0189` is found with and without its letters, by its last part, and without leading zeros."""
    joined = re.sub(r"[\W_]+", "", number.lower())
    digits = re.sub(r"\D", "", number)
    last = re.sub(r"\D", "", re.split(r"[/-]", number)[-1])
    yield from dict.fromkeys(word for word in (joined, digits, last, last.lstrip("0")) if word)
