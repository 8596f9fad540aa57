"""Registers for tests that look at many kinds of records at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from functools import cache
from pathlib import Path

from data_folder import TODAY
from portal.history import History
from portal.pipeline import read, register_of
from portal.register.link import Register

FIXTURE = Path(__file__).parent / "fixtures" / "musterstadt"
SITE = "https://portal.example/"
NO_HISTORY = History(exists=False)


@cache
def musterstadt() -> Register:
    """The invented town, in which every field is used."""
    midnight = dt.datetime.combine(TODAY, dt.time(), dt.UTC)
    reading = read(FIXTURE, {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}, lambda: TODAY)
    assert not reading.problems, "\n".join(problem.as_text() for problem in reading.problems)
    return register_of(reading)


def all_known_to(register: Register | None) -> dict[str, object]:
    """All that a register knows, by its parts: two of them are two, even if they know the same."""
    return {part.name: getattr(register, part.name) for part in fields(register)} if register else {}
