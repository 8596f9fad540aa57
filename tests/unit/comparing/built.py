"""Small sites as a build would leave them, for comparing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

URL = "https://portal.example/stadt/"


def built(
    folder: Path,
    pages: Mapping[str, str],
    records: Mapping[str, tuple[str, str]] | None = None,
    timeline: Iterable[tuple[str, str, str, str, str]] = (),
    written: Mapping[str, str] | None = None,
) -> Path:
    """Main parts, type and title of records and their prose by address; lines of the timeline."""
    for address, main in pages.items():
        file = folder / (address if address.endswith(".html") else f"{address}index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<!doctype html><header><h2>Kopf</h2></header><main>{main}</main><footer>Fuß</footer>")
    index = {
        "files": [{"url": f"{URL}api/v1/index.json"}],
        "records": [
            {
                "url": URL + address,
                "type": type_,
                "id": address.split("/")[-2],
                "title": title,
                "json": f"{URL}api/v1/{address}x.json",
            }
            for address, (type_, title) in (records or {}).items()
        ],
    }
    api = folder / "api/v1"
    api.mkdir(parents=True)
    (api / "index.json").write_text(json.dumps(index))
    for address in records or {}:
        file = api / f"{address}x.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"declared": {}, "text": (written or {}).get(address, "")}))
    with closing(sqlite3.connect(api / "portal.sqlite")) as database:
        database.execute("CREATE TABLE zeitleiste (zeile INTEGER PRIMARY KEY, datum, vorgang, text, typ, id)")
        database.executemany("INSERT INTO zeitleiste VALUES (NULL, ?, ?, ?, ?, ?)", timeline)
        database.commit()
    return folder
