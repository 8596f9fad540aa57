"""What one build knows; made anew for every build, so that nothing survives into the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote

from portal.build.face import Face
from portal.editing.files import form_url
from portal.follow.following import Following, Offer
from portal.history import History, changelist
from portal.history.changelist import change_pages
from portal.history.telling import Host, page_history
from portal.outputs import datafiles
from portal.outputs.cite import citation
from portal.outputs.jsonld import Graphs, WebPage
from portal.parts.page import Page
from portal.parts.prose import Prose
from portal.pipeline import Reading
from portal.records import Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.urls import url_of
from portal.views.freshness import Changes, freshness
from portal.views.pages import Section, pages, record_page, sections
from portal.views.view import View

#: Says how large each data file is, so it has to wait for them.
LAST = "daten/"


class _Pages:
    """Pages whose addresses begin alike, made when somebody asks for one of them."""

    def __init__(self, begin: str, make: Callable[[], Iterable[Page]]) -> None:
        self._begin = begin
        self._make = make

    def may_have(self, url: str) -> bool:
        return url.startswith(self._begin)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(self._make())


class Build:
    """One register on its way to a site."""

    def __init__(self, reading: Reading, register: Register, history: History, site_url: str, repo_url: str) -> None:
        self.reading = reading
        self.register = register
        self.history = history
        self.site_url = site_url
        self.repo_url = repo_url
        self.host = Host(repo_url, register.settings.edit_path)
        self.view = View(register)
        self.changes = Changes(register)
        self.freshness = freshness(register)
        self.graphs = Graphs(register, site_url)
        self.following = Following(register, site_url, history)
        self._at = {url_of(entry.key): entry for entry in register.entries.values()}
        self._prose = Prose(register)
        #: Addresses of the stylesheet and the scripts, by the names templates know.
        self.assets: dict[str, str] = {}
        #: How many bytes each data file has, by its path.
        self.sizes: dict[str, int] = {}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All generated pages. Those of the lists take longest, so a single page does without."""
        return (*pages(self.register), *change_pages(self.history, self.register, self.host))

    def page_at(self, url: str) -> Page | None:
        """The generated page at an address; no more pages are made than may have it."""
        if entry := self._at.get(url):
            return record_page(entry, self._prose)
        made = (page for section in self._sections if section.may_have(url) for page in section.pages)
        return next((page for page in made if page.url == url), None)

    @cached_property
    def _sections(self) -> list[_Pages]:
        """The longest beginning first: what begins with it stands nowhere else."""
        changes = partial(change_pages, self.history, self.register, self.host)
        found: list[Section] = [*sections(self.register), (changelist.BASE, changes)]
        return [_Pages(*section) for section in sorted(found, key=lambda section: -len(section[0]))]

    def face_of(self, page: Page) -> Face:
        """A generated page, still without its text."""
        entry = self._entry(page)
        return Face(
            url=page.url,
            title=page.title,
            description=page.description,
            canonical_url=self.site_url + page.url,
            update_date=self.changes.of(page.url, page),
            generated=page,
            template=page.template,
            source=entry.raw.origin.source if entry and entry.raw else "",
        )

    def context(self, face: Face) -> dict[str, Any]:
        """Everything a template shows beside the page's own text. Links are those of this page from now on."""
        page = face.generated
        entry = self._entry(page)
        self.view.turn_to(face.url, entry)
        context: dict[str, Any] = {
            "page": face,
            "generated": page,
            "folgen": self._offer(page),
            "jsonld": self._jsonld(face, entry),
            "dateien": datafiles.of_page(page.record_type if page else None, entry),
            "edit_url": self._edit_url(face.source),
        }
        if page:
            context["record_type"] = page.record_type
            context["inhalt"] = page.content(self.register) if page.content else None
        if entry:
            context |= {
                "entry": entry,
                "record": entry.record,
                "form_url": form_url(entry.key) if entry.raw else "",
                "geschichte": page_history(self.history, entry.key, self.host),
                "zitat": citation(entry, self.register, self.site_url),
            }
        return context

    def _entry(self, page: Page | None) -> Entry[Record] | None:
        return self.register.entries[page.key] if page and page.key else None

    def _offer(self, page: Page | None) -> Offer:
        """What can be followed from a page: its record, its list, the changes, or everything."""
        if page and page.url.startswith(changelist.BASE):
            return self.following.offer_of_changes()
        return self.following.offer(
            page.key if page else None, page.record_type.name if page and page.record_type else ""
        )

    def _jsonld(self, face: Face, entry: Entry[Record] | None) -> str:
        """The page for machines; nothing where another page is meant."""
        page, settings = face.generated, self.register.settings
        if page and page.redirect_to:
            return ""
        return self.graphs.script(
            WebPage(
                url=face.url,
                title=face.title if face.url else settings.name,
                description=face.description or settings.tagline,
                language=face.language,
                modified=face.update_date,
                is_data=bool(page),
                record_type=page.record_type if page else None,
                entry=entry,
            )
        )

    def _edit_url(self, source: str) -> str:
        """Where a source file can be edited; nothing for pages that have none, such as lists and derived meetings."""
        if not source or not self.repo_url:
            return ""
        return f"{self.repo_url.rstrip('/')}/{self.register.settings.edit_path}/{quote(source)}"
