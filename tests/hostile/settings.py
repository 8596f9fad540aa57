"""The portal's own settings and its list of exemptions, from the hand of a stranger."""

from __future__ import annotations

from hostile.case import Case
from hostile.records import refused

FAMILY = "einstellungen"
_PORTAL = """name: {name}
programm: Muster GO!
stadt: Musterstadt
leitsatz: Ein Satz.
einleitung: Ein Satz.
lizenz: {{name: CC BY 4.0, url: '{licence}', nennung: Portal}}
repository: '{repository}'
"""


def _portal(
    name: str = "Portal",
    licence: str = "https://cc.example/",
    repository: str = "https://git.example/x",
    more: str = "",
) -> str:
    return _PORTAL.format(name=name, licence=licence, repository=repository) + more


def cases() -> list[Case]:
    return refused(
        FAMILY,
        {
            "keine Einstellungen": ({"portal.yml": ""}, "Felder|leer"),
            "Lizenz mit Skript": ({"portal.yml": _portal(licence="javascript:alert(1)")}, "url"),
            "Repository mit Skript": ({"portal.yml": _portal(repository="javascript:alert(1)")}, "repository"),
            "Repository als Datei": ({"portal.yml": _portal(repository="file:///etc")}, "repository"),
            "Adresse mit Skript": ({"portal.yml": _portal(more="adresse: 'javascript:alert(1)'\n")}, "adresse"),
            "Adresse mit Anfuehrung": ({"portal.yml": _portal(more="adresse: 'https://a.example/\"x'\n")}, "adresse"),
            "Gemeindeschluessel mit Tag": (
                {"portal.yml": _portal(more="gemeindeschluessel: '<b>'\n")},
                "gemeindeschluessel",
            ),
            "unbekanntes Feld": ({"portal.yml": _portal(more="skript: alert(1)\n")}, "gibt es hier nicht"),
            "Hooks": ({"portal.yml": _portal(more="hooks: [boese.py]\n")}, "gibt es hier nicht"),
            "Einstieg ins Leere": ({"portal.yml": _portal(more="einstieg: [../../x]\n")}, "einstieg"),
            "Name als Liste": ({"portal.yml": _portal(name="[a, b]")}, "name"),
            "Ausnahmen als Liste": ({"datenschutz.yml": "- alles\n"}, "Felder"),
            "Ausnahmen mit unbekanntem Feld": ({"datenschutz.yml": "alles: ja\n"}, "gibt es hier nicht"),
            "Einstellungen als Ordner": ({"portal.yml/x.md": "x"}, "Art|portal.yml"),
        },
    )
