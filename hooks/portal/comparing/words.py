"""The differences as Markdown that people read under a proposal.

Titles come from strangers, and a comment is written by the portal's own account: whatever a record says is quoted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from portal.comparing.differences import BrokenLink, Changes, Differences, Listing, NewMoment, PageChange, Shape
from portal.german import count, number
from portal.quoting import quoted

MARK = "<!-- portal compare -->"
#: GitHub refuses comments of more than 65,536 characters.
LONGEST = 60_000
#: Longer lists are folded.
_SHOWN = 8

_Item = TypeVar("_Item", bound=Shape)


def markdown(differences: Differences) -> str:
    """A heading, a sentence, then a list for each sort of difference; as many lists as fit."""
    text = f"## Was sich für Leserinnen und Leser ändert\n\n{_sentence(differences)}\n"
    for block in _blocks(differences):
        if len(text) + len(block) > LONGEST:
            return f"{text}\nDer Rest ist zu lang für diese Übersicht.\n"
        text += f"\n{block}"
    return text


def comment(differences: Differences, preview: str, commit: str) -> str:
    """What stands under a proposal; the first line is the mark by which the next run finds it again."""
    return f"""{MARK}
{markdown(differences)}
[Die ganze Seite nach der Änderung herunterladen]({preview}) (angemeldet, 14 Tage lang). Danach entpacken, in dem Ordner
`python3 -m http.server` starten und http://127.0.0.1:8000 öffnen.

Verglichen hat das der Prüflauf dieses Vorschlags, für den Stand `{commit[:12]}`. Was im Vorschlag am Programm selbst
geändert ist, kann auch den Vergleich ändern.
"""


def _sentence(found: Differences) -> str:
    amounts = (
        (found.records.added.total, "neuer Eintrag", "neue Einträge"),
        (found.records.changed.total, "geänderter Eintrag", "geänderte Einträge"),
        (found.records.removed.total, "entfernter Eintrag", "entfernte Einträge"),
        (found.along.total, "Eintrag ändert sich mit", "Einträge ändern sich mit"),
        (found.others.added.total, "neue andere Seite", "neue andere Seiten"),
        (found.others.changed.total, "geänderte andere Seite", "geänderte andere Seiten"),
        (found.others.removed.total, "entfernte andere Seite", "entfernte andere Seiten"),
        (found.timeline.total, "neue Zeile in der Zeitleiste", "neue Zeilen in der Zeitleiste"),
        (found.timeline_lost, "Zeile weniger in der Zeitleiste", "Zeilen weniger in der Zeitleiste"),
    )
    said = [count(amount, one, many) for amount, one, many in amounts if amount]
    links = f"{count(found.broken.total, 'Link führt', 'Links führen')} neu ins Leere" if found.broken.total else ""
    return (
        f"{', '.join(said) or 'Nichts: Alle Seiten lesen sich wie vorher'}. {links or 'Kein Link ist kaputtgegangen'}."
    )


def _blocks(found: Differences) -> Iterator[str]:
    yield from _page_blocks(found.records, "Einträge")
    yield from _block("Neu in der Zeitleiste", found.timeline, _moment)
    yield from _block("Links, die neu ins Leere führen", found.broken, _link)
    yield from _block("Einträge, die sich mitändern", found.along, _page)
    yield from _page_blocks(found.others, "andere Seiten")


def _page_blocks(changes: Changes, name: str) -> Iterator[str]:
    yield from _block(f"Neue {name}", changes.added, _page)
    yield from _block(f"Geänderte {name}", changes.changed, _page)
    yield from _block(f"Entfernte {name}", changes.removed, _page)


def _block(heading: str, listing: Listing[_Item], tell: Callable[[_Item], str]) -> Iterator[str]:
    if not listing.total:
        return
    lines = [f"- {tell(item)}" for item in listing.items]
    if listing.total > len(lines):
        lines.append(f"- und {number(listing.total - len(lines))} mehr")
    body = "\n".join(lines)
    if len(lines) > _SHOWN:
        yield f"<details><summary>{heading} ({listing.total})</summary>\n\n{body}\n\n</details>\n"
    else:
        yield f"### {heading} ({listing.total})\n\n{body}\n"


def _page(page: PageChange) -> str:
    kind = f", {quoted(page.kind)}" if page.kind else ""
    return f"{quoted(page.title)}{kind}, {quoted('/' + page.address)}{_under(page.sections)}"


def _under(sections: Iterable[str]) -> str:
    headings = ", ".join(quoted(section) for section in sections)
    return f", anders unter: {headings}" if headings else ""


def _moment(moment: NewMoment) -> str:
    said = [moment.date, moment.kind, moment.title, *([moment.text] if moment.text != moment.title else [])]
    return ", ".join(quoted(words) for words in said if words)


def _link(link: BrokenLink) -> str:
    return f"{quoted('/' + link.address)} verweist auf {quoted(link.reference)}"
