"""External lists: pages of a hundred objects, each page a file that names its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portal.oparl.base import Node, World, path

SIZE = 100


def pages(world: World, steps: tuple[str, ...], objects: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    """Path and content of every page, sorted by the objects' ids, which never change; an empty list has one page."""
    ordered = sorted(objects, key=lambda node: str(node["id"]))
    total = max(1, -(-len(ordered) // SIZE))
    for number in range(1, total + 1):
        links = {
            "first": _url(world, steps, 1),
            "prev": _url(world, steps, number - 1) if number > 1 else None,
            "self": _url(world, steps, number),
            "next": _url(world, steps, number + 1) if number < total else None,
            "last": _url(world, steps, total),
        }
        yield (
            path(*_steps(steps, number)),
            {
                "data": ordered[(number - 1) * SIZE : number * SIZE],
                "pagination": {
                    "totalElements": len(ordered),
                    "elementsPerPage": SIZE,
                    "currentPage": number,
                    "totalPages": total,
                },
                "links": {name: url for name, url in links.items() if url},
            },
        )


def _steps(steps: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The first page has the list's own address, the others lie below it."""
    return steps if number == 1 else (*steps, str(number))


def _url(world: World, steps: tuple[str, ...], number: int) -> str:
    return world.site_url + path(*_steps(steps, number))
