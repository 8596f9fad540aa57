"""From an OParl endpoint into the local copy: the system, its body, the body's lists page by page, then what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from portal.imports.oparl.client import Client, Gone, Unreachable
from portal.imports.oparl.index import Index
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.run import Impossible, Progress
from portal.imports.oparl.shape import SYSTEM, kind_of
from portal.imports.oparl.spool import ListState, Spool

#: In this order, and those of 1.1 as far as they are there: they tell what changed inside others.
_LISTS = {
    "organization": "Gremien",
    "meeting": "Sitzungen",
    "paper": "Vorlagen",
    "agendaItem": "Tagesordnungspunkte",
    "consultation": "Beratungen",
}
_OF_PEOPLE = {"person": "Personen", "membership": "Ämter"}
#: Who names what that must be there, too.
_NEEDED = (
    ("Paper", "consultation", "Consultation"),
    ("Consultation", "agendaItem", "AgendaItem"),
    ("Consultation", "meeting", "Meeting"),
    ("Consultation", "organization", "Organization"),
    ("Meeting", "agendaItem", "AgendaItem"),
    ("Meeting", "organization", "Organization"),
    ("Meeting", "location", "Location"),
    ("AgendaItem", "consultation", "Consultation"),
    ("AgendaItem", "meeting", "Meeting"),
    ("Paper", "mainFile", "File"),
    ("Paper", "auxiliaryFile", "File"),
    ("Person", "membership", "Membership"),
)
#: Clocks differ; what was changed in these minutes is read twice.
_OVERLAP = dt.timedelta(minutes=10)


@dataclass(slots=True, kw_only=True)
class Endpoint:
    """One system at one address."""

    url: str
    client: Client
    spool: Spool
    notes: Notes
    progress: Progress
    #: The present moment, told from outside.
    now: Callable[[], dt.datetime]
    with_people: bool = False

    def sync(self, wanted: str | None) -> None:
        """Bring the copy up to date; Unreachable where that is not possible now."""
        body = self._chosen(self._bodies(), wanted)
        self.spool.add([body])
        for key, label in (_LISTS | (_OF_PEOPLE if self.with_people else {})).items():
            if isinstance(url := body.get(key), str):
                self._read_list(url, label)

    def objects(self) -> Iterator[tuple[Any, str]]:
        return ((item, self.url) for item in self.spool.objects())

    def missing(self, index: Index) -> Iterator[tuple[Any, str]]:
        """What is named, but stood in no list: asked for one by one, and what that names in turn."""
        while names := [name for name in self._wanted(index) if name not in self.spool.gone]:
            for number, name in enumerate(names, start=1):
                try:
                    found = self.client.get(name)
                except (Gone, Unreachable) as error:
                    self.notes.hint(self.url, f"Ein Objekt fehlt. {error}")
                    found = None
                is_found = isinstance(found, dict)
                if not is_found or found.get("id") != name:
                    # What is not there, or answers under another name, would be asked for again and again.
                    self.spool.gone.add(name)
                self.spool.add([found] if is_found else [])
                if is_found:
                    yield found, self.url
                self.progress("Einzelne Objekte", number, len(names))

    def _wanted(self, index: Index) -> list[str]:
        return sorted(
            {
                name
                for kind, key, other in _NEEDED
                for node in index.nodes[kind].values()
                for name in node.all(key)
                if name not in index.nodes[other] and "#" not in name and not node.is_deleted
            }
        )

    # --- The way to the lists ------------------------------------------------------------------

    def _bodies(self) -> list[dict[str, Any]]:
        """From whichever object the address leads to."""
        first = self.client.get(self.url)
        if isinstance(first, dict) and kind_of(first.get("type")) == SYSTEM:
            self.client.allow(first.get("body"))
            first = self.client.get(str(first.get("body")))
        items, following = _page(first)
        seen: set[str] = set()
        while following and following not in seen:
            seen.add(following)
            more, following = _page(self.client.get(following))
            items += more
        found = [item for item in items if kind_of(item.get("type")) == "Body"]
        if not found:
            raise Impossible(f"Unter {self.url} antwortet kein OParl-System: Es nennt keine Körperschaft (Body).")
        return found

    @staticmethod
    def _chosen(bodies: list[dict[str, Any]], wanted: str | None) -> dict[str, Any]:
        if wanted:
            bodies = [body for body in bodies if wanted in (body.get("id"), body.get("name"), body.get("shortName"))]
            if not bodies:
                raise Impossible(f"„{wanted}“ kennt das System nicht.")
        if len(bodies) > 1:
            named = ", ".join(f"„{body.get('name') or body.get('id')}“" for body in bodies)
            raise Impossible(f"Das System dient mehreren: {named}. Bitte eine nennen, mit --stadt NAME.")
        return bodies[0]

    def _read_list(self, url: str, label: str) -> None:
        """Page after page; after each one the copy knows how far it is."""
        state = self.spool.lists.setdefault(url, ListState())
        if not state.next:
            state.began = (self.now() - _OVERLAP).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        address: str | None = state.next or _since(url, state.since)
        seen: set[str] = set()
        while address:
            seen.add(address)
            items, following = self._page_of(address, is_update=bool(state.since))
            # A list that leads back to itself has come to its end.
            address = following if following not in seen else None
            state.next = address or ""
            if not address:
                state.since = state.began
            self.spool.add(items)
            self.progress(f"{label}, Seite", len(seen), len(seen) + bool(address))

    def _page_of(self, address: str, *, is_update: bool) -> tuple[list[dict[str, Any]], str | None]:
        try:
            return _page(self.client.get(address))
        except Gone:
            # What has not changed since is answered with „not found“ by some.
            if is_update:
                return [], None
            raise


def _page(answer: object) -> tuple[list[dict[str, Any]], str | None]:
    """The objects of a page and the address of the next; an object alone is a page of one."""
    if isinstance(answer, list):
        return [item for item in answer if isinstance(item, dict)], None
    if not isinstance(answer, dict):
        return [], None
    data = answer.get("data")
    if not isinstance(data, list):
        return ([answer] if "id" in answer else []), None
    links = answer.get("links")
    following = links.get("next") if isinstance(links, dict) else None
    return [item for item in data if isinstance(item, dict)], following if isinstance(following, str) else None


def _since(url: str, moment: str) -> str:
    """Written without a plus sign, which some systems read as a blank."""
    if not moment:
        return url
    return f"{url}{'&' if '?' in url else '?'}modified_since={moment}"
