"""The parts of a record that can be linked: decided points, questions, milestones."""

from __future__ import annotations

from portal.records import Inquiry, Milestone, Paper, Project, Question, Record, Resolution


def numbered(prefix: str, numbers: list[str | None]) -> list[str]:
    """Anchors from printed numbers where given, else from the position."""
    return [f"{prefix}-{number or position}" for position, number in enumerate(numbers, start=1)]


def anchors(record: Record) -> list[str]:
    """All anchors of a record's page, in order."""
    match record:
        case Paper():
            return numbered("punkt", [point.number for point in record.resolutions])
        case Inquiry():
            return numbered("frage", [question.number for question in record.questions])
        case Project():
            return numbered("meilenstein", [None for _ in record.milestones])
    return []


def part_of(record: Record, anchor: str) -> Resolution | Question | Milestone | None:
    """The part of a record that an anchor leads to."""
    parts: tuple[Resolution | Question | Milestone, ...] = ()
    match record:
        case Paper():
            parts = record.resolutions
        case Inquiry():
            parts = record.questions
        case Project():
            parts = record.milestones
    return dict(zip(anchors(record), parts, strict=True)).get(anchor)
