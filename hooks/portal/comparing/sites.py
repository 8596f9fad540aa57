"""A built site as files on disk: its pages, its records, its timeline. Read from what it publishes for machines."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from portal.outputs.datafiles import INDEX
from portal.tables.sqlite import PATH as DATABASE


class NotASite(Exception):
    """A folder holds no site of this portal; the message says so in German."""


class Moment(NamedTuple):
    """A line of the timeline."""

    date: str
    kind: str
    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is compared of a site."""

    folder: Path
    #: The address it was built for.
    url: str
    #: Every HTML file by its address below the root: `` (start page), `beschluesse/x/`, `404.html`.
    pages: Mapping[str, Path]
    #: Type and title of each record, by the address of its page.
    records: Mapping[str, tuple[str, str]]
    timeline: tuple[Moment, ...]


def read_site(folder: Path) -> Site:
    try:
        index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        database = (folder / DATABASE).resolve(strict=True)
    except FileNotFoundError as error:
        raise NotASite(f"„{folder}“ ist keine gebaute Seite dieses Portals: Es fehlt {error.filename}.") from None
    url = index["files"][0]["url"].removesuffix(INDEX)
    records = {r["url"].removeprefix(url): (r["type"], r["title"]) for r in index["records"]}
    return Site(folder=folder, url=url, pages=_pages(folder), records=records, timeline=_timeline(database, records))


def _pages(folder: Path) -> dict[str, Path]:
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    return {path.removesuffix("index.html") if _is_index(path) else path: file for path, file in files.items()}


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def _timeline(database: Path, records: Mapping[str, tuple[str, str]]) -> tuple[Moment, ...]:
    query = "SELECT datum, vorgang, text, typ, id FROM zeitleiste ORDER BY zeile"
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(query).fetchall()
    return tuple(_moment(date, kind, text, f"{type_name}/{id_}/", records) for date, kind, text, type_name, id_ in rows)


def _moment(date: str, kind: str, text: str, address: str, records: Mapping[str, tuple[str, str]]) -> Moment:
    title = records[address][1] if address in records else ""
    return Moment(date=date, kind=kind, title=title, text=text, address=address)
