"""The data file that says what a change means for readers: its strict shape.

A workflow with the right to comment reads this file after a stranger's code has written it. So every text has a largest
length, every list a largest size and every address a pattern; a file that does not fit is refused as a whole.
"""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MOST_ITEMS = 25
MOST_SECTIONS = 5
LONGEST_LINE = 120
_LARGEST_TOTAL = 1_000_000

Line = Annotated[str, StringConstraints(max_length=LONGEST_LINE, pattern=r"^[^\r\n]*$")]
#: Below the root of the site; empty for the start page.
_STEP = r"[A-Za-z0-9_%][A-Za-z0-9_.%-]*"
Address = Annotated[str, StringConstraints(max_length=200, pattern=rf"^(?:{_STEP}/)*(?:{_STEP}\.html)?$")]
Item = TypeVar("Item", bound="Shape")


class Shape(BaseModel):
    """Nothing but what is declared, nothing converted, nothing changed later."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class PageChange(Shape):
    """A page that came, went, or reads differently under some of its headings."""

    address: Address
    title: Line
    #: What type of record it shows; empty for other pages.
    kind: Line
    sections: tuple[Line, ...] = Field(max_length=MOST_SECTIONS)


class NewMoment(Shape):
    """A line that the timeline did not have."""

    date: Line
    kind: Line
    title: Line
    text: Line


class BrokenLink(Shape):
    """A link that leads nowhere and did not before."""

    address: Address
    reference: Line


class Listing(Shape, Generic[Item]):
    """How many there are, and the first of them."""

    total: int = Field(ge=0, le=_LARGEST_TOTAL)
    items: tuple[Item, ...] = Field(max_length=MOST_ITEMS)


class Changes(Shape):
    """Pages of one sort."""

    added: Listing[PageChange]
    changed: Listing[PageChange]
    removed: Listing[PageChange]


class Differences(Shape):
    """Everything that readers will notice."""

    version: Literal[1]
    records: Changes
    #: Pages of records that nobody edited, but that show something of those that were.
    along: Listing[PageChange]
    others: Changes
    timeline: Listing[NewMoment]
    timeline_lost: int = Field(ge=0, le=_LARGEST_TOTAL)
    broken: Listing[BrokenLink]


def line(text: str) -> str:
    """A text as one line of bounded length."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_LINE else f"{words[: LONGEST_LINE - 1]}…"
