"""Samples of whole parts, for fields that hold them: what one would write first, and what one might try instead."""

from __future__ import annotations

from collections.abc import Mapping

from portal.records.base import Contradiction, Correction, Model
from portal.records.bodies import Membership, Seats
from portal.records.facts import Money, Position
from portal.records.figures import Measurement, Series
from portal.records.inquiries import Answered, Asked, Question
from portal.records.papers import Consultation, GroupVotes, Implementation
from portal.records.privacy import Exemption
from portal.records.projects import Replanning, StatusUpdate
from portal.records.reference import LegislativeTerm, Licence, Removal
from portal.records.samples.sample import Sample

_VALUE = {"stichtag": "2026-12-31", "wert": "12500", "quelle": "bericht-2026"}

PARTS: Mapping[type[Model], Sample] = {
    Contradiction: Sample(
        {
            "worum": "Ab wann gelten die neuen Zeiten?",
            "angaben": [
                {"wert": "ab Mai 2026", "quelle": "vorlage-b-26-0042"},
                {"wert": "ab Juni 2026", "quelle": "zeitung-2026-06-02"},
            ],
        },
        "Die Quellen sagen Verschiedenes.",
    ),
    Correction: Sample(
        {"datum": "2026-11-21", "text": "Hier standen 32 Ja-Stimmen. Richtig sind 33."}, "32 Stimmen in 33 geändert"
    ),
    Money: Sample({"betrag": "40000", "art": "Obergrenze", "stand": "geplant", "zeitraum": "2026"}, "40.000 Euro"),
    Position: Sample({"umfang": "1.5", "stand": "geplant", "zweck": "Bürgeramt am Abend"}, "anderthalb Stellen"),
    Consultation: Sample(
        {"gremium": "stadtvertretung", "termin": "2026-03-03", "rolle": "Entscheidung", "ergebnis": "beschlossen"},
        "am 3. März in der Stadtvertretung beschlossen",
    ),
    GroupVotes: Sample({"fraktion": "fraktion-sonne", "ja": "12", "nein": "0"}, "Fraktion Sonne dafür"),
    Implementation: Sample({"stand": "umgesetzt", "datum": "2026-07", "belege": ["stadt-app"]}, "seit Juli erledigt"),
    StatusUpdate: Sample(
        {"datum": "2026-05", "stand": "in Arbeit", "notiz": "Die ersten Teile sind fertig."}, "läuft seit Mai"
    ),
    Replanning: Sample(
        {"datum": "2026-04-20", "neu": "2026-Q3", "grund": "Es fehlten Leute."}, "verschoben auf Herbst"
    ),
    Seats: Sample({"zahl": "39", "stichtag": "2026-06"}, "39 Sitze"),
    Membership: Sample(
        {"funktion": "Oberbürgermeisterin", "gremium": "stadtverwaltung", "von": "2024-01"}, "Oberbürgermeisterin"
    ),
    Asked: Sample({"am": "2026-02-10", "von": ["fraktion-mond"], "gremium": "hauptausschuss"}, "2026-02-10"),
    Answered: Sample({"am": "2026-03-02", "von": ["stadtverwaltung"], "gremium": "hauptausschuss"}, "2026-03-02"),
    Question: Sample(
        {
            "frage": "Was kosten die längeren Zeiten im Jahr?",
            "stand": "beantwortet",
            "antwort": "Rund 40.000 Euro im Jahr.",
        },
        "Was kosten die längeren Zeiten im Jahr?",
    ),
    Measurement: Sample(_VALUE, "12500 im Jahr 2026"),
    Series: Sample({"titel": "Besuche mit Termin", "werte": [_VALUE]}, "Besuche mit Termin"),
    Licence: Sample(
        {
            "name": "Creative Commons Namensnennung 4.0",
            "url": "https://creativecommons.org/licenses/by/4.0/deed.de",
            "nennung": "Transparenzportal Musterstadt",
        },
        "CC BY 4.0",
    ),
    LegislativeTerm: Sample(
        {"kennung": "2023", "name": "Wahlperiode 2023–2028", "von": "2023-06-01", "bis": "2028-05-31"}, "2023–2028"
    ),
    Removal: Sample(
        {"eintrag": "roadmap/doppelt", "datum": "2026-11-21", "grund": "Doppelt angelegt; alles steht bei stadt-app."},
        "roadmap/doppelt",
    ),
    Exemption: Sample({"text": "Rathausallee 50", "grund": "Anschrift des Rathauses."}, "Rathausallee 50"),
}
