"""A data folder for a town that is just beginning: settings, a few words, and one chain of made-up records.

Every made-up record has an id that begins with „beispiel-“ and a title that begins with „Beispiel:“, so that
nobody takes it for a fact and all of them can be deleted at once: nothing else names them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.writing.minimal import settings
from portal.writing.yamltext import Value, front_matter, record_text

_SOURCE = "beispiel-quelle"
_BODY = "beispiel-vertretung"
_CHECKED = "2026-01-15"
_NOTE = "Ausgedacht, damit Sie sehen, wie ein Eintrag aussieht. Bitte durch eigene Einträge ersetzen."


def files(town: str) -> Mapping[str, str]:
    """The text of every file by its path in the folder."""
    return {
        "portal.yml": settings(town),
        "README.md": _readme(town),
        "glossar.yml": front_matter(_TERMS),
        **dict(_examples()),
    }


def _examples() -> Iterator[tuple[str, str]]:
    yield f"quellen/{_SOURCE}.yml", front_matter(_source())
    yield f"gremien/{_BODY}.yml", front_matter(_body())
    yield "themen/beispiel-thema.yml", front_matter({"titel": "Beispiel: Radverkehr", "kurzfassung": _NOTE})
    yield (
        "beschluesse/beispiel-beschluss.md",
        record_text(_paper(), "Hier ist Platz für Hintergrund in eigenen Worten."),
    )
    yield (
        "roadmap/beispiel-projekt.md",
        record_text(_project(), "Gebaut wird, was [[beispiel-beschluss#punkt-1]] sagt."),
    )
    yield "fragen/beispiel-frage.yml", front_matter(_inquiry())


def _readme(town: str) -> str:
    return f"""# Die Einträge von {town}

Ein Eintrag, eine Datei. Alle Dateien, deren Name mit `beispiel-` beginnt, sind ausgedacht. Sie zeigen, wie Einträge aussehen.
Löschen Sie sie, sobald Sie eigene haben: keine andere Datei nennt sie.

1. Ersetzen Sie in `portal.yml`, was „Bitte ersetzen“ sagt.
2. Legen Sie Ihre Gremien an, dann Quellen, dann den ersten Beschluss.
3. Prüfen Sie mit `make check DATA=…`, bauen Sie mit `make build DATA=…`. Für die Punkte steht der Weg zu diesem Ordner.

Wie man Einträge schreibt, steht im Handbuch des Portals unter „Mitmachen“.
"""


_TERMS: Mapping[str, Value] = {
    "vorlage": {
        "begriff": "Vorlage",
        "erklaerung": "Ein Papier, über das ein Gremium berät: mit einem Vorschlag, der Begründung und den Kosten.",
    },
    "beschluss": {
        "begriff": "Beschluss",
        "erklaerung": "Was ein Gremium nach der Beratung entschieden hat. Die Verwaltung muss es umsetzen.",
    },
    "fraktion": {
        "begriff": "Fraktion",
        "erklaerung": "Gewählte, die in einer Vertretung zusammenarbeiten, meist aus derselben Partei.",
    },
    "tagesordnungspunkt": {
        "begriff": "Tagesordnungspunkt",
        "erklaerung": "Ein Thema, das in einer Sitzung an die Reihe kommt.",
        "kurzformen": "TOP",
    },
}


def _source() -> Mapping[str, Value]:
    return {
        "titel": "Beispiel: eine Vorlage",
        "art": "Vorlage",
        "herausgeber": "ausgedacht",
        "datum": "2025-09-01",
        "zugang": "nicht im Netz",
        "abgerufen": _CHECKED,
        "vorsicht": _NOTE,
    }


def _body() -> Mapping[str, Value]:
    return {
        "name": "Beispiel: die Vertretung",
        "art": "Vertretung",
        "kurzfassung": _NOTE,
        "quellen": [_SOURCE],
        "geprueft": _CHECKED,
    }


def _paper() -> Mapping[str, Value]:
    return {
        "titel": "Beispiel: Ein Radweg zum Bahnhof",
        "nummer": "Beispiel 1/2025",
        "art": "Beschlussvorlage",
        "datum": "2025-09-01",
        "kurzfassung": f"Zum Bahnhof soll ein Radweg führen. {_NOTE}",
        "themen": ["beispiel-thema"],
        "beratungsfolge": [
            {
                "gremium": _BODY,
                "termin": "2025-09-16",
                "rolle": "Entscheidung",
                "ergebnis": "beschlossen",
                "mehrheit": "mehrheitlich",
                "stimmen": {"ja": "21", "nein": "4", "enthaltung": "unbekannt"},
            }
        ],
        "beschlusspunkte": [
            {
                "text": "Die Stadt baut einen Radweg zum Bahnhof.",
                "geld": [{"betrag": "250000", "art": "Obergrenze", "stand": "geplant", "zeitraum": "2026"}],
                "frist": "2026-12",
            }
        ],
        "offen": [{"frage": "Wie haben die Fraktionen abgestimmt?", "gesucht": "nirgends, dies ist ein Beispiel"}],
        "quellen": [_SOURCE],
        "geprueft": _CHECKED,
    }


def _project() -> Mapping[str, Value]:
    return {
        "titel": "Beispiel: Der Bau des Radwegs",
        "kurzfassung": f"Der Radweg wird geplant. {_NOTE}",
        "themen": ["beispiel-thema"],
        "grundlage": ["beispiel-beschluss#punkt-1"],
        "verlauf": [{"datum": "2025-11", "stand": "geplant", "notiz": "Die Planung hat begonnen."}],
        "meilensteine": [{"titel": "Der Radweg ist fertig", "geplant": "2026-12"}],
        "quellen": [_SOURCE],
        "geprueft": _CHECKED,
    }


def _inquiry() -> Mapping[str, Value]:
    return {
        "titel": "Beispiel: Fragen zum Radweg",
        "kurzfassung": f"Wann wird gebaut, und was kostet es? {_NOTE}",
        "themen": ["beispiel-thema"],
        "gestellt": {"am": "2025-12-02", "gremium": _BODY},
        "beantwortet": {"am": "2026-01-13", "gremium": _BODY},
        "fragen": [
            {
                "frage": "Wann beginnt der Bau?",
                "stand": "beantwortet",
                "antwort": "Im Frühjahr 2026.",
                "projekte": ["beispiel-projekt"],
            },
            {"frage": "Reicht das Geld?", "stand": "offen", "projekte": ["beispiel-projekt"]},
        ],
        "quellen": [_SOURCE],
        "geprueft": _CHECKED,
    }
