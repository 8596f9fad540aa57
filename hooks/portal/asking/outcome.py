"""The file that answers become, and what is still wrong with it as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from portal.asking.answers import Answers, nested
from portal.asking.fields import Field
from portal.check import check
from portal.check.editorial import problems as editorial_problems
from portal.pipeline import Reading
from portal.problems import Problem, in_order
from portal.records import RecordType, Source
from portal.records.references import Location
from portal.validate.single import entry_of
from portal.writing.yamltext import front_matter, record_text


def file_of(record_type: RecordType, record_id: str, answers: Answers) -> tuple[str, str]:
    """Path below the data folder, and text: with room for prose, except for short things kept together elsewhere."""
    values = nested(answers)
    if record_type.collected:
        return f"{record_type.name}/{record_id}.yml", front_matter(values)
    return f"{record_type.name}/{record_id}.md", record_text(values)


def problems_of(record_type: RecordType, record_id: str, path: Path, text: str, reading: Reading) -> list[Problem]:
    """What the whole check would say about the new file, had it been written."""
    entries, problems = entry_of(path, record_type.name, record_id, text)
    found = [*problems, *check([*reading.entries, *entries], reading.as_of.day), *editorial_problems(entries)]
    own = [problem for problem in found if problem.path == str(path)]
    # A new source cannot be named anywhere yet; the next record will.
    return [] if record_type.model is Source and entries and not problems else in_order(own)


def field_at(fields: Sequence[Field], place: Location) -> Field | None:
    """The question whose answer a problem is about."""
    fitting = [
        field for field in fields if field.place[: len(place)] == place or place[: len(field.place)] == field.place
    ]
    return fitting[0] if place and fitting else None
