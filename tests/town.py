"""The invented town, read once for all tests of what follows from it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from data_folder import TODAY
from made import made
from portal.follow.following import Following
from portal.pipeline import read, register_of
from portal.register.link import Register

SITE_URL = "https://portal.example/"


FOLDER = Path(__file__).parent / "fixtures" / "musterstadt"


@cache
def register() -> Register:
    midnight = dt.datetime.combine(TODAY, dt.time(), dt.UTC)
    return register_of(read(FOLDER, {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}, lambda: TODAY))


@cache
def files() -> dict[str, bytes]:
    """What is published for those who follow something."""
    found = list(Following(register(), SITE_URL).files())
    paths = [path for path, _ in found]
    assert len(set(paths)) == len(paths), "Zwei Dateien haben denselben Namen"
    return made(found)
