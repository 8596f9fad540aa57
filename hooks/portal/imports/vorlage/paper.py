"""Everything that was found in a paper, each thing with its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.imports.vorlage import head as heads
from portal.imports.vorlage.actors import Directory
from portal.imports.vorlage.details import attachments_in, date_of, kind_of, lead_of, tidy_number, title_of
from portal.imports.vorlage.head import Value
from portal.imports.vorlage.labels import Label
from portal.imports.vorlage.lines import Document, Line
from portal.imports.vorlage.money import AmountFound, BudgetLine, JobsFound, amounts_in, budget_lines_in, jobs_in
from portal.imports.vorlage.points import Point, points_in
from portal.imports.vorlage.questions import Asked, questions_in
from portal.imports.vorlage.results import with_outcomes
from portal.imports.vorlage.sections import Part, Section, sections
from portal.imports.vorlage.stationrows import Station
from portal.imports.vorlage.stations import Table, read_stations
from portal.imports.vorlage.subject import Subject, kind_in
from portal.records.words import PaperKind

#: No head is longer: what comes later is text, even if no heading says so.
_HEAD_LINES = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFound:
    """A paper as far as it could be read."""

    kind: PaperKind | None = None
    kind_line: Line | None = None
    title: Subject | None = None
    number: Value | None = None
    number_is_sure: bool = True
    date: Value | None = None
    date_is_sure: bool = True
    received: Value | None = None
    lead: Value | None = None
    author: Value | None = None
    mover: Value | None = None
    file_number: Value | None = None
    is_public: tuple[bool, Line] | None = None
    stations: tuple[Station, ...] = ()
    points: tuple[Point, ...] = ()
    questions: tuple[Asked, ...] = ()
    amounts: tuple[AmountFound, ...] = ()
    jobs: tuple[JobsFound, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    attachments: tuple[Value, ...] = ()
    #: What is left for the editor to sum up: headings and their lines.
    prose: tuple[Section, ...] = field(default=())

    @property
    def is_inquiry(self) -> bool:
        """Whether this paper asks, or answers what was asked, and proposes nothing."""
        if not self.questions or self.points:
            return False
        title = self.title.text if self.title else ""
        asks = PaperKind.ANSWER in {self.kind, kind_in(title)} or bool(re.search(r"\bFragen?\b", title))
        return asks or (self.kind is None and sum(asked.number is not None for asked in self.questions) > 1)

    @property
    def is_paper(self) -> bool:
        """Whether anything here says that this comes from a council at all."""
        return bool(self.stations or self.points or self.is_inquiry or (self.number and (self.kind or self.date)))


def read_paper(document: Document, directory: Directory) -> PaperFound:
    """All of a paper; nothing here fails, whatever the text."""
    parts = sections(document.lines)
    head_lines = [*parts[0].lines]
    if len(head_lines) > _HEAD_LINES and len(parts) == 1:
        head_lines = head_lines[:_HEAD_LINES]
    table = _table(parts, head_lines, directory)
    left = [line.with_text("") if index in table.used else line for index, line in enumerate(head_lines)]
    head = heads.read_head(left)
    kind = kind_of(head, left)
    title = title_of(head, head.rest, left, kind[1] if kind else None)
    number = head.values.get(Label.NUMBER)
    guessed = None if number else heads.unlabelled_number([line for line in left if line.words])
    date, date_is_sure = date_of(head, left)
    decision = [line for part in parts if part.part is Part.DECISION for line in [*part.lines, _gap(part)]]
    body = _body(parts, head_lines, title)
    points = tuple(points_in(decision)) if decision else ()
    questions = () if points else tuple(questions_in(_asking(parts, body)))
    found_kind = kind[0] if kind else None
    if found_kind is None and title and (named := kind_in(title.text)):
        found_kind = named if named in {PaperKind.ANSWER, PaperKind.AMENDMENT, PaperKind.REPORT} else None
    stations = with_outcomes(
        table.stations,
        [line for part in parts if part.part in _TELLING for line in part.lines] + _loose_results(parts, left),
        lambda name: directory.group(name).known,
        lambda one, other: directory.body(one).id == directory.body(other).id,
    )
    return PaperFound(
        kind=found_kind,
        kind_line=kind[1] if kind else None,
        title=title,
        number=tidy_number(number or guessed),
        number_is_sure=number is not None,
        date=date,
        date_is_sure=date_is_sure,
        received=head.values.get(Label.RECEIVED),
        lead=lead_of(head),
        author=head.values.get(Label.AUTHOR),
        mover=head.values.get(Label.MOVER),
        file_number=head.values.get(Label.FILE_NUMBER),
        is_public=head.is_public,
        stations=tuple(stations),
        points=points,
        questions=questions,
        amounts=tuple(_amounts(parts, body)),
        jobs=tuple(jobs_in(body)),
        budget_lines=tuple(budget_lines_in(body)),
        attachments=tuple(attachments_in(parts)),
        prose=tuple(
            part
            for part in parts[1:]
            if part.part in {Part.REASONS, Part.OTHER, Part.ANSWERS} and any(line.words for line in part.lines)
        ),
    )


#: Where results are told, besides the table.
_TELLING = {Part.RESULT}


def _gap(section: Section) -> Line:
    last = section.lines[-1] if section.lines else section.heading
    assert last is not None
    return last.with_text("")


def _loose_results(parts: Sequence[Section], head: Sequence[Line]) -> list[Line]:
    """Results also stand at the very end, below whatever heading was the last, or right below the table."""
    loose = [*head[-25:], head[-1].with_text("")] if head else []
    if len(parts) > 1 and parts[-1].part is not Part.RESULT:
        loose += parts[-1].lines[-25:]
    return loose


def _table(parts: Sequence[Section], head_lines: Sequence[Line], directory: Directory) -> Table:
    """The consultations stand in the head; in some layouts after the text."""

    def known(text: str) -> bool:
        match = directory.body(text)
        return match.known and match.sure

    table = read_stations(head_lines, known)
    if not table.stations:
        for part in parts[1:]:
            later = read_stations(part.lines, known)
            if len(later.stations) and part.part in {
                Part.RESULT,
                Part.OTHER,
                Part.SIGNATURES,
                Part.ATTACHMENTS,
                Part.MONEY,
                Part.REASONS,
            }:
                return Table(stations=later.stations, used=frozenset())
    return table


def _body(parts: Sequence[Section], head_lines: Sequence[Line], title: Subject | None) -> list[Line]:
    """Everything below the head; without headings, everything below the title."""
    below = [line for part in parts[1:] for line in [*part.lines, _gap(part)]]
    if title is None:
        return below
    numbers = {(line.page, line.number) for line in title.lines}
    after = next(
        (index + 1 for index, line in reversed([*enumerate(parts[0].lines)]) if (line.page, line.number) in numbers),
        len(head_lines),
    )
    return [*parts[0].lines[after:], *below]


def _asking(parts: Sequence[Section], body: Sequence[Line]) -> list[Line]:
    """Where questions are looked for: the text without money tables and attachments; headings that part answers are kept."""
    if len(parts) == 1:
        return [*body]
    left_out = {
        id(line)
        for part in parts
        if part.part in {Part.ATTACHMENTS, Part.SIGNATURES, Part.RESULT}
        for line in part.lines
    }
    found = [line for line in body if id(line) not in left_out]
    headings = [part.heading for part in parts if part.part is Part.ANSWERS and part.heading]
    for heading in headings:
        place = next(
            (
                index
                for index, line in enumerate(found)
                if (line.page or 0, line.number) > (heading.page or 0, heading.number)
            ),
            len(found),
        )
        found.insert(place, heading.with_text("Antwort:"))
    return found


def _amounts(parts: Sequence[Section], body: Sequence[Line]) -> list[AmountFound]:
    """Tables of bare numbers count where money is the subject."""
    of_money = {id(line) for part in parts if part.part is Part.MONEY for line in part.lines}
    found = amounts_in([line for line in body if id(line) not in of_money])
    for part in parts:
        if part.part is Part.MONEY:
            heading = [part.heading] if part.heading and part.heading.words.endswith(":") else []
            found += amounts_in([*heading, *part.lines], tables=True)
    return sorted(found, key=lambda amount: (amount.line.page or 0, amount.line.number))
