"""Records as old commits hold them: cut into fields as text, and read only where two versions differ.

Old versions may follow older models or be broken, so nothing here expects them to be in order.
Cutting first keeps it fast: of a glossary with a thousand terms, one changed term is read, not all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from portal.invisible import without_invisible
from portal.load.text import Unreadable
from portal.load.yamlevents import parse
from portal.records import RECORD_TYPES
from portal.register.entries import Key

_SUFFIXES = {".md", ".yml"}
#: A field at the left margin: no list item, no comment, no indented line.
_FIELD = re.compile(
    r"^(?P<quote>[\"']?)(?P<name>[^\s#\-\[\]{}\"':,&*!|>%@`][^\n:\"']*)(?P=quote):(?=\s|$)", re.MULTILINE
)
_FENCE = re.compile(r"---[ \t]*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One record of one commit, not read yet."""

    key: Key
    #: The file, from the data folder.
    path: str
    #: The text of each field by its name, together with the name.
    fields: Mapping[str, str]
    body: str = ""
    #: Its content is not in this clone, so nobody can say what it held.
    is_lost: bool = False

    @property
    def title(self) -> str:
        """What the record was called; its id if it does not say."""
        name = RECORD_TYPES[self.key.type].model.model_fields["title"].alias or "titel"
        try:
            title = parse(self.fields[name])[name]
        except (KeyError, Unreadable):
            title = None
        return " ".join(title.split()) if isinstance(title, str) and title.strip() else self.key.id


Drafts = dict[Key, Draft]


class IsBroken(Exception):
    """A version that not even its own time could read."""


@lru_cache(maxsize=65536)
def keys_in(path: str) -> Key | str | None:
    """Which record a file holds; the name of its type if it holds several; None if it is no record."""
    place = PurePosixPath(path)
    if place.suffix not in _SUFFIXES or any(part.startswith(".") for part in place.parts):
        return None
    if len(place.parts) == 2 and place.parts[0] in RECORD_TYPES and place.name != "README.md":
        return Key(place.parts[0], place.stem)
    known = RECORD_TYPES.get(place.stem) if len(place.parts) == 1 and place.suffix == ".yml" else None
    return known.name if known and known.collected else None


def drafts_of(path: str, before: bytes | None, after: bytes | None) -> tuple[Drafts, Drafts]:
    """The records in a file on either side of a commit; of many in one file, those that are written differently.

    None stands for a file that was not there; content that nobody has read makes a record known by name only.
    """
    found = keys_in(path)
    if isinstance(found, Key):
        was = {} if before is None else {found: _draft(found, path, _text(before))}
        return was, {} if after is None else {found: _draft(found, path, _text(after))}
    if found is None:
        return {}, {}
    old, new = _cut(_text(before or b"")), _cut(_text(after or b""))
    names = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    return _collected(found, path, old, names), _collected(found, path, new, names)


def lost(path: str) -> Drafts:
    """The record of a changed file whose content is not there; which records a shared file held is lost with it."""
    found = keys_in(path)
    return {found: Draft(key=found, path=path, fields={}, is_lost=True)} if isinstance(found, Key) else {}


def _draft(key: Key, path: str, text: str) -> Draft:
    header, body = _parts(text) if path.endswith(".md") else (text, "")
    return Draft(key=key, path=path, fields=_cut(header), body=body)


def _collected(type_name: str, path: str, blocks: Mapping[str, str], names: set[str]) -> Drafts:
    keys = {Key(type_name, name): block for name, block in blocks.items() if name in names}
    return {key: Draft(key=key, path=path, fields=_cut(_unindented(block))) for key, block in keys.items()}


def differing(before: Draft, after: Draft) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of the fields that are not written alike; IsBroken if one of them cannot be read."""
    if before.is_lost or after.is_lost:
        raise IsBroken
    names = [name for name in {**before.fields, **after.fields} if before.fields.get(name) != after.fields.get(name)]
    return _read(before, names), _read(after, names)


def _read(draft: Draft, names: list[str]) -> dict[str, Any]:
    text = "".join(draft.fields.get(name, "") for name in names)
    if not text.strip():
        return {}
    try:
        return parse(text)
    except Unreadable as error:
        raise IsBroken from error


def _cut(text: str) -> dict[str, str]:
    """Text by field, in the order of the file. A later field of the same name wins, as in most parsers."""
    starts = [*_FIELD.finditer(text)]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    return {
        match["name"].strip(): text[match.start() : end].rstrip() + "\n"
        for match, end in zip(starts, ends, strict=False)
    }


def _unindented(block: str) -> str:
    """The fields below a name, moved to the left margin."""
    lines = block.split("\n")[1:]
    margin = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip() and line.lstrip()[0] != "#"), 0)
    return "\n".join(line[margin:] if not line[:margin].strip() else line.lstrip(" ") for line in lines)


def _parts(text: str) -> tuple[str, str]:
    """Fields and prose; a file without a header is all prose, one whose header does not end all fields."""
    if not _FENCE.match(text):
        return "", text.strip()
    header, _, body = text.removeprefix("---").partition("\n---")
    return header + "\n", body.partition("\n")[2].strip()


def _text(content: bytes) -> str:
    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return without_invisible(text)
