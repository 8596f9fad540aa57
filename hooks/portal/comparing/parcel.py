"""The data file as it travels from one workflow to the other: written here, and read without trusting it."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from pydantic import ValidationError

from portal.comparing.differences import Differences

#: The one file in the parcel.
NAME = "unterschiede.json"
#: Far above what `Differences` can hold, far below what would hurt.
LARGEST = 1_000_000
#: Others may ask for any amount of memory before the first byte.
_PLAIN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


class Refused(Exception):
    """A parcel that is not what it should be; the message says so in German."""


def to_json(differences: Differences) -> str:
    return differences.model_dump_json(indent=1) + "\n"


def read_parcel(path: Path) -> Differences:
    """The differences in a zip file. Reads no more than the largest size, whatever the archive says of itself."""
    if path.stat().st_size > LARGEST:
        raise Refused(f"Das Paket ist größer als {LARGEST} Byte.")
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.namelist() != [NAME]:
                raise Refused(f"Das Paket muss genau eine Datei enthalten: {NAME}.")
            if archive.getinfo(NAME).compress_type not in _PLAIN_WAYS:
                raise Refused("Das Paket ist auf eine unübliche Weise gepackt.")
            with archive.open(NAME) as file:
                content = file.read(LARGEST + 1)
    except _BROKEN as error:
        raise Refused("Das Paket ist keine lesbare Zip-Datei.") from error
    if len(content) > LARGEST:
        raise Refused(f"{NAME} ist größer als {LARGEST} Byte.")
    try:
        return Differences.model_validate_json(content)
    except ValidationError as error:
        raise Refused(f"{NAME} hat nicht die erwartete Form ({error.error_count()} Abweichungen).") from error
