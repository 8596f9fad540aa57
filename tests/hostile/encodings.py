"""Bytes that are no text, and signs that are no letters."""

from __future__ import annotations

from hostile.case import Case, Harmless, Problem
from hostile.records import HEAD, injected

FAMILY = "kodierungen"
_FILE = "beschluesse/papier.md"


def _paper(text: str, encoding: str) -> bytes:
    return f"{HEAD}---\n{text}\n".encode(encoding)


def cases() -> list[Case]:
    plain = f"{HEAD}---\n".encode()
    broken: dict[str, tuple[bytes, str]] = {
        "latin-1": (_paper("Grüße", "latin-1"), "UTF-8"),
        "windows-1252": (_paper("„Anführung“ – Strich", "cp1252"), "UTF-8"),
        "utf-16 mit Marke": (_paper("Grüße", "utf-16"), "UTF-8"),
        "utf-16-le": (_paper("Grüße", "utf-16-le"), "UTF-8"),
        "utf-16-be": (_paper("Grüße", "utf-16-be"), "UTF-8"),
        "utf-32": (_paper("Grüße", "utf-32"), "UTF-8"),
        "utf-7": (b"+AC0-+AC0-+AC0-\ntitel: Papier\n", "beginnt nicht"),
        "ebcdic": (_paper("Gruesse", "cp500"), "UTF-8"),
        "shift-jis": (_paper("日本", "shift-jis"), "UTF-8"),
        "abgeschnittene Folge": (plain + b"Gr\xc3", "UTF-8"),
        "verwaiste Fortsetzung": (plain + b"Gr\xbc\xbc", "UTF-8"),
        "zu lange Folge": (plain + b"\xc0\xaf", "UTF-8"),
        "zu lange Folge in drei": (plain + b"\xe0\x80\xaf", "UTF-8"),
        "halbes Zeichen": (plain + b"\xed\xa0\x80", "UTF-8"),
        "jenseits von Unicode": (plain + b"\xf4\x90\x80\x80", "UTF-8"),
        "Byte FF": (plain + b"\xff", "UTF-8"),
        "NUL im Text": (plain + b"a\0b", "U+0000"),
        "NUL im Kopf": (HEAD.encode() + b"x: a\0b\n---\n", "U+0000"),
        "nur NUL": (b"\0" * 1000, "U+0000"),
        "Glocke": (plain + b"a\x07b", "U+0007"),
        "Loeschen": (plain + b"a\x7fb", "U+007F"),
        "Escape-Folge fuers Terminal": (plain + b"\x1b[2J\x1b]0;Titel\x07", "U+001B"),
        "C1 von oben": (plain + "a\x9bb".encode(), "U+009B"),
        "Zeilentrenner": (plain + "a\u2028b".encode(), "U+2028"),
        "Absatztrenner": (plain + "a\u2029b".encode(), "U+2029"),
        "neue Zeile aus Grossrechnern": (plain + "a\x85b".encode(), "U+0085"),
        "kein Zeichen FFFE": (plain + "a\ufffeb".encode(), "U+FFFE"),
        "kein Zeichen FDD0": (plain + "a\ufdd0b".encode(), "U+FDD0"),
        "kein Zeichen 1FFFF": (plain + "a\U0001ffffb".encode(), "U+1FFFF"),
        "zwei Marken": (b"\xef\xbb\xbf\xef\xbb\xbf" + plain, "U+FEFF"),
        "Bild als Papier": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "UTF-8"),
        "leere Datei": (b"", "leer"),
        "nur Leerzeichen": (b"   \n\t\n", "leer"),
        "nur eine Marke": (b"\xef\xbb\xbf", "leer"),
    }
    found = [
        Case(family=FAMILY, name=name, files={_FILE: content}, expected=Problem(word))
        for name, (content, word) in broken.items()
    ]
    escaped = {
        "NUL als Escape": ('"\\0"', "U+0000"),
        "Rueckschritt als Escape": ('"\\b"', "U+0008"),
        "Umkehrung als Escape": ('"\\u202e"', "U+202E"),
        "halbes Zeichen als Escape": ('"\\ud800"', "YAML"),
        "jenseits von Unicode als Escape": ('"\\U00110000"', "YAML"),
        "Escape zu kurz": ('"\\x1"', "YAML"),
    }
    found += [
        Case(family=FAMILY, name=name, files={_FILE: f"{HEAD}notiz: {text}\n---\n"}, expected=Problem(word))
        for name, (text, word) in escaped.items()
    ]
    found += [
        Case(
            family=FAMILY,
            name="Marke am Anfang und Zeilenenden von Windows",
            files={
                "beschluesse/kodierungen-windows.md": b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n") + b"a\r\n\r\nb"
            },
            expected=Harmless("So speichern Programme unter Windows; gelesen wird derselbe Text."),
        ),
        Case(
            family=FAMILY,
            name="Zeilenenden alter Macs",
            files={"beschluesse/kodierungen-mac.md": plain.replace(b"\n", b"\r") + b"a"},
            expected=Harmless("Jede Art von Zeilenende wird gelesen."),
        ),
    ]
    return found + injected(
        FAMILY,
        {
            "ersatzzeichen": "Gr\ufffd\ufffde",
            "private-zeichen": "\ue000\uf8ff\U000f0000",
            "fremde-schriften": "日本語 ไทย हिन्दी ᚠᚢᚦ 𒀀",
            "vierbytes": "😀🏛\U0001f1e9\U0001f1ea",
            "zerlegt": "u\u0308ber A\u030angstro\u0308m",
            "gestapelt": "Z" + "\u0301\u0302\u0303\u0304" * 40,
            "verstuemmelt": "GrÃ¼ÃŸe",
        },
        "Sichtbarer Text, der überall so ankommt, wie er geschrieben wurde.",
    )
