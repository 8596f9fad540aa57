"""The catalogue for data portals, twice: as JSON-LD, and the same statements as Turtle. See ADR 0017."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.outputs.api.records import encode
from portal.outputs.catalogue.graph import Catalogue
from portal.outputs.catalogue.turtle import turtle
from portal.outputs.datafiles import CATALOGUE_JSON, CATALOGUE_TURTLE
from portal.register.link import Register


def files(register: Register, site_url: str, sizes: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    document = Catalogue(register=register, site_url=site_url, sizes=sizes).document()
    yield CATALOGUE_JSON, encode(document)
    yield CATALOGUE_TURTLE, turtle(document).encode()
