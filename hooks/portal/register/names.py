"""Who is meant by an id: the directory that both the checks and the register look names up in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.problems import did_you_mean
from portal.records import RECORD_TYPES, UNKNOWN, Record
from portal.records.references import Location, Mention
from portal.register.entries import Entry, Key

GLOSSARY = "glossar"

#: A link in prose: [[id]], [[id#punkt-3]], [[roadmap/id|other words]]. The words may run over a line's end.
WIKI_LINK = re.compile(r"\[\[(?P<name>[^\[\]|\n]{1,200})(?:\|(?P<words>[^\[\]]{1,300}))?\]\]")


class Target(NamedTuple):
    """A record, or one part of it. A city has a hundred thousand; tuples are made and compared fastest."""

    key: Key
    fragment: str = ""


#: What was meant to be a link but is none: not closed, empty, or without words after the bar.
BROKEN_LINK = re.compile(rf"(?!{WIKI_LINK.pattern})\[\[[^\n\]]{{0,60}}\]{{0,2}}")

#: A link as Markdown knows it: [words](address), its address further down, or HTML.
WEB_LINK = re.compile(
    r"""(?:\]\(\s*<?|^[ ]{0,3}\[(?!\^)[^\]\n]{1,300}\]:\s*<?|<a\b[^<>]{0,300}?\shref\s*=\s*["']?\s*)(?P<name>[^)\s>"']+)""",
    re.MULTILINE | re.IGNORECASE,
)


def prose_links(entry: Entry[Record]) -> Iterator[tuple[Location, int, str]]:
    """Every `[[name]]` in an entry: the field it stands in (none for the prose), its offset there, the name."""
    return _matches(entry, WIKI_LINK, ("[[",))


def broken_links(entry: Entry[Record]) -> Iterator[tuple[Location, int, str]]:
    """Every `[[` that begins no readable link, in the same form."""
    return _matches(entry, BROKEN_LINK, ("[[",))


def web_links(entry: Entry[Record]) -> Iterator[tuple[Location, int, str]]:
    """Every address that a text links to in the way of Markdown, in the same form."""
    return _matches(entry, WEB_LINK, ("](", "]:", "<a", "<A"))


def _matches(
    entry: Entry[Record], pattern: re.Pattern[str], signs: tuple[str, ...]
) -> Iterator[tuple[Location, int, str]]:
    """What a pattern finds in the prose and in every text field; nothing where a text has none of some signs."""
    for location, text in entry.raw.linking if entry.raw else ():
        if not any(sign in text for sign in signs):
            continue
        for match in pattern.finditer(text):
            yield location, match.start(), match.groupdict().get("name") or match[0]


class UnknownName(Exception):
    """Nobody, or more than one, goes by that name; the message says so in German."""


@dataclass(frozen=True, slots=True)
class Names:
    """All ids and anchors of a set of records."""

    entries: dict[Key, Entry[Record]]
    by_id: dict[str, list[Key]] = field(default_factory=dict)
    #: Ids that records had before, to what they are called now.
    former: dict[Key, Key] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry[Record]]) -> Names:
        names = cls({entry.key: entry for entry in entries})
        for key, entry in names.entries.items():
            names.by_id.setdefault(key.id, []).append(key)
            for old in entry.record.former_ids:
                names.former.setdefault(Key(key.type, old), key)
        return names

    def knows(self, key: Key) -> bool:
        """Whether an address leads to a record, if only because it had that id before."""
        return key in self.entries or key in self.former

    def resolve_mention(self, mention: Mention) -> Target:
        if mention.text == UNKNOWN:
            raise UnknownName(f"„{UNKNOWN}“ ist hier keine Kennung. Was unbekannt ist, bitte weglassen.")
        return self.resolve(mention.text, mention.ref.types, points=mention.ref.points)

    def resolve(self, text: str, types: tuple[str, ...] = (), *, points: bool = True) -> Target:
        """The record an editor means by `id`, `type/id` or `id#anchor`; UnknownName if there is no single one.

        Without a type, glossary terms come last: `hauptausschuss` is the body, not the word for it.
        """
        name, hash_sign, fragment = text.strip().partition("#")
        named = self.by_id.get(name, [])
        if len(named) == 1 and not hash_sign and "/" not in name and (not types or named[0].type in types):
            return Target(named[0])  # nearly always, so it comes first
        if hash_sign and not points:
            raise UnknownName(f"„{text}“: Hier wird ein ganzer Eintrag erwartet. Bitte ohne „#{fragment}“ schreiben.")
        key = self._find(name, types)
        if hash_sign:
            known = self.entries[key].anchors
            if fragment not in known:
                exists = f" Es gibt: {', '.join(known)}." if known else ""
                hint = did_you_mean(fragment, known) or exists or " Der Eintrag hat keine nummerierten Teile."
                raise UnknownName(f"„{name}“ hat keine Stelle „#{fragment}“.{hint}")
        return Target(key, fragment)

    def _find(self, name: str, types: tuple[str, ...]) -> Key:
        qualifier, slash, bare = name.rpartition("/")
        if slash:
            if len(types) == 1:
                raise UnknownName(f"„{name}“: Hier genügt die Kennung „{bare}“.")
            if qualifier not in RECORD_TYPES:
                hint = did_you_mean(qualifier, RECORD_TYPES) or f" Es gibt: {', '.join(RECORD_TYPES)}."
                raise UnknownName(f"„{qualifier}/“ ist keine Art von Einträgen.{hint}")
            types, name = (qualifier,), bare
        candidates = [key for key in self.by_id.get(name, []) if not types or key.type in types]
        if len(candidates) > 1 and not types:
            candidates = [key for key in candidates if key.type != GLOSSARY]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            choices = " oder ".join(f"„{key}“" for key in sorted(candidates))
            raise UnknownName(f"„{name}“ ist mehrdeutig. Bitte {choices} schreiben.")
        raise UnknownName(self._why_unknown(name, types))

    def _why_unknown(self, name: str, types: tuple[str, ...]) -> str:
        for old, new in self.former.items():
            if old.id == name and (not types or old.type in types):
                return f"„{name}“ heißt jetzt „{new.id}“. Bitte die neue Kennung schreiben."
        wanted = " oder ".join(RECORD_TYPES[name].plural for name in types)
        if others := self.by_id.get(name):
            found = RECORD_TYPES[others[0].type].plural
            return f"„{name}“ steht unter „{found}“, hier wird aber etwas aus „{wanted}“ erwartet."
        known = [key.id for key in self.entries if not types or key.type in types]
        where = f" unter „{wanted}“" if types else ""
        return f"„{name}“ gibt es{where} nicht.{did_you_mean(name, known)}"
