"""Dates, votes and sums that cannot be, circles and references by the thousand."""

from __future__ import annotations

from hostile.case import Case, Harmless
from hostile.records import HEAD, refused, refused_head

_DATES = {
    "30. Februar": "2022-02-30",
    "29. Februar ohne Schaltjahr": "2023-02-29",
    "29. Februar 1900": "1900-02-29",
    "Monat 13": "2022-13-01",
    "Monat null": "2022-00-10",
    "Tag null": "2022-01-00",
    "Jahr 99999": "99999",
    "Jahr 99999 mit Tag": "99999-01-01",
    "Jahr 0000": "0000-01-01",
    "Jahr minus eins": "-0001-01-01",
    "Jahr 1": "0001-01-01",
    "Jahr 9999": "9999-12-31",
    "fuenftes Quartal": "2022-Q5",
    "nulltes Quartal": "2022-Q0",
    "Kalenderwoche": "2022-W05",
    "Tag im Jahr": "2022-366",
    "mit Uhrzeit": "2022-01-01T00:00:00Z",
    "englisch": "01/02/2022",
    "deutsch": "14.06.2022",
    "Sekunden": "1655164800",
    "unendlich": ".inf",
    "keine Zahl": ".nan",
    "arabische Ziffern": "٢٠٢٢-٠١-٠١",
    "breite Ziffern": "２０２２-01-01",
    "Minuszeichen statt Strich": "2022−01−01",
    "Spanne rueckwaerts": "2023/2022",
    "Spanne ohne Ende": "2022/",
    "Spanne ohne Anfang": "/2022",
    "drei Enden": "2022/2023/2024",
    "nur Punkte": "../..",
    "Heute": "heute",
    "tausend Ziffern": "2" * 1000,
    "Formel": "=HEUTE()",
    "SQL": "'2022-01-01'' OR 1=1'",
    "Liste": "[2022, 2023]",
    "Gruppe": "{jahr: 2022}",
}
_VOTES = {
    "minus eins": "-1",
    "zehn hoch 99": "1" + "0" * 99,
    "zehn hoch 5000": "1" + "0" * 5000,
    "wissenschaftlich": "1e99",
    "hunderttausendundeins": "100001",
    "halb": "0.5",
    "Bruch": "1/2",
    "hexadezimal": "0x1F",
    "binaer": "0b11",
    "Unterstrich": "1_000",
    "plus": "+5",
    "unendlich": "inf",
    "keine Zahl": "NaN",
    "wahr": "true",
    "arabische Ziffern": "٣",
    "hochgestellt": "²",
    "roemisch": "Ⅻ",
    "Minuszeichen": "−3",
    "leer": '""',
    "Liste": "[1]",
}
_SUMS = {
    "wissenschaftlich": "1e99",
    "zwanzig Stellen": "1" * 20,
    "hunderttausend Stellen": "9" * 19_000,
    "drei Nachkommastellen": "1.2345",
    "deutsche Tausender": "1.000.000",
    "deutsches Komma": "1.374,64",
    "Waehrung dabei": "12 Euro",
    "unendlich": "Infinity",
    "keine Zahl": "NaN",
    "signalisierend": "sNaN",
    "Ausdruck": "1+1",
    "zwei Punkte": "1..2",
    "nur Punkt": ".",
    "nur Minus": "-",
}


def cases() -> list[Case]:
    found = refused_head("daten", {name: (f"datum: {date}", "datum") for name, date in _DATES.items()})
    found += refused_head(
        "daten",
        {
            "in der Zukunft verfasst": ("datum: 2199-12-31", "liegt nach"),
            "in der Zukunft beschlossen": (
                "beratungsfolge: [{gremium: rat, termin: 2199-01-01, ergebnis: abgelehnt}]",
                "liegt nach",
            ),
            "in der Zukunft geprueft": ("geprueft: 2199", "liegt nach"),
            "Stationen rueckwaerts": (
                "beratungsfolge: [{gremium: rat, termin: 2024-02-02}, {gremium: rat, termin: 2023-01-01}]",
                "liegt vor",
            ),
        },
    )
    for name, vote in _VOTES.items():
        station = f"beratungsfolge: [{{gremium: rat, termin: 2024-01-01, stimmen: {{ja: {vote}}}}}]"
        found += refused_head("stimmen", {name: (station, "ja")})
    found += refused_head(
        "stimmen",
        {
            "niemand": (
                "beratungsfolge: [{gremium: rat, termin: 2024-01-01, stimmen: {ja: 0, nein: 0, enthaltung: 0}}]",
                "nicht gezählt",
            ),
            "doppelte Fraktion": (
                "beratungsfolge: [{gremium: rat, termin: 2024-01-01, stimmen: {ja: 2, nach-fraktion: "
                "[{fraktion: rat, ja: 1}, {fraktion: rat, ja: 1}]}}]",
                "doppelt",
            ),
            "mehr als alle": (
                "beratungsfolge: [{gremium: rat, termin: 2024-01-01, stimmen: {ja: 1, nach-fraktion: [{fraktion: rat, ja: 99999}]}}]",
                "zusammen|Summe|mehr|ergeben|Fraktion",
            ),
        },
    )
    found += refused_head(
        "betraege", {name: (f"finanzen: [{{betrag: '{text}'}}]", "betrag") for name, text in _SUMS.items()}
    )
    found += refused_head(
        "betraege",
        {
            "Waehrung mit Tag": ("finanzen: [{betrag: 1, waehrung: <b>}]", "waehrung"),
            "Waehrung zu lang": ("finanzen: [{betrag: 1, waehrung: EUROS}]", "waehrung"),
            "Nummer eines Punkts": ("beschlusspunkte: [{text: a, nr: '1\"><script>'}]", "nr"),
            "Nummer doppelt": ("beschlusspunkte: [{text: a, nr: '1'}, {text: b, nr: '1'}]", "doppelt"),
        },
    )
    found += [
        Case(
            family="betraege",
            name=name,
            files={f"beschluesse/betraege-{id_}.md": f"{HEAD}finanzen: [{{betrag: '{text}'}}]\n---\n"},
            expected=Harmless(because),
        )
        for name, id_, text, because in (
            ("minus", "minus", "-12.50", "Rückzahlungen sind negative Beträge."),
            (
                "sechzehn Stellen",
                "gross",
                "9" * 16,
                "Größer als jeder Haushalt, aber eine Zahl, die überall ganz ankommt.",
            ),
            ("führende Nullen", "nullen", "0000012", "Dieselbe Zahl wie ohne Nullen."),
        )
    ]
    return found + _references()


def _chain(count: int, *, closed: bool) -> dict[str, str]:
    """Papers that each name the one before, and the first perhaps the last."""
    return {
        f"beschluesse/kette-{n}.md": HEAD.replace("Papier", f"Glied {n}")
        + (f"vorgaenger: kette-{(n - 1) % count}\n" if n or closed else "")
        + "---\n"
        for n in range(count)
    }


def _references() -> list[Case]:
    family = "verweise"
    found = refused_head(
        family,
        {
            "sich selbst": ("vorgaenger: papier", "sein eigener"),
            "tausend ins Leere": (f"themen: [{', '.join(f'x{n}' for n in range(1000))}]", "Mehr als"),
            "ein Name von 15.000 Zeichen": (f"themen: {'a' * 15_000}", "gibt es"),
            "unbekannt als Kennung": ("federfuehrung: unbekannt", "keine Kennung"),
            "falsche Art": ("themen: rat", "steht unter"),
            "Stelle, die es nicht gibt": ("vorgaenger: papier#punkt-99", "Stelle"),
            "Stelle mit Tag": ("vorgaenger: 'papier#<script>'", "Stelle"),
            "Widerspruch ohne Stelle": (
                "widersprueche: [{worum: a, betrifft: punkt-9, angaben: [{wert: a, quelle: amtsblatt}, {wert: b, quelle: amtsblatt}]}]",
                "gibt es hier nicht",
            ),
        },
    )
    themes = "".join(f"t{n}: {{titel: T{n}, teil-von: t{(n + 1) % 50}}}\n" for n in range(50))
    former = {f"beschluesse/a{n}.md": f"{HEAD}fruehere-kennungen: [alt]\n---\n" for n in range(20)}
    found += refused(
        family,
        {
            "zwei im Kreis": (_chain(2, closed=True), "sein eigener"),
            "tausend im Kreis": (_chain(1000, closed=True), "sein eigener"),
            "fünfzig Themen im Kreis": ({"themen.yml": themes}, "sein eigener"),
            "zwanzig mit derselben früheren Kennung": (former, "Nur ein Eintrag"),
            "frühere Kennung eines anderen": (
                {"beschluesse/a.md": f"{HEAD}fruehere-kennungen: [b]\n---\n", "beschluesse/b.md": f"{HEAD}---\n"},
                "nie neu vergeben",
            ),
            "Einstieg ins Leere": ({"portal.yml": "name: x\neinstieg: [gibt-es-nicht]\n"}, "portal.yml|fehlt"),
        },
    )
    star = f"{HEAD}---\n" + "Siehe [[rat]] und [[amtsblatt]]. " * 1000
    known = f"{HEAD}---\n" + "[Rat](/gremien/rat/) " * 1000
    return [
        *found,
        Case(
            family=family,
            name="tausendmal dieselbe frühere Kennung",
            files={"beschluesse/verweise-frueher.md": f"{HEAD}fruehere-kennungen: [{'verweise-alt, ' * 1000}]\n---\n"},
            expected=Harmless("Die alte Adresse führt auf diese Seite, so oft sie auch genannt wird."),
        ),
        Case(
            family=family,
            name="tausendmal derselbe Verweis",
            files={"beschluesse/verweise-tausend.md": star},
            expected=Harmless("Der andere Eintrag nennt diesen einmal, nicht tausendmal."),
        ),
        Case(
            family=family,
            name="tausendmal derselbe Link",
            files={"beschluesse/verweise-links.md": known},
            expected=Harmless("Lang, aber jeder Link führt zu einer Seite des Portals."),
        ),
        Case(
            family=family,
            name="dreißig in einer Kette",
            files=_chain(30, closed=False),
            expected=Harmless("Eine lange Kette ohne Kreis: Jede Seite nennt nur ihre Nachbarn."),
        ),
    ]
