"""What a file says: its values and its prose. The same bytes always say the same.

So this can be remembered from run to run, and many files can be shared among processors.
"""

from __future__ import annotations

import marshal
import stat
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from portal.known import MANY, Known, digest
from portal.load.text import Unreadable, decode, decode_again, read_bytes, refuse_endless, split_front_matter
from portal.load.yamlevents import parse
from portal.workers import ALONE, Crew, batches

#: Files that make a task worth handing over.
_BATCH = 200
_PROSE = ".md"


class Content(NamedTuple):
    """The values of a file, and what stands below them."""

    values: dict[str, Any]
    body: str = ""
    body_line: int = 1


def content_of(text: str, suffix: str) -> Content:
    """Raises Unreadable for what is no record."""
    if suffix != _PROSE:
        return Content(parse(text))
    header, body, body_line = split_front_matter(text)
    refuse_endless(body, line=body_line)
    return Content(parse(header), body, body_line)


def read_ahead(files: Iterable[Path], known: Known, crew: Crew) -> dict[Path, Content]:
    """What files say whose bytes are known, or that others can read meanwhile. Who is not among them is read in its turn.

    So whatever is wrong with a file is said where all files are read one after the other.
    """
    found: dict[Path, Content] = {}
    new = [file for file in files if _is_file(file)]
    if not known.is_empty:
        found = {file: content for file in new if (content := _recalled(file, known))}
        new = [file for file in new if file not in found]
    shares = [*batches(new, _BATCH)]
    readers = (crew if len(new) >= MANY else ALONE).run("Einträge lesen", [partial(_read_all, each) for each in shares])
    for share, said in zip(shares, readers, strict=True):
        for file, one in zip(share, marshal.loads(said), strict=True):  # noqa: S302 - our own
            if one:
                name, values, body, body_line = one
                known.learn(name, (values, len(body), body_line))
                found[file] = Content(values, body, body_line)
    known.keep()
    return found


def _recalled(file: Path, known: Known) -> Content | None:
    try:
        data = read_bytes(file)
    except (OSError, Unreadable):
        return None
    said = known.of(_name(data, file))
    if said is None:
        return None
    values, length, body_line = said
    return Content(values, decode_again(data).rstrip()[-length:] if length else "", body_line)


def _read_all(files: Sequence[Path]) -> bytes:
    """The name of each file's bytes and what they say, or nothing; as bytes that go quickly from process to process."""
    return marshal.dumps([_read_one(file) for file in files])


def _read_one(file: Path) -> tuple[bytes, dict[str, Any], str, int] | None:
    try:
        data = read_bytes(file)
        return _name(data, file), *content_of(decode(data), file.suffix)
    except (OSError, Unreadable):
        return None


def _name(data: bytes, file: Path) -> bytes:
    return digest(data, b"prosa" if file.suffix == _PROSE else b"felder")


def _is_file(file: Path) -> bool:
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False
