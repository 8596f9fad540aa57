"""Small and large files that want to fill memory or take for ever."""

from __future__ import annotations

from hostile.case import Case, Folder, Harmless, Hole, Repeated
from hostile.records import HEAD, prose, refused, refused_head, refused_prose

FAMILY = "bomben"
_PAPER = "beschluesse/papier.md"
_YAML = "quellen.yml"


def _laughs() -> str:
    rows = ['a: &a ["lol"]']
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        rows.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    return "\n".join(rows) + "\n"


def cases() -> list[Case]:
    def keys(count: int) -> str:
        return "".join(f"k{number}: x\n" for number in range(count))

    many = 100_000
    found = refused(
        FAMILY,
        {
            "Milliarden Lacher": ({_YAML: _laughs()}, "&"),
            "Anker auf sich selbst": ({_YAML: "a: &a [*a]\n"}, "&"),
            "Anker ohne Verwendung": ({_YAML: "a: &x {titel: b}\n"}, "&"),
            "Alias ins Leere": ({_YAML: "a: *b\n"}, "*"),
            "Alias als Schluessel": ({_YAML: "a: {titel: x}\n*a : b\n"}, "*"),
            "hunderttausend Listen ineinander": ({_YAML: "a: " + "[" * many}, "verschachtelt"),
            "hunderttausend Gruppen ineinander": ({_YAML: "{a: " * many}, "verschachtelt"),
            "Listenpunkte ineinander": ({_YAML: "a:\n  " + "- " * 5000 + "x"}, "verschachtelt"),
            "eingerueckte Gruppen": ({_YAML: "".join(f"{' ' * n}a:\n" for n in range(200))}, "verschachtelt"),
            "Fragezeichen ineinander": ({_YAML: "? " * 5000}, "YAML|Feldname|verschachtelt"),
            "hunderttausend Felder": ({_PAPER: f"{HEAD}{keys(many)}---\n"}, "Felder"),
            "zehntausend Felder": ({_PAPER: f"{HEAD}{keys(9990)}---\n"}, "weitere Fehler"),
            "hunderttausend Eintraege": ({_YAML: keys(many)}, "Felder"),
            "zehntausend leere Eintraege": ({_YAML: "".join(f"k{n}: {{}}\n" for n in range(9_999))}, "leer|fehlt"),
            "hunderttausend doppelte Felder": (
                {_PAPER: f"{HEAD}{'x: 1' + chr(10)}" + "x: 1\n" * many + "---\n"},
                "doppelt",
            ),
            "fuenfzig Megabyte Nichts": ({_PAPER: Hole(50_000_000)}, "zu groß"),
            "fuenfzig Megabyte Text": ({_PAPER: Repeated(f"{HEAD}---\n", "Wort " * 10_000, 1000)}, "zu groß"),
            "fuenfzig Gigabyte": ({_PAPER: Hole(50_000_000_000)}, "zu groß"),
            "grosse Einstellungen": ({"portal.yml": Hole(50_000_000)}, "zu groß"),
            "grosse Sammlung": ({"glossar.yml": Hole(3_000_000)}, "zu groß"),
            "Ordner, wo eine Datei sein soll": ({"portal.yml": Folder()}, "portal.yml"),
        },
    )
    found += refused_head(
        FAMILY,
        {
            "hunderttausend Verweise": (f"themen: [{', '.join(f'x{n}' for n in range(many))}]", "Punkte"),
            "hunderttausend gleiche Verweise": (f"themen: [{'rat, ' * many}]", "Punkte"),
            "dreihunderttausend Beschlusspunkte": (f"beschlusspunkte: [{'a,' * 300_000}]", "Punkte"),
            "tausend leere Stationen": (f"beratungsfolge: [{'{}, ' * 1000}]", "fehlt"),
            "Feldname von hunderttausend Zeichen": (f"? {'a' * many}\n: b", "zu lang"),
            "Text von einer Million Zeichen": (f"kurzname: {'a' * 1_000_000}", "zu lang"),
            "Zeile von Rauten": (f"notiz: a{' #a' * 50_000}", "Kommentar"),
            "Anfuehrung ohne Ende": ('notiz: "' + "a" * 100_000, "geschlossen"),
            "hunderttausend Anfuehrungszeichen": ("notiz: " + "'" * 99_999, "geschlossen|zu lang"),
            "Blocktext von zwanzigtausend Zeilen": ("notiz: |\n" + "  a\n" * 20_000, "zu lang|Zeilen"),
        },
    )
    found += refused_prose(
        FAMILY,
        {
            "eckige Klammern": ("[" * 90_000, "Klammern"),
            "Links ohne Ende": ("[a](" * 20_000, "Klammern"),
            "Bilder ohne Ende": ("![" * 40_000, "Klammern"),
            "Tags ohne Ende": ("<a " * 30_000, "Klammern"),
            "CDATA ohne Ende": ("<![CDATA[" * 10_000, "Klammern"),
            "Kommentare ohne Ende": ("<!--" * 20_000, "Klammern"),
            "Verweise ohne Ende": ("[[" * 40_000, "Klammern"),
            "Adressen ohne Ende": ("<http://" * 10_000, "Klammern"),
            "Klammern, die sich schliessen": ("[" * 40_000 + "]" * 40_000, "Klammern"),
            "Klammern ueber Absaetze": ("[a\n\n" * 20_000, "Klammern"),
            "Fussnoten ohne Zahl": ("[^1]" * 10_000 + "\n\n[^1]: x", "Fußnoten"),
            "Ueberschriften in Reihe": ("# a\n" * 20_000, "Zeilen"),
            "Striche in Reihe": ("---\n" * 20_000, "Zeilen"),
            "Punkte in Reihe": ("-\n" * 40_000, "Zeilen"),
            "zwei Millionen Buchstaben": ("a" * 1_900_000, "zu lang"),
            "zehntausend Verweise ins Leere": ("[[nirgends]] " * 7_000, "Mehr als"),
            "zehntausend Links ins Leere": ("[a](b) " * 10_000, "Mehr als"),
        },
    )
    return (
        found
        + prose(
            FAMILY,
            {
                "zitate-ineinander": ">" * 5000 + " a",
                "listen-ineinander": "\n".join("    " * depth + "- a" for depth in range(200)),
                "sterne": "*" * 20_000,
                "sterne-mit-luecken": "**a *b " * 3000,
                "unterstriche": "_a " * 8000,
                "gravis": "`" * 20_000,
                "gravis-ungerade": "`a``b" * 5000,
                "rueckstriche": "\\*" * 10_000,
                "kaufmannsund": "&" * 20_000,
                "zahlen": "&#x" * 8000,
                "leerzeichen": "a" + " " * 90_000 + "b",
                "leerzeilen": "a" + "\n" * 90_000 + "b",
                "spalten": "|a" * 300 + "\n" + "|-" * 300 + "\n" + "|b" * 300,
                "bloecke": "<div>\n\n" * 90 + "x",
                "langes-wort": "Donau" * 15_000,
                "nummern": "B 22/0189 " * 2000,
            },
            "Lang oder verschachtelt, aber innerhalb der Grenzen: Der Text wird in weniger als einer Sekunde zu einer Seite.",
        )
        + [
            Case(
                family=FAMILY,
                name="zweitausend Beschlusspunkte",
                files={"beschluesse/bomben-viele-punkte.md": f"{HEAD}beschlusspunkte: [{'Punkt, ' * 200}]\n---\n"},
                expected=Harmless("Viele Punkte sind eine lange Seite, sonst nichts."),
            )
        ]
    )
