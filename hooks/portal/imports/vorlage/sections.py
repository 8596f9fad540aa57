"""A paper cut at its headings: what is proposed, why, what it costs, what came out, what is attached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from portal.imports.vorlage.cells import filled
from portal.imports.vorlage.lines import Line
from portal.imports.vorlage.marks import Style, mark_of


class Part(Enum):
    """What a section is about."""

    HEAD = auto()
    DECISION = auto()
    REASONS = auto()
    MONEY = auto()
    QUESTIONS = auto()
    ANSWERS = auto()
    RESULT = auto()
    ATTACHMENTS = auto()
    SIGNATURES = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The lines below a heading, or before the first one."""

    part: Part
    lines: tuple[Line, ...]
    heading: Line | None = None


_HEADINGS: tuple[tuple[Part, str], ...] = (
    (
        Part.DECISION,
        r"(?:geänderter?\s+|ergänzter?\s+)?(?:beschlu(?:ss|ß)(?:vorschlag|vorschläge|empfehlung|entwurf|text|antrag|formulierung|fassung)"
        r"|beschlu(?:ss|ß)-(?:vorschlag|empfehlung|entwurf|text)|empfehlung|antragstext|antrag\s+der\s+verwaltung|antragsgegenstand"
        r"|vorschlag\s+(?:der\s+verwaltung|zur\s+beschlussfassung)|entscheidungsvorschlag|tenor|beschluss)",
    ),
    (Part.ANSWERS, r"antwort(?:en)?(?:\s+der\s+(?:stadt)?verwaltung)?|beantwortung(?:\s+der\s+(?:an)?fragen?)?|stellungnahme(?:\s+der\s+(?:stadt)?verwaltung)?"),
    (Part.QUESTIONS, r"(?:die\s+)?fragen?(?:stellung(?:en)?)?|wortlaut\s+der\s+anfrage|text\s+der\s+anfrage|anfragetext|(?:die\s+)?anfrage|einzelfragen"),
    (
        Part.REASONS,
        r"(?:problem-?\s*und\s+)?sachverhalt(?:sdarstellung)?|(?:kurz)?begründung(?:\s+de[sr]\s+\w+)?|sachdarstellung|sach-?\s*und\s+rechtslage|erläuterung(?:en)?"
        r"|ausgangslage|hintergrund|problem(?:stellung|beschreibung)?|anlass|zielsetzung|ziele?|lösung|alternativen?|sachstand|sachstandsbericht"
        r"|zusammenfassung|inhalt(?:\s+der\s+mitteilung)?|mitteilung|bericht|vorbemerkung(?:en)?|rechtsgrundlage[n]?|einleitung|darstellung|kurzfassung",
    ),
    (
        Part.MONEY,
        r"(?:darstellung\s+der\s+)?finanzi(?:erung(?:s(?:übersicht|vorschlag|plan|bedarf))?|elle?)(?:\s+(?:und\s+\w+\s+)?(?:auswirkung|folge|bedarf|mittel)\w*)?(?:\s+.{0,80})?"
        r"|haushalts(?:rechtliche|mäßige|wirtschaftliche)\w*\s+auswirkungen|auswirkungen\s+auf\s+(?:den|das)\s+(?:haushalt|budget|ergebnis)\w*(?:\s+.{0,40})?"
        r"|kosten(?:\s+und\s+finanzierung|darstellung|schätzung|übersicht)?|haushaltsmittel|deckung(?:svorschlag)?|haushaltsplan|mittelbedarf",
    ),
    (Part.RESULT, r"(?:beratungs|abstimmungs)?ergebnis(?:se)?(?:\s+der\s+(?:beratung|abstimmung)(?:en)?)?|abstimmung(?:en)?|beratungsverlauf|beschlussprotokoll|protokollauszug|auszug\s+aus\s+der\s+niederschrift"),
    (Part.ATTACHMENTS, r"anlagen?(?:verzeichnis|n?)?(?:\s*\(?n?\)?)|anhang|anhänge|beigefügte\s+(?:unterlagen|anlagen)"),
    (Part.SIGNATURES, r"unterschrift(?:en)?|mitzeichnung(?:en)?|beteiligte\s+(?:stellen|ämter)|mit\s+freundlichen\s+grüßen|gez\b.{0,60}|im\s+auftrag|in\s+vertretung"),
    (
        Part.OTHER,
        r"(?:auswirkungen?\s+auf\s+.{3,80}|klima\w*(?:\s+.{0,60})?|gleichstellung\w*|nachhaltigkeit\w*|barrierefreiheit|beteiligung\w*|bürgerbeteiligung"
        r"|personelle\s+auswirkungen|demografische\s+\w+|prüfung\s+der\s+\w+)",
    ),
)  # fmt: skip
_NUMBERED = r"(?:(?:\d{1,2}|[IVX]{1,4}|[A-Ha-h])[.)]\s*)?"
_PATTERNS = [
    # The heading alone, or the heading, a colon and the first words of what follows.
    (part, re.compile(rf"{_NUMBERED}(?P<name>{pattern})(?![\w-])\s*(?P<colon>[:：])?\s*(?P<rest>.*)", re.IGNORECASE))
    for part, pattern in _HEADINGS
]
#: „Der Rat möge beschließen:“, „Die Stadtvertretung beschließt folgende Punkte:“.
_OPENING = re.compile(
    r"(?:(?:Der|Die|Das|Es|Die Mitglieder)\s.{0,160}?)?(?:möge(?:n)?\s+(?:folgendes\s+|nachstehendes\s+)?(?:beschlie(?:ß|ss)en|empfehlen)"
    r"|beschlie(?:ß|ss)t(?:,?\s+(?:folgend\w*|nachstehend\w*|wie\s+folgt|dass?)\b.{0,60})?|empfiehlt(?:\s.{0,120})?(?:beschlie(?:ß|ss)en)?"
    r"|wird\s+gebeten.{0,60}zu\s+beschlie(?:ß|ss)en|wird\s+(?:folgendes\s+)?beschlossen)\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_SIGNING = {"sachbearbeitung", "sachbearbeiter", "fachbereichsleitung", "fachdienstleitung", "amtsleitung", "stadtrat/stadträtin",
            "oberbürgermeister", "oberbürgermeisterin", "bürgermeister", "bürgermeisterin", "dezernent", "dezernentin", "dezernatsleitung",
            "abteilungsleitung", "fachbereichsleiter", "fachbereichsleiterin", "amtsleiter", "amtsleiterin", "erster stadtrat", "beigeordneter", "kämmerei", "kämmerer"}  # fmt: skip


def sections(lines: Sequence[Line]) -> list[Section]:
    """The paper in its parts, in their order; the first one is its head."""
    found: list[Section] = []
    part, heading, below = Part.HEAD, None, list[Line]()
    for index, line in enumerate(lines):
        known = _heading(line, part)
        if known is None and part is Part.HEAD and _asks_first(lines, index):
            known = Part.QUESTIONS, line.words
        if known is None and _is_signature_row(line):
            below.append(line.with_text(""))
            continue
        if known is None:
            below.append(line)
            continue
        new, rest = known
        if new is Part.DECISION and _is_outcome(line, [*found, Section(part=part, lines=tuple(below))]):
            new = Part.RESULT
        if new is Part.DECISION and part is Part.DECISION and not any(before.words for before in below):
            heading = heading or line
        else:
            found.append(Section(part=part, heading=heading, lines=tuple(below)))
            part, heading, below = new, line, []
        if rest:
            below.append(line.with_text(rest))
    found.append(Section(part=part, heading=heading, lines=tuple(below)))
    return found


def _is_outcome(line: Line, before: Sequence[Section]) -> bool:
    """After a proposal, „Beschluss“ heads what came of it, often with the same points once more."""
    bare = re.sub(r"\W+", "", line.words.partition(":")[0]).lower()
    proposed = any(section.part is Part.DECISION and any(line.words for line in section.lines) for section in before)
    return bare in {"beschluss", "beschluß"} and proposed


def _asks_first(lines: Sequence[Line], index: int) -> bool:
    """Whether a head ends here because the first question begins, without any heading."""
    mark = mark_of(lines[index].words)
    if mark is None:
        return bool(re.match(r"(?:Zu\s+)?(?:Frage|Teilfrage)\s*(?:Nr\.?\s*)?[1a]?\s*(?:[.):(]|$)", lines[index].words))
    if mark.style not in {Style.NUMBER, Style.LETTER} or mark.value != 1:
        return False
    for line in lines[index : index + 12]:
        other = mark_of(line.words)
        if other and other.kind == mark.kind and other.value == 2:
            return False
        if "?" in line.words:
            return True
    return False


def _heading(line: Line, current: Part) -> tuple[Part, str] | None:
    """Which part a line begins, and what of that part it holds already."""
    words = line.words
    if not words or len(words) > 400:
        return None
    # At the head „Der Rat beschließt:“ opens the decision; later on, with more behind it, it would be a quotation.
    if current in {Part.HEAD, Part.REASONS, Part.DECISION, Part.OTHER}:
        opening = _OPENING.fullmatch(words)
        if opening and (current in {Part.HEAD, Part.DECISION} or not opening["rest"]):
            return Part.DECISION, opening["rest"]
    if current is Part.HEAD and len(filled(line.text)) > 1 and not line.heading:
        return None
    for part, pattern in _PATTERNS:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        if not match["rest"] and (match["colon"] or line.heading or _looks_alone(match["name"])):
            return (part, "") if _fits(part, current, words, marked=line.heading) else None
        if match["rest"] and match["colon"] and len(match["name"]) < 80 and part not in {Part.OTHER, Part.SIGNATURES}:
            if match["name"][0].isupper() and _fits(part, current, match["name"], marked=line.heading):
                return part, match["rest"]
            return None
    if line.heading and current is not Part.HEAD:
        return Part.OTHER, ""
    return None


def _looks_alone(name: str) -> bool:
    """A heading without a colon begins with a capital and is short."""
    return name[0].isupper() and len(name.split()) <= 6 and not name.endswith((",", ".", ";"))


def _fits(part: Part, current: Part, words: str, *, marked: bool) -> bool:
    """Labels of the head that read like headings further down, and the other way round."""
    bare = words.rstrip(" :").lower()
    if current is Part.HEAD:
        return (
            bare not in {"anfrage", "antrag", "bericht", "mitteilung", "ziel", "anlage", "anlagen", "frage", "antwort"}
            or marked
        )
    # Among questions, „Antwort“ parts one answer from the next, and belongs to them.
    if part is Part.ANSWERS and current is Part.QUESTIONS:
        return False
    return not (part in {Part.ANSWERS, Part.QUESTIONS} and bare in {"antwort", "frage"})


def _is_signature_row(line: Line) -> bool:
    words = [cell.lower() for cell in filled(line.text)]
    if sum(word in _SIGNING for word in words) >= 2:
        return True
    bare = line.words.lower()
    return len(bare) < 200 and sum(bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", bare)) for word in _SIGNING) >= 3
