"""The line of a field, found only when there is a problem to report."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from portal.load.text import Unreadable, read, split_front_matter
from portal.load.yamlevents import lines
from portal.records.references import Location


def line_of(file: Path, location: Location) -> int:
    """The line where a field stands; of its nearest parent, when the field itself is not there."""
    try:
        found = _lines(file, file.stat().st_mtime_ns)
    except (OSError, Unreadable):
        return 1
    place: Location = ()
    for step in location:
        if (*place, step) in found:
            place = (*place, step)
        elif not isinstance(step, int):  # a single item may stand without the brackets of its list
            break
    return found.get(place, 1)


@lru_cache(maxsize=8)
def _lines(file: Path, _changed: int) -> dict[Location, int]:
    """Problems come file by file, so a few files are worth remembering, as long as they stay the same."""
    text = read(file)
    return lines(split_front_matter(text)[0] if file.suffix == ".md" else text)
