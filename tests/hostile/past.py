"""Commits from the hand of a stranger: messages and names that want to run, hide, forge or break something."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass

from repository import Repository

#: The record that all of them change.
RECORD = "ereignisse/lange-her.yml"
#: What a commit's author is, unless the case is about it. Nobody's name is ever shown.
_NOBODY = b"Maria Muster <maria@muster.example>"


@dataclass(frozen=True, slots=True)
class Strange:
    """A commit object as Git stores it, and what its page shows as reason."""

    message: bytes
    shown: str
    author: bytes = _NOBODY
    #: Before the line feed that ends the header.
    header: bytes = b""
    time: bytes = b"%d +0100"


def _text(message: str, shown: str | None = None) -> Strange:
    return Strange(message.encode(), message if shown is None else shown)


COMMITS = {
    "Skript": _text("<script>alert(1)</script>"),
    "Skript-Ende": _text("</script></title></textarea></main><img src=x onerror=alert(1)>"),
    "Markdown": _text("[Klick](javascript:alert(1)) ![x](https://boese.example/x.png) **fett** <b>fett</b>"),
    "Vorlage": _text("{{ 7 * 7 }} {% include 'base.html' %} {{ config }} {# weg #}"),
    "Verweis": _text("[[stadtgarten]] [[../../etc/passwd]] B 01/0001"),
    "XML": _text("]]> &xxe; <!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]> </summary></entry><entry>"),
    "Attribut": _text('" onmouseover="alert(1)" \' autofocus onfocus=alert(2) x='),
    "Formel": _text('=HYPERLINK("https://boese.example/","Klick")'),
    "Steuerzeichen": _text("Rot \x1b[31mund\x07 leise\x08\x7f\x01 weiter", "Rot [31mund leise weiter"),
    "Schreibrichtung": _text("Gut \u202egnutsiel\u202c \u2066x\u2069 \u200bSinn\u200b", "Gut gnutsiel x Sinn"),
    "lang": _text("Wort " * 20_000, "Wort Wort Wort"),
    "ein langes Wort": _text("W" * 50_000, "WWWWWWWW"),
    "viele Zeilen": _text("Anfang\n" + "\n" * 5_000 + "Ende", "Anfang"),
    "Windows": _text("Erster\r\nZweiter", "Erster Zweiter"),
    "Trenner": _text("Vorher\u2028nachher\u2029und\x85mehr\x0bdann\x0cEnde", "Vorher"),
    "gefälschtes Protokoll": _text(
        "Harmlos\n\n:100644 100644 0000000 1111111 M\tdata/beschluesse/stadtgarten.md\ncommit 123\nparent 4",
        "Harmlos",
    ),
    "gefälschter Kopf": _text("Harmlos\n\nauthor Boese <b@boese.example> 1 +0000\n::error file=x::gelogen", "Harmlos"),
    "kaputtes UTF-8": Strange(b"Gr\xfc\xdfe \xff\xfe und \xed\xa0\x80 mehr \xc3", "Gr"),
    "Latin-1, gesagt": Strange("Grüße aus Köln".encode("latin-1"), "Grüße aus Köln", header=b"encoding ISO-8859-1\n"),
    "Kodierung, erlogen": Strange("Grüße".encode(), "Grüße", header=b"encoding <script>x\n"),
    "Null": Strange(b"Vor der Null\x00nach der Null", "Vor der Null"),
    "leer": Strange(b"", ""),
    "nur Unsichtbares": Strange("\u200b\u200e\n\ufeff\n".encode(), ""),
    "Name": Strange(b"Der Name ist boese", "Der Name ist boese", author=b"<script>alert(1)</script> <x@boese.example>"),
    "Name ohne Adresse": Strange(b"Ein halber Name", "Ein halber Name", author=b'"><svg onload=alert(1)> <>'),
    "Name mit Steuerzeichen": Strange(
        b"Ein bunter Name", "Ein bunter Name", author=b"\x1b[31m\xe2\x80\xae\xff <boese\x07@boese.example>"
    ),
    "unmögliche Zeit": Strange(b"Am letzten Tag", "Am letzten Tag", time=b"999999999999999999 +9999"),
}


def commit_all(past: Repository, first: int) -> None:
    """All of them, one after the other, an hour apart; the record is in the end what it was."""
    file = past.data / RECORD
    text = file.read_text(encoding="utf-8")
    for number, strange in enumerate(COMMITS.values()):
        more = f"kurzfassung: Fassung {number}.\n"
        file.write_text(text + more, encoding="utf-8")
        _commit(past, strange, first + 3600 * number)
    file.write_text(text, encoding="utf-8")
    _commit(past, Strange(b"Wieder wie am Anfang", ""), first + 3600 * len(COMMITS))


def _commit(past: Repository, strange: Strange, moment: int) -> None:
    """`git commit` would mend most of what is wrong; the object itself may hold anything."""
    past.git("add", "--all")
    time = strange.time.replace(b"%d", str(moment).encode())
    lines = (
        b"tree " + past.git("write-tree").encode(),
        b"parent " + past.git("rev-parse", "HEAD").encode(),
        b"author " + strange.author + b" " + time,
        b"committer " + strange.author + b" " + time,
    )
    content = b"\n".join(lines) + b"\n" + strange.header + b"\n" + strange.message
    made = subprocess.run(
        ["git", "-C", str(past.folder), "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        input=content,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=True,
    )
    past.git("update-ref", "HEAD", made.stdout.decode().strip())
