"""What one cell, or one line, of a table of consultations says: body, day, role, result, votes, item of the agenda."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from portal.imports.vorlage.germandates import dates_in, without_dates
from portal.imports.vorlage.votes import Outcome, Tally, outcome_in, tally_in
from portal.records.words import Role


class Column(Enum):
    BODY = auto()
    DATE = auto()
    ROLE = auto()
    RESULT = auto()
    AGENDA = auto()
    PUBLIC = auto()
    YES = auto()
    NO = auto()
    ABSTAINED = auto()


_COLUMNS: tuple[tuple[Column, str], ...] = (
    (Column.BODY, r"Beratungsfolge(?:n)?|Gremi(?:um|en)|Beratungsgremium|Beratung\s+im|Ausschuss(?:\s*/\s*Gremium)?|Beratungsgang|Beratende\s+Gremien|Gremienfolge|Beratungen"),
    (Column.DATE, r"Sitzungstermine?|Sitzungsdatum|Sitzungstag|Termine?|Sitzung\s+am|Sitzung\s+vom|Datum(?:\s+der\s+Sitzung)?|Sitzung|Tag|Beratung\s+am|geplante\s+Sitzungstermine|Beratungstermin|am"),
    (Column.ROLE, r"Zuständigkeit(?:en)?|Rolle|Beratungsart|Art\s+der\s+(?:Beratung|Behandlung)|Beschlussart|Funktion|Beratungsaktion|Kompetenz|Behandlung|Aktion|Befugnis"),
    (Column.RESULT, r"(?:Beratungs|Abstimmungs)?ergebnis|Beschlussergebnis|Abstimmung|Beschluss|Votum|Bemerkung(?:en)?"),
    (Column.AGENDA, r"TOP|Tagesordnungspunkt|TO-?Punkt|Top-Nr\.?|TOP-Nr\.?"),
    (Column.PUBLIC, r"Ö(?:\s*/\s*N(?:Ö)?)?|Öffentlich(?:keit)?(?:sstatus)?|Status|Sitzungsart|ö\.?\s*/\s*nö\.?"),
    (Column.YES, r"Ja(?:-?stimmen)?|Dafür"),
    (Column.NO, r"Nein(?:-?stimmen)?|Dagegen"),
    (Column.ABSTAINED, r"Enth(?:altung(?:en)?|\.)?"),
)  # fmt: skip
_COLUMN_ALONE = [(column, re.compile(rf"(?:{words})\s*:?", re.IGNORECASE)) for column, words in _COLUMNS]
_COLUMN_ROW = re.compile(
    "|".join(rf"(?P<{column.name}>(?<![\w/-])(?:{words})(?![\w-]))" for column, words in _COLUMNS), re.IGNORECASE
)

_ROLES: tuple[tuple[Role, str], ...] = (
    (Role.PREPARATION, r"vorberat(?:ung|end\w*)|empfehlung(?:sbeschluss)?|zur\s+empfehlung|empfehlend|\(V\)"),
    (Role.HEARING, r"anhörung|zur\s+anhörung|stellungnahme"),
    (Role.NOTICE, r"kenntnisnahme|zur\s+kenntnis(?!\s+genommen)|kenntnisgabe|information|mitteilung|berichterstattung|\(K\)"),
    (Role.DECISION, r"entscheid(?:ung|end\w*)|beschlussfass(?:ung|end)|beschließend|zum\s+beschluss|zur\s+entscheidung|endentscheidung|beschluss|\(E\)|\(B\)"),
    (Role.DELIBERATION, r"beratung|zur\s+beratung|beratend|behandlung|\(?Ber\.\)?"),
)  # fmt: skip
_ROLE_PATTERNS = [(role, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for role, words in _ROLES]
_SHORT_ROLES = {"v": Role.PREPARATION, "e": Role.DECISION, "b": Role.DECISION, "k": Role.NOTICE, "a": Role.HEARING}
_TIME = re.compile(r"(?:um\s+)?\d{1,2}[:.]\d{2}\s*(?:Uhr)?(?!\.?\d)|\d{1,2}\s*Uhr", re.IGNORECASE)
_AGENDA = re.compile(
    r"(?<![\w-])TOP\s*:?\s*((?:[ÖN]\s?)?\d{1,3}(?:\.\d{1,2}){0,2})\.?|(?<!\w)([ÖN]\s\d{1,3}(?:\.\d{1,2}){0,2})(?!\w)"
)
_AGENDA_CELL = re.compile(r"(?:TOP\s*)?((?:[ÖN]\s?)?\d{1,3}(?:\.\d{1,2}){0,2})\.?")
_PUBLIC = re.compile(r"(?<!\w)(?:nicht\s?-?\s?öffentlich\w*|öffentlich\w*|nö\.?|ö\.?|NÖ|[ÖN])(?!\w)")
_WEEKDAY = re.compile(
    r"(?<!\w)(?:Mo|Di|Mi|Do|Fr|Sa|So|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:\.|,|(?!\w))\s*,?"
)
_UNDATED = re.compile(
    r"(?<!\w)(?:noch\s+(?:offen|unbekannt|nicht\s+terminiert)|n\.\s?n\.|offen|unbekannt|k\.\s?A\.|nächste\s+Sitzung)(?!\w)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^(?:(?:\d{1,2}[.)]|[•*–—-])\s+|(?:der\s+)?Sitzung\s+(?:des|der)\s+|im\s+|in\s+der\s+|Gremium\s*:?\s*)|[\s,;:–—-]+(?:am|vom|zur|zum|in|den|der\s+Sitzung\s+vom)?\s*$|\(\s*\)|\s*[,;:/]\s*$", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a cell or a line says about one consultation."""

    body: str = ""
    date: str | None = None
    role: Role | None = None
    role_wording: str = ""
    agenda: str | None = None
    is_public: bool | None = None
    undated: bool = False
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def is_row(self) -> bool:
        """A day or a role makes a row of a table; a name alone could be anything."""
        return bool(self.date or self.role or self.undated)


def columns_in(line: str, cells: list[str]) -> list[Column]:
    """The columns that a line heads: at least two, or none. They are counted by cells where it has some."""
    alone = [column_of(cell) for cell in cells]
    found = [column for column in alone if column]
    if len(found) >= 2 and len(found) >= len(cells) - 1:
        return found if len(found) == len(cells) else []
    if len(cells) > 1 or len(line) > 120:
        return []
    rest = _COLUMN_ROW.sub(" ", line)
    named = [next(column for column, _ in _COLUMNS if match[column.name]) for match in _COLUMN_ROW.finditer(line)]
    return (
        named
        if len({*named}) >= 2 and not re.search(r"[A-Za-zÄÖÜäöü]{3}", rest) and len(named) == len({*named})
        else []
    )


def column_of(cell: str) -> Column | None:
    """The column that a cell heads."""
    return next((column for column, pattern in _COLUMN_ALONE if pattern.fullmatch(cell.strip())), None)


def read_whole(text: str, is_body: Callable[[str], bool]) -> Said:
    """A line of a table whose columns are parted by nothing but words."""
    agenda = _AGENDA.search(text)
    rest = _AGENDA.sub("  ", text) if agenda else text
    date = next(dates_in(rest), None)
    rest = _WEEKDAY.sub(" ", without_dates(rest)) if date else rest
    undated = None if date else _UNDATED.search(rest)
    rest = _UNDATED.sub("  ", rest) if undated else rest
    rest = _TIME.sub("  ", rest)
    outcome = outcome_in(rest)
    role, wording, rest = _role_in(rest, is_body)
    public = _PUBLIC.search(rest)
    rest = _PUBLIC.sub("  ", rest) if public else rest
    if outcome:
        rest = _without_outcome(rest)
    rest = _tidy(rest)
    return Said(
        body=rest,
        date=date.iso if date else None,
        role=role,
        role_wording=wording,
        agenda=(agenda[1] or agenda[2]).strip() if agenda else None,
        is_public=None if public is None else not public[0].lower().startswith("n"),
        undated=bool(undated),
        outcome=outcome,
    )


def read_column(column: Column, text: str) -> Said:
    """A cell below a heading that says what it holds."""
    match column:
        case Column.BODY:
            return Said(body=_tidy(text))
        case Column.DATE:
            date = next(dates_in(text), None)
            return Said(date=date.iso if date else None, undated=date is None)
        case Column.ROLE:
            return Said(role=_role_of(text) or Role.UNKNOWN, role_wording=text)
        case Column.AGENDA:
            match = _AGENDA_CELL.fullmatch(text)
            return Said(agenda=match[1] if match else None)
        case Column.PUBLIC:
            return Said(is_public=not text.lower().startswith("n"))
        case Column.YES | Column.NO | Column.ABSTAINED:
            count = int(text) if re.fullmatch(r"\d{1,3}", text) else None
            return Said(outcome=Outcome(tally=_count(column, count)))
        case Column.RESULT:
            return Said(outcome=outcome_in(text))


def _count(column: Column, count: int | None) -> Tally:
    match column:
        case Column.YES:
            return Tally(yes=count)
        case Column.NO:
            return Tally(no=count)
        case _:
            return Tally(abstained=count)


def _role_of(text: str) -> Role | None:
    found = next((role for role, pattern in _ROLE_PATTERNS if pattern.search(text)), None)
    return found or _SHORT_ROLES.get(text.strip(" ().").lower())


def _role_in(text: str, is_body: Callable[[str], bool]) -> tuple[Role | None, str, str]:
    """The last role named: what comes before it may be part of a body's name."""
    for role, pattern in _ROLE_PATTERNS:
        matches = [*pattern.finditer(text)]
        if not matches:
            continue
        match = matches[-1]
        rest = f"{text[: match.start()]}  {text[match.end() :]}"
        if (
            not re.search(r"[A-Za-zÄÖÜäöü]", rest)
            or not is_body(text)
            or is_body(_tidy(rest))
            or role is not Role.DELIBERATION
        ):
            return role, match[0], rest
    return None, "", text


def _without_outcome(text: str) -> str:
    text = re.sub(r"(?<!\w)(?:einstimmig|mehrheitlich|ungeändert|unverändert|geändert|beschlossen|empfohlen|abgelehnt|angenommen|zugestimmt|vertagt|zurückgestellt|zurückgezogen|erledigt|verwiesen|überwiesen|zur\s+Kenntnis\s+genommen|nicht)(?!\w)", " ", text, flags=re.IGNORECASE)  # fmt: skip
    return re.sub(r"\d{1,3}\s*(?:x\s*)?(?:Ja|Nein|Enth\w*)\.?(?:-?stimmen)?|(?:Ja|Nein|Enth\w*)(?:-?stimmen)?\s*[:=]?\s*\d{1,3}|\d{1,3}\s*:\s*\d{1,3}(?:\s*:\s*\d{1,3})?|[()/|]", " ", text, flags=re.IGNORECASE) if tally_in(text) else text  # fmt: skip


def _tidy(text: str) -> str:
    """A body's name without what led over to it or away from it."""
    text = " ".join(text.split()).strip(" |")
    for _ in range(4):
        shorter = _LEADS.sub("", text).strip()
        if shorter == text:
            break
        text = shorter
    return (
        text.strip(" ,;:-–—()") if text.count("(") != text.count(")") or text.startswith("(") else text.strip(" ,;:–—")
    )
