"""A page that the portal adds to those written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from portal.records import RecordType
from portal.register.entries import Key
from portal.register.link import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to render: where, from which template, about what."""

    url: str
    template: str
    title: str
    description: str = ""
    markdown: str = ""
    key: Key | None = None
    record_type: RecordType | None = None
    redirect_to: Key | None = None
    #: What the template shows beside the record, prepared when the page's turn comes; `inhalt` in the template.
    content: Callable[[Register], Any] | None = None
    #: Of content that was made together with its neighbours, and not looked up in the register for this page.
    digest: Callable[[], bytes] | None = None
    #: The same things as another page in another order: reachable, but not for search engines.
    is_variant: bool = False

    @property
    def source(self) -> str:
        """The Markdown file this page would be written in by hand."""
        return f"{self.url}index.md" if self.record_type and not self.key else f"{self.url.rstrip('/')}.md"


def prepared(content: object) -> Callable[[Register], object]:
    """Content of a page that was made together with its neighbours."""
    return lambda _: content
