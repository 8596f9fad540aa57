"""The settings that a portal needs at least, for a town that is just beginning."""

from __future__ import annotations

from collections.abc import Mapping

from portal.validate import slugify
from portal.writing.yamltext import Comments, Value, front_matter


def settings(town: str) -> str:
    """A `portal.yml` for a town; what only its people know is said in comments."""
    slug = slugify(town) or "stadt"
    values: Mapping[str, Value] = {
        "name": f"Transparenzportal {town}",
        "programm": town,
        "stadt": town,
        "leitsatz": f"Was die Politik in {town} beschlossen hat und was daraus wurde.",
        "einleitung": (
            "Folgen Sie jedem Beschluss bis zu seinem Ergebnis. Jede Angabe hat eine Quelle und ein Datum. "
            "Was niemand belegt hat, heißt hier „unbekannt“."
        ),
        "adresse": f"https://transparenz.{slug}.example/",
        "lizenz": {
            "name": "Creative Commons Namensnennung 4.0",
            "url": "https://creativecommons.org/licenses/by/4.0/deed.de",
            "nennung": f"Transparenzportal {town}",
        },
        "repository": f"https://git.example/{slug}/transparenzportal",
    }
    comments: Comments = {
        ("name",): "Einstellungen dieses Portals. Die Zeilen mit „Bitte ersetzen“ kennen nur Sie.",
        ("programm",): "Worum es geht: der Name eines Programms wie „Digitale Stadt“ oder einfach der Ort.",
        ("adresse",): "Bitte ersetzen: wo das Portal später zu lesen ist.",
        ("repository",): "Bitte ersetzen: wo die Dateien liegen und geändert werden.",
    }
    return front_matter(values, comments)
