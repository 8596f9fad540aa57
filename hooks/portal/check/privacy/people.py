"""Who is named without holding public office: by a form of address, by a role, in a question time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portal.check.privacy.findings import Finding, Kind
from portal.records import Person

_WORD = r"[A-ZÄÖÜ][a-zäöüßéèáçñ]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*"
_NAME = rf"(?:(?:von|van|de|zu|zur|vom)(?: der| den| dem)? )?{_WORD}"
_TITLES = r"(?:(?:Dr|Prof|Dipl|Ing|med|jur|rer|nat|h\. ?c)\.(?:-Ing\.)? |[A-ZÄÖÜ]\. ?)*"
#: What people are called who hold no office, up to the ending for women.
_ROLES = (
    "Anwohner|Anlieger|Bürger|Einwohner|Mieter|Vermieter|Nachbar|Antragsteller|Beschwerdeführer|Einwender|Petent|Fragesteller|"
    "Zuhörer|Besucher|Schüler|Grundeigentümer|Eigentümer|Kläger|Betroffene|Sachbearbeiter|Protokollführer|Mitarbeiter|Praktikant|"
    "Auszubildende|Privatmann|Privatfrau|Privatperson|Gast"
)
_ADDRESSED = re.compile(
    rf"\b(?P<shown>(?:(?:{_ROLES})(?:in|r)? )?(?:Herrn?|Frau|Hr\.|Fr\.|Fräulein|Familie|Eheleute) {_TITLES}(?P<name>{_NAME}(?: {_WORD})?))"
)
#: Women's roles are followed by a name; the others look like plurals, so there it takes two names to be sure.
_WOMAN_IN_ROLE = re.compile(rf"\b(?P<shown>(?:{_ROLES})in {_TITLES}(?P<name>{_NAME}(?: {_WORD})?))\b")
_IN_ROLE = re.compile(rf"\b(?P<shown>(?:{_ROLES})r? {_TITLES}(?P<name>{_WORD} {_NAME}))\b")
#: In each of these, what is looked for stands before a role: „Max Muster (Anwohner)“.
_BEFORE_ROLE = re.compile(rf"\b(?P<shown>(?P<name>{_WORD} {_NAME})),? \(?(?:eine? )?$")
_LONGEST_NAME = 120
_ROLE = re.compile(_ROLES)
_WHOLE_ROLE = re.compile(rf"(?:{_ROLES})(?:in)?\b")
_ASKING = re.compile(
    rf"(?:[Ff]ragestunde|Einwohnerfragen?|Bürgerfragen?)\b[^.:]{{0,40}}: ?(?P<shown>(?P<name>{_WORD} {_NAME}))"
    r"(?= ?(?:,|\(|aus der |aus dem |hat |bat |bittet |möchte |wollte |will |sagte? |frag\w+ |erkundigt\w* |weist |wies |regt\w* |kritisiert\w* |beklagt\w* |beschwert\w* ))"
)
_OFFICES = re.compile(
    r".*(?:[Mm]eister|[Rr]at|[Rr]ät|[Pp]räsident|[Mm]inister|[Dd]ezernent|[Ll]eiter|[Vv]ertreter|[Vv]orsteher|[Dd]irektor|[Ss]ekretär|"
    r"[Kk]anzler|Doktor|Professor|Kollege|Kolleg|[Bb]eauftragt|[Aa]bgeordnet|[Vv]orsitzend|[Bb]eigeordnet|[Mm]itglied)(?:in|e|er|en|n)?"
)
#: Capitals that begin no name.
_NO_NAMES = re.compile(
    r"(?:Herrn?|Frau|Anfang|Mitte|Ende|Stand|Stadt|Land|Kreis|Gemeinde|Quartal|Jahr|Januar|Februar|März|April|Mai|Juni|Juli|August"
    r"|September|Oktober|November|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
    r"|.*(?:stedt|stadt|ung|heit|keit|schaft|tion|tät|ium|schule|klasse|verein|kreis|haus))s?"
)
_FORMS_OF_ADDRESS = ("Herr", "Hr.", "Frau", "Fr.", "Fräulein", "Familie", "Eheleute")
_SIGNS = (*_FORMS_OF_ADDRESS, "ragestunde", *_ROLES.split("|"))
#: An office that is none, at its beginning: „Bürgerin“, but not „Bürgermeisterin“ or „wählbare Bürgerin“.
_NO_OFFICE = re.compile(rf"(?:{_ROLES})(?:in|r)?\b(?!-)")
_SPELT_OUT = {ord(sign): spelt for sign, spelt in zip("äöüß", ("ae", "oe", "ue", "ss"), strict=True)}


def surnames(people: Iterable[Person]) -> frozenset[str]:
    """All names of those in public office but the first, as they are compared."""
    return frozenset(_folded(name) for person in people for name in person.title.split()[1:])


def may_hold_name(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def names(text: str) -> Iterator[Finding]:
    """What may be the name of somebody without office, unless it is known as that of somebody who holds one."""
    for match in _matches(text):
        words = [word for word in match["name"].split() if word[0].isupper() and not _OFFICES.fullmatch(word)]
        if words and not _NO_NAMES.fullmatch(words[0]):
            yield Finding(Kind.NAME, match["shown"], tuple(words))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What may be a name, looked for only around the words that give it away: most texts have few of them."""
    if any(sign in text for sign in _FORMS_OF_ADDRESS):
        yield from _ADDRESSED.finditer(text)
    for role in _ROLE.finditer(text):
        yield from filter(None, (pattern.match(text, role.start()) for pattern in (_WOMAN_IN_ROLE, _IN_ROLE)))
        if _WHOLE_ROLE.match(text, role.start()):
            before = _BEFORE_ROLE.search(text[max(0, role.start() - _LONGEST_NAME) : role.start()])
            yield from [before] if before else []
    if "rage" in text:
        yield from _ASKING.finditer(text)


def is_no_office(office: str) -> bool:
    """Whether someone would stand among the people of the register without holding public office."""
    return bool(_NO_OFFICE.match(office.strip()))


def is_known(name: str, known: frozenset[str]) -> bool:
    folded = _folded(name)
    return folded in known or folded.removesuffix("s") in known


def _folded(name: str) -> str:
    return name.lower().translate(_SPELT_OUT)
