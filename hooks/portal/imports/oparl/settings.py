"""The settings of a new portal, from what the system says about its town."""

from __future__ import annotations

from portal.imports.oparl import clean
from portal.imports.oparl.draft import filled
from portal.imports.oparl.index import Index, Node
from portal.validate import slugify
from portal.writing.minimal import settings

_LICENCES = {
    "creativecommons.org/licenses/by/4.0": "Creative Commons Namensnennung 4.0",
    "creativecommons.org/licenses/by-sa/4.0": "Creative Commons Namensnennung – Weitergabe unter gleichen Bedingungen 4.0",
    "creativecommons.org/publicdomain/zero/1.0": "Creative Commons Zero 1.0",
    "govdata.de/dl-de/by-2-0": "Datenlizenz Deutschland – Namensnennung – Version 2.0",
    "govdata.de/dl-de/zero-2-0": "Datenlizenz Deutschland – Zero – Version 2.0",
}
_KEY_LENGTH = 8


def settings_of(index: Index, body: Node | None) -> str:
    town = (body.text("name") or body.text("shortName")) if body else None
    licence = _licence(body.text("license")) if body else None
    found = {"municipality_key": _municipality_key(body), "terms": _terms(index, body), "licence": licence}
    return settings(town or "Musterstadt", **{key: value for key, value in found.items() if value})  # type: ignore[arg-type]


def _licence(address: str | None) -> tuple[str, str] | None:
    if not address:
        return None
    known = (name for part, name in _LICENCES.items() if part in address)
    return next(known, address), address


def _municipality_key(body: Node | None) -> str | None:
    """Eight digits. Numbers lose their first nought in some systems."""
    digits = (body.text("ags") or "") if body else ""
    if not (digits.isascii() and digits.isdigit()):
        return None
    key = digits.zfill(_KEY_LENGTH)
    return key if len(digits) in (_KEY_LENGTH - 1, _KEY_LENGTH) else None


def _terms(index: Index, body: Node | None) -> list[dict[str, str]]:
    """The terms of the council that have a name and a first day."""
    found: dict[str, dict[str, str]] = {}
    for name in body.all("legislativeTerm") if body else ():
        node = index.get("LegislativeTerm", name)
        title = node.text("name") if node else None
        start, end = (clean.day(node.text(key)) if node else None for key in ("startDate", "endDate"))
        if title and start and not (end and end < start):
            slug = slugify(title) or str(start.year)
            term = {"kennung": slug, "name": title, "von": start.isoformat(), "bis": end.isoformat() if end else None}
            found.setdefault(slug, filled(term))
    return list(found.values())
