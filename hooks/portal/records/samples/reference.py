"""Samples of what other records lean on: sources, topics, terms, pages, and the settings."""

from __future__ import annotations

from collections.abc import Mapping

from portal.records.base import Model
from portal.records.privacy import Exemption
from portal.records.reference import Article, LegislativeTerm, Licence, Portal, Removal, Source, Term, Topic
from portal.records.samples.sample import Sample

SAMPLES: Mapping[type[Model], Mapping[str, Sample]] = {
    Source: {
        "titel": Sample(
            "Beschlussvorlage B 26/0042",
            "Link",
            "Bei zwanzig Quellen findet diese niemand wieder. Wie heißt das Papier?",
        ),
        "herausgeber": Sample(
            "Stadtverwaltung", "Internet", "Wer verantwortet den Text? Das Internet ist kein Herausgeber."
        ),
        "datum-erschlossen": Sample(
            "Die Seite nennt kein Datum; sie erwähnt die Sitzung vom Vortag.", "ungefähr", "Der Grund fehlt."
        ),
        "belegt": Sample(
            "den Beschluss mit allen Stimmen", "alles", "So weiß niemand, wonach in der Quelle zu suchen ist."
        ),
        "vorsicht": Sample(
            "Ein Entwurf; die Fassung aus der Sitzung lag nicht vor.",
            "Quelle unklar",
            "Was ist unklar? Sonst hilft der Hinweis nicht.",
        ),
    },
    Topic: {
        "titel": Sample("Öffnungszeiten", "Handlungsfeld 3", "Eine Nummer. Darunter sucht niemand."),
    },
    Term: {
        "begriff": Sample("Vorlage", "die Vorlagen", "Einzahl, ohne Artikel: so steht es im Wörterbuch."),
        "erklaerung": Sample(
            "Ein Papier, über das ein Gremium berät.",
            "Beratungsgegenstand im Sinne der Gemeindeordnung.",
            "Wer das Wort nicht kennt, kennt auch die Erklärung nicht.",
        ),
        "kurzformen": Sample(["CDO"], ["Cdo"], "Kurzformen müssen genau so dastehen, wie sie in Texten stehen."),
        "synonyme": Sample(
            ["Drucksache"], ["Papier"], "Das heißt oft etwas anderes. Mehrdeutiges gehört unter „suchwoerter“."
        ),
        "suchwoerter": Sample(
            ["Karte", "Stadtplan"], ["Ding"], "Ein Wort, das auf alles passt, führt niemanden zum Ziel."
        ),
    },
    Article: {
        "titel": Sample(
            "So entsteht ein Beschluss", "Wissenswertes", "Worüber? Der Titel verspricht, was im Text steht."
        ),
        "reihenfolge": Sample("1", "vorne"),
    },
    Licence: {
        "url": Sample("https://creativecommons.org/licenses/by/4.0/deed.de", "CC BY 4.0"),
        "name": Sample("Creative Commons Namensnennung 4.0", "frei", "Daraus erfährt niemand, was erlaubt ist."),
        "nennung": Sample(
            "Transparenzportal Musterstadt", "siehe Impressum", "Wer die Daten nutzt, schreibt genau diese Wörter dazu."
        ),
    },
    LegislativeTerm: {
        "kennung": Sample("2023", "2023–2028"),
        "name": Sample("Wahlperiode 2023–2028", "aktuelle", "Die aktuelle bleibt nicht aktuell."),
    },
    Portal: {
        "adresse": Sample("https://transparenz.musterstadt.example/", "transparenz.musterstadt.example"),
        "datenbereitsteller": Sample("http://dcat-ap.de/def/contributors/musterstadt", "Stadt Musterstadt"),
        "repository": Sample("https://git.example/musterstadt/transparenzportal", "musterstadt/transparenzportal"),
        "name": Sample(
            "Transparenzportal Musterstadt", "Startseite", "Der Name steht in jedem Lesezeichen: Welches Portal ist es?"
        ),
        "programm": Sample("Digitale Stadt", "DigStra 2030", "Eine Abkürzung, die nur im Amt verstanden wird."),
        "stadt": Sample("Musterstadt", "Stadt Musterstadt", "Nur der Name; „Stadt“ ergänzt das Portal, wo es passt."),
        "leitsatz": Sample(
            "Was Musterstadt beschlossen hat und was daraus wurde.",
            "Willkommen auf unserem innovativen Portal!",
            "Werbung. Sagen Sie, was man hier findet.",
        ),
        "einleitung": Sample(
            "Folgen Sie jedem Beschluss bis zu seinem Ergebnis. Jede Angabe hat eine Quelle.",
            "Transparenz ist uns ein wichtiges Anliegen.",
            "Ein Versprechen ohne Inhalt. Sagen Sie, was man hier tun kann.",
        ),
        "gemeindeschluessel": Sample("99999001", "99 9 99 001"),
        "bearbeiten": Sample(
            "edit/main",
            "main",
            "So heißt nur der Zweig. Hier steht, was in der Adresse zwischen Repository und Datei steht.",
        ),
        "suchbeispiele": Sample(
            ["App", "12 Millionen"], ["Suchbegriff"], "Ein Beispiel, das nichts findet, hilft nicht."
        ),
    },
    Removal: {
        "eintrag": Sample("roadmap/doppelt", "Doppelt"),
        "grund": Sample(
            "Doppelt angelegt; alles Belegte steht bei der Stadt-App.",
            "Fehler",
            "Welcher? Wer die Adresse kennt, möchte es wissen.",
        ),
    },
    Exemption: {
        "text": Sample("Rathausallee 50", "die Anschrift in Zeile 12", "Genau so, wie die Prüfung den Text nennt."),
        "grund": Sample("Anschrift des Rathauses.", "ist in Ordnung", "Warum? Der Grund steht für alle nach Ihnen da."),
    },
}
