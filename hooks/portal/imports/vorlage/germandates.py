"""German dates in running text: 3. Mai 2022, 03.05.22, 2022-05-03, Mai 2022."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.dates import FIRST_YEAR, LAST_YEAR

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("januar jänner jan", "februar feb", "märz maerz mrz", "april apr", "mai", "juni jun", "juli jul", "august aug",
         "september sept sep", "oktober okt", "november nov", "dezember dez"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
MONTH_FOLLOWS = re.compile(rf"\s*(?:{_NAMES})\b", re.IGNORECASE)
_DATE = re.compile(
    rf"(?<![\d.,/-])(?:(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>\d{{4}}|\d{{2}})(?![\d.,]*\d)"
    rf"|(?P<dn>\d{{1,2}})\.?\s*(?P<mn>{_NAMES})\.?\s+(?P<yn>\d{{4}})(?!\d)"
    r"|(?P<yi>\d{4})-(?P<mi>\d{2})-(?P<di>\d{2})(?![\d-]))",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?P<mn>{_NAMES})\s+(?P<yn>\d{{4}})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A date as the records write it, and which characters said so."""

    iso: str
    start: int
    end: int


def dates_in(text: str) -> Iterator[DateFound]:
    """Every day that exists, from left to right."""
    for match in _DATE.finditer(text):
        if day := _day(match):
            yield DateFound(iso=day.isoformat(), start=match.start(), end=match.end())


def first_date(text: str, *, months: bool = False) -> str | None:
    """The first day in a text; with `months`, else the first month."""
    if found := next(dates_in(text), None):
        return found.iso
    if months and (match := _MONTH.search(text)):
        return f"{match['yn']}-{_MONTHS[match['mn'].lower()]:02}" if _in_range(int(match["yn"])) else None
    return None


def without_dates(text: str) -> str:
    """The text with its dates taken out, and with what only introduced them."""
    for found in reversed([*dates_in(text)]):
        text = text[: found.start] + "  " + text[found.end :]
    return text


def _day(match: re.Match[str]) -> dt.date | None:
    if match["yi"]:
        year, month, day = int(match["yi"]), int(match["mi"]), int(match["di"])
    elif match["yn"]:
        year, month, day = int(match["yn"]), _MONTHS[match["mn"].lower()], int(match["dn"])
    else:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        if len(match["y"]) == 2:
            year += 1900 if year > 69 else 2000
    try:
        return dt.date(year, month, day) if _in_range(year) else None
    except ValueError:
        return None


def _in_range(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR
