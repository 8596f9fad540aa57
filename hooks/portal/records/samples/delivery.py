"""Samples of what came of it: projects, figures, events."""

from __future__ import annotations

from collections.abc import Mapping

from portal.records.base import Model
from portal.records.figures import Event, Indicator, Measurement, Series
from portal.records.projects import Milestone, Project, Replanning
from portal.records.samples.sample import Sample

SAMPLES: Mapping[type[Model], Mapping[str, Sample]] = {
    Project: {
        "arbeitskreis": Sample("arbeitskreis-digitales", "Arbeitskreis Digitales"),
        "federfuehrung": Sample(["stadtverwaltung"], ["Stadtverwaltung"]),
        "partner": Sample(["stadtwerke"], ["Stadtwerke"]),
        "grundlage": Sample(["b-26-0042#punkt-1"], ["B 26/0042, Punkt 1"]),
        "titel": Sample(
            "Die Stadt-App",
            "Projekt 4.2 Mobile Bürgerdienste",
            "So kennt es niemand. Nennen Sie es, wie man davon spricht.",
        ),
        "zeitraum": Sample("2026-05/2027-12", "Mai 2026 bis Ende 2027"),
        "zeitraum-erschlossen": Sample(
            "Der Beginn folgt aus dem ersten Bericht.",
            "geschätzt",
            "Woraus? Lesende müssen die Folgerung prüfen können.",
        ),
        "anzahl": Sample("4", "mehrere"),
    },
    Replanning: {
        "grund": Sample(
            "Es fehlten Leute.",
            "aus organisatorischen Gründen",
            "Das sagt nichts. Nennen Sie den Grund oder lassen Sie das Feld weg.",
        ),
    },
    Milestone: {
        "titel": Sample(
            "Die App steht in den Stores",
            "Meilenstein M3",
            "Niemand kann prüfen, ob das erreicht ist. Was ist dann da?",
        ),
    },
    Indicator: {
        "titel": Sample("Besuche im Bürgeramt", "KPI 7", "Eine Nummer. Sagen Sie, was gezählt wird."),
        "einheit": Sample("Besuche im Jahr", "Anzahl", "Wovon? Die Einheit sagt, was gezählt wird."),
        "vorsicht": Sample(
            "Seit 2024 zählen auch Termine am Telefon.",
            "ohne Gewähr",
            "Das schützt niemanden vor einem Irrtum. Woran muss man denken?",
        ),
    },
    Series: {
        "titel": Sample("Besuche mit Termin", "Reihe 2", "Sagen Sie, was diese Reihe von den anderen unterscheidet."),
        "einheit": Sample("Termine", "Stück", "Wovon? Meist genügt die Einheit des Eintrags; dann entfällt das Feld."),
        "zaehlung": Sample("am Schalter gezählt", "offiziell", "Nicht, wer zählt, sondern wie gezählt wurde."),
        "getrennt-weil": Sample(
            "Ab 2024 wurde anders gezählt.", "passt nicht", "Sagen Sie, warum man die Reihen nicht verbinden darf."
        ),
    },
    Measurement: {
        "stichtag": Sample("2026-12-31", "31.12.2026"),
        "wert": Sample("12500", "12.500"),
        "bezeichnung": Sample("Schulen", "Punkt 1", "Was wurde gezählt? Die Nummer sagt es nicht."),
    },
    Event: {
        "titel": Sample("Die Stadt-App startet", "Pressetermin", "Was geschah? Der Anlass zählt, nicht der Termin."),
        "erschlossen": Sample(
            "Der Bericht sagt „gestern“ und ist vom 3. Mai.",
            "circa",
            "Der Grund fehlt. Ungenaue Tage schreiben Sie einfach ungenau, etwa 2026-05.",
        ),
        "ort": Sample("Rathaus, Plenarsaal", "bei Familie Beispiel", "Ein privater Ort. Er gehört nicht ins Portal."),
    },
}
