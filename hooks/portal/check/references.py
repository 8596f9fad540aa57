"""Every record that is named exists, and no chain of records runs in a circle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from html import unescape
from itertools import islice

from portal.load import Unread
from portal.problems import Problem
from portal.records import RECORD_TYPES, Record
from portal.records.references import Location
from portal.register.entries import Entry, Key
from portal.register.names import Names, UnknownName, broken_links, prose_links, web_links
from portal.register.urls import TAKEN

#: Wrong links of one record that are told: to look for the nearest name takes time.
_ENOUGH = 25


def problems(entry: Entry[Record], names: Names, unread: Unread) -> Iterator[Problem]:
    """Everything that a record names and nobody is called."""
    for rule in (
        dangling(entry, names, unread),
        wrong_prose_links(entry, names, unread),
        wrong_web_links(entry, names),
    ):
        found = list(islice(rule, _ENOUGH + 1))
        yield from found[:_ENOUGH]
        if len(found) > _ENOUGH:
            yield entry.problem(
                (), f"Mehr als {_ENOUGH} Verweise dieses Eintrags führen ins Leere. Bitte zuerst die anderen beheben."
            )


def dangling(entry: Entry[Record], names: Names, unread: Unread) -> Iterator[Problem]:
    for mention in entry.mentions:
        try:
            names.resolve_mention(mention)
        except UnknownName as error:
            if unread.may_hold(mention.text, mention.ref.types):
                continue
            field = next(step for step in reversed(mention.location) if isinstance(step, str))
            yield entry.problem(mention.location, f"{field}: {error}")
    for index, contradiction in enumerate(entry.record.contradictions):
        known = entry.anchors
        if contradiction.on and contradiction.on not in known:
            exists = f"Es gibt: {', '.join(known)}." if known else "Der Eintrag hat keine nummerierten Teile."
            yield entry.problem(
                ("widersprueche", index, "betrifft"), f"Die Stelle „{contradiction.on}“ gibt es hier nicht. {exists}"
            )


def wrong_prose_links(entry: Entry[Record], names: Names, unread: Unread) -> Iterator[Problem]:
    """`[[id]]` in the prose below the header and in any text field."""
    for location, offset, name in prose_links(entry):
        if message := _wrong_link(name, names, unread):
            yield _at(entry, location, offset, message)
    for location, offset, text in broken_links(entry):
        message = f"Der Verweis „{text.strip()[:60]}“ ist nicht vollständig. Er sieht so aus: [[kennung]] oder [[kennung|Wörter]]."
        yield _at(entry, location, offset, message)


def wrong_web_links(entry: Entry[Record], names: Names) -> Iterator[Problem]:
    """Links in Markdown: to other sites with https://, to pages of the portal with / at the beginning."""
    for location, offset, address in web_links(entry):
        if not _leads_somewhere(unescape(address), names):
            message = (
                f"Der Link ({address[:60]}) führt nirgends hin. Einträge nennt man mit [[kennung]], Seiten des Portals "
                "mit einem Schrägstrich am Anfang, zum Beispiel (/roadmap/), andere Seiten mit https://."
            )
            yield _at(entry, location, offset, message)


def _leads_somewhere(address: str, names: Names) -> bool:
    if address.startswith("#") or _ELSEWHERE.match(address):
        return True
    path = address.partition("#")[0]
    if _ANOTHER_HOST.match(path) or not path.startswith("/") or not (path.endswith("/") or "." in path):
        return False
    first, _, rest = path[1:].partition("/")
    if first in RECORD_TYPES and rest:
        return names.knows(Key(first, rest.rstrip("/")))
    return first in {"", *TAKEN} or names.knows(Key("seiten", first))


def _at(entry: Entry[Record], location: Location, offset: int, message: str) -> Problem:
    """A problem in a field, or at a place of the prose."""
    if location or entry.raw is None:
        return entry.problem(location, message)
    line = entry.raw.body_line + entry.body.count("\n", 0, offset)
    return Problem(path=entry.raw.path, line=line, message=message)


def _wrong_link(name: str, names: Names, unread: Unread) -> str:
    try:
        names.resolve(name)
    except UnknownName as error:
        return "" if unread.may_hold(name) else f"Verweis [[{name}]]: {error}"
    return ""


#: What leads to other sites and programs.
_ELSEWHERE = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
#: What browsers read as the name of another host: //rathaus.example, also with backslashes.
_ANOTHER_HOST = re.compile(r"[/\\]{2}")
_CHAINS = {"vorgaenger": "Vorgänger", "teil-von": "übergeordneter Eintrag"}


def cycles(names: Names) -> Iterator[Problem]:
    """Nothing can be its own predecessor or its own part, however long the way round."""
    for field, parents in _parents(names).items():
        word = _CHAINS[field]
        while cycle := _cycle(parents):
            start = min(cycle)
            ids = [key.id for key in cycle]
            way = " → ".join(ids if len(ids) <= _ENOUGH else [*ids[:_ENOUGH], "…", ids[-1]])
            yield names.entries[start].problem(
                (field,), f"„{start.id}“ ist sein eigener {word}: {way}. Bitte den Kreis auflösen."
            )
            del parents[start]


def _cycle(parents: dict[Key, list[Key]]) -> list[Key]:
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        found: list[Key] = error.args[1]
        return found
    return []


@cache
def _chaining(model: type[Record]) -> tuple[str, ...]:
    """The attributes of a model that make chains."""
    return tuple(name for name, info in model.model_fields.items() if info.alias in _CHAINS)


def _parents(names: Names) -> dict[str, dict[Key, list[Key]]]:
    """By the field that names them: what each record follows or belongs to."""
    parents: dict[str, dict[Key, list[Key]]] = {field: {} for field in _CHAINS}
    for key, entry in names.entries.items():
        if not any(getattr(entry.record, attribute) for attribute in _chaining(type(entry.record))):
            continue
        for mention in entry.mentions:
            if (field := mention.location[0]) in _CHAINS:
                try:
                    parents[str(field)].setdefault(key, []).append(names.resolve_mention(mention).key)
                except UnknownName:
                    continue  # reported by `dangling`
    return parents
