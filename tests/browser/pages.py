"""The pages that stand for all: one of every kind, each with whatever that kind can show."""

from __future__ import annotations

#: What the page is, and where.
PAGES = {
    "start": "",
    "vorlage-mit-allem": "beschluesse/stadtgarten/",
    "vorlage-mit-boesem-html": "beschluesse/boeses-html/",
    "vorlage-mit-zwei-abstimmungen": "beschluesse/verwiesen/",
    "vorlage-mit-belegen": "beschluesse/schlicht/",
    "vorlage-ohne-beratung": "beschluesse/ohne-beratung/",
    "vorhaben-mit-allem": "roadmap/roter-faden/",
    "vorhaben-ohne-alles": "roadmap/brunnen/",
    "anfrage": "fragen/anfrage-brunnen/",
    "sitzung": "sitzungen/stadtrat-2024-02-15/",
    "sitzung-abgeleitet": "sitzungen/stadtrat-2023-06-01/",
    "anfrage-ueberfaellig": "fragen/ueberfaellig/",
    "offene-fragen": "offene-fragen/",
    "sitzung-geplant": "sitzungen/stadtrat-2027-03-04/",
    "gremium": "gremien/stadtrat/",
    "fraktion": "gremien/fraktion-mond/",
    "person": "personen/erika-mustermann/",
    "thema": "themen/stadtgruen/",
    "kennzahl": "kennzahlen/besucher/",
    "kennzahl-mit-balken": "kennzahlen/vergleich/",
    "ereignis": "ereignisse/gartenfest/",
    "begriff": "glossar/vorberatung/",
    "quelle": "quellen/blatt/",
    "quelle-mit-tabelle": "quellen/niederschrift/",
    "liste-nach-jahren": "beschluesse/",
    "liste-nach-namen": "glossar/",
    "roadmap": "roadmap/",
    "liste-mit-vorhaben": "roadmap/als/liste/",
    "beschlusskontrolle": "beschlusskontrolle/",
    "liste-mit-anfragen": "fragen/",
    "widersprueche": "widersprueche/",
    "offene-punkte": "offene-punkte/",
    "zeitleiste": "zeitleiste/",
    "suche": "suche/",
    "suche-mit-treffern": "suche/?q=Garten",
    "suche-ohne-treffer": "suche/?q=Xylophonquartett",
    "daten": "daten/",
    "seite-von-hand": "barrierefreiheit/",
    "fehlerseite": "404.html",
    "weiterleitung": "beschluesse/garten/",
}
#: A redirect leads away before anybody can look at it.
STAYING = {name: address for name, address in PAGES.items() if name != "weiterleitung"}
