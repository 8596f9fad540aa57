"""The way of a paper through the bodies: the table of consultations, however it was flattened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal.imports.vorlage.actors import is_body
from portal.imports.vorlage.cells import cells, starts
from portal.imports.vorlage.germandates import dates_in
from portal.imports.vorlage.labels import INSIDE, Label, label_of
from portal.imports.vorlage.lines import Line
from portal.imports.vorlage.stationcells import Column, Said, column_of, columns_in, read_column, read_whole
from portal.imports.vorlage.stationrows import IsBody, Station, from_rows, from_stream, merged


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The stations, and which lines they took up."""

    stations: tuple[Station, ...]
    used: frozenset[int]


def read_stations(lines: Sequence[Line], known: IsBody) -> Table:
    """From the table of consultations; without its heading, from lines that can be nothing else."""

    def names_body(text: str) -> bool:
        return is_body(text) or known(text)

    for start, line in enumerate(lines):
        if _opens_table(lines, start):
            found = _Reader(names_body).read(lines, start)
            if found.stations:
                return found
            continue
        if line.heading and len(line.words.split()) > 8:
            continue
    return _scattered(lines, names_body)


def _opens_table(lines: Sequence[Line], start: int) -> bool:
    line = lines[start]
    if not line.words:
        return False
    if columns_in(line.words, cells(line.text)):
        return True
    first = column_of(line.words.partition(":")[0])
    if first is Column.BODY:
        return True
    # One label a line, „Sitzungstermin“ before „Gremium“: the body must be among the next ones.
    following = [column_of(other.words) for other in lines[start + 1 : start + 6] if other.words][:2]
    return column_of(line.words) is not None and Column.BODY in following[:1] + (
        following if None not in following else []
    )


class _Reader:
    """Takes in the lines below a table's heading, until one cannot belong to it."""

    def __init__(self, names_body: IsBody) -> None:
        self.names_body = names_body
        self.columns: list[Column] = []
        #: Where the columns begin, if gaps part them: rows keep to it even where cells are empty.
        self.starts: list[int] = []
        self.rows: list[tuple[Said, list[Line], bool]] = []
        self.single: list[tuple[Said, Line]] = []
        self.used: set[int] = set()

    def read(self, lines: Sequence[Line], start: int) -> Table:
        misses = 0
        after_blank = False
        for index in range(start, len(lines)):
            line = lines[index]
            if not line.words:
                after_blank = True
                continue
            if self._is_heading(line, index):
                after_blank = False
                continue
            if line.heading and not self._row(line).is_row:
                break
            if not self._take(line, index, after_blank=after_blank):
                misses += 1
                if self.rows or self.single or misses > 2:
                    break
            after_blank = False
        return Table(stations=tuple(self._stations()), used=frozenset(self.used))

    def _is_heading(self, line: Line, index: int) -> bool:
        parts = cells(line.text)
        columns = columns_in(line.words, parts)
        alone = column_of(line.words)
        if columns:
            self.columns, self.starts = columns, starts(line.text) if len(parts) > 1 else []
        elif alone and not self.rows and not self.single:
            self.columns.append(alone)
        elif alone not in {Column.BODY, Column.DATE, Column.ROLE}:
            return False
        self.used.add(index)
        return True

    def _take(self, line: Line, index: int, *, after_blank: bool) -> bool:
        text = line.words
        if (
            column_of(text.partition(":")[0]) is Column.BODY and ":" in text and len([*_labelled(cells(line.text))]) < 2
        ):  # „Beratungsfolge: Hauptausschuss, …“
            text = text.partition(":")[2].strip()
        several = _split_rows(text)
        if len(several) > 1:
            for part in several:
                self.rows.append((read_whole(part, self.names_body), [line], False))
            self.used.add(index)
            return True
        said = self._row(line.with_text(text) if text != line.words else line)
        if not self._belongs(said, line, after_blank=after_blank):
            return False
        self.used.add(index)
        self.rows.append((said, [line], after_blank))
        if len([cell for cell in cells(line.text) if cell]) == 1 and not (said.is_row and said.body):
            self.single.append((said, line))
        return True

    def _row(self, line: Line) -> Said:
        parts = cells(line.text)
        if len(parts) > 1 and len(parts) == len(self.columns):
            return merged(read_column(column, cell) for column, cell in zip(self.columns, parts, strict=True) if cell)
        if len(parts) > 1 and (aligned := self._aligned(line.text)):
            return merged(read_column(column, cell) for column, cell in aligned)
        if len(labelled := [*_labelled(parts)]) > 1:
            return merged(read_column(column, cell) for column, cell in labelled)
        if len(parts) > 1:
            typed = [read_whole(cell, self.names_body) for cell in parts if cell]
            bodies = [said for said in typed if said.body and self.names_body(said.body)]
            if len(bodies) == 1:  # other words in other cells are remarks
                typed = [said if said is bodies[0] or not said.body else replace(said, body="") for said in typed]
            return merged(typed)
        return read_whole(line.words, self.names_body)

    def _aligned(self, text: str) -> list[tuple[Column, str]]:
        """Cells below the headings that begin where they begin; nothing where one does not."""
        if not self.starts or len(self.starts) != len(self.columns) or not (begins := starts(text)):
            return []
        found: list[tuple[Column, str]] = []
        for start, cell in zip(begins, cells(text), strict=True):
            near = min(range(len(self.starts)), key=lambda column: abs(self.starts[column] - start))
            if abs(self.starts[near] - start) > 2 or any(column is self.columns[near] for column, _ in found):
                return []
            found.append((self.columns[near], cell))
        return found

    def _belongs(self, said: Said, line: Line, *, after_blank: bool) -> bool:
        in_columns = len([cell for cell in cells(line.text) if cell]) > 1
        if any(label_of(match) is not Label.IGNORED for match in INSIDE.finditer(line.words)) and not [
            *_labelled(cells(line.text))
        ]:
            return False  # the head goes on
        if said.is_row or said.outcome:
            return not said.body or self.names_body(said.body) or (in_columns and len(said.body.split()) <= 12) or (
                len(said.body.split()) <= 4 and bool(said.date) and not said.body.endswith((".", "?")) and not _is_sentence(said.body)
            )  # fmt: skip
        if said.agenda and not said.body:
            return True
        if said.is_public is not None and not said.body:
            return True
        if self.names_body(said.body):
            return True
        # The rest of a body's name, set in a line of its own.
        return (
            not after_blank and bool(self.rows) and len(line.words) <= 60 and not line.words.endswith((".", ":", "?"))
        )

    def _stations(self) -> list[Station]:
        if len(self.single) == len(self.rows) and self.single:
            return from_stream([*self.single])
        return from_rows(self.rows, self.names_body)


def _labelled(parts: Sequence[str]) -> Iterator[tuple[Column, str]]:
    """`Gremium: Stadtrat`, `Sitzung am: 12.07.2022`: columns named in the cells themselves."""
    for part in parts:
        name, colon, value = part.partition(":")
        if colon and value.strip() and (column := column_of(name)):
            yield column, value.strip()


def _is_sentence(text: str) -> bool:
    return text[:1].islower() or len(text.split()) > 3


def _split_rows(text: str) -> list[str]:
    """„Hauptausschuss 16.05.2022 (V), Stadtvertretung 14.06.2022 (E)“: as many rows as days."""
    found = [*dates_in(text)]
    if len(found) < 2 or "|" in text:
        return [text]
    for sign in (";", ",", "/", "→"):
        parts = [part.strip() for part in text.split(sign)]
        if len(parts) == len(found) and all(next(dates_in(part), None) for part in parts):
            return parts
    return [text]


def _scattered(lines: Sequence[Line], names_body: IsBody) -> Table:
    """Without a table: lines that are a body's name and a day, and nothing else."""
    found: list[Station] = []
    used: set[int] = set()
    for index, line in enumerate(lines):
        if not 8 <= len(line.words) <= 140 or (line.words.endswith((".", "?")) and not line.words[-2:-1].isdigit()):
            continue
        if not next(dates_in(line.words), None):
            continue
        said = read_whole(line.words, names_body)
        if said.body and names_body(said.body) and len(said.body.split()) <= 9 and ":" not in said.body:
            found.append(Station(body=said.body, said=said, lines=(line,)))
            used.add(index)
    return Table(stations=tuple(found), used=frozenset(used))
