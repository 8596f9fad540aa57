"""Samples of what all records have: titles, gaps, contradictions, notes, money and jobs."""

from __future__ import annotations

from collections.abc import Mapping

from portal.records.base import Claim, Contradiction, Correction, Fact, Gap, Model, Origin, Record
from portal.records.facts import Money, Position
from portal.records.samples.sample import Sample

_COPIED = "Abgeschrieben und schwer zu lesen. Sagen Sie es in eigenen Worten."
_GUESSED = "Das ist geraten. Schreiben Sie nur, was eine Quelle sagt, oder lassen Sie das Feld weg."

SAMPLES: Mapping[type[Model], Mapping[str, Sample]] = {
    Record: {
        "id": Sample("b-26-0042", "B 26/0042"),
        "titel": Sample(
            "Das Bürgeramt öffnet länger",
            "Beschlussvorlage zur Anpassung der Öffnungszeiten des Bürgeramtes",
            "Amtsdeutsch. Der Titel sagt, worum es geht; was für ein Papier das ist, steht unter „art“.",
        ),
        "kurzfassung": Sample(
            "An zwei Tagen in der Woche hat das Bürgeramt bis 19 Uhr offen. Das gilt ab Mai 2026.",
            "Seitens der Verwaltung wird eine bedarfsgerechte Ausweitung der Servicezeiten in Umsetzung gebracht.",
            "Wer, was und wann fehlen, und kaum jemand redet so. Kurze Sätze, Alltagswörter, ein Mensch, der etwas tut.",
        ),
        "quellen": Sample(
            ["vorlage-b-26-0042"], ["Vorlage B 26/0042"], "Hier steht die Kennung der Quelle, nicht ihr Titel."
        ),
        "fruehere-kennungen": Sample(["b-26-42"], ["B 26/42"]),
    },
    Origin: {
        "kennung": Sample(
            "https://rat.example/oparl/paper/17",
            "Vorlage 17",
            "Die Kennung schreibt „portal import“. Wer sie ändert, bekommt den Eintrag beim nächsten Lauf noch einmal.",
        ),
        "hinweise": Sample(
            ["Die Beratung am 4. Mai 2026 nennt kein Gremium."],
            ["Alles in Ordnung."],
            "Nur, was sich nicht übernehmen ließ. Ist nichts zu sagen, fehlt das Feld.",
        ),
    },
    Fact: {
        "erschlossen": Sample(
            "Das Papier nennt keinen Tag. An diesem Tag stand es auf der Tagesordnung.",
            "wahrscheinlich",
            "Der Grund fehlt. Lesende müssen nachvollziehen können, woraus Sie das folgern.",
        ),
        "notiz": Sample(
            "Die Vorlage nennt 33 Ja-Stimmen, die Niederschrift 32.",
            "Das ist wirklich ein Skandal.",
            "Eine Meinung. Eine Notiz sagt etwas, das sich belegen lässt.",
        ),
    },
    Claim: {
        "wert": Sample("ab Mai 2026", "anders", "Die Angabe selbst fehlt. Schreiben Sie, was diese Quelle sagt."),
    },
    Contradiction: {
        "worum": Sample(
            "Ab wann gelten die neuen Zeiten?",
            "Widerspruch",
            "Ein Satz oder eine Frage: worin sind sich die Quellen nicht einig?",
        ),
        "angaben": Sample(
            [
                {"wert": "ab Mai 2026", "quelle": "vorlage-b-26-0042"},
                {"wert": "ab Juni 2026", "quelle": "zeitung-2026-06-02"},
            ],
            [{"wert": "ab Mai 2026", "quelle": "vorlage-b-26-0042"}],
        ),
        "einordnung": Sample(
            "Vermutlich hat sich der Start verschoben.",
            "Die Zeitung irrt.",
            "Zu sicher. Sagen Sie, was vermutlich stimmt und warum.",
        ),
        "betrifft": Sample(
            "punkt-1", "Punkt 1", "Die Stelle heißt so, wie sie in der Adresse hinter # steht: klein, mit Bindestrich."
        ),
    },
    Gap: {
        "frage": Sample(
            "Wie haben die Fraktionen abgestimmt?",
            "Abstimmung?",
            "Zu kurz. Stellen Sie die Frage so, dass jemand sie beantworten kann.",
        ),
        "gesucht": Sample(
            "im Protokoll und im Ratsinformationssystem",
            "überall",
            "So sucht der Nächste noch einmal dasselbe. Nennen Sie die Orte.",
        ),
    },
    Correction: {
        "text": Sample(
            "Hier standen 32 Ja-Stimmen. Richtig sind 33.",
            "Fehler behoben.",
            "Niemand erfährt, was falsch war. Nennen Sie das Alte und das Neue.",
        ),
    },
    Money: {
        "betrag": Sample("1374.64", "1.374,64"),
        "waehrung": Sample("EUR", "Euro"),
        "haushaltsstelle": Sample(
            "111000.5431000", "Geschäftsaufwendungen", "Das ist der Name des Kontos. Hier steht seine Nummer."
        ),
        "zeitraum": Sample("2026/2027", "die nächsten zwei Jahre"),
        "zweck": Sample("Personal an zwei Abenden", "Sonstiges", "Daraus erfährt niemand, wofür das Geld ist."),
        "bedingung": Sample(
            "nur wenn das Land die Hälfte zahlt", "vorbehaltlich der haushaltsrechtlichen Ermächtigung", _COPIED
        ),
    },
    Position: {
        "umfang": Sample("1.5", "1,5"),
        "einheit": Sample(
            "Köpfe", "VZÄ", "Eine Abkürzung, die nur im Amt verstanden wird. Ohne Angabe gilt: Vollzeitstellen."
        ),
        "zaehlung": Sample(
            "ohne Leitung", "ungefähr", "Das sagt, wie genau die Zahl ist. Hier steht, was mitgezählt wurde."
        ),
        "zweck": Sample("Bürgeramt am Abend", "Aufgabenerfüllung", "Daraus erfährt niemand, wofür die Stellen sind."),
    },
}
