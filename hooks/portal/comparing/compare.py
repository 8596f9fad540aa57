"""Two built sites, page by page: what readers will find new, changed, gone or broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, unquote

from portal.comparing.broken import broken
from portal.comparing.differences import (
    MOST_ITEMS,
    MOST_SECTIONS,
    BrokenLink,
    Changes,
    Differences,
    Listing,
    NewMoment,
    PageChange,
    Shape,
    line,
)
from portal.comparing.pagetext import differing, page_text
from portal.comparing.sites import Moment, Site
from portal.dates import PartialDate
from portal.german import in_words
from portal.records import RECORD_TYPES

#: Pages that differ after every change: the list of changes itself, and the sizes of all data files.
_ALWAYS_DIFFERENT = ("aenderungen/", "daten/")

_Item = TypeVar("_Item", bound=Shape)


def compare(old: Site, new: Site) -> Differences:
    added = [_page(new, address) for address in new.pages if address not in old.pages]
    removed = [_page(old, address) for address in old.pages if address not in new.pages]
    changed = [page for address in new.pages if address in old.pages for page in _changed(old, new, address)]
    edited = [page for page in changed if not page.kind or _is_edited(old, new, page)]
    moments = _fresh(old.timeline, new.timeline)
    known = {*broken(old)}
    return Differences(
        version=1,
        records=_changes(added, edited, removed, of_records=True),
        along=_listing([page for page in changed if page not in edited]),
        others=_changes(added, edited, removed, of_records=False),
        timeline=_listing([_told(moment) for moment in moments]),
        timeline_lost=len(_fresh(new.timeline, old.timeline)),
        broken=_listing(
            [
                BrokenLink(address=quote(found.address), reference=line(found.reference))
                for found in broken(new)
                if found not in known
            ]
        ),
    )


def _changes(
    added: list[PageChange], changed: list[PageChange], removed: list[PageChange], *, of_records: bool
) -> Changes:
    added, changed, removed = (
        [page for page in pages if bool(page.kind) == of_records] for pages in (added, changed, removed)
    )
    return Changes(added=_listing(added), changed=_listing(changed), removed=_listing(removed))


def _changed(old: Site, new: Site, address: str) -> Iterable[PageChange]:
    """The page, if people will read something else there; most pages are the same bytes and need no reading."""
    before, after = old.pages[address].read_bytes(), new.pages[address].read_bytes()
    if before == after or address.startswith(_ALWAYS_DIFFERENT):
        return
    if sections := differing(page_text(before.decode()), page_text(after.decode())):
        yield _page(new, address, sections)


def _is_edited(old: Site, new: Site, page: PageChange) -> bool:
    address = unquote(page.address)
    return address not in old.records or old.written(address) != new.written(address)


def _page(site: Site, address: str, sections: Iterable[str] = ()) -> PageChange:
    record = site.records.get(address)
    return PageChange(
        address=quote(address),
        title=line(record.title if record else _title(site.pages[address])),
        kind=_kind(record.type) if record else "",
        sections=tuple(line(section) for section in sections)[:MOST_SECTIONS],
    )


def _kind(type_name: str) -> str:
    """In German; a type that only the other side of the comparison knows keeps its bare name."""
    return RECORD_TYPES[type_name].singular if type_name in RECORD_TYPES else type_name


def _title(file: Path) -> str:
    return page_text(file.read_text(encoding="utf-8")).title


def _fresh(old: Iterable[Moment], new: Iterable[Moment]) -> list[Moment]:
    """What only the new timeline has, in its order; the same line may stand there more than once."""
    left = Counter(old)
    fresh = []
    for moment in new:
        if left[moment]:
            left[moment] -= 1
        else:
            fresh.append(moment)
    return fresh


def _told(moment: Moment) -> NewMoment:
    date = in_words(PartialDate.parse(moment.date))
    return NewMoment(date=line(date), kind=line(moment.kind), title=line(moment.title), text=line(moment.text))


def _listing(items: list[_Item]) -> Listing[_Item]:
    return Listing(total=len(items), items=tuple(items[:MOST_ITEMS]))
