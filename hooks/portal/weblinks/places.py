"""Which addresses on the web records and pages name, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from portal.load import Loaded, RawRecord
from portal.problems import Problem
from portal.records.references import Location

#: Within text; a bracket belongs to the address if it is opened there.
_ADDRESS = re.compile(r"https?://(?:[^\s<>\"'`\[\]()|]|\([^\s()]*\))+")
_WHOLE = re.compile(r"https?://\S+")
_END_OF_SENTENCE = ".,;:!?"
#: Names that lead nowhere by agreement (RFC 2606, RFC 6761), and this machine.
_NOWHERE = ("example", "invalid", "localhost", "test", "local")
#: The portal's own addresses, which its settings name.
_OWN = ("adresse", "repository")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address, and how to complain about it where it stands."""

    address: str
    complain: Callable[[str], Problem]


def places(loaded: Loaded, docs: Path) -> Iterator[Place]:
    """In the order of the files. Addresses of hosts that cannot exist are examples and left out."""
    yield from (place for place in _everywhere(loaded, docs) if _exists_by_name(place.address))


def _everywhere(loaded: Loaded, docs: Path) -> Iterator[Place]:
    for record in loaded.records:
        yield from _in_record(record)
    if loaded.settings:
        yield from (
            place for key in loaded.settings.values if key not in _OWN for place in _in_field(loaded.settings, key)
        )
    for file in sorted(docs.rglob("*.md")):
        yield from _in_text(file.read_text(encoding="utf-8"), file.as_posix(), 1)


def _in_record(record: RawRecord) -> Iterator[Place]:
    for key in record.values:
        yield from _in_field(record, key)
    yield from _in_text(record.body, record.path, record.body_line)


def _in_field(record: RawRecord, key: str) -> Iterator[Place]:
    for location, text in _strings(record.values[key], (key,)):
        for address in _addresses(text):
            yield Place(address=address, complain=partial(record.problem, location))


def _in_text(text: str, path: str, first_line: int) -> Iterator[Place]:
    for line, words in enumerate(text.splitlines(), start=first_line):
        for address in _addresses(words):
            yield Place(address=address, complain=partial(_problem, path, line))


def _problem(path: str, line: int, message: str) -> Problem:
    return Problem(path=path, line=line, message=message)


def _strings(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*location, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*location, index))


def _addresses(text: str) -> Iterator[str]:
    if _WHOLE.fullmatch(text.strip()):
        yield text.strip()
    else:
        yield from (match.rstrip(_END_OF_SENTENCE) for match in _ADDRESS.findall(text))


def _exists_by_name(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return True  # let it be asked, and be told that it is no address
    return host.rpartition(".")[2] not in _NOWHERE
