"""Where someone lives: a street with a house number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.check.privacy.findings import Finding, Kind

_CAPITAL = "[A-ZÄÖÜ]"
#: What streets are called; the ends of words that are mostly something else are left to postal codes.
_ENDS = (
    "straße",
    "strasse",
    "str.",
    "weg",
    "allee",
    "platz",
    "gasse",
    "damm",
    "chaussee",
    "stieg",
    "twiete",
    "redder",
    "ufer",
    "kamp",
)
_HOUSE = r"\d{1,3}(?: ?[a-z]\b)?(?: ?[-–/+] ?\d{1,3}(?: ?[a-z]\b)?)?"
#: What shows that a number counts something, or goes on.
_NO_HOUSE = (
    r"(?!\d|[.,]\d|\.? ?(?:%|€|Euro|Prozent|km|m²?|ha|Kilometer|Meter|Hektar|Mio|Mrd|Millionen|Milliarden|Tausend|Stellen|Jahre[n]?"
    r"|Monate[n]?|Wochen|Tage[n]?|Stunden|Minuten|Uhr|Stimmen|Plätze[n]?|Menschen|Bäume[n]?|Januar|Februar|März|April|Mai|Juni|Juli"
    r"|August|September|Oktober|November|Dezember)(?!\w))"
)
_STREET = re.compile(
    rf"\b(?P<street>{_CAPITAL}[\w-]*?(?:{'|'.join(map(re.escape, _ENDS))})"
    rf"|(?!(?:Die|Der|Das|Den|Dem|Eine?|Diese|Jede|Keine)\b){_CAPITAL}[\w-]+ (?:Straße|Str\.|Weg|Allee|Damm)) (?P<house>{_HOUSE}){_NO_HOUSE}"
)
#: With a postal code, or where somebody lives, a street may be called anything.
_POSTAL = re.compile(
    rf"\b(?P<all>{_CAPITAL}[\w-]+(?:(?<=tr)\.)?(?: (?:de[rmn] )?{_CAPITAL}[\w-]+){{0,2}} {_HOUSE}),? (?:D-)?\d{{5}} {_CAPITAL}"
)
_LIVES = re.compile(
    rf"\b(?:[Ww]ohnhaft|[Ww]ohn(?:t|te|en|ten))\b[^.:;]{{0,40}}? (?P<all>{_CAPITAL}[\w.-]+(?: {_CAPITAL}[\w.-]+)* {_HOUSE}){_NO_HOUSE}"
)
#: Ways and places that no one lives at.
_NO_STREETS = re.compile(
    r"(?:Rad|Geh|Fuß|Um|Aus|Schul|Rechts|Dienst|Verwaltungs|Lösungs|Arbeits|Ausbildungs|Studien|Stell|Park|Spiel|Sport|Kita-?|"
    r"Krippen|Betreuungs|Sitz|Steh|Lager|Liege|Wohn|Start|Ladens?|Lade)(?:weg|platz|straße)|.*[Ii]nfostr\.|.*[Rr]adschnellweg"
)
_SIGNS = (*_ENDS, "Straße", "Str.", "Weg", "Allee", "Damm")
#: A pattern that begins with the digit finds the few digits of a text at once.
_NUMBER = re.compile(r"\d(?<=\s\d)")
_LIVING = ("ohnhaft", "wohnt", "wohnen")
_CODE = re.compile(r"[0-9]{5}\s+[A-ZÄÖÜ]")


def may_hold_address(text: str) -> bool:
    for number in _NUMBER.finditer(text):
        end = number.start() - 1
        while end > 0 and text[end - 1].isspace():
            end -= 1
        if text.endswith(_SIGNS, 0, end):
            return True
    return bool(_CODE.search(text)) or any(word in text for word in _LIVING)


def addresses(text: str) -> Iterator[Finding]:
    for match in _STREET.finditer(text):
        if not _NO_STREETS.fullmatch(match["street"]):
            yield Finding(Kind.ADDRESS, f"{match['street']} {match['house']}")
    for pattern in (_POSTAL, _LIVES):
        yield from (Finding(Kind.ADDRESS, match["all"]) for match in pattern.finditer(text))
