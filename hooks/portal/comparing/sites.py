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


class Published(NamedTuple):
    """A record as the site's index names it."""

    type: str
    title: str
    #: Its machine-readable form, below the root.
    json: str


class Moment(NamedTuple):
    """A line of the timeline."""

    date: str
    kind: str
    title: str
    text: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is compared of a site."""

    folder: Path
    #: The address it was built for.
    url: str
    #: Every HTML file by its address below the root: `` (start page), `beschluesse/x/`, `404.html`.
    pages: Mapping[str, Path]
    #: By the address of the record's page.
    records: Mapping[str, Published]
    timeline: tuple[Moment, ...]

    def written(self, address: str) -> object:
        """What editors wrote of a record, without what the portal derives from others."""
        api = json.loads((self.folder / self.records[address].json).read_text(encoding="utf-8"))
        return api["declared"], api["text"]


def read_site(folder: Path) -> Site:
    try:
        index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        database = (folder / DATABASE).resolve(strict=True)
    except FileNotFoundError as error:
        raise NotASite(f"„{folder}“ ist keine gebaute Seite dieses Portals: Es fehlt {error.filename}.") from None
    url = index["files"][0]["url"].removesuffix(INDEX)
    records = {
        record["url"].removeprefix(url): Published(record["type"], record["title"], record["json"].removeprefix(url))
        for record in index["records"]
    }
    titles = {f"{record['type']}/{record['id']}": record["title"] for record in index["records"]}
    return Site(folder=folder, url=url, pages=_pages(folder), records=records, timeline=_timeline(database, titles))


def _pages(folder: Path) -> dict[str, Path]:
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    return {path.removesuffix("index.html") if _is_index(path) else path: file for path, file in files.items()}


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def _timeline(database: Path, titles: Mapping[str, str]) -> tuple[Moment, ...]:
    query = "SELECT datum, vorgang, typ || '/' || id, text FROM zeitleiste ORDER BY zeile"
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(query).fetchall()
    return tuple(
        Moment(date=date, kind=kind, title=titles.get(record, ""), text=text, record=record)
        for date, kind, record, text in rows
    )
