"""Samples of what bodies do: papers, meetings, questions, and who acts."""

from __future__ import annotations

from collections.abc import Mapping

from portal.records.base import Model
from portal.records.bodies import AgendaItem, Meeting, Membership, Organization, Person, Seats
from portal.records.inquiries import Asked, Inquiry, Question
from portal.records.papers import Attachment, Consultation, GroupVotes, Paper, Resolution, Votes
from portal.records.samples.sample import Sample

_POINT = "Die Stadtvertretung beschließt, die Öffnungszeiten gemäß Anlage 1 anzupassen."

SAMPLES: Mapping[type[Model], Mapping[str, Sample]] = {
    Paper: {
        "federfuehrung": Sample(["stadtverwaltung"], ["Stadtverwaltung"]),
        "eingebracht-von": Sample(["fraktion-mond"], {"Wer": "fraktion-mond"}),
        "vorgaenger": Sample(["b-25-0017"], ["B 25/0017"]),
        "art-wortlaut": Sample(
            "Dringlichkeitsvorlage",
            "Beschlussvorlage",
            "Die Art steht in der Liste: „art: Beschlussvorlage“. Der Wortlaut ist nur für Arten, die dort fehlen.",
        ),
        "nummer": Sample(
            "B 26/0042",
            "b-26-0042",
            "Das ist die Kennung. Die Nummer steht hier so, wie sie auf dem Papier gedruckt ist.",
        ),
        "oeffentlich": Sample("ja", "öffentlich"),
        "aktenzeichen": Sample("10.2-033", "unbekannt", "Steht keines auf dem Papier, lassen Sie das Feld weg."),
        "beschlusspunkte": Sample(
            ["Dienstags und donnerstags schließt das Bürgeramt erst um 19 Uhr."],
            [_POINT],
            "Abgeschrieben, und ohne die Anlage versteht es niemand. Sagen Sie, was sich ändert.",
        ),
        "anlagen": Sample(
            ["Übersicht der neuen Zeiten"],
            ["anlage1_final_v3.pdf"],
            "Ein Dateiname. Nennen Sie die Anlage so, wie sie heißt.",
        ),
    },
    Consultation: {
        "termin": Sample("2026-03-03", "03.03.2026"),
        "gegenstand": Sample(
            "Antrag, auch samstags zu öffnen",
            "2. Abstimmung",
            "Sagen Sie, worüber abgestimmt wurde, nicht die wievielte es war.",
        ),
        "top": Sample(
            "Ö 5", "Tagesordnungspunkt 5 (öffentlich)", "Nur die Nummer, so wie sie auf der Tagesordnung steht."
        ),
        "rolle-wortlaut": Sample(
            "Anhörung nach § 16",
            "Beratung",
            "Nur, wenn keine Zuständigkeit der Liste passt, und dann so, wie das Papier sie nennt.",
        ),
        "ergebnis-wortlaut": Sample(
            "ohne Votum weitergeleitet",
            "einstimmig beschlossen",
            "Das passt in die Liste: „ergebnis: beschlossen“ und „mehrheit: einstimmig“.",
        ),
        "aenderung": Sample(
            "Punkt 2 gilt erst ab Juli.", "mit Änderungen", "Welche? Sagen Sie, was jetzt anders ist als im Vorschlag."
        ),
        "stimmen": Sample({"ja": "33", "nein": "0", "enthaltung": "2"}, "33:0:2"),
    },
    Votes: {
        "nein": Sample("0", "keine"),
        "enthaltung": Sample("2", "zwei"),
    },
    GroupVotes: {
        "fraktion": Sample("fraktion-sonne", "Fraktion Sonne"),
        "ja": Sample("12", "alle"),
        "nein": Sample("0", "keine"),
        "enthaltung": Sample("unbekannt", "keine Angabe"),
    },
    Resolution: {
        "text": Sample(
            "Dienstags und donnerstags schließt das Bürgeramt erst um 19 Uhr.",
            _POINT,
            "Abgeschrieben, und ohne die Anlage versteht es niemand. Sagen Sie, was sich ändert.",
        ),
        "titel": Sample(
            "Zwei lange Abende", "Punkt 1", "Die Nummer setzt das Portal selbst. Drei bis fünf Wörter, worum es geht."
        ),
        "nr": Sample("2a", "II"),
        "frist": Sample("2026-05", "schnellstmöglich"),
    },
    Attachment: {
        "titel": Sample(
            "Übersicht der neuen Zeiten",
            "anlage1_final_v3.pdf",
            "Ein Dateiname. Nennen Sie die Anlage so, wie sie heißt.",
        ),
        "notiz": Sample("lag nicht vor", "siehe Anlage", "Das hilft niemandem weiter."),
    },
    Meeting: {
        "titel": Sample("Stadtvertretung am 3. März 2026", "Sitzung", "Welche? Nennen Sie Gremium und Tag."),
        "beginn": Sample("18:15", "18.15 Uhr"),
        "ort": Sample("Rathaus, Plenarsaal", "wie immer", "Wer das nicht weiß, erfährt es hier nicht."),
    },
    AgendaItem: {
        "titel": Sample(
            "Bericht zum Stand der Stadt-App",
            "Verschiedenes",
            "Darunter kann alles stehen. Nennen Sie den Gegenstand oder lassen Sie ihn weg.",
        ),
        "top": Sample("7.2", "TOP 7.2", "Nur die Nummer; „TOP“ ergänzt das Portal."),
    },
    Organization: {
        "teil-von": Sample("stadtverwaltung", "Stadtverwaltung"),
        "webseite": Sample("https://www.musterstadt.example/", "www.musterstadt.example"),
        "name": Sample("Hauptausschuss", "HA", "Der volle Name. Kürzer geht es unter „kurzname“."),
        "kurzname": Sample(
            "Stadtwerke",
            "Stadtwerke Musterstadt GmbH & Co. KG",
            "So nennt sie im Alltag niemand. Der volle Name steht unter „name“.",
        ),
        "zeitraum": Sample("2015/..", "seit 2015"),
    },
    Seats: {
        "zahl": Sample("39", "39 Mitglieder"),
        "zaehlung": Sample("mit der Stadtpräsidentin", "alle", "Wer zu „allen“ gehört, ist gerade die Frage."),
    },
    Person: {
        "name": Sample("Erika Beispiel", "Frau Dr. Beispiel", "Vor- und Nachname, ohne Anrede."),
        "partei": Sample(
            "Sonnenpartei",
            "vermutlich Sonnenpartei",
            "Die Partei ist eine besonders geschützte Angabe. Nur, was öffentlich belegt ist.",
        ),
    },
    Membership: {
        "funktion": Sample(
            "Oberbürgermeisterin", "Anwohnerin", "Kein öffentliches Amt. Diese Person gehört nicht ins Portal."
        ),
        "bis": Sample("2026-05", "heute"),
    },
    Inquiry: {
        "titel": Sample(
            "Fragen zu den Öffnungszeiten", "Anfrage gemäß § 5 der Geschäftsordnung", "Das sagt nicht, worum es geht."
        ),
    },
    Asked: {
        "als": Sample(
            "Landtagsabgeordneter",
            "besorgter Bürger",
            "Fragen von Privatleuten stehen ohne Namen da; hier steht nur ein Amt.",
        ),
    },
    Question: {
        "nr": Sample("3", "Frage 3"),
        "frage": Sample(
            "Was kosten die längeren Zeiten im Jahr?",
            "Es wird um Auskunft über die Kostenfolgen gebeten.",
            "Keine Frage und schwer zu lesen. Stellen Sie sie so, wie man sie spricht.",
        ),
        "antwort": Sample(
            "Rund 40.000 Euro im Jahr.",
            "Siehe Anlage.",
            "Die Antwort fehlt. Fassen Sie zusammen, was in der Anlage steht.",
        ),
        "offen": Sample(
            "Ob das Geld im Haushalt steht, sagt die Antwort nicht.",
            "Antwort ungenügend",
            "Eine Note. Sagen Sie, was fehlt.",
        ),
        "notiz": Sample(
            "Die Antwort lag als Tischvorlage vor.", "Endlich!", "Eine Meinung. Sie gehört nicht ins Portal."
        ),
    },
}
