"""Licences by the names that German data portals know them by (http://dcat-ap.de/def/licenses/)."""

from __future__ import annotations

import re

_LIST = "http://dcat-ap.de/def/licenses/"
_KNOWN = {
    "creativecommons.org/licenses/by/4.0": "cc-by/4.0",
    "creativecommons.org/licenses/by-sa/4.0": "cc-by-sa/4.0",
    "creativecommons.org/publicdomain/zero/1.0": "cc-zero",
    "www.govdata.de/dl-de/by-2-0": "dl-by-de/2.0",
    "www.govdata.de/dl-de/zero-2-0": "dl-zero-de/2.0",
    "opendatacommons.org/licenses/odbl/1-0": "odbl",
}
_SCHEME = re.compile(r"https?://")
#: Which language the text of a licence is shown in makes no other licence of it.
_LANGUAGE = re.compile(r"/(?:deed|legalcode)(?:\.[a-z]{2})?$")


def licence_uri(url: str) -> str:
    """The name in the list, else the address that the settings give: a licence that the list lacks stays what it is."""
    plain = _LANGUAGE.sub("", _SCHEME.sub("", url).rstrip("/")).rstrip("/")
    return _LIST + _KNOWN[plain] if plain in _KNOWN else url
