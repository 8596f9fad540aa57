"""Results and votes that stand elsewhere than in the table, brought to the station they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from portal.imports.vorlage.actors import is_body
from portal.imports.vorlage.cells import filled
from portal.imports.vorlage.germandates import first_date
from portal.imports.vorlage.lines import Line
from portal.imports.vorlage.stationrows import Station
from portal.imports.vorlage.votes import Outcome, Tally, outcome_in, stance_in, tally_in
from portal.records.words import Role

IsGroup = Callable[[str], bool]
SameBody = Callable[[str, str], bool]

_PARTIES = re.compile(
    r"(?:(?:Die\s+)?(?:Rats)?Fraktion\s+(?:der\s+)?)?(?:CDU|SPD|FDP|AfD|CSU|SSW|BSW|Volt|ÖDP|ödp|Piraten|Die\s+PARTEI|Freie\s+Wähler|FW|FWG|UWG|WiN|Linke|Die\s+Linke"
    r"|(?:Bündnis\s*90\s*/\s*Die\s+)?Grüne[n]?|B'?90/(?:Die\s+)?Grüne[n]?|fraktionslos\w*)(?:[- ]Fraktion)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:Beratungs|Abstimmungs)?(?:ergebnis|Abstimmung|Beschluss)\s*:\s*", re.IGNORECASE)
_COUNT_COLUMNS = re.compile(r"(?:Fraktion\w*|Gruppe|Partei)\s+Ja\s+Nein(?:\s+Enth\w*\.?)?", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    """Lines about one outcome: where it was found, what it says, which station it names."""

    body: str
    date: str | None
    lines: list[Line] = field(default_factory=list)
    outcome: Outcome = field(default_factory=Outcome)
    groups: list[tuple[str, Tally]] = field(default_factory=list)


def with_outcomes(
    stations: Sequence[Station], lines: Sequence[Line], is_group: IsGroup, same: SameBody
) -> list[Station]:
    """The stations with what came out, as far as the paper prints it."""
    found = [*stations]
    for block in _blocks(lines, is_group):
        place, sure = _station_of(block, found, same)
        if place is None:
            continue
        old = found[place]
        found[place] = replace(
            old,
            said=replace(old.said, outcome=_merged(old.said.outcome, block.outcome)),
            groups=old.groups or tuple(block.groups),
            outcome_lines=(*old.outcome_lines, *block.lines),
            outcome_is_sure=old.outcome_is_sure and sure,
        )
    return found


def _blocks(lines: Sequence[Line], is_group: IsGroup) -> list[_Block]:
    """Runs of lines that only tell results, each with the body and the day named at its head."""
    found: list[_Block] = []
    current: _Block | None = None
    body, date, since = "", None, 99
    counting = False
    for line in lines:
        words = line.words
        if not words:
            continue
        counting = bool(_COUNT_COLUMNS.fullmatch(" ".join(filled(line.text)))) or counting
        group = _group_vote(line, is_group, counting=counting)
        named = _names_station(words)
        if named:
            body, date = named
            since, current = 0, None
        outcome = None if group else _outcome_of(words, named=bool(named))
        near = since <= 4
        if group or outcome:
            again = outcome is not None and current is not None and _tells_again(current.outcome, outcome)
            if current is None or again:
                current = _Block(body=body if near else "", date=date if near else None)
                found.append(current)
            current.lines.append(line)
            if group:
                current.groups.append(group)
            elif outcome:
                current.outcome, counting = _merged(current.outcome, outcome), False
        elif not named and current and not _COUNT_COLUMNS.search(words) and len(words.split()) > 8:
            current, counting = None, False
        since += 1
    return found


def _outcome_of(words: str, *, named: bool) -> Outcome | None:
    """A line that does nothing but tell a result: short, or labelled as one."""
    labelled = bool(_LABEL.match(words))
    outcome = outcome_in(_LABEL.sub("", words))
    if not outcome or len(words.split()) > 30:
        return None
    is_sentence = words.endswith((".", ",", ";")) and len(words.split()) > 5 and not outcome.tally
    if not labelled and not named and (len(words.split()) > (14 if outcome.tally else 9) or is_sentence):
        return None
    # „wird beschlossen“ alone may be the end of a proposal; votes or the way it was decided make it a result.
    telling = outcome.majority or outcome.tally or labelled or named
    alone = bool(re.fullmatch(r"(?:un)?(?:ge|ver)?ändert\s+\w+|beschlossen|abgelehnt|empfohlen|vertagt|zurückgezogen|zurückgestellt|zur\s+Kenntnis\s+genommen", words.rstrip("."), re.IGNORECASE))  # fmt: skip
    return outcome if telling or alone else None


def _names_station(words: str) -> tuple[str, str | None] | None:
    """`Hauptausschuss vom 16.05.2022`, `Sitzung der Stadtvertretung am 14. Juni 2022: …`."""
    if len(words) > 160:
        return None
    head = re.split(r":\s|–\s|\(\s?(?=\d|[Jj]a)", words, maxsplit=1)[0]
    date = first_date(head)
    if date is None and words.endswith("."):
        return None  # a sentence about a body
    bare = re.sub(
        r"(?:^(?:Sitzung|Beratung|Beschluss|Ergebnis|Beratungsergebnis|Abstimmung)\s+(?:des|der|im|in\s+der)\s+)|\s*,?\s*(?:vom|am|,)?\s*\d.*$",
        "",
        head,
    ).strip(" ,.")
    return (bare, date) if is_body(bare) and len(bare.split()) <= 8 else None


def _group_vote(line: Line, is_group: IsGroup, *, counting: bool) -> tuple[str, Tally] | None:
    """`CDU: 12 Ja, 1 Nein`, `SPD | 9 | 0 | 1`, `FDP: dagegen`."""
    parts = filled(line.text)
    if len(parts) == 1 and ":" in line.words:
        name, _, rest = line.words.partition(":")
        parts = [name.strip(), rest.strip()]
    if len(parts) == 1 and (
        match := re.match(rf"({_PARTIES.pattern})\s+(?=\d|[Jj]a\b|[Nn]ein\b|dafür|dagegen|Enth)", line.words)
    ):
        parts = [match[1], line.words[match.end() :]]
    if len(parts) < 2 or not (_PARTIES.fullmatch(parts[0]) or is_group(parts[0])):
        return None
    rest = " ".join(parts[1:])
    if tally := tally_in(rest):
        return parts[0], tally
    if (counting or len(parts) > 2) and 1 < len(numbers := re.findall(r"(?<![\d.,])\d{1,3}(?![\d.,])", rest)) <= 3:
        counts = [int(number) for number in numbers]
        return parts[0], Tally(yes=counts[0], no=counts[1], abstained=counts[2] if len(counts) == 3 else None)
    stance = stance_in(rest)
    return (parts[0], Tally(stance=stance)) if stance else None


def _tells_again(before: Outcome, new: Outcome) -> bool:
    return bool((before.result and new.result and before.result != new.result) or before.tally.contradicts(new.tally))


def _merged(before: Outcome, new: Outcome) -> Outcome:
    return Outcome(
        result=before.result or new.result,
        majority=before.majority or new.majority,
        tally=before.tally.completed_by(new.tally),
        wording=before.wording if before else new.wording,
    )


def _station_of(block: _Block, stations: Sequence[Station], same: SameBody) -> tuple[int | None, bool]:
    """Which station an outcome belongs to, and whether the paper says so itself."""
    if block.body:
        fitting = [place for place, station in enumerate(stations) if same(station.body, block.body)]
        dated = [place for place in fitting if block.date is None or stations[place].said.date in {None, block.date}]
        if len(dated or fitting) == 1:
            return (dated or fitting)[0], bool(dated)
        if not fitting:
            return None, False
    if len(stations) == 1:
        return 0, True
    deciding = [place for place, station in enumerate(stations) if station.said.role is Role.DECISION]
    return (deciding[-1], False) if len(deciding) == 1 else (len(stations) - 1 if stations else None, False)
