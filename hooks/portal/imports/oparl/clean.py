"""Values as council systems deliver them, made fit for records: texts, addresses, days, hours."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any
from unicodedata import normalize
from zoneinfo import ZoneInfo

from portal.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from portal.invisible import without_invisible

#: Sittings in Germany; an offset of another zone is the same moment told differently.
ZONE = ZoneInfo("Europe/Berlin")

#: Longer names are whole papers pasted into the wrong field.
LONGEST = 1_000
_SURROGATES = re.compile("[\ud800-\udfff]")
_EMPTY = {"", "-", "n/a", "null", "none"}
_URL = re.compile(r"https?://[^\s<>\"]+")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(.*)", re.ASCII | re.DOTALL)


def text(value: Any) -> str | None:
    """One line without control characters; numbers as they are written. None where nothing is said."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)[:LONGEST]
    if not isinstance(value, str):
        return None
    # Whatever is longer than that is cut anyway; cleaning it whole would only take time.
    plain = _SURROGATES.sub("", html.unescape(value[: 20 * LONGEST]))
    plain = " ".join(normalize("NFC", without_invisible(plain)).split())
    # Two brackets begin a link in the portal's prose.
    plain = plain.replace("[[", "[ [").replace("[[", "[ [")
    if plain.lower() in _EMPTY:
        return None
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"


def url(value: Any) -> str | None:
    """An address that can be linked."""
    if not isinstance(value, str):
        return None
    found = value.strip()
    fits = _URL.fullmatch(found) and found.isprintable() and len(found) <= 2 * LONGEST
    return found if fits else None


def moment(value: Any) -> dt.datetime | None:
    """A moment in Germany; a day alone is its midnight."""
    if not isinstance(value, str):
        return None
    written = value.strip()[:40]
    if match := _GERMAN_DAY.fullmatch(written):
        day, month, year, rest = match.groups()
        written = f"{year}-{month:0>2}-{day:0>2}{rest}"
    try:
        found = dt.datetime.fromisoformat(written)
        found = found.astimezone(ZONE) if found.tzinfo else found.replace(tzinfo=ZONE)
    except (ValueError, OverflowError):
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def day(value: Any) -> dt.date | None:
    """The day of a date or moment, as it is written where no hour is given."""
    found = moment(value)
    return found.date() if found else None


def partial(value: str | None) -> str | None:
    """A date that is known, but not to the day, as another portal writes it."""
    try:
        return PartialDate.parse(value).iso() if value else None
    except ValueError:
        return None


def hour(found: dt.datetime) -> str | None:
    """The hour of a sitting. Midnight is what systems write where they know none."""
    return f"{found:%H:%M}" if (found.hour, found.minute) != (0, 0) else None
