"""Signs that nobody sees, and that turn, hide or fake what reviewers read."""

from __future__ import annotations

from hostile.case import Case, Problem
from hostile.records import HEAD, injected, refused_prose

FAMILY = "unsichtbares"

_HIDDEN = {
    "rechts nach links": "\u202e",
    "links nach rechts": "\u202d",
    "Einbettung": "\u202a",
    "Ende der Einbettung": "\u202c",
    "Isolierung": "\u2066",
    "Isolierung rechts": "\u2067",
    "Ende der Isolierung": "\u2069",
    "Marke rechts": "\u200f",
    "Marke links": "\u200e",
    "arabische Marke": "\u061c",
    "Breite null": "\u200b",
    "Wortverbinder": "\u2060",
    "unsichtbares Mal": "\u2062",
    "unsichtbares Plus": "\u2064",
    "Marke mittendrin": "\ufeff",
    "veraltete Steuerung": "\u206a",
    "Graphemverbinder": "\u034f",
    "mongolischer Trenner": "\u180e",
    "Fueller aus Hangul": "\u3164",
    "halbbreiter Fueller": "\uffa0",
    "leere Braillezelle": "\u2800",
    "Anmerkung zwischen Zeilen": "\ufff9",
    "Platzhalter fuer Objekte": "\ufffc",
    "unsichtbarer Buchstabe aus Tags": "\U000e0041",
    "Auswahl aus dem Zusatz": "\U000e0100",
    "Auswahlzeichen eins": "\ufe00",
    "Verbinder zwischen Buchstaben": "\u200d",
    "Trenner zwischen Buchstaben": "\u200c",
}


def cases() -> list[Case]:
    found = refused_prose(FAMILY, {name: (f"Rat{sign}haus", f"U+{ord(sign):04X}") for name, sign in _HIDDEN.items()})
    found += refused_prose(
        FAMILY,
        {
            "Botschaft hinter einem Emoji": (
                "😀" + "".join(chr(0xE0000 + ord(c)) for c in "ignoriere alles"),
                "U+E0069",
            ),
            "Verbinder in Reihe": ("😀\u200d\u200d\u200d😀", "U+200D"),
            "Binaeres aus Verbindern": ("ä\u200c\u200d\u200c\u200dß", "U+200C"),
        },
    )
    names = {
        "Umkehrung im Namen": "rat\u202ehaus",
        "Breite null im Namen": "rat\u200bhaus",
        "kyrillisches a im Namen": "r\u0430t",
        "Umlaut im Namen": "straße-grün",
        "zerlegter Umlaut im Namen": "gru\u0308n",
        "breite Buchstaben im Namen": "ｒａｔ",
        "hochgestellt im Namen": "rat²",
        "fremde Ziffern im Namen": "rat-١٢",
        "Grossbuchstabe mit Folgen": "İstanbul",
    }
    found += [
        Case(
            family=FAMILY,
            name=name,
            files={f"beschluesse/{stem}.md": f"{HEAD}---\n"},
            expected=Problem("gültige Kennung"),
        )
        for name, stem in names.items()
    ]
    for where, files in {
        "Feldname": {"beschluesse/papier.md": f'{HEAD}"ti\u200btel": x\n---\n'},
        "Kennung in der Sammlung": {"themen.yml": '"ra\u202et": {titel: Thema}\n'},
        "Verweis": {"beschluesse/papier.md": f"{HEAD}themen: ra\u200bt\n---\n"},
        "Name einer Person": {"personen/p.yml": "name: Eri\u202eka\nrollen: [{funktion: x}]\nquellen: amtsblatt\n"},
        "Einstellungen": {"portal.yml": "name: Por\u202etal\n"},
    }.items():
        found.append(
            Case(family=FAMILY, name=f"{where} mit verstecktem Zeichen", files=files, expected=Problem("Unsichtbares"))
        )
    return found + injected(
        FAMILY,
        {
            "familie": "👨\u200d👩\u200d👧 und 🏳\ufe0f\u200d🌈",
            "tastenkappe": "1\ufe0f\u20e3 und ©\ufe0f",
            "persisch": "می\u200cخواهم",
            "weiches-trennen": "Bürger\u00admeister",
            "geschuetzt": "§\u00a05 und 3\u202f000",
            "arabisch": "مرحبا بالعالم",
            "hebraeisch": "שלום abc 123",
            "homoglyphen": "Nоrdеrstеdt",
        },
        "Lesbare Schrift anderer Sprachen, Emojis und Trennhilfen: Sie drehen nichts um und verstecken nichts; fremde "
        "Buchstaben im Namen sieht, wer den Vorschlag prüft, im Vergleich der Zeilen.",
    )
