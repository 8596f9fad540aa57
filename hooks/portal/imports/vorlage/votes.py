"""Results and votes, in the many ways in which minutes write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from portal.records.words import Majority, Result, Stance

#: The first that fits counts, so the narrower words come first.
_RESULTS: tuple[tuple[str, Result], ...] = (
    (r"nicht\s+(?:behandelt|beraten)|abgesetzt|von\s+der\s+tagesordnung\s+genommen|nicht\s+aufgerufen", Result.NOT_TAKEN_UP),
    (r"nicht\s+empfohlen|nichtempfehlung|ablehnung\s+empfohlen|empfiehlt,?\s+(?:die\s+)?ablehn", Result.NOT_RECOMMENDED),
    (r"(?<!un)(?:geändert|veränderte?r?)\s+empfohlen", Result.RECOMMENDED_CHANGED),
    (r"empfohlen|empfehlung\s+(?:beschlossen|ausgesprochen)", Result.RECOMMENDED),
    (r"(?:in\s+geänderter\s+(?:form|fassung)|(?<!un)geändert|mit\s+änderungen)\s+(?:beschlossen|angenommen|zugestimmt)", Result.ADOPTED_CHANGED),
    (r"teilweise\s+(?:beschlossen|angenommen)", Result.PARTLY_ADOPTED),
    (r"abgelehnt|abgewiesen|ablehnung|keine\s+mehrheit", Result.REJECTED),
    (r"vertagt|zurückgestellt|verschoben", Result.POSTPONED),
    (r"(?:ver|über|zurück)wiesen", Result.REFERRED),
    (r"zurückgezogen|zurückgenommen", Result.WITHDRAWN),
    (r"erledigt", Result.SETTLED),
    (r"(?:zur\s+kenntnis|kenntnis)\s*(?:genommen|gegeben)|kenntnisnahme\s+erfolgt", Result.NOTED),
    (r"(?<!zu\s)(?:beschlossen|angenommen|zugestimmt)(?!\s+werden)|zustimmung\s+erteilt|beschlussgemäß|antragsgemäß", Result.ADOPTED),
)  # fmt: skip
_UNANIMOUS = re.compile(r"einstimmig|einmütig", re.IGNORECASE)
_MAJORITY = re.compile(r"mehrheitlich|mit\s+(?:stimmen)?mehrheit|mehrheitsbeschluss|stimmenmehrheit", re.IGNORECASE)

_YES = r"(?:ja(?:-?\s?stimmen?)?|dafür|zustimmungen?|fürstimmen|pro)"
_NO = r"(?:nein(?:-?\s?stimmen?)?|dagegen|ablehnungen?|gegenstimmen?|contra)"
_ABSTAINED = r"(?:enthaltung(?:en)?|enth\.?|stimmenthaltung(?:en)?|enthalten)"
_COUNT = r"(?P<n>\d{1,3}|kein(?:e|er)?)"
#: What parts word and number from one another: „Ja-Stimmen: 29“, „Ja 29“, „Ja | 29“.
_SEP = r"\s*[:=|(]?\s*"
_COLONS = re.compile(r"(?<![\d.,:/])(\d{1,3})\s*:\s*(\d{1,3})(?:\s*:\s*(\d{1,3}))?(?![\d.:])(?!\s*Uhr)")
_LABELLED_TRIPLE = re.compile(
    rf"{_YES}\s*/\s*{_NO}\s*/\s*{_ABSTAINED}\s*:?\s*(\d{{1,3}})\s*/\s*(\d{{1,3}})\s*/\s*(\d{{1,3}})", re.IGNORECASE
)
_HINT_OF_VOTE = re.compile(r"stimm|ergebnis|beschlossen|abgelehnt|empfohlen|angenommen|mehrheit", re.IGNORECASE)
_STANCES = (
    (Stance.YES, re.compile(rf"^(?:{_YES}|zugestimmt|ja)$", re.IGNORECASE)),
    (Stance.NO, re.compile(rf"^(?:{_NO}|abgelehnt|nein)$", re.IGNORECASE)),
    (Stance.ABSTAINED, re.compile(rf"^(?:{_ABSTAINED})$", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counted votes; what was not said is None, never zero."""

    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    #: For a group only: how it voted, where nobody counted.
    stance: Stance | None = None

    def __bool__(self) -> bool:
        return any(part is not None for part in (self.yes, self.no, self.abstained, self.stance))

    def contradicts(self, other: Tally) -> bool:
        """Whether both count the same and come to different numbers."""
        pairs = ((self.yes, other.yes), (self.no, other.no), (self.abstained, other.abstained))
        return any(one is not None and two is not None and one != two for one, two in pairs)

    def completed_by(self, other: Tally) -> Tally:
        """With what only the other one counts."""
        return Tally(
            yes=other.yes if self.yes is None else self.yes,
            no=other.no if self.no is None else self.no,
            abstained=other.abstained if self.abstained is None else self.abstained,
            stance=self.stance or other.stance,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came out at one station, as far as one place says."""

    result: Result | None = None
    majority: Majority | None = None
    tally: Tally = field(default_factory=Tally)
    wording: str = ""

    def __bool__(self) -> bool:
        return bool(self.result or self.majority or self.tally)


def outcome_in(text: str) -> Outcome:
    """Result, majority and votes named in a text."""
    words = " ".join(text.split())[:600]
    return Outcome(
        result=next((result for pattern, result in _RESULTS if re.search(pattern, words, re.IGNORECASE)), None),
        majority=Majority.UNANIMOUS
        if _UNANIMOUS.search(words)
        else (Majority.MAJORITY if _MAJORITY.search(words) else None),
        tally=tally_in(words),
        wording=words,
    )


def tally_in(text: str) -> Tally:
    """`29 Ja / 6 Nein / 0 Enth.`, `Ja: 29, Nein: 6`, `29 : 6 : 0` where votes are spoken of."""
    text = " ".join(text.split())[:600]
    if match := _LABELLED_TRIPLE.search(text):
        return Tally(yes=int(match[1]), no=int(match[2]), abstained=int(match[3]))
    before = [_number(rf"(?<![\d.,/]){_COUNT}\s*(?:x\s*)?{word}(?![a-zäöü])", text) for word in (_YES, _NO, _ABSTAINED)]
    after = [_number(rf"(?<![a-zäöü]){word}{_SEP}{_COUNT}(?![\d.]*\d)", text) for word in (_YES, _NO, _ABSTAINED)]
    # „Ja 29 Nein 6“ also reads as „29 Nein“: the way that begins the text is the one meant.
    starts_with_word = re.match(rf".*?(?:(?P<word>{_YES}|{_NO})|\d)", text, re.IGNORECASE)
    first, second = (after, before) if starts_with_word and starts_with_word["word"] else (before, after)
    found = first if sum(part is not None for part in first) >= sum(part is not None for part in second) else second
    if any(part is not None for part in found):
        return Tally(yes=found[0], no=found[1], abstained=found[2])
    if _HINT_OF_VOTE.search(text) and (match := _COLONS.search(text)):
        return Tally(yes=int(match[1]), no=int(match[2]), abstained=int(match[3]) if match[3] else None)
    return Tally()


def stance_in(text: str) -> Stance | None:
    """How a group voted, where a cell only says that."""
    word = text.strip(" .:;,-–()").lower()
    return next((stance for stance, pattern in _STANCES if pattern.match(word)), None)


def _number(pattern: str, text: str) -> int | None:
    match = re.search(pattern, text, re.IGNORECASE)
    if not match:
        return None
    return int(match["n"]) if match["n"].isdigit() else 0
