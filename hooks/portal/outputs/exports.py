"""All data files of the site: first those that stand for themselves, then those that name the others and their sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal import oparl
from portal.figures import figuretable
from portal.history import History
from portal.oparl.times import Times
from portal.outputs import catalogue, headers
from portal.outputs.api import openapi, records, schemas
from portal.outputs.api.index import index
from portal.outputs.datafiles import INDEX
from portal.register.link import Register
from portal.tables import csvfiles, sqlite
from portal.tables.rows import rows_of


def files(register: Register, site_url: str, history: History) -> Iterator[tuple[str, bytes]]:
    """Path and content of all that stand for themselves, in a fixed order."""
    yield from record_files(register, site_url)
    yield from table_files(register, site_url)
    yield from oparl_files(register, site_url, history)


def record_files(register: Register, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every record as JSON, and how that is to be read."""
    yield from records.files(register, site_url)
    yield from schemas.files()
    yield openapi.PATH, openapi.description(register, site_url)
    yield headers.PATH, headers.content()


def table_files(register: Register, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The records as tables."""
    rows = rows_of(register)
    yield from csvfiles.files(register, rows, site_url)
    yield sqlite.PATH, sqlite.database(register, rows, site_url)
    yield from figuretable.files(register, site_url)


def oparl_files(register: Register, site_url: str, history: History) -> Iterator[tuple[str, bytes]]:
    return oparl.files(register, site_url, Times(register, history))


def summaries(register: Register, site_url: str, sizes: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """The index and the catalogue, with the sizes of what has been written."""
    content = index(register, site_url, sizes)
    yield INDEX, content
    yield from catalogue.files(register, site_url, {**sizes, INDEX: len(content)})
