"""The index: every record with its addresses, and every file that is about more than one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.outputs.api.records import encode_line, head, listing
from portal.outputs.api.version import VERSION
from portal.outputs.datafiles import DataFile, common, of_record
from portal.records import Record
from portal.register.entries import Entry
from portal.register.link import Register


def index(register: Register, site_url: str, sizes: Mapping[str, int]) -> bytes:
    """The content of index.json; a file that is written after it has no size here."""
    records = [encode_line(_record(entry, site_url)) for _, entry in sorted(register.entries.items())]
    licence = register.settings.licence
    head_of_file = {
        "version": VERSION,
        "as_of": register.today.isoformat(),
        "license": {"name": licence.name, "url": licence.url, "attribution": licence.attribution},
        "count": len(records),
        "files": [_file(file, site_url, sizes) for file in common()],
    }
    return listing(head_of_file, records)


def _record(entry: Entry[Record], site_url: str) -> dict[str, Any]:
    others = {file.key: site_url + file.path for file in of_record(entry) if file.key != "json"}
    return head(entry, site_url) | {"files": others}


def _file(file: DataFile, site_url: str, sizes: Mapping[str, int]) -> dict[str, Any]:
    return {
        "title": file.title,
        "url": site_url + file.path,
        "media_type": file.format.media_type,
        "bytes": sizes.get(file.path),
    }
