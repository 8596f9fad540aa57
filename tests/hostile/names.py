"""Ids and file names that want to lead elsewhere."""

from __future__ import annotations

import os

from hostile.case import Case, Harmless, Link, Pipe, Problem
from hostile.records import HEAD, record, refused, refused_head, refused_prose

FAMILY = "namen"
_THING = "{titel: Thema}"
_RULE = "gültige Kennung"


def cases() -> list[Case]:
    paper = f"{HEAD}---\n"
    ids = {
        "eine Ebene hoeher": "../hoeher",
        "viele Ebenen hoeher": "../../../../../../etc/passwd",
        "absolut": "/etc/passwd",
        "absolut unter Windows": "C:\\\\Windows\\\\win.ini",
        "Freigabe": "\\\\\\\\server\\\\freigabe",
        "gemischt": "..\\\\..\\\\x",
        "verschluesselt": "%2e%2e%2fetc",
        "doppelt verschluesselt": "%252e%252e",
        "Punkt": ".",
        "zwei Punkte": "..",
        "nur Leerzeichen": " ",
        "leer": "",
        "Heimat": "~root",
        "Umgebung": "$HOME",
        "Befehl": "$(id)",
        "Option": "--help",
        "Stern": "*",
        "Rohr": "a|b",
        "Zeilenende": "a\\nb",
        "Anker": "a#b",
        "Frage": "a?b=c",
        "Tag": "<script>",
        "Anfuehrung": "a' onclick='x",
        "Punkt am Ende": "con.",
        "Datenstrom": "a::$DATA",
        "Verlaengerung": "rat.md",
        "doppelter Strich": "a--b",
        "Strich am Ende": "a-",
        "5.000 Zeichen": "a" * 5000,
        "101 Zeichen": "a" * 101,
        "gross": "RAT",
        "Formel": "=1+1",
    }
    found = [
        Case(
            family=FAMILY,
            name=f"Kennung: {name}",
            files={"themen.yml": f'? "{id_}"\n: {_THING}\n'},
            expected=Problem(_RULE),
        )
        for name, id_ in ids.items()
    ]
    found += refused_head(
        FAMILY,
        {
            "Kennung im Feld: eine Ebene hoeher": ("id: ../hoeher", "passt nicht"),
            "Kennung im Feld: absolut": ("id: /etc/passwd", "passt nicht"),
            "fruehere Kennung: hoeher": ("fruehere-kennungen: [../../x]", "fruehere-kennungen"),
            "fruehere Kennung: absolut": ("fruehere-kennungen: [/etc/passwd]", "fruehere-kennungen"),
            "fruehere Kennung: 5.000 Zeichen": (f"fruehere-kennungen: [{'a' * 5000}]", "fruehere-kennungen"),
            "fruehere Kennung: eigene": ("fruehere-kennungen: [papier]", "heutige"),
            "Verweis: hoeher": ("themen: ../../../etc/passwd", "themen"),
            "Verweis: absolut": ("federfuehrung: /etc/passwd", "federfuehrung"),
            "Verweis: Adresse": ("themen: https://boese.example/", "themen"),
            "Anlage: Pfad": ("anlagen: [{titel: a, url: ../../etc/passwd}]", "url"),
            "Anlage: absolut": ("anlagen: [{titel: a, url: /etc/passwd}]", "url"),
            "Anlage: Datei": ("anlagen: [{titel: a, url: 'file:///etc/passwd'}]", "url"),
            "Anlage: Freigabe": ("anlagen: [{titel: a, url: '\\\\server\\x'}]", "url"),
        },
    )
    found += refused_prose(
        FAMILY,
        {
            "Link: hoeher": ("[x](../../../../etc/passwd)", "nirgends"),
            "Link: absolut": ("[x](/etc/passwd)", "nirgends"),
            "Link: Datei": ("[x](file:///etc/passwd)", "nirgends"),
            "Link: anderer Rechner": ("[x](//boese.example/)", "nirgends"),
            "Link: anderer Rechner mit Rueckstrich": ("[x](/\\boese.example/)", "nirgends"),
            "Link: zwei Rueckstriche": ("[x](\\\\boese.example/)", "nirgends"),
            "Verweis im Text: hoeher": ("[[../../etc/passwd]]", "Verweis"),
            "Verweis im Text: absolut": ("[[/etc/passwd]]", "Art"),
            "Verweis: zweihundert Zeichen": (f"[[{'a' * 200}]]", "Verweis"),
        },
    )
    for word in ("con", "nul", "aux", "prn", "com1", "lpt9"):
        found += refused(FAMILY, {f"reservierter Name {word}": ({f"beschluesse/{word}.md": paper}, "Windows")})
    found += refused(
        FAMILY,
        {
            "reservierter Name in der Sammlung": ({"themen.yml": f"aux: {_THING}\n"}, "Windows"),
            "Gross und klein": ({"beschluesse/rat.md": paper, "beschluesse/Rat.md": paper}, _RULE),
            "zwei Endungen": ({"beschluesse/a.md": paper, "beschluesse/a.yml": HEAD[4:]}, "schon vergeben"),
            "Sammlung und Datei": ({"themen.yml": f"a: {_THING}\n", "themen/a.yml": "titel: b\n"}, "schon vergeben"),
            "Endung in Grossbuchstaben": ({"beschluesse/a.MD": paper}, "Endung"),
            "doppelte Endung": ({"beschluesse/a.md.exe": paper}, "Endung"),
            "keine Endung": ({"beschluesse/a": paper}, "Endung"),
            "Leerzeichen": ({"beschluesse/a b.md": paper}, _RULE),
            "nur Punkt und Endung": ({"beschluesse/a..md": paper}, _RULE),
            "Zeilenende": ({"beschluesse/a\n::error::b.md": paper}, _RULE),
            "Befehl fuer die Werkstatt": ({"beschluesse/a%0A::set-env name=x::y.md": paper}, _RULE),
            "Escape-Folge": ({"beschluesse/\x1b[31mrot.md": paper}, _RULE),
            "kein UTF-8": ({os.fsdecode(b"beschluesse/\xff\xfe.md"): paper}, _RULE),
            "Tag": ({"beschluesse/<img src=x>.md": paper}, _RULE),
            "250 Zeichen": ({f"beschluesse/{'a' * 250}.md": paper}, _RULE),
            "Ordner im Ordner": ({"beschluesse/a/b.md": paper}, "Unterordner"),
            "unbekannter Ordner": ({"geheim/a.md": paper}, "keiner Art"),
            "Ordner mit Umkehrung": ({"ge\u202eheim/a.md": paper}, "U+202E"),
            "fremde Datei oben": ({"skript.sh": "rm -rf /"}, "keiner Art"),
            "Seite, die das Portal braucht": (
                {"seiten/api.md": paper.replace("art: Bericht\n", "")},
                "braucht das Portal",
            ),
            "Seite namens assets": ({"seiten/assets.md": paper.replace("art: Bericht\n", "")}, "braucht das Portal"),
        },
    )
    found += refused(
        "verknuepfungen",
        {
            "auf eine Datei draussen": ({"beschluesse/a.md": Link("/etc/passwd")}, "Verknüpfungen"),
            "ins Leere": ({"beschluesse/a.md": Link("/gibt/es/nicht")}, "Verknüpfungen"),
            "auf sich selbst": ({"beschluesse/a.md": Link("a.md")}, "Verknüpfungen"),
            "auf einen Ordner draussen": ({"beschluesse": Link("/etc")}, "Verknüpfungen"),
            "auf den Ordner selbst": ({"beschluesse/kreis": Link("..")}, "Verknüpfungen"),
            "auf die Wurzel": ({"alles": Link("/")}, "Verknüpfungen|keiner Art"),
            "auf eine Datei drinnen": ({"gremien/a.yml": Link("rat.yml")}, "Verknüpfungen"),
            "auf ein Geraet ohne Ende": ({"beschluesse/a.md": Link("/dev/zero")}, "Verknüpfungen"),
            "auf den Zufall": ({"themen.yml": Link("/dev/urandom")}, "Verknüpfungen"),
            "Einstellungen von draussen": ({"portal.yml": Link("/etc/hostname")}, "Verknüpfungen"),
            "Ausnahmen von draussen": ({"datenschutz.yml": Link("/etc/hostname")}, "Verknüpfungen"),
            "Rohr statt Datei": ({"beschluesse/a.md": Pipe()}, "gewöhnliche"),
            "Rohr als Sammlung": ({"themen.yml": Pipe()}, "gewöhnliche"),
            "Rohr als Ausnahmen": ({"datenschutz.yml": Pipe()}, "gewöhnliche"),
            "Rohr als Einstellungen": ({"portal.yml": Pipe()}, "gewöhnliche"),
        },
    )
    odd = (
        "index",
        "404",
        "als",
        "seite",
        "liste",
        "2",
        "constructor",
        "tostring",
        "api",
        "null",
        "true",
        "0",
        "a" * 100,
    )
    kinds = ("beschluesse", "roadmap", "fragen", "gremien", "themen", "glossar", "quellen")
    found += [
        Case(
            family=FAMILY,
            name=f"Kennung {id_[:20]} in {kinds[number % len(kinds)]}",
            files=record(kinds[number % len(kinds)], id_, f"Eintrag namens {id_[:20]}"),
            expected=Harmless(
                "Eine gültige Kennung wie jede andere: Die Seite liegt in einem Ordner, der nur ihr gehört."
            ),
        )
        for number, id_ in enumerate(odd)
    ]
    found += [
        Case(
            family=FAMILY,
            name=f"versteckte Datei {name}",
            files={name: "<script>alert(1)</script>"},
            expected=Harmless(because),
        )
        for name, because in {
            "beschluesse/.htaccess": "Was mit einem Punkt beginnt, liest und veröffentlicht niemand.",
            ".geheim/schluessel.md": "Was mit einem Punkt beginnt, liest und veröffentlicht niemand.",
            "beschluesse/Thumbs.db": "Was Betriebssysteme ablegen, liest und veröffentlicht niemand.",
            "README.md": "Der Zettel für Menschen im Ordner wird kein Teil der Seite.",
        }.items()
    ]
    return found
