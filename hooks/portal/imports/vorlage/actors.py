"""Bodies and people of the register, found by the names that papers give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from portal.records import Organization, Person, Record
from portal.records.words import OrganizationKind
from portal.register.entries import Entry
from portal.validate import slugify

_COUNCIL_WORDS = {"rat", "stadtrat", "gemeinderat", "stadtvertretung", "gemeindevertretung", "stadtverordnetenversammlung",
                  "ratsversammlung", "buergerschaft", "kreistag", "ratssitzung", "plenum"}  # fmt: skip
_DELIBERATING = {OrganizationKind.COUNCIL, OrganizationKind.COMMITTEE}
_GROUPS = {OrganizationKind.GROUP, OrganizationKind.PARTY}
#: How bodies are called anywhere: by what their names end or begin with.
_BODY = re.compile(
    r"(?:[\w-]*(?:ausschu(?:ss|ß)|ausschüsse|beirat|stadtrat|gemeinderat|ortsrat|kreistag|vertretung|versammlung|kommission|senat"
    r"|magistrat|bürgerschaft|kuratorium|ältestenrat|verwaltungsrat|aufsichtsrat|werkleitung|plenum|betriebsleitung"
    r"|vorstand|deputation|fraktionsrunde|gremium|konferenz|rat)(?:e?s)?)\b",
    re.IGNORECASE,
)
_NO_WORDS = {"der", "die", "das", "des", "den", "dem", "fuer", "und", "im", "in", "am", "zum", "stadt", "gemeinde", "fraktion", "ratsfraktion", "partei"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Who is meant, or the id that a record for them might get."""

    id: str
    known: bool
    #: Named word for word, not only nearly.
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    id: str
    kind: OrganizationKind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All names by which the register's bodies and people go."""

    bodies: tuple[_Named, ...] = ()
    people: tuple[tuple[str, frozenset[str]], ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry[Record]]) -> Directory:
        entries = [*entries]
        return cls(
            bodies=tuple(
                _named(entry.key.id, entry.record) for entry in entries if isinstance(entry.record, Organization)
            ),
            people=tuple(
                (entry.key.id, frozenset(_plain(entry.record.title).split()))
                for entry in entries
                if isinstance(entry.record, Person)
            ),
        )

    def body(self, text: str) -> Match:
        """A body that deliberates."""
        return self._organization(text, _DELIBERATING)

    def group(self, text: str) -> Match:
        """A parliamentary group."""
        return self._organization(text, _GROUPS)

    def office(self, text: str) -> Match:
        """Any organization, a department as a rule."""
        return self._organization(text, set(OrganizationKind))

    def person(self, text: str) -> str | None:
        """A person in public office, by first and last name in any order; nobody else is named."""
        words = frozenset(_plain(text).split())
        found = [key for key, names in self.people if len(names) > 1 and names <= words]
        if not found:
            found = [key for key, names in self.people if len(words) > 1 and words <= names]
        return found[0] if len(found) == 1 else None

    def named_in(self, text: str) -> list[str]:
        """People in office and groups that a running text names, in the order in which it does."""
        words = _plain(text).split()
        found: dict[int, str] = {}
        for key, names in self.people:
            last = key.rsplit("-", 1)[-1]
            addressed = re.search(
                rf"(?:Herrn?|Frau|Abgeordnete[nr]?|Stadtvertreter(?:in)?|Stadtrat|Stadträtin)\s+(?:Dr\.\s+)?{last}\b",
                text,
                re.IGNORECASE,
            )
            if (names <= set(words) and len(names) > 1) or addressed:
                found[words.index(last) if last in words else len(words)] = key
        for body in self.bodies:
            if body.kind in _GROUPS:
                for name in body.names:
                    if (place := _place_of(name.split(), words)) is not None and len(name) > 2:
                        found.setdefault(place, body.id)
        return [found[place] for place in sorted(found)]

    def _organization(self, text: str, kinds: set[OrganizationKind]) -> Match:
        wanted = _plain(text)
        candidates = [body for body in self.bodies if body.kind in kinds]
        exact = [body.id for body in candidates if wanted and wanted in body.names]
        if not exact and kinds == _DELIBERATING:  # other bodies are heard, too, if they are named in full
            exact = [body.id for body in self.bodies if wanted and wanted in body.names]
        if len(exact) == 1:
            return Match(id=exact[0], known=True, sure=True)
        near = _near(wanted, candidates)
        if near is None and kinds == _DELIBERATING and set(wanted.split()) & _COUNCIL_WORDS:
            councils = [body.id for body in candidates if body.kind is OrganizationKind.COUNCIL]
            near = councils[0] if len(councils) == 1 else None
        if near:
            return Match(id=near, known=True, sure=False)
        return Match(id=slugify(text) or "unbekannt", known=False, sure=False)


def _place_of(name: list[str], words: list[str]) -> int | None:
    return next((place for place in range(len(words)) if words[place : place + len(name)] == name), None)


def is_body(text: str) -> bool:
    """Whether a text names a body, by its words alone: not a sentence about one."""
    words = text.split()
    if not words or len(words) > 12 or text.endswith(("?", "!")):
        return False
    match = _BODY.search(text)
    return (
        match is not None and (match.start() == 0 or len(text[: match.start()].split()) <= 3) and words[0][0].isupper()
    )


def _named(key: str, organization: Organization) -> _Named:
    names = {_plain(organization.title), _plain(key.replace("-", " "))}
    if organization.short_name:
        names.add(_plain(organization.short_name))
    names |= {_initials(organization.title, nouns_only=nouns) for nouns in (True, False)}
    return _Named(id=key, kind=organization.kind, names=tuple(sorted(name for name in names if name)))


def _initials(title: str, *, nouns_only: bool) -> str:
    """„Ausschuss für Stadtentwicklung und Verkehr“: asv and afsuv, as papers shorten names."""
    words = re.findall(r"[^\W\d_]+", title)
    letters = "".join(word[0] for word in words if word[0].isupper() or not nouns_only).lower()
    return letters if len(letters) > 1 else ""


def _near(wanted: str, candidates: list[_Named]) -> str | None:
    """The one body whose name holds all words, or is spelt almost alike."""
    words = set(wanted.split())
    if not words or len(wanted) < 3:
        return None
    holding = {body.id for body in candidates for name in body.names if words <= set(name.split()) or (len(name) > 3 and set(name.split()) <= words)}  # fmt: skip
    if len(holding) == 1:
        return holding.pop()
    scored = sorted(((max(SequenceMatcher(None, wanted, name).ratio() for name in body.names), body.id) for body in candidates), reverse=True)  # fmt: skip
    if scored and scored[0][0] >= 0.87 and (len(scored) == 1 or scored[1][0] < scored[0][0]):
        return scored[0][1]
    return None


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Letters and digits in small, without the words that names share."""
    text = re.sub(r"(?<=[a-zäöüß])/-?(?:in|innen)\b|\*innen\b", "", text)
    words = slugify(text.replace("ß", "ss")).split("-")
    kept = [word for word in words if word not in _NO_WORDS]
    return " ".join(kept or words)
