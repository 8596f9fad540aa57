"""Writes all that templates draw, as far as it is not taken over from the site before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from portal.build.again import Made, PageMemory
from portal.build.links import PageLinks
from portal.build.pieces import Piece, last_piece, list_pieces, page_pieces
from portal.build.rendering import Renderer
from portal.outputs.sitefolder import SiteFolder, Stamps
from portal.register.lookups import Answers, NotingRegister
from portal.workers import Crew, Shared, batches

#: What a worker draws at a time. A part of a list has as many entries as several pages.
_PAGES, _PARTS = 100, 10


class Desk:
    """What every task needs; made before the crew's first task begins."""

    def __init__(self, renderer: Renderer, folder: SiteFolder, *, noting: bool) -> None:
        """`noting` keeps what pieces are made from, for a build that will want to know."""
        build = renderer.build
        self.renderer = renderer
        self.folder = folder
        self.answers = Answers(build.register) if noting and isinstance(build.register, NotingRegister) else None
        lists, pages = [*list_pieces(build)], [*page_pieces(build)]
        #: In groups that make a task.
        self.groups: list[list[Piece]] = [*batches(lists, _PARTS), *batches(pages, _PAGES)]


class _Written(NamedTuple):
    """Of some pieces: their files, where the drawn ones lead and what they were made from, and which were kept."""

    stamps: Stamps
    links: list[PageLinks]
    made: list[Made]
    answers: dict[str, bytes]
    kept: list[str]


def write_pieces(desk: Shared[Desk], memory: PageMemory | None, crew: Crew) -> list[PageLinks]:
    """Writes all parts of lists and all pages but the last; returns where they lead."""
    it = desk.it
    before = _unchanged(desk, memory, crew) if memory else {}
    tasks = [
        partial(_write_group, desk, number, [before.get(piece.name, b"") for piece in group])
        for number, group in enumerate(it.groups)
    ]
    return [links for written in crew.run("Seiten", tasks) for links in _taken_in(it, memory, written)]


def write_last_piece(desk: Shared[Desk], memory: PageMemory | None) -> list[PageLinks]:
    """Made where everything is known, and always anew."""
    it = desk.it
    return _taken_in(it, memory, _write(it, [last_piece(it.renderer.build)], [b""]))


def _taken_in(desk: Desk, memory: PageMemory | None, written: _Written) -> list[PageLinks]:
    """What has been written belongs to the site, and is remembered; returns where it leads."""
    desk.folder.stamps |= written.stamps
    if not memory:
        return written.links
    memory.add(written.made, written.answers)
    return [*written.links, *memory.kept(written.kept)]


def _unchanged(desk: Shared[Desk], memory: PageMemory, crew: Crew) -> dict[str, bytes]:
    """Pieces for which everything is answered as before, with their digests."""
    tasks = [partial(_changed, desk, part) for part in memory.questions()]
    return memory.unchanged(set().union(*crew.run("Vergleich", tasks)))


def _changed(desk: Shared[Desk], before: dict[str, bytes]) -> set[str]:
    return desk.it.answers.changed(before) if desk.it.answers else {*before}


def _write_group(desk: Shared[Desk], number: int, before: Sequence[bytes]) -> _Written:
    return _write(desk.it, desk.it.groups[number], before)


def _write(desk: Desk, pieces: Iterable[Piece], before: Iterable[bytes]) -> _Written:
    """Write pieces, but for those whose digest is that of `before`; and say where they lead while they are at hand."""
    answers, folder = desk.answers, desk.folder
    done = _Written({}, [], [], {}, [])
    for piece, known in zip(pieces, before, strict=True):
        digest = piece.digest()
        if digest and digest == known and (stamp := folder.keep(piece.path)):
            done.stamps[piece.path] = stamp
            done.kept.append(piece.name)
            continue
        if answers:
            answers.forget()
        content, links = piece.made(desk.renderer)
        done.links.append(links)
        done.stamps.update(folder.write([(piece.path, content)]))
        if answers:
            lookups = answers.noted()
            done.answers.update(lookups)
            done.made.append(Made(piece.name, digest, tuple(lookups), links))
    return done
