"""What looks private in a text by itself, whoever holds office: found once for each text, by as many as can look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from portal.check.privacy.contacts import mails, may_hold_account, may_hold_number, numbers
from portal.check.privacy.findings import Finding, Kind
from portal.check.privacy.people import may_hold_name, names
from portal.check.privacy.places import addresses, may_hold_address
from portal.known import MANY, Known, digest
from portal.workers import ALONE, Crew, batches

T = TypeVar("T")

#: A finding as it is remembered, and sent from process to process.
_Plain = tuple[str, str, tuple[str, ...]]

_URL = re.compile(r"https?://[^\s<>\"]+")
#: Where a meeting or event took place is public by itself; what papers and budgets are numbered by is no phone.
_PUBLIC_PLACE = re.compile(r"^[ -]*ort:.*$", re.MULTILINE)
_PUBLIC_NUMBER = re.compile(r"^[ -]*(?:nummer|aktenzeichen|haushaltsstelle|gemeindeschluessel|top):.*$", re.MULTILINE)
#: Texts that make a task worth handing over, and how many wait for it at a time.
_BATCH, _WAITING = 200, 5_000


def looked_through(
    files: Iterable[tuple[T, str]], known: Known, crew: Crew
) -> Iterator[tuple[T, str, Sequence[Finding]]]:
    """Each file with what looks private in it."""
    for some in batches(files, _WAITING):
        named = [digest(text.encode()) for _, text in some]
        new = {name: text for name, (_, text) in zip(named, some, strict=True) if known.of(name) is None}
        tasks = [partial(_plain, batch) for batch in batches(new.values(), _BATCH)]
        found = (crew if len(new) >= MANY else ALONE).run("Texte ansehen", tasks)
        for name, one in zip(new, (each for batch in found for each in batch), strict=True):
            known.learn(name, one)
        for name, (file, text) in zip(named, some, strict=True):
            yield file, text, [Finding(Kind[kind], shown, tuple(whose)) for kind, shown, whose in known.of(name)]
    known.keep()


def _plain(texts: Sequence[str]) -> list[list[_Plain]]:
    return [[(found.kind.name, found.text, found.names) for found in suspects(text)] for text in texts]


def suspects(text: str) -> list[Finding]:
    """Everything suspicious; a text that could hold nothing of the kind costs next to nothing."""
    found: list[Finding] = [*mails(collapsed(text))] if "@" in text or "at)" in text or "at]" in text else []
    has_number = may_hold_number(text) or may_hold_account(text)
    has_address, has_name = may_hold_address(text), may_hold_name(text)
    if has_number or has_address or has_name:
        text = _URL.sub("…", text)
        if has_number:
            found += numbers(collapsed(_PUBLIC_NUMBER.sub("…", text)))
        if has_address:
            found += addresses(collapsed(_PUBLIC_PLACE.sub("…", text)))
        if has_name:
            found += names(collapsed(text))
    return found


def collapsed(text: str) -> str:
    """What a line's end separates in a file belongs together on the page."""
    return " ".join(text.split())
