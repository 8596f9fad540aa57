"""Rows of a table of consultations put together from what single lines and cells say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from portal.imports.vorlage.lines import Line, joined
from portal.imports.vorlage.stationcells import Said
from portal.imports.vorlage.votes import Outcome, Tally

IsBody = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One consultation as the paper names it."""

    body: str
    lines: tuple[Line, ...]
    said: Said = field(default_factory=Said)
    #: What groups voted, by the name the paper gives them.
    groups: tuple[tuple[str, Tally], ...] = ()
    #: Where result and votes were found, if not in the table, and whether it was clear which station they belong to.
    outcome_lines: tuple[Line, ...] = ()
    outcome_is_sure: bool = True


def merged(parts: Iterable[Said]) -> Said:
    """All that cells say together; of two words for one thing, the first."""
    result = Said()
    for part in parts:
        result = Said(
            body=joined(result.body, part.body),
            date=result.date or part.date,
            role=result.role or part.role,
            role_wording=result.role_wording or part.role_wording,
            agenda=result.agenda or part.agenda,
            is_public=part.is_public if result.is_public is None else result.is_public,
            undated=result.undated or part.undated,
            outcome=Outcome(
                result=result.outcome.result or part.outcome.result,
                majority=result.outcome.majority or part.outcome.majority,
                tally=result.outcome.tally.completed_by(part.outcome.tally),
                wording=result.outcome.wording or (part.outcome.wording if part.outcome else ""),
            ),
        )
    return replace(result, undated=result.undated and result.date is None)


def from_rows(rows: Sequence[tuple[Said, list[Line], bool]], names_body: IsBody) -> list[Station]:
    """Each line with a day or a role is a row; a name may run over the lines around it."""
    found: list[Station] = []
    pending: tuple[str, list[Line]] | None = None
    for said, lines, after_blank in rows:
        if said.is_row:
            body, used = said.body, lines
            if pending and (not body or not names_body(body) or pending[0].endswith(("-", " und", " für", ","))):
                body, used = joined(pending[0], body), [*pending[1], *lines]
            elif pending:
                found.append(Station(body=pending[0], lines=tuple(pending[1])))
            pending = None
            if not body and found and _completes(found[-1].said, said):
                last = found[-1]
                found[-1] = replace(last, said=merged([last.said, said]), lines=(*last.lines, *used))
            else:
                found.append(Station(body=body, lines=tuple(used), said=said))
        elif said.body:
            goes_on = found and not after_blank and (
                said.body[0].islower() or found[-1].body.endswith(("-", " und", " für", ",", " fü")) or not names_body(said.body)
            )  # fmt: skip
            if pending:
                pending = (joined(pending[0], said.body), [*pending[1], *lines])
            elif goes_on:
                found[-1] = replace(found[-1], body=joined(found[-1].body, said.body), lines=(*found[-1].lines, *lines))
            else:
                pending = (said.body, lines)
        elif found:
            last = found[-1]
            found[-1] = replace(last, said=merged([last.said, said]), lines=(*last.lines, *lines))
    if pending and names_body(pending[0]):
        found.append(Station(body=pending[0], lines=tuple(pending[1])))
    return [station for station in found if station.body or station.said.date]


def _completes(before: Said, more: Said) -> bool:
    return not (before.date and more.date) and not (before.role and more.role)


def from_stream(items: Sequence[tuple[Said, Line]]) -> list[Station]:
    """One cell a line: row after row, or column after column."""
    bodies = [place for place, (said, _) in enumerate(items) if said.body and not said.is_row]
    dates = [place for place, (said, _) in enumerate(items) if said.date or said.undated]
    roles = [place for place, (said, _) in enumerate(items) if said.role]
    if len(bodies) > 1 and len(dates) == len(bodies) and (bodies[-1] < dates[0] or dates[-1] < bodies[0]):
        columns = [bodies, dates, *([roles] if len(roles) == len(bodies) else [])]
        return [_station([items[column[row]] for column in columns]) for row in range(len(bodies))]
    rows: list[list[tuple[Said, Line]]] = [[]]
    first_is_date = bool(dates) and (not bodies or dates[0] < bodies[0])
    for item in items:
        said, here = item[0], rows[-1]
        again = (said.body and any(other.body for other, _ in here)) or (
            said.date and any(other.date for other, _ in here)
        )
        begins = bool(said.date if first_is_date else said.body) and bool(here)
        if again and not begins and said.body and not first_is_date:
            begins = True
        if begins and again:
            rows.append([])
        rows[-1].append(item)
    return [station for row in rows if row and ((station := _station(row)).body or station.said.date)]


def _station(items: Sequence[tuple[Said, Line]]) -> Station:
    said = merged(said for said, _ in items)
    return Station(body=said.body, said=said, lines=tuple(line for _, line in items))
