"""The settings that a portal needs at least, for a town that is just beginning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.validate import slugify
from portal.writing.yamltext import Comments, Value, front_matter

_LICENCE = ("Creative Commons Namensnennung 4.0", "https://creativecommons.org/licenses/by/4.0/deed.de")
_COMMENTS: Comments = {
    ("name",): "Einstellungen dieses Portals. Die Zeilen mit „Bitte ersetzen“ kennen nur Sie.",
    ("programm",): "Worum es geht: der Name eines Programms wie „Digitale Stadt“ oder einfach der Ort.",
    ("adresse",): "Bitte ersetzen: wo das Portal später zu lesen ist.",
    ("lizenz",): "Bitte prüfen: Unter welcher Lizenz stehen die Daten?",
    ("repository",): "Bitte ersetzen: wo die Dateien liegen und geändert werden.",
}


def settings(
    town: str,
    *,
    licence: tuple[str, str] = _LICENCE,
    municipality_key: str | None = None,
    terms: Sequence[Mapping[str, str]] = (),
) -> str:
    """A `portal.yml` for a town that passes every check; what only its people know is said in comments."""
    slug = slugify(town) or "stadt"
    values: dict[str, Value] = {
        "name": f"Transparenzportal {town}",
        "programm": town,
        "stadt": town,
        "leitsatz": f"Was die Politik in {town} beschlossen hat und was daraus wurde.",
        "einleitung": (
            "Folgen Sie jedem Beschluss bis zu seinem Ergebnis. Jede Angabe hat eine Quelle und ein Datum. "
            "Was niemand belegt hat, heißt hier „unbekannt“."
        ),
        "adresse": f"https://transparenz.{slug}.example/",
    }
    if municipality_key:
        values["gemeindeschluessel"] = municipality_key
    if terms:
        values["wahlperioden"] = [dict(term) for term in terms]
    values["lizenz"] = {"name": licence[0], "url": licence[1], "nennung": f"Transparenzportal {town}"}
    values["repository"] = f"https://git.example/{slug}/transparenzportal"
    return front_matter(values, _COMMENTS)
