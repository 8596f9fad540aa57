"""Dates as councils and newspapers give them: a day, a month, a quarter, a season, a year or a range.

A partial date never invents what its source does not say: it keeps the interval it stands for
and the precision it was written with.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache, total_ordering
from typing import Any
from unicodedata import normalize

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

FIRST_YEAR, LAST_YEAR = 1800, 2199

EXPECTED = (
    "JJJJ-MM-TT (2022-06-14), JJJJ-MM (2021-06), JJJJ (2021), Quartal (2022-Q3), Jahreszeit (2022-Herbst), "
    "Spanne (2022-06/2023-12) oder offenes Ende (2024/..)"
)
OPEN_END = ".."


#: Seasons by their first month, as the weather service counts them. A winter belongs to the year it begins in.
SEASONS = {"Frühjahr": 3, "Sommer": 6, "Herbst": 9, "Winter": 12}

_PATTERN = re.compile(rf"(\d{{4}})(?:-(?:Q([1-4])|({'|'.join(SEASONS)})|(\d{{2}})(?:-(\d{{2}}))?))?", re.ASCII)
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_LOOSE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


class Precision(IntEnum):
    """How exactly a date is known; the finer, the smaller."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    SEASON = 4
    YEAR = 5
    RANGE = 6


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """The interval a written date stands for, sortable: by its first day, finer dates first."""

    first: dt.date
    last: dt.date
    precision: Precision
    #: The canonical notation; `parse` reads it back to an equal value.
    text: str

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one of the accepted notations; raise ValueError with a German sentence otherwise."""
        text = normalize("NFC", text.strip())
        start, slash, end = (part.strip() for part in text.partition("/"))
        if not slash:
            return _parse_single(text)
        if not (start and end):
            what = "Ende" if start else "Anfang"
            raise ValueError(f"Die Spanne „{text}“ hat kein {what}. Erwartet: {EXPECTED}.")
        one = _parse_single(start)
        if end == OPEN_END:
            return cls(one.first, dt.date(LAST_YEAR, 12, 31), Precision.RANGE, f"{one.text}/{OPEN_END}")
        two = _parse_single(end)
        if two.last < one.first:
            raise ValueError(f"Die Spanne „{text}“ endet, bevor sie beginnt. Bitte Anfang und Ende tauschen.")
        return cls(one.first, two.last, Precision.RANGE, f"{one.text}/{two.text}")

    @classmethod
    def of_day(cls, day: dt.date) -> PartialDate:
        return cls(day, day, Precision.DAY, day.isoformat())

    @property
    def day(self) -> dt.date | None:
        """The day, when it is known to the day."""
        return self.first if self.precision is Precision.DAY else None

    @property
    def year(self) -> int:
        return self.first.year

    def is_before(self, other: PartialDate) -> bool:
        """Certainly earlier: the intervals do not even touch."""
        return self.last < other.first

    def is_past(self, today: dt.date) -> bool:
        return self.last <= today

    def iso(self) -> str:
        return self.text

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.order < other.order

    @property
    def order(self) -> tuple[dt.date, Precision, dt.date, str]:
        """What dates are sorted by, for whoever sorts many of them: tuples are compared faster than objects."""
        return (self.first, self.precision, self.last, self.text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        single = rf"\d{{4}}(-(Q[1-4]|{'|'.join(SEASONS)}|\d{{2}}(-\d{{2}})?))?"
        written = {"type": "string", "pattern": rf"^{single}(/({single}|\.\.))?$"}
        bare_year = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        examples = ["2022-06-14", "2021-06", "2021", "2022-Q3", "2022-Herbst", "2022-06/2023-12", "2024/.."]
        return {"anyOf": [written, bare_year], "examples": examples}


def _validate(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("datum", "Hier wird ein Datum erwartet: {expected}.", {"expected": EXPECTED})
    try:
        return _parsed(value)
    except ValueError as error:
        raise PydanticCustomError("datum", "{message}", {"message": str(error)}) from None


@lru_cache(maxsize=10_000)  # councils meet on few days, and each is written in many records
def _parsed(text: str) -> PartialDate:
    return PartialDate.parse(text)


def _parse_single(text: str) -> PartialDate:
    match = _PATTERN.fullmatch(text)
    if not match:
        raise ValueError(f"„{_shorten(text)}“ ist kein lesbares Datum.{_suggestion(text)} Erwartet: {EXPECTED}.")
    year_text, quarter_text, season, month_text, day_text = match.groups()
    year = int(year_text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Das Jahr {year_text} liegt nicht zwischen {FIRST_YEAR} und {LAST_YEAR}. Bitte prüfen.")
    if quarter_text:
        month = int(quarter_text) * 3 - 2
        return PartialDate(dt.date(year, month, 1), _month_end(year, month + 2), Precision.QUARTER, text)
    if season:
        first, to_next_year = SEASONS[season], season == "Winter"
        last = _month_end(year + 1, 2) if to_next_year else _month_end(year, first + 2)
        return PartialDate(dt.date(year, first, 1), last, Precision.SEASON, text)
    if not month_text:
        return PartialDate(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR, text)
    month = int(month_text)
    if not 1 <= month <= 12:
        raise ValueError(f"Den Monat {month_text} gibt es nicht („{text}“). Erwartet: JJJJ-MM-TT, Monat 01 bis 12.")
    if not day_text:
        return PartialDate(dt.date(year, month, 1), _month_end(year, month), Precision.MONTH, text)
    day = int(day_text)
    last = _month_end(year, month)
    if not 1 <= day <= last.day:
        raise ValueError(f"Den Tag „{text}“ gibt es nicht: Dieser Monat hat die Tage 01 bis {last.day}.")
    return PartialDate.of_day(dt.date(year, month, day))


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _suggestion(text: str) -> str:
    """What the editor probably meant, when an existing day is written in another common way."""
    if match := _GERMAN.fullmatch(text):
        day, month, year = match.groups()
    elif match := _LOOSE.fullmatch(text):
        year, month, day = match.groups()
    else:
        return ""
    try:
        return f" Meinten Sie {dt.date(int(year), int(month), int(day)).isoformat()}?"
    except ValueError:
        return ""


def _shorten(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
