"""All files that templates draw one by one: pages, and the parts of lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from portal.build.knowledge import LAST, Build
from portal.build.links import PageLinks, links_of
from portal.build.rendering import Renderer, file_of
from portal.outputs.listfiles import ListFile, list_files
from portal.parts.page import Page
from portal.recipes import digest


class Piece(Protocol):
    """One file."""

    @property
    def name(self) -> str:
        """Of no other piece."""
        ...

    @property
    def path(self) -> str: ...

    def digest(self) -> bytes:
        """Of all that it has and does not look up in the register; empty where nobody could say."""
        ...

    def made(self, renderer: Renderer) -> tuple[bytes, PageLinks]:
        """Its content, and where that leads."""
        ...


class _PagePiece(NamedTuple):
    page: Page
    build: Build

    @property
    def name(self) -> str:
        return self.page.url

    @property
    def path(self) -> str:
        return file_of(self.page)

    def digest(self) -> bytes:
        page, build = self.page, self.build
        if not page.key and not page.redirect_to and not page.digest:
            return b""
        face = build.face_of(page)
        facts = (page.url, page.template, page.title, page.description, page.redirect_to, face.update_date, face.source)
        history = build.history.versions(page.key) if page.key else ()
        return digest(repr(facts), repr(history), page.digest() if page.digest else b"")

    def made(self, renderer: Renderer) -> tuple[bytes, PageLinks]:
        html = renderer.html(self.page)
        return html.encode(), links_of(self.page.url, html, self.build.site_url)


class _ListPiece(NamedTuple):
    file: ListFile

    @property
    def name(self) -> str:
        return self.path

    @property
    def path(self) -> str:
        return self.file.path

    def digest(self) -> bytes:
        return self.file.digest()

    def made(self, renderer: Renderer) -> tuple[bytes, PageLinks]:
        """Its links are those of the pages that the list has."""
        return self.file.made(renderer.build.view.turn_to, renderer.macro), PageLinks(self.path, "", "")


def list_pieces(build: Build) -> Iterator[Piece]:
    return map(_ListPiece, list_files(build.pages, build.register))


def page_pieces(build: Build) -> Iterator[Piece]:
    """All but the one that waits for the sizes of others."""
    return (_PagePiece(page, build) for page in build.pages if page.url != LAST)


def last_piece(build: Build) -> Piece:
    return next(_PagePiece(page, build) for page in build.pages if page.url == LAST)
