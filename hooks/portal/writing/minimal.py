"""The least that a portal needs to begin: its settings, with what the operator still has to decide marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.records.references import Location
from portal.writing.yamltext import front_matter

_LICENCE = ("Creative Commons Namensnennung 4.0", "https://creativecommons.org/licenses/by/4.0/deed.de")
_COMMENTS: Mapping[Location, str] = {
    ("name",): "Einstellungen dieses Portals. Bitte alles prüfen und anpassen; „portal check“ sagt, ob es passt.",
    ("lizenz",): "Bitte prüfen: Unter welcher Lizenz stehen die Daten?",
    ("repository",): "Noch ein Platzhalter: Wo liegen die Dateien?",
}


def settings_text(
    town: str,
    *,
    licence: tuple[str, str] = _LICENCE,
    municipality_key: str | None = None,
    terms: Sequence[Mapping[str, str]] = (),
) -> str:
    """The text of a `portal.yml` that passes every check."""
    name = f"Transparenzportal {town}"
    values: dict[str, Any] = {
        "name": name,
        "programm": town,
        "stadt": town,
        "leitsatz": f"Was die Politik in {town} beschlossen hat und was daraus wurde.",
        "einleitung": "Folgen Sie jedem Beschluss bis zu seinem Ergebnis. Was niemand belegt hat, heißt hier „unbekannt“.",
    }
    if municipality_key:
        values["gemeindeschluessel"] = municipality_key
    if terms:
        values["wahlperioden"] = [dict(term) for term in terms]
    values["lizenz"] = {"name": licence[0], "url": licence[1], "nennung": name}
    values["repository"] = "https://git.example/transparenzportal"
    return front_matter(values, _COMMENTS)
