"""Which questions of the council brought a figure to light."""

from __future__ import annotations

from dataclasses import dataclass

from portal.records import Indicator, Inquiry, Question, Record
from portal.register.anchors import anchors
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.names import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """A question about a figure, and where it stands."""

    target: Target
    question: Question


def questions_about(entry: Entry[Record], register: Register) -> list[Revealed]:
    """Questions that the figure names, and those that name it, each once."""
    assert isinstance(entry.record, Indicator)
    named = [register.resolve(text) for text in entry.record.about]
    naming = [Target(link.source, link.fragment) for link in register.incoming.get(entry.key, ())]
    found = []
    for target in dict.fromkeys([*named, *naming]):
        inquiry = register.entries[target.key].record
        if isinstance(inquiry, Inquiry) and target.fragment:
            question = inquiry.questions[anchors(inquiry).index(target.fragment)]
            found.append(Revealed(target=target, question=question))
    return found
