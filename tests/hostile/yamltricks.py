"""What YAML can do beyond plain values."""

from __future__ import annotations

from hostile.case import Case
from hostile.records import HEAD, injected, refused, refused_head

FAMILY = "yaml"


def cases() -> list[Case]:
    tags = {
        "Python fuehrt aus": "!!python/object/apply:os.system ['touch /tmp/gefasst']",
        "Python baut": "!!python/object/new:subprocess.Popen [['id']]",
        "Python benennt": "!!python/name:os.system",
        "Python laedt": "!!python/module:os",
        "Python-Tupel": "!!python/tuple [1, 2]",
        "Ruby": "!ruby/object:Gem::Installer {}",
        "Java": "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
        "PHP": "!php/object 'O:8:\"stdClass\":0:{}'",
        "JavaScript": '!!js/function "function(){}"',
        "eigenes Tag": "!eigenes x",
        "binaer": "!!binary aGFsbG8=",
        "Menge": "!!set {a, b}",
        "geordnet": "!!omap [a: 1]",
        "Zeitstempel": "!!timestamp 2022-01-01",
        "Zahl": "!!int 3",
        "wahr": "!!bool ja",
        "nichts": "!!null x",
        "Adresse als Tag": "!<tag:yaml.org,2002:python/none> x",
        "unbekannter Griff": "!x!y z",
        "MkDocs-Umgebung": "!ENV HOME",
        "einbinden": "!include /etc/passwd",
    }
    found = refused_head(FAMILY, {name: (f"notiz: {value}", "!") for name, value in tags.items()})
    found += refused_head(
        FAMILY,
        {
            "doppelter Titel": ("titel: Anders", "doppelt"),
            "doppelt in Anfuehrung": ('"titel": Anders', "doppelt"),
            "doppelt tief innen": ("beratungsfolge: [{gremium: rat, gremium: hauptausschuss}]", "doppelt"),
            "Merge-Schluessel": ("<<: {titel: Anders}", "<<"),
            "Merge mit Liste": ("<<: [{titel: a}, {titel: b}]", "<<"),
            "Merge mit Alias": ("<<: *a", "<<|Verweise"),
            "Liste als Schluessel": ("? [a, b]\n: c", "Feldname"),
            "Gruppe als Schluessel": ("? {a: b}\n: c", "Feldname"),
            "leerer Schluessel": ('"": x', "gibt es hier nicht"),
            "Gleichheitszeichen als Schluessel": ("=: x", "gibt es hier nicht"),
            "Anweisung mitten im Kopf": ("%TAG ! tag:boese.example,2000:\n", "%|YAML|gehört|Zeichen"),
            "Tabulator": ("beratungsfolge:\n\t- gremium: rat", "Tabulator"),
            "Proto": ("__proto__: {admin: ja}", "gibt es hier nicht"),
            "Konstruktor": ("constructor: {prototype: x}", "gibt es hier nicht"),
            "Python-Attribut": ("__class__: x", "gibt es hier nicht"),
            "Kennung der Klasse": ("model_config: {extra: allow}", "gibt es hier nicht"),
            "englischer Name": ("title: x", "gibt es hier nicht"),
            "fremde Vorlage": ("template: ../../etc/passwd", "gibt es hier nicht"),
            "eigene Adresse": ("url: https://boese.example/", "gibt es hier nicht"),
        },
    )
    found += refused(
        FAMILY,
        {
            "Anweisung am Anfang": ({"themen.yml": "%YAML 9.9\n---\na: {titel: b}\n"}, "YAML|%"),
            "Liste statt Feldern": ({"themen.yml": "- a\n- b\n"}, "Felder"),
            "Wort statt Feldern": ({"themen.yml": "nur ein Wort\n"}, "Felder"),
            "zwei Dokumente": ({"themen.yml": "a: {titel: b}\n---\nc: {titel: d}\n"}, "---"),
            "Python in der Sammlung": ({"themen.yml": "a: !!python/object/apply:os.abort []\n"}, "!!python"),
            "Kopf nicht geschlossen": ({"beschluesse/papier.md": HEAD}, "geschlossen"),
            "JSON mit doppeltem Feld": ({"themen/a.yml": '{"titel": "a", "titel": "b"}'}, "doppelt"),
            "TOML-Kopf": ({"beschluesse/papier.md": "+++\ntitel = 'x'\n+++\n"}, "---"),
        },
    )
    return found + injected(
        FAMILY,
        {
            "tag-als-text": "!!python/object/apply:os.system ['id']",
            "anker-als-text": "&a *a <<: *b",
            "norwegen": "no",
            "uhrzeit": "18:15",
            "oktal": "0o17",
            "null": "~",
        },
        "In Anführungszeichen ist es Text; YAML rät in diesem Portal keine Arten von Werten.",
    )
